// One replica, and everything that judges candidates in it: warm processes, or one program for many, where there can be some; processes of
// their own otherwise.
import { createHash } from 'node:crypto';
import type { Suite } from '../suite/index.ts';
import type { Edit, Replica } from '../workspace/index.ts';
import { compiledBy } from './compiled/index.ts';
import { CompiledLane } from './compiled/lane.ts';
import type { CompiledLanguage } from './compiled/language.ts';
import { judgeCold } from './judge.ts';
import type { Lane } from './lane.ts';
import type { Candidate, PrepareOptions, TrialOptions, Verdict } from './types.ts';
import { type Course, failingCourse, widerCourse } from './warm/course.ts';
import { WarmLane } from './warm/lane.ts';
import { programFor } from './warm/programs.ts';

/** Fewer candidates are judged before a warm process has started. */
const worthWarming = 6;
/** After so many candidates that turned the failing tests green, a warm process for the wider scope pays. */
const worthWidening = 2;
/** What a batch for the warm process is meant to take, in seconds, and its least size: each batch ends with a check. */
const batchSeconds = 2;
const minBatch = 40;
const mostAtOnce = 3_000;
/** The same where a batch is compiled as a whole, which takes long however small it is. */
const minCompiled = 60;
const mostCompiled = 500;

type Settle = (index: number, verdict: Verdict) => void;

export class Slot implements AsyncDisposable {
  readonly #suite: Suite;
  readonly #replica: Replica;
  /** Null where nothing is compiled in front of the tests, or nobody knows how to compile many candidates at once. */
  readonly #language: CompiledLanguage | null;
  #lanes: Lanes | null = null;
  #enabled: boolean;
  warmlyJudged = 0;
  /** Why there is no warm process; null while there may be one. */
  notWarm: string | null = null;
  /** Warm candidates a second, as far as known. */
  #rate = 40;
  #preparing: Promise<void> | null = null;
  /** Results that processes of their own have found green. */
  readonly #confirmed = new Set<string>();

  constructor(suite: Suite, replica: Replica, warm: boolean) {
    this.#suite = suite;
    this.#replica = replica;
    this.#language = compiledBy(suite.plan);
    const takesOver = programFor(suite.plan) !== null || this.#language !== null;
    this.#enabled = warm && takesOver;
    if (warm && !takesOver) this.notWarm = `none is known for tests run by ${suite.plan.runner}`;
  }

