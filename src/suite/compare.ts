// Compares runs: whether a fix made things better and nothing worse.
import { isOutsideOfTests } from './results.ts';
import type { TestId, TestResult, TestRun } from './types.ts';

const maxProblems = 20;

/**
 * Whether `after` (the whole suite with a fix) keeps what `before` (the whole suite without it) had: `mustPass` pass, nothing that
 * passed fails, nothing that ran stopped running. A test whose name is not stable may go when another one came in the same group.
 */
export function compareRuns(
  before: TestRun,
  after: TestRun,
  mustPass: readonly TestId[],
): { readonly ok: boolean; readonly problems: readonly string[] } {
  const problems: string[] = [];
  if (after.timedOut) problems.push('the tests did not end in time');
  else if (after.aborted) problems.push('the test run was aborted');
  if (before.reader === 'exit-code' || after.reader === 'exit-code') problems.push(...compareExitCodes(before, after));
  else problems.push(...compareResults(before, after, mustPass));
  if (problems.length === 0 && !isGreenEnough(before, after, mustPass)) {
    problems.push(
      after.exitCode === 0
        ? 'a test fails that did not fail before'
        : `the test command fails (${after.exitCode === null ? 'ended by a signal' : `exit code ${after.exitCode}`})`,
    );
  }
  const shown =
    problems.length > maxProblems ? [...problems.slice(0, maxProblems), `… and ${problems.length - maxProblems} more`] : problems;
  return { ok: problems.length === 0, problems: shown };
}

/** Green, or red only by tests that were red before and are not to be fixed. */
function isGreenEnough(before: TestRun, after: TestRun, mustPass: readonly TestId[]): boolean {
  if (after.green) return true;
  const tolerated = new Set(before.failing.filter((id) => !mustPass.includes(id)));
  return after.failing.length > 0 && after.failing.every((id) => tolerated.has(id));
}

/** Only the exit code speaks: it must be 0, and a report that was there must not be gone. */
function compareExitCodes(before: TestRun, after: TestRun): string[] {
  const lost = before.reader !== 'exit-code' && after.reader === 'exit-code';
  if (lost && executed(before).length > 0) return ['the results of the tests can no longer be read'];
  return after.green ? [] : [`the test command fails (exit code ${after.exitCode ?? 'none'})`];
}

function compareResults(before: TestRun, after: TestRun, mustPass: readonly TestId[]): string[] {
  const problems: string[] = [];
  const now = new Map(after.results.map((result) => [result.id, result]));
  const wanted = new Set(mustPass);
  const vanished: TestId[] = [];
  for (const id of wanted) {
    const result = now.get(id);
    if (result !== undefined && result.status !== 'passed')
      problems.push(`${id} ${result.status === 'failed' ? 'still fails' : `is ${result.status} now`}`);
    // A crash or a hook that failed has passed when it is not told of any more: the exit code confirms it.
    else if (result === undefined && !isOutsideOfTests(id)) vanished.push(id);
  }
  for (const { id, status } of before.results) {
    if (status !== 'passed' || wanted.has(id)) continue;
    const result = now.get(id);
    if (result === undefined) vanished.push(id);
    else if (result.status === 'failed') problems.push(`${id} passed before and fails now`);
    else if (result.status !== 'passed') problems.push(`${id} ran before and is ${result.status} now`);
  }
  const known = new Set(before.results.map(({ id }) => id));
  const came = after.results.filter(({ id, status }) => status === 'passed' && !known.has(id)).map(({ id }) => id);
  problems.push(...withoutReplaced(vanished, came).map((id) => `${id} ran before and is gone now`));
  const ran = executed(before).length;
  const runsNow = executed(after).length;
  if (runsNow < ran) problems.push(`${ran} tests ran before, ${runsNow} run now`);
  return problems;
}

function executed(run: TestRun): readonly TestResult[] {
  return run.results.filter(({ id, status }) => (status === 'passed' || status === 'failed') && !isOutsideOfTests(id));
}

/** The ids in `vanished` for which no new one came in the same group: names may hold values or counters. */
export function withoutReplaced(vanished: readonly TestId[], came: readonly TestId[]): TestId[] {
  const free = new Map<string, number>();
  for (const id of came) free.set(groupOf(id), (free.get(groupOf(id)) ?? 0) + 1);
  return vanished.filter((id) => {
    const group = groupOf(id);
    const left = free.get(group) ?? 0;
    if (left > 0) free.set(group, left - 1);
    return left === 0;
  });
}

/** The describe block, or the test that an assertion belongs to. */
function groupOf(id: TestId): string {
  const at = id.lastIndexOf(' > ');
  return at < 0 ? '' : id.slice(0, at);
}
