import type { TestId, TestResult, TestRun } from '../suite/index.ts';

/**
 * Which of the failing tests passed in `run`. A test that is missing from the run did not pass: a name filter that matches nothing ends
 * with exit code 0. Only a failure outside of any test (a file that could not be loaded) is fixed by its own disappearance, and a run
 * without a report by its exit code.
 */
export function turnedGreen(run: TestRun, failing: readonly TestResult[]): { fixed: TestId[]; red: TestId[] } {
  const status = new Map(run.results.map((result) => [result.id, result.status]));
  const fixed: TestId[] = [];
  const red: TestId[] = [];
  for (const test of failing) {
    (passes(test.id, run, status) ? fixed : red).push(test.id);
  }
  return { fixed, red };
}

function passes(id: TestId, run: TestRun, status: ReadonlyMap<TestId, string>): boolean {
  if (run.reader === 'exit-code') return run.green;
  const found = status.get(id);
  if (found !== undefined) return found === 'passed';
  return isOutsideTests(id) && run.green && run.counts.executed > 0;
}

function isOutsideTests(id: TestId): boolean {
  return id.endsWith('(file)') || id.endsWith('(suite)');
}
