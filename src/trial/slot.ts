// One replica, and everything that judges candidates in it: warm processes, or one program for many, where there can be some; processes of
// their own otherwise.
import { randomUUID } from 'node:crypto';
import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failsAlike, isOutsideOfTests, type Suite, sharesOf } from '../suite/index.ts';
import type { Edit, Replica } from '../workspace/index.ts';
import { compiledBy } from './compiled/index.ts';
import { CompiledLane } from './compiled/lane.ts';
import type { CompiledLanguage } from './compiled/language.ts';
import type { Confirmed } from './confirmed.ts';
import type { Confirmer } from './confirmer.ts';
import { judgeCold, timeLimit } from './judge.ts';
import type { Lane } from './lane.ts';
import type { Candidate, PrepareOptions, TrialOptions, Verdict } from './types.ts';
import { courseKey } from './warm/course.ts';
import { FailingLane } from './warm/parts.ts';
import { isTyped } from './warm/program.ts';
import { programForSome } from './warm/programs.ts';

/** Fewer candidates are judged before a warm process has started. */
const worthWarming = 6;
/** What a batch for the warm process is meant to take, in seconds, and its least size: each batch ends with a check. */
const batchSeconds = 2;
const minBatch = 40;
const mostAtOnce = 3_000;
/** The same where a batch is compiled as a whole, which takes long however small it is. */
const minCompiled = 60;
const mostCompiled = 500;

type Settle = (index: number, verdict: Verdict) => void;

export interface SlotSettings {
  readonly suite: Suite;
  /** Called once, when there is something to judge or a process to start. */
  readonly makeReplica: () => Promise<Replica>;
  /** Whether candidates are judged in warm processes first, where that can be done. */
  readonly warm: boolean;
  /** Takes what looks green in a warm process. */
  readonly confirmer: Confirmer;
  readonly confirmed: Confirmed;
}

export class Slot implements AsyncDisposable {
  readonly #suite: Suite;
  readonly #makeReplica: () => Promise<Replica>;
  #made: Promise<Replica> | null = null;
  /** Null where nothing is compiled in front of the tests, or nobody knows how to compile many candidates at once. */
  readonly #language: CompiledLanguage | null;
  /** Null where no warm process could take what looks green. */
  readonly #confirmer: Confirmer | null;
  readonly #confirmed: Confirmed;
  #lane: { readonly key: string; readonly lane: Lane } | null = null;
  #enabled: boolean;
  warmlyJudged = 0;
  /** Why there is no warm process; null while there may be one. */
  notWarm: string | null = null;
  /** A file of the last candidates that the tests run where the warm process does not see it; null where there is none. */
  blindTo: string | null = null;
  /** Warm candidates a second, as far as known. */
  #rate = 40;
  /** By path: whether nothing runs it; null while only a candidate in it was judged by processes of its own. */
  readonly #unused = new Map<string, boolean | null>();
  /** Files that something was seen to run all the same. */
  readonly #run = new Set<string>();
  /** Null where no warm process is being started ahead. */
  #preparing: Promise<void> | null = null;

  constructor({ suite, makeReplica, warm, confirmer, confirmed }: SlotSettings) {
    this.#suite = suite;
    this.#makeReplica = makeReplica;
    this.#confirmed = confirmed;
    this.#language = compiledBy(suite.plan);
    this.#confirmer = this.#language === null ? confirmer : null;
    const takesOver = programForSome(suite.plan) || this.#language !== null;
    this.#enabled = warm && takesOver;
    if (warm && !takesOver) this.notWarm = `none is known for tests run by ${suite.plan.runner}`;
  }

