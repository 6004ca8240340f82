import { availableParallelism } from 'node:os';
import type { Suite } from '../suite/index.ts';
import { type Edit, timeBound, type Workspace } from '../workspace/index.ts';
import { isQuick, isSmall, startsSoon } from './ahead.ts';
import { Confirmed } from './confirmed.ts';
import { Confirmer } from './confirmer.ts';
import { Slot } from './slot.ts';
import type { PrepareOptions, TrialOptions, TrialReport, Verdict } from './types.ts';

export { type Glance, openGlance } from './glance.ts';
export type * from './types.ts';

/** Judges candidate patches side by side, each in a replica of its own. */
export interface Trials extends AsyncDisposable {
  run(options: TrialOptions): Promise<TrialReport>;
  /**
   * Begins to make replicas and to start warm processes, so that the first batch finds them; not where they would take long. Settled when all
   * are there, or will not be; never rejects.
   */
  prepare(options: PrepareOptions): Promise<void>;
  /** Whether a candidate that makes the same of the tree was found green by processes of its own. */
  hasConfirmed(edits: readonly Edit[]): Promise<boolean>;
  /** Replicas follow the workspace: to be called after every edit to it. */
  invalidate(): Promise<void>;
}

export interface TrialSettings {
  /**
   * At most so many replicas, and so many test processes at work at a time, and two more replicas where what looks green is confirmed; default: one
   * a core.
   */
  readonly workers?: number;
  /** Whether candidates are judged in warm processes first, where that can be done; default true. */
  readonly warm?: boolean;
}

/**
 * Candidates come best first. Where as many are green as are wanted, better ones that are being judged at that moment are waited for, unless
 * more than so many are: two that are begun side by side would otherwise be chosen between by chance.
 */
const mostWaitedFor = 8;

/** Processes that are started ahead at the same time, where there are cores for them: the first is needed before all. */
const mostStarting = 3;

const nothing = (): void => {};

/** Replicas and warm processes are made when first needed and kept for the next batch. */
export function createTrials(workspace: Workspace, suite: Suite, settings: TrialSettings = {}): Trials {
  const { workers = availableParallelism(), warm = true } = settings;
  let slots: Slot[] = [];
  let confirmed = new Confirmed();
  let confirmer = new Confirmer(suite, () => workspace.replica(), confirmed);
  let preparing = new AbortController();
  let running = 0;

  const slotOf = (worker: number): Slot => {
    slots[worker] ??= new Slot({ suite, warm, confirmer, confirmed, makeReplica: () => workspace.replica() });
    return slots[worker];
  };

  const prepare = async (options: PrepareOptions): Promise<void> => {
    // Where a batch is being judged, its processes are there or on their way.
    if (!warm || running > 0 || !startsSoon(suite, options)) return;
    const call = new AbortController();
    const signal = AbortSignal.any([preparing.signal, call.signal]);
    const [first, ...others] = Array.from({ length: workers }, (_, worker) => slotOf(worker));
    const size = isSmall(workspace).then(
      (small) => {
        if (!small) call.abort();
      },
      () => call.abort(),
    );
    // The run under coverage finds a free core, and the first batch a process that is there, rather than all of them half there.
    const turns = Array.from({ length: Math.max(1, Math.min(mostStarting, workers - 1)) }, () => size);
    turns[0] = (first?.prepare(options, signal, size) ?? size).then(() => {
      // What kept the first from it keeps all.
      if (first?.notWarm !== null) call.abort();
    });
    const wider = workers > 1 && isQuick(suite, options) ? [confirmer] : [];
    for (const [at, one] of [...wider, ...others].entries()) {
      const turn = (at + 1) % turns.length;
      turns[turn] = one.prepare(options, signal, turns[turn] ?? size);
    }
    await Promise.all(turns);
  };

  const invalidate = async (): Promise<void> => {
    preparing.abort();
    preparing = new AbortController();
    const [old, oldConfirmer] = [slots, confirmer];
    slots = [];
    confirmed = new Confirmed();
    confirmer = new Confirmer(suite, () => workspace.replica(), confirmed);
    await oldConfirmer[Symbol.asyncDispose]();
    for (const slot of old) await slot[Symbol.asyncDispose]();
  };

  const run = async (options: TrialOptions): Promise<TrialReport> => {
    const started = performance.now();
    const warmlyJudged = (): number => slots.reduce((sum, slot) => sum + slot.warmlyJudged, confirmer.warmlyJudged);
    const warmBefore = warmlyJudged();
    const verdicts: Verdict[] = options.candidates.map(() => ({ kind: 'not-run' }));
    const stop = new AbortController();
    using bound = timeBound(options.limitMs, stop.signal, options.signal);
    const { signal } = bound;
    let next = 0;
    const open = new Set(options.candidates.keys());
    const green: number[] = [];
    const settle = (index: number, verdict: Verdict): void => {
      verdicts[index] = verdict;
      open.delete(index);
      if (verdict.kind === 'green') green.push(index);
      const last = green.toSorted((a, b) => a - b)[options.keep - 1];
      if (last === undefined) return;
      const better = [...open].filter((other) => other < last && other < next);
      if (better.length === 0 || better.length > mostWaitedFor) stop.abort();
    };

    const team = Array.from({ length: Math.min(workers, options.candidates.length) }, (_, worker) => slotOf(worker));
    for (const slot of team) slot.blindTo = null;
    let allTaken = nothing;
    const taken = new Promise<void>((resolve) => {
      allTaken = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const work = async (slot: Slot): Promise<void> => {
      // One that is being started begins when it is there, with what is left then.
      if (!slot.isReady) await Promise.race([slot.ready, taken]);
      if (!slot.isReady) return;
      try {
        while (!signal.aborted && green.length < options.keep && next < options.candidates.length) {
          const from = next;
          const fair = Math.ceil((options.candidates.length - from) / team.length);
          next = Math.min(options.candidates.length, from + slot.appetite(options, fair));
          await slot.judge(options, from, next, settle, signal);
        }
      } finally {
        allTaken();
      }
      await slot.rest();
    };

    running += 1;
    const settled = await Promise.allSettled(team.map(work)).finally(() => {
      running -= 1;
    });
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed && !signal.aborted) throw failed.reason;
    return {
      verdicts,
      warm: warmlyJudged() - warmBefore,
      notWarm: team.find((slot) => slot.notWarm !== null)?.notWarm ?? null,
      blindTo: team.find(({ blindTo }) => blindTo !== null)?.blindTo ?? null,
      judged: verdicts.filter((verdict) => verdict.kind !== 'not-run').length,
      seconds: (performance.now() - started) / 1000,
    };
  };

  const hasConfirmed = async (edits: readonly Edit[]): Promise<boolean> => {
    for (const slot of slots) if (await slot.hasConfirmed(edits).catch(() => false)) return true;
    return false;
  };

  return { run, prepare, hasConfirmed, invalidate, [Symbol.asyncDispose]: invalidate };
}
