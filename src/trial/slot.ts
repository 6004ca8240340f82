// One replica, and everything that judges candidates in it: a warm process where there can be one, processes of their own otherwise.
import type { Suite } from '../suite/index.ts';
import type { Replica } from '../workspace/index.ts';
import { judgeCold } from './judge.ts';
import type { TrialOptions, Verdict } from './types.ts';
import { WarmLane } from './warm/lane.ts';

/** Runners whose process a warm worker knows how to take over; `other` is a plain program of Node. */
const takenOver: ReadonlySet<string> = new Set(['mocha', 'tape', 'node:test', 'other']);
/** Fewer candidates are judged before a warm process has started. */
const worthWarming = 6;
/** What a batch for the warm process is meant to take, in seconds: a green one is not to wait for long. */
const batchSeconds = 0.5;

export class Slot implements AsyncDisposable {
  readonly #suite: Suite;
  readonly #replica: Replica;
  #warm: { readonly key: string; readonly lane: WarmLane } | null = null;
  #enabled: boolean;
  warmlyJudged = 0;
  /** Why there is no warm process; null while there may be one. */
  notWarm: string | null = null;
  /** Warm candidates a second, as far as known. */
  #rate = 40;

  constructor(suite: Suite, replica: Replica, warm: boolean) {
    this.#suite = suite;
    this.#replica = replica;
    this.#enabled = warm && suite.plan.ecosystem === 'javascript' && takenOver.has(suite.plan.runner);
  }

  /** How many candidates to take at a time, when `fair` is this slot's share of what is left. */
  appetite(options: TrialOptions, fair: number): number {
    if (!this.#isWarm(options)) return 1;
    return Math.max(1, Math.min(fair, 1_000, Math.ceil(this.#rate * batchSeconds)));
  }

  #isWarm(options: TrialOptions): boolean {
    return this.#enabled && (this.#warm !== null || options.candidates.length >= worthWarming);
  }

  /** Judges candidates `from` to `to`, in this order but for those that a warm process finds green, which are judged again after it. */
  async judge(
    options: TrialOptions,
    from: number,
    to: number,
    settle: (index: number, verdict: Verdict) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const open: number[] = [];
    if (this.#isWarm(options)) open.push(...(await this.#judgeWarm(options, from, to, settle, signal)));
    else for (let index = from; index < to; index += 1) open.push(index);
    for (const index of open) {
      const candidate = options.candidates[index];
      if (candidate === undefined || signal.aborted) return;
      settle(index, await judgeCold(this.#replica, this.#suite, candidate, options, signal));
    }
    if (open.length > 0) await this.rest();
  }

  async #judgeWarm(
    options: TrialOptions,
    from: number,
    to: number,
    settle: (index: number, verdict: Verdict) => void,
    signal: AbortSignal,
  ): Promise<number[]> {
    const lane = await this.#laneFor(options);
    const started = performance.now();
    const verdicts = await lane.judge(options.candidates.slice(from, to), signal);
    const seconds = (performance.now() - started) / 1000;
    if (to - from >= 8) this.#rate = (to - from) / Math.max(seconds, 0.001);
    if (lane.unfit !== null) {
      this.#enabled = false;
      this.notWarm = lane.unfit;
    }
    const open: number[] = [];
    const rest: number[] = [];
    for (const [offset, verdict] of verdicts.entries()) {
      if (verdict.kind === 'maybe') open.push(from + offset);
      else if (verdict.kind === 'unseen') rest.push(from + offset);
      else {
        this.warmlyJudged += 1;
        settle(from + offset, verdict);
      }
    }
    return [...open, ...rest];
  }

  async #laneFor(options: TrialOptions): Promise<WarmLane> {
    const key = JSON.stringify(options.failing.map(({ id }) => id));
    if (this.#warm?.key === key) return this.#warm.lane;
    await this.#warm?.lane.close();
    const lane = new WarmLane(this.#suite, this.#replica, options);
    this.#warm = { key, lane };
    return lane;
  }

  /** The replica's files as they were. */
  async rest(): Promise<void> {
    await this.#replica.apply([]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#warm?.lane.close();
    await this.#replica[Symbol.asyncDispose]();
  }
}
