import { availableParallelism } from 'node:os';
import type { Suite } from '../suite/index.ts';
import { type Edit, type Replica, timeBound, type Workspace } from '../workspace/index.ts';
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
  /** At most so many replicas, and so many test processes at work at a time, and one more replica where what looks green is confirmed; default: one a core. */
  readonly workers?: number;
  /** Whether candidates are judged in warm processes first, where that can be done; default true. */
  readonly warm?: boolean;
}

/**
 * Candidates come best first. Where as many are green as are wanted, better ones that are being judged at that moment are waited for, unless
 * more than so many are: two that are begun side by side would otherwise be chosen between by chance.
 */
const mostWaitedFor = 8;

const nothing = (): void => {};

/** Replicas and warm processes are made when first needed and kept for the next batch. */
export function createTrials(workspace: Workspace, suite: Suite, settings: TrialSettings = {}): Trials {
  const { workers = availableParallelism(), warm = true } = settings;
  let slots: Promise<Slot>[] = [];
  let confirmed = new Confirmed();
  let confirmer = new Confirmer(suite, () => workspace.replica(), confirmed);
  let preparing = new AbortController();
  /** When it is settled who starts a process ahead. */
  let begun = Promise.resolve();

  const slotOf = (worker: number): Promise<Slot> => {
    const shared = { suite, warm, confirmer, confirmed };
    slots[worker] ??= workspace.replica().then((replica: Replica) => new Slot({ ...shared, replica }));
    return slots[worker];
  };

  const prepare = (options: PrepareOptions): Promise<void> => {
    const { signal } = preparing;
    if (!warm || !startsSoon(suite, options)) return Promise.resolve();
    const start = async (): Promise<readonly Promise<void>[]> => {
      if (!(await isSmall(workspace)) || signal.aborted) return [];
      const wider = workers > 1 && isQuick(options) ? [confirmer] : [];
      const [first, ...others] = await Promise.all(Array.from({ length: workers }, (_, worker) => slotOf(worker)));
      if (first === undefined) return [];
      // The run under coverage finds a free core, and the first batch one process that is there, rather than all of them half there.
      const turns = Array.from({ length: Math.max(1, workers - 1) }, () => Promise.resolve());
      const failed = new AbortController();
      turns[0] = first.prepare(options, signal, Promise.resolve()).then(() => {
        if (first.notWarm !== null) failed.abort();
      });
      const worthIt = AbortSignal.any([signal, failed.signal]);
      for (const [at, one] of [...wider, ...others].entries()) {
        const turn = (at + 1) % turns.length;
        turns[turn] = one.prepare(options, worthIt, turns[turn] ?? Promise.resolve());
      }
      return turns;
    };
    // Without it the first batch takes longer; what goes wrong is told there.
    const started = start().catch(() => []);
    begun = started.then(nothing);
    return started.then((turns) => Promise.all(turns)).then(nothing);
  };

  const invalidate = async (): Promise<void> => {
    preparing.abort();
    preparing = new AbortController();
    const old = slots;
    slots = [];
    const oldConfirmer = confirmer;
    confirmed = new Confirmed();
    confirmer = new Confirmer(suite, () => workspace.replica(), confirmed);
    await oldConfirmer[Symbol.asyncDispose]();
    for (const made of await Promise.allSettled(old)) {
      if (made.status === 'fulfilled') await made.value[Symbol.asyncDispose]();
    }
  };

  const run = async (options: TrialOptions): Promise<TrialReport> => {
    const started = performance.now();
    const warmlyJudged = async (): Promise<number> =>
      (await Promise.all(slots)).reduce((sum, slot) => sum + slot.warmlyJudged, confirmer.warmlyJudged);
    const warmBefore = await warmlyJudged();
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

    await begun;
    const team = await Promise.all(Array.from({ length: Math.min(workers, options.candidates.length) }, (_, worker) => slotOf(worker)));
    // Those that are not ready begin when they are, with what is left then.
    const begins = (slot: Slot, at: number): boolean => at === 0 || slot.isReady;
    let atWork = team.filter(begins).length;
    let allTaken = nothing;
    const taken = new Promise<void>((resolve) => {
      allTaken = resolve;
    });
    const work = async (slot: Slot, at: number): Promise<void> => {
      if (!begins(slot, at)) {
        await Promise.race([slot.ready, taken]);
        atWork += 1;
      }
      try {
        while (!signal.aborted && green.length < options.keep && next < options.candidates.length) {
          const from = next;
          next = Math.min(options.candidates.length, from + slot.appetite(options, Math.ceil((options.candidates.length - from) / atWork)));
          await slot.judge(options, from, next, settle, signal);
        }
      } finally {
        allTaken();
      }
      if (slot.isReady) await slot.rest();
    };

    const settled = await Promise.allSettled(team.map(work));
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed && !signal.aborted) throw failed.reason;
    return {
      verdicts,
      warm: (await warmlyJudged()) - warmBefore,
      notWarm: team.find((slot) => slot.notWarm !== null)?.notWarm ?? null,
      judged: verdicts.filter((verdict) => verdict.kind !== 'not-run').length,
      seconds: (performance.now() - started) / 1000,
    };
  };

  const hasConfirmed = async (edits: readonly Edit[]): Promise<boolean> => {
    for (const slot of slots) if (await slot.then((made) => made.hasConfirmed(edits)).catch(() => false)) return true;
    return false;
  };

  return { run, prepare, hasConfirmed, invalidate, [Symbol.asyncDispose]: invalidate };
}
