// What the executed tests say: nothing that ran may vanish or be skipped.
import { withoutReplaced } from '../compare.ts';
import { isOutsideOfTests } from '../results.ts';
import type { TestId, TestRun } from '../types.ts';
import type { Found, RuleId } from './types.ts';

const most = 10;

export function compareExecuted(before: TestRun, after: TestRun): Found[] {
  if (before.reader === 'exit-code' || after.reader === 'exit-code' || after.timedOut || after.aborted) return [];
  const now = new Map(after.results.map((result) => [result.id, result]));
  const known = new Set(before.results.map(({ id }) => id));
  const came = after.results.filter(({ id, status }) => status === 'passed' && !known.has(id)).map(({ id }) => id);
  const ran = before.results.filter(({ id, status }) => (status === 'passed' || status === 'failed') && !isOutsideOfTests(id));
  const gone = withoutReplaced(
    ran.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    came,
  );
  const idle = ran.filter(({ id }) => ['skipped', 'todo'].includes(now.get(id)?.status ?? '')).map(({ id }) => id);
  const found = [
    ...gone.slice(0, most).map((id) => finding('test-not-run', before, id, `“${id}” ran before the fix and does not run with it`)),
    ...idle.slice(0, most).map((id) => finding('test-skipped', before, id, `“${id}” ran before the fix and is skipped with it`)),
  ];
  const more = gone.length + idle.length - found.length;
  return more > 0 ? [...found, finding('test-not-run', before, null, `${more} more tests do not run any more`)] : found;
}

function finding(rule: RuleId, run: TestRun, id: TestId | null, message: string): Found {
  const result = run.results.find((each) => each.id === id);
  return { rule, severity: 'blocking', path: result?.file ?? '', line: result?.line ?? null, message };
}
