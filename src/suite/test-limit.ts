// Tests that do not end: a run ends them one by one and goes on, so that each is a failure like any other.
import { didNotEnd } from './did-not-end.ts';
import { isPythonRunner } from './python-runners.ts';
import { withRuns } from './several.ts';
import type { Suite, SuitePlan, TestLimit, TestResult, TestRun } from './types.ts';

/** Runners under which each loop asks: that changes the texts that are loaded. */
const byAsking: ReadonlySet<string> = new Set(['node:test', 'vitest', 'jest', 'mocha', 'tape', 'tap', 'ava', 'jasmine', 'uvu']);

/** Whether a run can end its tests one by one: `always` where that leaves those that end as they are, `late` where it is for runs that did not end. */
export function endsTests({ runner }: SuitePlan): 'always' | 'late' | null {
  // Python ends one test of a run by a signal: what is tested stays as it is.
  return isPythonRunner(runner) ? 'always' : byAsking.has(runner) ? 'late' : null;
}

const SAID = new RegExp(`\\b${didNotEnd}\\b.{0,20}it did not end within (?:[\\d.]+ seconds|its share)( of processor time)?`, 's');

/** What a test says that was ended; null where it ended by itself. The error may be the cause of another one, or one of a group. */
function endedBy({ status, message, stack }: TestResult): RegExpExecArray | null {
  return status === 'failed' ? (SAID.exec(message ?? '') ?? SAID.exec(stack ?? '')) : null;
}

/** Whether a test was ended as it did not end by itself. */
export function isEndless(result: TestResult): boolean {
  return endedBy(result) !== null;
}

/** The run with the seconds that it would have taken without tests that do not end; how long these were waited for tells nothing. */
export function withoutEndless(run: TestRun): TestRun {
  const waited = run.results.reduce((sum, result) => sum + (isEndless(result) ? (result.seconds ?? 0) : 0), 0);
  if (waited === 0) return run;
  const results = run.results.map((result) => (isEndless(result) ? { ...result, seconds: null } : result));
  // Where tests run side by side, nobody knows.
  return { ...run, results, seconds: waited < run.seconds ? run.seconds - waited : run.seconds };
}

/** For the first run of a suite, of which nothing is known: a test that only works, for so long, would keep it from ending. */
export function patientLimit(timeoutMs: number): TestLimit {
  return { processor: [Math.max(20, timeoutMs / 4_000), 5] };
}

/** For a suite that did not end at all: whatever a test does, it may wait in vain. One that only has many long tests has no reason to be ended. */
export function strictLimit(timeoutMs: number): TestLimit {
  const pair = [Math.max(10, timeoutMs / 8_000), 5] as const;
  return { processor: pair, clock: pair };
}

/** For a suite that was ended as something in it had worked for so many seconds: where one test does not end, many others may not. */
export function workingLimit(seconds: number): TestLimit {
  return { processor: [(2 / 3) * seconds, seconds / 10] };
}

/** For a suite that had to end as something in it grew for ever. */
export function growingLimit(run: TestRun): TestLimit {
  return { processor: [Math.max(5, 3 * slowestPassed(run)), 3] };
}

const GREW = /RangeError: Invalid (?:array|string) length|heap out of memory/;
/** Seconds from which on a test that ended so has filled what it made in many rounds, and not asked for too much at once. */
const FILLED = 2;

/** Whether a loop without end ended a test of Node, or all of them, by what it made. */
export function grewWithoutEnd({ green, results, tail }: TestRun): boolean {
  if (green) return false;
  const tests = results.filter(({ status }) => status === 'failed');
  return tests.some((one) => GREW.test(`${one.message}\n${one.stack}`) && (one.seconds ?? 0) > FILLED) || /heap out of memory/.test(tail);
}

/**
 * For a process that runs the tests of a red tree over and over, each time with another candidate: from the second run on a test may take ten
 * times as long as the slowest did before, four times what the slowest took on the tree that passes there, and more than a second in any case.
 */
export function againLimit(baseline: TestRun): TestLimit {
  return { processor: [60, Math.max(1.5, 4 * slowestPassed(baseline))] };
}

function slowestPassed({ results }: TestRun): number {
  return Math.max(0, ...results.map(({ status, seconds }) => (status === 'passed' ? (seconds ?? 0) : 0)));
}

/**
 * The suite in which tests were seen not to end in `run`: in it they are ended soon, in warm processes even sooner; what the first may take
 * is at least three times what the slowest test took that passed. In a run that is to end none of them (`testLimit: null`) it is as it was.
 */
export function endingSoon(suite: Suite, run: TestRun): Suite {
  const endless = run.results.filter(isEndless);
  if (endless.length === 0) return suite;
  const slowest = slowestPassed(run);
  const waits = endless.some((result) => endedBy(result)?.[1] === undefined);
  const limitOf = (first: number, later: number): TestLimit => {
    const pair = [Math.max(first, 3 * slowest), Math.max(later, 3 * slowest)] as const;
    return { processor: pair, ...(waits ? { clock: pair } : {}) };
  };
  // Under a tracer everything takes longer.
  const [cold, traced, warm] = [limitOf(3, 2), limitOf(8, 4), waits ? limitOf(1, 1) : limitOf(0.5, 0.5)];
  return withRuns(suite, (run) => (root, options) => {
    const own = options.companion !== undefined ? warm : options.coverage === true ? traced : cold;
    return run(root, { ...options, testLimit: options.testLimit === null ? null : own });
  });
}