  #replica(): Promise<Replica> {
    this.#made ??= this.#makeReplica();
    return this.#made;
  }

  /**
   * Starts a warm process when `turn` has come, where there can be one; not while anything is judged here. Never rejects: what goes wrong shows when
   * it is needed.
   */
  prepare(options: PrepareOptions, signal: AbortSignal, turn: Promise<void>): Promise<void> {
    if (!this.#enabled || this.#lane !== null || this.#preparing !== null) return this.ready;
    this.#preparing = turn
      .then(async () => {
        if (signal.aborted) return;
        const lane = await this.#laneFor(options);
        await lane.prepare(signal);
        this.#noteFitness(lane);
      })
      .catch(() => {})
      .finally(() => {
        this.#preparing = null;
      });
    return this.ready;
  }

  /** When no warm process is being started ahead any more. */
  get ready(): Promise<void> {
    return this.#preparing ?? Promise.resolve();
  }

  get isReady(): boolean {
    return this.#preparing === null;
  }

  /** How many candidates to take at a time, when `fair` is this slot's share of what is left. */
  appetite(options: TrialOptions, fair: number): number {
    if (!this.#isWarm(options)) return 1;
    if (this.#language !== null) return Math.min(Math.max(fair, minCompiled), mostCompiled);
    return Math.max(1, Math.min(fair, mostAtOnce, Math.max(minBatch, Math.ceil(this.#rate * batchSeconds))));
  }

  #isWarm(options: TrialOptions): boolean {
    return this.#enabled && (this.#lane !== null || options.candidates.length >= worthWarming);
  }

  /**
   * Judges candidates `from` to `to`, in this order. What a warm process finds green is confirmed while it goes on with the others; the rest of
   * what it leaves open is judged by processes of its own at once.
   */
  async judge(options: TrialOptions, from: number, to: number, settle: Settle, signal: AbortSignal): Promise<void> {
    let todo = Array.from({ length: to - from }, (_, offset) => from + offset);
    const pending: Promise<void>[] = [];
    const judgesAll = sharesOf(this.#suite, options.failing).length === 1;
    try {
      while (todo.length > 0 && !signal.aborted) {
        const { green, open, unseen, told, left } = this.#isWarm(options)
          ? await this.#judgeWarm(options, todo, settle, signal)
          : allOpen(todo);
        let cold = false;
        for (const index of [...green, ...open].toSorted((a, b) => a - b)) {
          const candidate = options.candidates[index];
          if (candidate === undefined || signal.aborted) return;
          const seemsGreen = green.includes(index);
          if (seemsGreen && options.scope === 'failing' && options.confirm === false && judgesAll) {
            this.warmlyJudged += 1;
            settle(index, told.get(index) ?? { kind: 'green', ran: 'failing' });
          } else if (seemsGreen && this.#confirmer?.isWorthwhile) {
            const confirmed = this.#confirmer.confirm(candidate, options, signal).then((verdict) => settle(index, verdict));
            // What goes wrong is told at the end.
            confirmed.catch(() => {});
            pending.push(confirmed);
          } else {
            cold = true;
            const path = unseen.get(index);
            // What else it changes may be why the tests do not come to the file.
            const isAlone = candidate.edits.every((edit) => edit.path === path);
            const isUnused = path !== undefined && isAlone && (await this.#isUnused(path, options, signal));
            settle(index, isUnused ? { kind: 'red' } : await this.#judgeCold(candidate, { ...options, seemsGreen }, signal));
          }
        }
        if (cold) await this.rest();
        todo = left;
      }
    } finally {
      await Promise.all(pending);
    }
  }

  /** `green` looks so, `open` must be judged in processes of their own, and `left` was not reached. */
  async #judgeWarm(options: TrialOptions, indices: readonly number[], settle: Settle, signal: AbortSignal): Promise<Open> {
    await this.#preparing;
    const failing = await this.#laneFor(options);
    const renewals = failing.starts;
    const started = performance.now();
    const candidates = indices.flatMap((index) => options.candidates[index] ?? []);
    const verdicts = await failing.judge(candidates, signal);
    const seconds = (performance.now() - started) / 1000;
    const reached = verdicts.filter((verdict) => verdict !== null).length;
    if (reached >= 8 && failing.starts === renewals) this.#rate = reached / Math.max(seconds, 0.001);
    this.#noteFitness(failing);
    const [green, open, left]: [number[], number[], number[]] = [[], [], []];
    const unseen = new Map<number, string>();
    const told = new Map<number, Verdict>();
    for (const [offset, index] of indices.entries()) {
      const verdict = verdicts[offset] ?? null;
      if (verdict === null) left.push(index);
      else if (verdict.kind === 'maybe') {
        green.push(index);
        if (verdict.told !== undefined) told.set(index, verdict.told);
      } else if (verdict.kind === 'unseen') {
        open.push(index);
        if (verdict.path !== undefined) unseen.set(index, verdict.path);
      } else {
        this.warmlyJudged += 1;
        settle(index, verdict);
      }
    }
    return { green, open, unseen, told, left };
  }

  #noteFitness({ unfit }: Lane): void {
    if (unfit === null) return;
    this.#enabled = false;
    this.notWarm = unfit;
  }

  /**
   * Whether nothing runs the file in a run of the failing tests, in processes of their own, nor in what these start: then nothing that changes it
   * turns them green. Only a script can tell, and not where modules do not fit together: then none of them is run that has to change. To ask takes as
   * long as a candidate does: the first of each file is judged.
   */
  async #isUnused(path: string, { failing, failingSeconds }: TrialOptions, signal: AbortSignal): Promise<boolean> {
    if (!isScript.test(path) || failing.some(({ id, message }) => isOutsideOfTests(id) && doesNotLink.test(message ?? ''))) return false;
    const known = this.#unused.get(path);
    if (known === false && this.#run.has(path)) this.blindTo = path;
    if (typeof known === 'boolean') return known;
    if (known === undefined) {
      this.#unused.set(path, null);
      return false;
    }
    const replica = await this.#replica();
    const mark = join(replica.root, `.regreen-${randomUUID()}`);
    const text = await readFile(join(replica.root, path), 'utf8').catch(() => '');
    // What must stand first is no matter: whoever runs the file has left the mark by then.
    const start = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
    await replica.tidy();
    const applied = await replica.apply([{ path, start, end: start, text: `${leavingMark(path, mark)}\n` }]);
    const timeoutMs = timeLimit(failingSeconds);
    const run = applied.ok ? await this.#suite.run(replica.root, { scope: 'failing', failing, later: true, timeoutMs, signal }) : null;
    if (run?.aborted === true) return false;
    const names = new Set(failing.map(({ id }) => id));
    const isRun = await access(mark).then(
      () => true,
      () => false,
    );
    await rm(mark, { force: true });
    const isUnused =
      !isRun && run !== null && run.reader !== 'exit-code' && failsAlike(run, failing) && run.failing.every((id) => names.has(id));
    this.#unused.set(path, isUnused);
    if (isRun) {
      this.#run.add(path);
      this.blindTo = path;
    }
    return isUnused;
  }

  async #judgeCold(candidate: Candidate, options: Confirmation, signal: AbortSignal): Promise<Verdict> {
    const replica = await this.#replica();
    const verdict = await judgeCold(replica, this.#suite, candidate, options, signal);
    if (verdict.kind === 'green') await this.#confirmed.add(replica, candidate.edits);
    return verdict;
  }

  /** Whether processes of their own, in whatever replica, have found green what `edits` lead to. */
  async hasConfirmed(edits: readonly Edit[]): Promise<boolean> {
    const replica = await this.#made;
    return replica !== null && (await this.#confirmed.has(replica, edits));
  }

  async #laneFor(options: PrepareOptions): Promise<Lane> {
    const key = courseKey(options);
    if (this.#lane?.key === key) return this.#lane.lane;
    await this.#lane?.lane.close();
    this.#unused.clear();
    this.#run.clear();
    const replica = await this.#replica();
    const lane =
      this.#language === null
        ? new FailingLane(this.#suite, replica, options)
        : new CompiledLane(this.#language, this.#suite, replica, options);
    this.#lane = { key, lane };
    return lane;
  }

  /** The replica's files as they were. */
  async rest(): Promise<void> {
    await (await this.#made)?.apply([]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#preparing;
    await this.#lane?.lane.close();
    await (await this.#made?.catch(() => null))?.[Symbol.asyncDispose]();
  }
}

interface Confirmation extends TrialOptions {
  /** By a warm process that ran the failing tests. */
  readonly seemsGreen: boolean;
}

interface Open {
  readonly green: readonly number[];
  readonly open: readonly number[];
  /** The files that the tests do not see, of some of these. */
  readonly unseen: ReadonlyMap<number, string>;
  /** Of what looks green: what some of the failing tests say of it. */
  readonly told: ReadonlyMap<number, Verdict>;
  readonly left: number[];
}

const isScript = /\.[cm]?[jt]sx?$/;
/** What is said of modules of which none is run before all are there, can be parsed and have what the others ask for. */
const doesNotLink =
  /SyntaxError|does not provide an export|No matching export|Cannot find (?:module|package)|Failed to (?:resolve import|load url)/;

/** A statement that leaves an empty file, in a script of either kind. */
function leavingMark(path: string, mark: string): string {
  const scope = isTyped(path) ? '(globalThis as any).' : '';
  const fs = `(${scope}process.getBuiltinModule?${scope}process.getBuiltinModule("fs"):${scope}require("fs"))`;
  return `;${fs}.appendFileSync(${JSON.stringify(mark)},"");`;
}

const allOpen = (indices: readonly number[]): Open => ({ green: [], open: indices, unseen: new Map(), told: new Map(), left: [] });
