// What a warm worker runs for each candidate, and what that says of it.
import { isOutsideOfTests, quickOnes, type TestId, type TestResult, type TestRun } from '../../suite/index.ts';
import type { WarmVerdict } from '../lane.ts';
import type { PrepareOptions, TrialOptions, Verdict } from '../types.ts';
import { verdictOfFailing, verdictOfWider } from '../verdict.ts';

export interface Course {
  readonly scope: 'failing' | 'all';
  readonly failing: readonly TestResult[];
  /** The test files that are run, as far as known. */
  readonly files: readonly string[];
  /** What it takes on the red tree, in processes of its own. */
  readonly seconds: number;
  /** The whole on the red tree. */
  readonly baseline: TestRun;
  /** Null when the tests pass. */
  verdictOf(run: TestRun): WarmVerdict | null;
  /** Why a worker in which the unchanged code ends like this is none; null when it ends as in a process of its own. */
  unlike(run: TestRun): string | null;
}

/** Courses of one scope with the same key judge alike. */
export function courseKey({ failing }: Pick<PrepareOptions, 'failing'>): string {
  return JSON.stringify(failing.map(({ id }) => id));
}

/**
 * Some of the failing tests, without the few that are slow; of these some may not run in the worker, or pass where others do not run before
 * them: what is red by the rest is red, and what is not is judged again with all of them.
 */
export function failingCourse(options: PrepareOptions): Course {
  const quick = quickOnes(options.failing);
  const chosen = new Set(quick);
  const others = options.failing.flatMap((test) => (chosen.has(test) ? [] : [test.id]));
  let judged = options.failing;
  const plainly = (run: TestRun): Verdict | null => verdictOfFailing(run, { ...options, failing: judged });
  const [first] = options.failing;
  const verdictOf = (run: TestRun): WarmVerdict | null => {
    const verdict = plainly(run);
    // Others may need those that are left out; the first needs none.
    const isDoubtful =
      others.length > 0 &&
      judged.length < options.failing.length &&
      verdict?.kind === 'partial' &&
      verdict.fixed.some((id) => id === first?.id);
    return isDoubtful ? { kind: 'maybe', told: verdict } : verdict;
  };
  return {
    scope: 'failing',
    failing: quick,
    files: filesOf(quick),
    seconds: options.failingSeconds,
    baseline: options.baseline,
    verdictOf,
    unlike: (run) => {
      const absent = absentFrom(run, quick);
      if (absent.length > MOST_ABSENT * quick.length) return absence(absent, quick);
      const [ran, green] = [ranIn(run), passedIn(run)];
      const passed = others.length === 0 ? [] : quick.flatMap(({ id }) => (green.has(id) ? [id] : []));
      // Of every worker so far: what one lacks must not make its candidates red. The others run all the same where only whole files can be chosen.
      const lacking = new Set([...absent, ...others.filter((id) => !ran.has(id)), ...(2 * passed.length > quick.length ? [] : passed)]);
      judged = judged.filter(({ id }) => !lacking.has(id));
      const kind = plainly(run)?.kind ?? 'green';
      return kind === 'red' ? null : `the unchanged code is ${kind} in it`;
    },
  };
}

/** Of the failing tests, at most this share may not run in a worker: more of them, and too much is judged twice. */
const MOST_ABSENT = 0.5;

function absentFrom(run: TestRun, failing: readonly TestResult[]): readonly TestId[] {
  const ran = ranIn(run);
  return failing.flatMap(({ id }) => (ran.has(id) || isOutsideOfTests(id) ? [] : [id]));
}

const withStatus = (run: TestRun, ...wanted: readonly TestResult['status'][]): ReadonlySet<TestId> =>
  new Set(run.results.flatMap(({ id, status }) => (wanted.includes(status) ? [id] : [])));
const passedIn = (run: TestRun): ReadonlySet<TestId> => withStatus(run, 'passed');
const ranIn = (run: TestRun): ReadonlySet<TestId> => withStatus(run, 'passed', 'failed');

const absence = (absent: readonly TestId[], failing: readonly TestResult[]): string =>
  `${absent.length} of the ${failing.length} failing tests do not run in it`;

/** Everything, for candidates that turn the failing tests green: what passed on the red tree must pass on in the worker as well. */
export function widerCourse(options: Pick<TrialOptions, 'scope' | 'failing' | 'baseline'>): Course {
  const expected = passedIn(options.baseline);
  return {
    scope: 'all',
    failing: options.failing,
    files: filesOf(options.baseline.results),
    seconds: options.baseline.seconds,
    baseline: options.baseline,
    verdictOf: (run) => {
      const verdict = verdictOfWider(run, options);
      return verdict.kind === 'green' ? null : verdict;
    },
    unlike: (run) => {
      const absent = absentFrom(run, options.failing);
      if (absent.length > 0) return absence(absent, options.failing);
      const passed = passedIn(run);
      const missing = [...expected].filter((id) => !passed.has(id));
      return missing.length === 0 && passed.size === expected.size
        ? null
        : `other tests pass in it: ${missing.length} of ${expected.size} are missing`;
    },
  };
}

function filesOf(results: readonly TestResult[]): readonly string[] {
  return [...new Set(results.flatMap(({ file }) => file ?? []))];
}
