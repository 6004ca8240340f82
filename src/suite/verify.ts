import type { Patch, Workspace } from '../workspace/index.ts';
import { compareRuns } from './compare.ts';
import { isEndless } from './test-limit.ts';
import type { Suite, TestId, TestResult, TestRun } from './types.ts';

export type Verification =
  | { readonly kind: 'proved'; readonly after: TestRun; readonly greenRuns: number }
  | { readonly kind: 'refuted'; readonly after: TestRun | null; readonly problems: readonly string[] }
  | { readonly kind: 'aborted' };

export interface VerifyOptions {
  readonly workspace: Workspace;
  readonly suite: Suite;
  readonly patch: Patch;
  readonly baseline: TestRun;
  readonly failing: readonly TestResult[];
  readonly flaky: readonly TestId[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The proof: on a clean copy of the red tree with only the patch, the failing tests pass twice, nothing that passed fails, and nothing
 * that ran stopped running; no test is ended from outside. A test that passed before and fails now is given a second chance, as failures
 * are when they are reproduced.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { workspace, suite, patch, baseline, failing, timeoutMs, signal } = options;
  await using copy = await workspace.fresh(patch);
  const mustPass = failing.map((test) => test.id);
  // As its author runs it: each test ends by itself, but for those that nobody asked to mend.
  const staysEndless = baseline.results.some((result) => isEndless(result) && !mustPass.includes(result.id));
  const run = { timeoutMs, testLimit: staysEndless ? undefined : null, signal };

  const after = await suite.run(copy.root, { scope: 'all', ...run });
  if (after.aborted) return { kind: 'aborted' };
  const first = compareRuns(withoutFlaky(baseline, options.flaky), after, mustPass);
  if (!first.ok) {
    // On a copy of its own: what the first run left could be what the tests now find.
    await using clean = await workspace.fresh(patch);
    const second = await suite.run(clean.root, { scope: 'all', ...run });
    if (second.aborted) return { kind: 'aborted' };
    if (!compareRuns(withoutFlaky(baseline, options.flaky), second, mustPass).ok)
      return { kind: 'refuted', after, problems: first.problems };
    return { kind: 'proved', after: second, greenRuns: 1 };
  }

  await copy.tidy();
  const again = await suite.run(copy.root, { scope: 'failing', failing, ...run });
  if (again.aborted) return { kind: 'aborted' };
  const red = again.failing.filter((id) => mustPass.includes(id));
  if (red.length > 0) return { kind: 'refuted', after, problems: red.map((id) => `${id} passed once and failed when it was run again`) };
  return { kind: 'proved', after, greenRuns: 2 };
}

/** What is known to be flaky proves nothing, neither by passing nor by failing. */
function withoutFlaky(run: TestRun, flaky: readonly TestId[]): TestRun {
  if (flaky.length === 0) return run;
  const unreliable = new Set(flaky);
  const results = run.results.filter((result) => !unreliable.has(result.id));
  const count = (status: string): number => results.filter((result) => result.status === status).length;
  return {
    ...run,
    results,
    failing: run.failing.filter((id) => !unreliable.has(id)),
    counts: {
      executed: count('passed') + count('failed'),
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped') + count('todo'),
    },
  };
}
