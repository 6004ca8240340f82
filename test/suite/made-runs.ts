import type { TestResult, TestRun, TestStatus } from '../../src/suite/types.ts';

/** A result of a test that ran nowhere. */
export function result(id: string, status: TestStatus, message: string | null = null): TestResult {
  return {
    id,
    name: id,
    file: 'a.test.js',
    line: null,
    status,
    seconds: 0,
    message,
    stack: null,
    frames: [],
    expected: null,
    actual: null,
  };
}

/** A test run with these results, counted and judged as a real one is. */
export function runOf(results: readonly TestResult[], more: Partial<TestRun> = {}): TestRun {
  const count = (status: string): number => results.filter((one) => one.status === status).length;
  const failing = results.filter((one) => one.status === 'failed').map((one) => one.id);
  return {
    command: 'npm test',
    exitCode: failing.length > 0 ? 1 : 0,
    timedOut: false,
    aborted: false,
    green: failing.length === 0,
    reader: 'report',
    results,
    counts: { executed: count('passed') + count('failed'), passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    failing,
    seconds: 0.01,
    tail: '',
    outputFile: null,
    coverage: null,
    ...more,
  };
}
