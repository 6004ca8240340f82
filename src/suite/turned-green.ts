import { withoutReplaced } from './compare.ts';
import { isOutsideOfTests } from './results.ts';
import type { TestId, TestResult, TestRun } from './types.ts';

/**
 * Which of the failing tests passed in `run`; `baseline` is the whole suite on the red tree. A test that is missing from the run did not pass: a name filter that matches nothing ends
 * with exit code 0. Exceptions are a failure outside of any test (a crash, a file that could not be loaded), which is fixed by its own
 * disappearance when tests ran and the exit code agrees; a name that holds a value, which another one of its group replaces; and runs
 * without a report, where only the exit code speaks: of the baseline, whose runner may have died before it reported, or of a suite that
 * tells of failures alone. Where the baseline told of tests, a run that tells of none is a program that ended early, whatever its exit code.
 */
export function turnedGreen(
  run: TestRun,
  failing: readonly TestResult[],
  baseline: TestRun,
): { readonly fixed: readonly TestId[]; readonly red: readonly TestId[] } {
  const ids = failing.map((test) => test.id);
  if (run.reader === 'exit-code' || baseline.reader === 'exit-code')
    return run.green && !(run.reader === 'exit-code' && tellsOfTests(baseline)) ? { fixed: ids, red: [] } : { fixed: [], red: ids };
  const status = new Map(run.results.map((result) => [result.id, result.status]));
  const missing = ids.filter((id) => !status.has(id));
  const known = new Set(baseline.results.map((result) => result.id));
  const came = run.results.filter((result) => result.status === 'passed' && !known.has(result.id)).map((result) => result.id);
  const tests = missing.filter((id) => !isOutsideOfTests(id));
  const trusted = run.green && run.counts.executed > 0;
  const stillRed = new Set(trusted ? withoutReplaced(tests, came) : missing);
  const passed = (id: TestId): boolean => (status.has(id) ? status.get(id) === 'passed' : !stillRed.has(id));
  return { fixed: ids.filter(passed), red: ids.filter((id) => !passed(id)) };
}

function tellsOfTests({ reader, results }: TestRun): boolean {
  return (reader === 'report' || reader === 'tap') && results.some(({ id }) => !isOutsideOfTests(id));
}