  /** Starts a warm process, where there can be one. Never rejects: what goes wrong shows when it is needed. */
  prepare(options: PrepareOptions, signal: AbortSignal): Promise<void> {
    if (!this.#enabled) return Promise.resolve();
    this.#preparing = this.#lanesFor({ ...options, scope: 'all' })
      .then(({ failing }) => failing.prepare(signal))
      .catch(() => {});
    return this.#preparing;
  }

  /** How many candidates to take at a time, when `fair` is this slot's share of what is left. */
  appetite(options: TrialOptions, fair: number): number {
    if (!this.#isWarm(options)) return 1;
    if (this.#language !== null) return Math.min(Math.max(fair, minCompiled), mostCompiled);
    return Math.max(1, Math.min(fair, mostAtOnce, Math.max(minBatch, Math.ceil(this.#rate * batchSeconds))));
  }

  #isWarm(options: TrialOptions): boolean {
    return this.#enabled && (this.#lanes !== null || options.candidates.length >= worthWarming);
  }

  /**
   * Judges candidates `from` to `to`, in this order. What a warm process finds green is confirmed by processes of its own at once; of many,
   * those behind the first by a second warm process that runs everything.
   */
  async judge(options: TrialOptions, from: number, to: number, settle: Settle, signal: AbortSignal): Promise<void> {
    let todo = Array.from({ length: to - from }, (_, offset) => from + offset);
    while (todo.length > 0 && !signal.aborted) {
      const { green, open, left } = this.#isWarm(options) ? await this.#judgeWarm(options, todo, settle, signal) : allOpen(todo);
      for (const index of [...green, ...open].toSorted((a, b) => a - b)) {
        const candidate = options.candidates[index];
        if (candidate === undefined || signal.aborted) return;
        settle(index, await this.#confirm(candidate, { ...options, seemsGreen: green.includes(index) }, signal));
      }
      if (green.length + open.length > 0) await this.rest();
      todo = left;
    }
  }

  /** `green` looks so, `open` must be judged in processes of their own, and `left` was not reached. */
  async #judgeWarm(options: TrialOptions, indices: readonly number[], settle: Settle, signal: AbortSignal): Promise<Open> {
    await this.#preparing;
    const { failing } = await this.#lanesFor(options);
    const renewals = failing.starts;
    const started = performance.now();
    const candidates = indices.flatMap((index) => options.candidates[index] ?? []);
    const verdicts = await failing.judge(candidates, signal);
    const seconds = (performance.now() - started) / 1000;
    const reached = verdicts.filter((verdict) => verdict !== null).length;
    if (reached >= 8 && failing.starts === renewals) this.#rate = reached / Math.max(seconds, 0.001);
    if (failing.unfit !== null) {
      this.#enabled = false;
      this.notWarm = failing.unfit;
    }
    const [green, open, left]: [number[], number[], number[]] = [[], [], []];
    for (const [offset, index] of indices.entries()) {
      const verdict = verdicts[offset] ?? null;
      if (verdict === null) left.push(index);
      else if (verdict.kind === 'maybe') green.push(index);
      else if (verdict.kind === 'unseen') open.push(index);
      else {
        this.warmlyJudged += 1;
        settle(index, verdict);
      }
    }
    return { green, open, left };
  }

  /** By the wider scope in a warm process first, once some have turned the failing tests green. */
  async #confirm(candidate: Candidate, options: Confirmation, signal: AbortSignal): Promise<Verdict> {
    const { seemsGreen, scope, confirm = true } = options;
    if (seemsGreen && scope === 'failing' && !confirm) return this.#warmly({ kind: 'green', ran: scope });
    const lanes = this.#lanes;
    const wider = lanes?.wider ?? null;
    if (lanes !== null && wider?.unfit === null && scope !== 'failing' && lanes.broke + lanes.green >= worthWidening) {
      await this.rest();
      const [verdict] = await wider.judge([candidate], signal);
      if (verdict?.kind === 'breaks') return this.#warmly(verdict);
      if (verdict?.kind === 'maybe' && seemsGreen && lanes.green >= worthWidening) return this.#warmly({ kind: 'green', ran: scope });
      if (signal.aborted) return { kind: 'not-run' };
    }
    const verdict = await judgeCold(this.#replica, this.#suite, candidate, options, signal);
    if (lanes !== null && verdict.kind === 'breaks') lanes.broke += 1;
    if (verdict.kind === 'green') {
      if (lanes !== null) lanes.green += 1;
      this.#confirmed.add((await this.#resultOf(candidate.edits)) ?? '');
    }
    return verdict;
  }

  /** Whether processes of their own have found green what `edits` lead to. */
  async hasConfirmed(edits: readonly Edit[]): Promise<boolean> {
    const result = this.#confirmed.size === 0 ? null : await this.#resultOf(edits);
    return result !== null && this.#confirmed.has(result);
  }

  /** The same for edits that make the same files, however they say it. */
  async #resultOf(edits: readonly Edit[]): Promise<string | null> {
    const [preview] = await this.#replica.preview([edits]);
    if (!preview?.ok) return null;
    const files = preview.files.map(
      ({ path, after }) => `${path}\0${after === null ? '' : createHash('sha256').update(after).digest('hex')}`,
    );
    return files.sort().join('\0');
  }

  #warmly(verdict: Verdict): Verdict {
    this.warmlyJudged += 1;
    return verdict;
  }

  async #lanesFor(options: PrepareOptions & Pick<TrialOptions, 'scope'>): Promise<Lanes> {
    // The processes run the same whatever the scope is.
    const key = JSON.stringify(options.failing.map(({ id }) => id));
    if (this.#lanes?.key === key) return this.#lanes;
    await this.#closeLanes();
    this.#lanes = { key, ...this.#newLanes(options), broke: 0, green: 0 };
    return this.#lanes;
  }

  #newLanes(options: PrepareOptions & Pick<TrialOptions, 'scope'>): Pick<Lanes, 'failing' | 'wider'> {
    if (this.#language !== null) return { failing: new CompiledLane(this.#language, this.#suite, this.#replica, options), wider: null };
    const lane = (course: Course): Lane => new WarmLane(this.#suite, this.#replica, course);
    return { failing: lane(failingCourse(options)), wider: lane(widerCourse(options)) };
  }

  /** The replica's files as they were. */
  async rest(): Promise<void> {
    await this.#replica.apply([]);
  }

  async #closeLanes(): Promise<void> {
    await Promise.all([this.#lanes?.failing.close(), this.#lanes?.wider?.close()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#preparing;
    await this.#closeLanes();
    await this.#replica[Symbol.asyncDispose]();
  }
}

interface Lanes {
  readonly key: string;
  readonly failing: Lane;
  /** Starts when it is first asked. Null where everything takes as long in it as in processes of their own. */
  readonly wider: Lane | null;
  /** Candidates that turned the failing tests green and broke others. */
  broke: number;
  /** Candidates that processes of their own found green. */
  green: number;
}

interface Confirmation extends TrialOptions {
  /** By a warm process that ran the failing tests. */
  readonly seemsGreen: boolean;
}

interface Open {
  readonly green: readonly number[];
  readonly open: readonly number[];
  readonly left: number[];
}

const allOpen = (indices: readonly number[]): Open => ({ green: [], open: indices, left: [] });
