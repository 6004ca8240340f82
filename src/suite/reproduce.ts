import type { RunOptions, Suite, TestId, TestResult, TestRun } from './types.ts';

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
 * Runs everything, then the failures once more, as narrowly as they still fail the same way: alone, else with the other tests of their
 * files, else in the whole run. A failure that does not show again may depend on the tests before it, so only what passes in a second
 * whole run is called flaky.
 */
export async function reproduce(suite: Suite, root: string, options: ReproduceOptions): Promise<Reproduction> {
  const first = await suite.run(root, { scope: 'all', ...options });
  if (first.aborted) return { kind: 'aborted' };
  if (first.timedOut) return { kind: 'timed-out', run: first };
  if (first.green) return { kind: 'green', run: first };

  const failed = first.results.filter((result) => result.status === 'failed');
  for (const scope of narrowScopes(failed)) {
    const again = await suite.run(root, { scope, failing: failed, ...options });
    if (again.aborted) return { kind: 'aborted' };
    if (failsAlike(again, failed)) {
      return {
        kind: 'red',
        baseline: first,
        failing: failed,
        flaky: [],
        failingSeconds: again.seconds,
        suite: withFailingAs(suite, scope),
      };
    }
  }

  const again = await suite.run(root, { scope: 'all', ...options });
  if (again.aborted) return { kind: 'aborted' };
  if (again.timedOut) return { kind: 'timed-out', run: again };
  const redAgain = new Set(again.failing);
  const broken = failed.filter((result) => redAgain.has(result.id));
  const flaky = failed.filter((result) => !redAgain.has(result.id)).map((result) => result.id);
  if (broken.length === 0) return { kind: 'flaky', run: first, flaky };
  return { kind: 'red', baseline: first, failing: broken, flaky, failingSeconds: again.seconds, suite: withFailingAs(suite, 'all') };
}

function narrowScopes(failed: readonly TestResult[]): RunOptions['scope'][] {
  const files = [...new Set(failed.flatMap((test) => (test.file === null ? [] : [test.file])))];
  return failed.every((test) => test.file !== null) ? ['failing', { files }] : ['failing'];
}

/**
 * Red for the same reason. A test that needs what an earlier one has set up fails by itself too, but otherwise, and then no fix could
 * turn it green. Numbers are not compared: they may be addresses or times.
 */
function failsAlike(run: TestRun, tests: readonly TestResult[]): boolean {
  if (run.green) return false;
  const red = new Map(run.results.filter((result) => result.status === 'failed').map((result) => [result.id, result]));
  return tests.every((test) => {
    const again = red.get(test.id);
    return again !== undefined && reasonOf(again) === reasonOf(test);
  });
}

function reasonOf({ message }: TestResult): string {
  return (message ?? '').split('\n', 1)[0]?.replace(/\d+/g, '#') ?? '';
}

function withFailingAs(suite: Suite, scope: RunOptions['scope']): Suite {
  if (scope === 'failing') return suite;
  return { ...suite, run: (root, options) => suite.run(root, options.scope === 'failing' ? { ...options, scope } : options) };
}
