import type { Suite, TestId, TestResult, TestRun } from './types.ts';

export type Reproduction =
  | { readonly kind: 'green'; readonly run: TestRun }
  /** Every failure passed when it was run again on the same tree. */
  | { readonly kind: 'flaky'; readonly run: TestRun; readonly flaky: readonly TestId[] }
  | { readonly kind: 'timed-out'; readonly run: TestRun }
  | { readonly kind: 'aborted' }
  | {
      readonly kind: 'red';
      readonly baseline: TestRun;
      /** Red both times. */
      readonly failing: readonly TestResult[];
      readonly flaky: readonly TestId[];
      readonly failingSeconds: number;
      /** The suite to go on with: where failures show only in the whole run, its `failing` scope is the whole run. */
      readonly suite: Suite;
    };

export interface ReproduceOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs everything, then the failures once more. A failure that does not show alone is not yet flaky: it may depend on the tests before
 * it, so everything is run again, and only what passes then is called flaky.
 */
export async function reproduce(suite: Suite, root: string, options: ReproduceOptions): Promise<Reproduction> {
  const first = await suite.run(root, { scope: 'all', ...options });
  if (first.aborted) return { kind: 'aborted' };
  if (first.timedOut) return { kind: 'timed-out', run: first };
  if (first.green) return { kind: 'green', run: first };

  const failed = first.results.filter((result) => result.status === 'failed');
  const alone = await suite.run(root, { scope: 'failing', failing: failed, ...options });
  if (alone.aborted) return { kind: 'aborted' };
  if (!alone.green && allRed(alone, failed)) {
    return { kind: 'red', baseline: first, failing: failed, flaky: [], failingSeconds: alone.seconds, suite };
  }

  const again = await suite.run(root, { scope: 'all', ...options });
  if (again.aborted) return { kind: 'aborted' };
  if (again.timedOut) return { kind: 'timed-out', run: again };
  const redAgain = new Set(again.failing);
  const broken = failed.filter((result) => redAgain.has(result.id));
  const flaky = failed.filter((result) => !redAgain.has(result.id)).map((result) => result.id);
  if (broken.length === 0) return { kind: 'flaky', run: first, flaky };

  const showsAlone = !alone.green && allRed(alone, broken);
  return {
    kind: 'red',
    baseline: first,
    failing: broken,
    flaky,
    failingSeconds: showsAlone ? alone.seconds : first.seconds,
    suite: showsAlone ? suite : wholeRunOnly(suite),
  };
}

function allRed(run: TestRun, tests: readonly TestResult[]): boolean {
  const red = new Set(run.failing);
  return tests.every((test) => red.has(test.id));
}

function wholeRunOnly(suite: Suite): Suite {
  return {
    ...suite,
    run: (root, options) => suite.run(root, options.scope === 'failing' ? { ...options, scope: 'all' } : options),
  };
}
