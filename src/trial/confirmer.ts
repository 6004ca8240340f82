// What looks green in warm processes is run with everything: in processes of its own, and in one warm process for all that can be refuted there.
import type { Suite } from '../suite/index.ts';
import type { Replica } from '../workspace/index.ts';
import type { Confirmed } from './confirmed.ts';
import { judgeCold } from './judge.ts';
import type { Lane } from './lane.ts';
import type { Candidate, PrepareOptions, TrialOptions, Verdict } from './types.ts';
import { courseKey, widerCourse } from './warm/course.ts';
import { WarmLane } from './warm/lane.ts';
import { RefutingLane } from './warm/parts.ts';

/** After so many candidates that broke other tests, a warm process that runs everything pays, though none was green yet. */
const worthWarming = 2;
/** The same where packages have processes: each starts sooner than the command that runs them all. */
const worthWarmingPackages = 1;

/**
 * Replicas beside those of the slots, whose warm processes go on meanwhile. No candidate counts as green before one does by processes of its
 * own; a warm process that runs everything refutes those that break other tests, and judges all behind the first. It is started ahead, or when
 * candidates have shown that it pays.
 */
export class Confirmer implements AsyncDisposable {
  readonly #suite: Suite;
  readonly #makeReplica: () => Promise<Replica>;
  #replica: Promise<Replica> | null = null;
  /** Where the warm process was started ahead, once it is there: others may be at work in the first. */
  #ahead: Replica | null = null;
  readonly #confirmed: Confirmed;
  #wider: { readonly key: string; readonly lane: Lane } | null = null;
  /** Found by processes of their own. */
  #green = 0;
  #broke = 0;
  #preparing: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  warmlyJudged = 0;

  /** The replica is made when there is something to confirm. */
  constructor(suite: Suite, makeReplica: () => Promise<Replica>, confirmed: Confirmed) {
    this.#suite = suite;
    this.#makeReplica = makeReplica;
    this.#confirmed = confirmed;
  }

  /** Starts the warm process that runs everything, when `turn` has come. Never rejects: what goes wrong shows when it is needed. */
  prepare(options: PrepareOptions, signal: AbortSignal, turn: Promise<void>): Promise<void> {
    this.#preparing ??= turn.then(() => (signal.aborted ? undefined : this.#startAhead(options, signal))).catch(() => {});
    return this.#preparing;
  }

  async #startAhead(options: PrepareOptions, signal: AbortSignal): Promise<void> {
    const replica = await this.#makeReplica();
    const lane = new WarmLane(this.#suite, replica, widerCourse({ ...options, scope: 'all' }));
    await lane.prepare(signal).catch(() => {});
    if (this.#wider === null && lane.unfit === null && !signal.aborted) {
      this.#wider = { key: courseKey(options), lane };
      this.#ahead = replica;
    } else {
      await lane.close();
      await replica[Symbol.asyncDispose]();
    }
  }

  /** Whether a warm process is there, or is worth waiting for. */
  #isWarm({ scope, failing }: TrialOptions): boolean {
    if (scope === 'failing') return false;
    const worth = this.#suite.parts === undefined ? worthWarming : worthWarmingPackages;
    return this.#wider?.key === courseKey({ failing }) || this.#green > 0 || this.#broke >= worth;
  }

  /** False where each candidate takes processes of its own: these had better run in the replicas of the slots, side by side. */
  get isWorthwhile(): boolean {
    return this.#wider === null || this.#wider.lane.unfit === null;
  }

  /** The verdict on a candidate that looks green, when those handed over before it have theirs. */
  confirm(candidate: Candidate, options: TrialOptions, signal: AbortSignal): Promise<Verdict> {
    const verdict = this.#last.then(() => this.#confirm(candidate, options, signal));
    this.#last = verdict.catch(() => {});
    return verdict;
  }

  async #confirm(candidate: Candidate, options: TrialOptions, signal: AbortSignal): Promise<Verdict> {
    if (signal.aborted) return { kind: 'not-run' };
    this.#replica ??= this.#makeReplica();
    const replica = await this.#replica;
    if (this.#isWarm(options)) {
      const lane = await this.#laneFor(this.#ahead ?? replica, options);
      const [verdict] = lane.unfit === null ? await lane.judge([candidate], signal) : [];
      const isWrong = verdict?.kind === 'breaks' || verdict?.kind === 'partial';
      if (isWrong || (verdict?.kind === 'maybe' && this.#green > 0)) {
        this.warmlyJudged += 1;
        return isWrong ? verdict : { kind: 'green', ran: options.scope };
      }
    }
    if (signal.aborted) return { kind: 'not-run' };
    const verdict = await judgeCold(replica, this.#suite, candidate, { ...options, seemsGreen: true }, signal);
    if (verdict.kind === 'green') {
      this.#green += 1;
      await this.#confirmed.add(replica, candidate.edits);
    }
    if (verdict.kind === 'breaks' || verdict.kind === 'partial') this.#broke += 1;
    await replica.apply([]);
    return verdict;
  }

  async #laneFor(replica: Replica, options: Pick<TrialOptions, 'scope' | 'failing' | 'baseline'>): Promise<Lane> {
    const key = courseKey(options);
    if (this.#wider?.key === key) return this.#wider.lane;
    await this.#wider?.lane.close();
    const lane =
      this.#suite.parts === undefined
        ? new WarmLane(this.#suite, replica, widerCourse(options))
        : new RefutingLane(this.#suite, replica, options);
    this.#wider = { key, lane };
    return lane;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#preparing;
    await this.#last;
    await this.#wider?.lane.close();
    await (await this.#replica?.catch(() => null))?.[Symbol.asyncDispose]();
    await this.#ahead?.[Symbol.asyncDispose]();
  }
}
