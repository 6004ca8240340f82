// Warm processes of the packages of a repository, each of which runs the tests of one by a command of its own.
import { ofPackage, packageOf, type Suite, sharesOf, type TestId } from '../../suite/index.ts';
import type { Replica } from '../../workspace/index.ts';
import type { Lane, WarmVerdict } from '../lane.ts';
import type { Candidate, PrepareOptions, TrialOptions } from '../types.ts';
import { failingCourse, widerCourse } from './course.ts';
import { WarmLane } from './lane.ts';

/** Packages that have a process in one replica. */
const mostPackages = 3;

/**
 * Judges by the failing tests: those of the package that has the most, and where these are green or do not see what is changed, those of the next
 * one. What is red in one package is no repair; what looks green in one looks so in all that have a process.
 */
export class FailingLane implements Lane {
  readonly #lanes: readonly WarmLane[];
  /** By lane: the tests it judges by. */
  readonly #tests: readonly (readonly TestId[])[];

  constructor(suite: Suite, replica: Replica, options: PrepareOptions) {
    const shares = sharesOf(suite, options.failing).slice(0, mostPackages);
    this.#lanes = shares.map((share) => new WarmLane(share.suite, replica, failingCourse({ ...options, failing: share.failing })));
    this.#tests = shares.map(({ failing }) => failing.map(({ id }) => id));
  }

  get starts(): number {
    return this.#lanes.reduce((sum, { starts }) => sum + starts, 0);
  }

  get unfit(): string | null {
    return unfitness(this.#lanes);
  }

  async prepare(signal: AbortSignal): Promise<void> {
    for (const lane of this.#lanes) {
      await lane.prepare(signal);
      if (lane.unfit === null) return;
    }
  }

  async judge(candidates: readonly Candidate[], signal: AbortSignal): Promise<(WarmVerdict | null)[]> {
    const verdicts: (WarmVerdict | null)[] = candidates.map(() => null);
    const passed = new Map<number, readonly TestId[]>();
    let open = [...candidates.entries()];
    for (const [number, lane] of this.#lanes.entries()) {
      const judged = await lane.judge(
        open.map(([, candidate]) => candidate),
        signal,
      );
      for (const [at, [index]] of open.entries()) {
        const verdict = judged[at] ?? null;
        verdicts[index] = verdict === null ? null : behind(passed.get(index) ?? [], verdict);
        if (verdict?.kind === 'maybe') passed.set(index, [...(passed.get(index) ?? []), ...(this.#tests[number] ?? [])]);
      }
      open = open.filter(([index]) => isOpen(verdicts[index] ?? null));
      if (open.length === 0 || signal.aborted) break;
    }
    return verdicts;
  }

  async close(): Promise<void> {
    for (const lane of this.#lanes) await lane.close();
  }
}

/** Whether another package can tell more: not where only some of the failing tests of this one ran, and some of these failed. */
function isOpen(verdict: WarmVerdict | null): boolean {
  return verdict?.kind === 'unseen' || (verdict?.kind === 'maybe' && verdict.told === undefined);
}

/** What a package says of a candidate for which `passed` pass in others. */
function behind(passed: readonly TestId[], verdict: WarmVerdict): WarmVerdict {
  if (passed.length === 0) return verdict;
  if (verdict.kind === 'unseen') return { kind: 'maybe' };
  if (verdict.kind === 'red') return { kind: 'partial', fixed: passed, broke: [] };
  return verdict.kind === 'partial' ? { ...verdict, fixed: [...passed, ...verdict.fixed] } : verdict;
}

/**
 * Refutes what looks green by all tests of the packages that it changes or that have failing ones; what it does not refute is `unseen`, for
 * others may break as well.
 */
export class RefutingLane implements Lane {
  readonly #suite: Suite;
  readonly #replica: Replica;
  readonly #options: Pick<TrialOptions, 'scope' | 'failing' | 'baseline'>;
  readonly #shares: ReturnType<typeof sharesOf>;
  readonly #lanes = new Map<Suite, WarmLane>();

  constructor(suite: Suite, replica: Replica, options: Pick<TrialOptions, 'scope' | 'failing' | 'baseline'>) {
    this.#suite = suite;
    this.#replica = replica;
    this.#options = options;
    this.#shares = sharesOf(suite, options.failing);
  }

  get starts(): number {
    return [...this.#lanes.values()].reduce((sum, { starts }) => sum + starts, 0);
  }

  get unfit(): string | null {
    return unfitness([...this.#lanes.values()]);
  }

  /** Which packages are changed is not known before there are candidates. */
  async prepare(): Promise<void> {}

  async judge(candidates: readonly Candidate[], signal: AbortSignal): Promise<(WarmVerdict | null)[]> {
    const verdicts: WarmVerdict[] = [];
    for (const candidate of candidates) verdicts.push((await this.#refuted(candidate, signal)) ?? { kind: 'unseen' });
    return verdicts;
  }

  async #refuted(candidate: Candidate, signal: AbortSignal): Promise<WarmVerdict | null> {
    const changed = candidate.edits.map(({ path }) => packageOf(this.#suite, path));
    const red = this.#shares.map(({ suite }) => suite);
    for (const suite of new Set([...changed, ...red])) {
      if (signal.aborted) return null;
      const [verdict] = (await this.#laneOf(suite)?.judge([candidate], signal)) ?? [];
      if (verdict?.kind === 'breaks' || verdict?.kind === 'partial') return verdict;
    }
    return null;
  }

  #laneOf(suite: Suite): WarmLane | null {
    const known = this.#lanes.get(suite) ?? null;
    if (known !== null || this.#lanes.size >= mostPackages || suite === this.#suite) return known;
    const { baseline, scope } = this.#options;
    const share = this.#shares.find((one) => one.suite === suite);
    const course = widerCourse({ scope, failing: share?.failing ?? [], baseline: ofPackage(suite, baseline) });
    const lane = new WarmLane(suite, this.#replica, course);
    this.#lanes.set(suite, lane);
    return lane;
  }

  async close(): Promise<void> {
    for (const lane of this.#lanes.values()) await lane.close();
  }
}

/** Why none of `lanes` goes on; null while one does, and where there is none yet. */
function unfitness(lanes: readonly WarmLane[]): string | null {
  return lanes.every(({ unfit }) => unfit !== null) ? (lanes[0]?.unfit ?? null) : null;
}
