// One replica, and everything that judges candidates in it: warm processes where there can be some, processes of their own otherwise.
import type { Suite } from '../suite/index.ts';
import type { Replica } from '../workspace/index.ts';
import { judgeCold } from './judge.ts';
import type { Candidate, TrialOptions, Verdict } from './types.ts';
import { failingCourse, widerCourse } from './warm/course.ts';
import { WarmLane } from './warm/lane.ts';
import { programFor } from './warm/programs.ts';

/** Fewer candidates are judged before a warm process has started. */
const worthWarming = 6;
/** After so many candidates that turned the failing tests green and broke others, a warm process for the wider scope pays. */
const worthWidening = 2;
/** What a batch for the warm process is meant to take, in seconds, and its least size: each batch ends with a check. */
const batchSeconds = 2;
const minBatch = 40;
const mostAtOnce = 3_000;

type Settle = (index: number, verdict: Verdict) => void;

export class Slot implements AsyncDisposable {
  readonly #suite: Suite;
  readonly #replica: Replica;
  #lanes: Lanes | null = null;
  #enabled: boolean;
  warmlyJudged = 0;
  /** Why there is no warm process; null while there may be one. */
  notWarm: string | null = null;
  /** Warm candidates a second, as far as known. */
  #rate = 40;

  constructor(suite: Suite, replica: Replica, warm: boolean) {
    this.#suite = suite;
    this.#replica = replica;
    const takesOver = programFor(suite.plan) !== null;
    this.#enabled = warm && takesOver;
    if (warm && !takesOver) this.notWarm = `none is known for tests run by ${suite.plan.runner}`;
  }

  /** How many candidates to take at a time, when `fair` is this slot's share of what is left. */
  appetite(options: TrialOptions, fair: number): number {
    if (!this.#isWarm(options)) return 1;
    return Math.max(1, Math.min(fair, mostAtOnce, Math.max(minBatch, Math.ceil(this.#rate * batchSeconds))));
  }

  #isWarm(options: TrialOptions): boolean {
    return this.#enabled && (this.#lanes !== null || options.candidates.length >= worthWarming);
  }

  /** Judges candidates `from` to `to`, in this order; what a warm process finds green is confirmed by processes of its own at once. */
  async judge(options: TrialOptions, from: number, to: number, settle: Settle, signal: AbortSignal): Promise<void> {
    let todo = Array.from({ length: to - from }, (_, offset) => from + offset);
    while (todo.length > 0 && !signal.aborted) {
      const { open, left } = this.#isWarm(options) ? await this.#judgeWarm(options, todo, settle, signal) : { open: todo, left: [] };
      for (const index of open) {
        const candidate = options.candidates[index];
        if (candidate === undefined || signal.aborted) return;
        settle(index, await this.#confirm(candidate, options, signal));
      }
      if (open.length > 0) await this.rest();
      todo = left;
    }
  }

  /** `open` must be judged in processes of their own; `left` was not reached. */
  async #judgeWarm(options: TrialOptions, indices: readonly number[], settle: Settle, signal: AbortSignal): Promise<Open> {
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
    const open: number[] = [];
    const left: number[] = [];
    for (const [offset, index] of indices.entries()) {
      const verdict = verdicts[offset] ?? null;
      if (verdict === null) left.push(index);
      else if (verdict.kind === 'maybe' || verdict.kind === 'unseen') open.push(index);
      else {
        this.warmlyJudged += 1;
        settle(index, verdict);
      }
    }
    return { open, left };
  }

  /** By the wider scope in a warm process first, where that has turned out to be what most fail. */
  async #confirm(candidate: Candidate, options: TrialOptions, signal: AbortSignal): Promise<Verdict> {
    const lanes = this.#lanes;
    if (lanes !== null && options.scope !== 'failing' && lanes.broke >= worthWidening && lanes.wider.unfit === null) {
      await this.rest();
      const [verdict] = await lanes.wider.judge([candidate], signal);
      if (verdict?.kind === 'breaks') {
        this.warmlyJudged += 1;
        return verdict;
      }
      if (signal.aborted) return { kind: 'not-run' };
    }
    const verdict = await judgeCold(this.#replica, this.#suite, candidate, options, signal);
    if (lanes !== null && verdict.kind === 'breaks') lanes.broke += 1;
    return verdict;
  }

  async #lanesFor(options: TrialOptions): Promise<Lanes> {
    const key = JSON.stringify([options.scope, options.failing.map(({ id }) => id)]);
    if (this.#lanes?.key === key) return this.#lanes;
    await this.#closeLanes();
    const lane = (course: ReturnType<typeof failingCourse>): WarmLane => new WarmLane(this.#suite, this.#replica, course);
    this.#lanes = { key, failing: lane(failingCourse(options)), wider: lane(widerCourse(options)), broke: 0 };
    return this.#lanes;
  }

  /** The replica's files as they were. */
  async rest(): Promise<void> {
    await this.#replica.apply([]);
  }

  async #closeLanes(): Promise<void> {
    await Promise.all([this.#lanes?.failing.close(), this.#lanes?.wider.close()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#closeLanes();
    await this.#replica[Symbol.asyncDispose]();
  }
}

interface Lanes {
  readonly key: string;
  readonly failing: WarmLane;
  /** Starts when it is first asked. */
  readonly wider: WarmLane;
  /** Candidates that turned the failing tests green and broke others. */
  broke: number;
}

interface Open {
  readonly open: readonly number[];
  readonly left: number[];
}
