import { expect, test } from 'vitest';
import type { Incident } from '../../src/incident/index.ts';
import { endWithoutFailure, endWithoutFix, lateReason } from '../../src/phases/endings.ts';
import type { FailedRunReading } from '../../src/phases/failed-run.ts';
import type { RunRecord } from '../../src/report/index.ts';
import type { TestRun } from '../../src/suite/index.ts';
import { result, runOf } from '../suite/made-runs.ts';

const late = (run: TestRun) => ({ kind: 'timed-out', run, again: false }) as const;

test('tests that did not end in time: where they stand still, else which had begun, else what may be', () => {
  const unended = result('a.test.js > hangs', 'failed', 'did not end: the whole run was stopped after 90 s');
  const run = runOf([result('a.test.js > adds', 'passed'), unended], { timedOut: true, seconds: 90 });
  expect(lateReason(late(run), 'The tests stand still in `drain`.')).toMatch(
    /within 90 seconds, half of max-minutes\. The tests stand still in `drain`\.$/,
  );
  expect(lateReason(late(run), null)).toMatch(/: `a\.test\.js > hangs` had begun and did not end, or the suite needs/);
  expect(lateReason(late(runOf([result('npm test', 'failed', 'did not end within 90 s')], { timedOut: true })), null)).toMatch(
    /: a test hangs, or/,
  );
  expect(lateReason({ ...late(run), again: true }, null)).toMatch(/within 90 seconds, when it was run again to see the same failure: /);
});

test('a bound that was reached tells what fails, where the last words do not', () => {
  const failing = [result('a.test.js > adds', 'failed', 'expected 3, got 2')];
  const known = {
    testCommand: 'npm test',
    baseline: runOf(failing),
    failing,
    suspects: [
      { path: 'a.js', line: 7, score: 1 },
      { path: 'a.js', line: 8, score: 1 },
      { path: 'b.js', line: 8, score: 0.9 },
      { path: 'a.js', line: 12, score: 0.8 },
      { path: 'a.js', line: 16, score: 0.8 },
      { path: 'a.js', line: 40, score: 0.5 },
    ],
    change: null,
    aside: '',
  };
  const diagnosisAfter = (diagnosis: string): unknown => {
    let noted: unknown = null;
    const record = { note: (more: { readonly diagnosis?: string }) => (noted = more.diagnosis) };
    endWithoutFix({ kind: 'budget', limit: 'minutes', diagnosis, best: null }, known, record as unknown as RunRecord);
    return noted;
  };
  const facts =
    'One test fails, first `a.test.js > adds` (a.test.js).\nIt says: expected 3, got 2\nMost suspicious: a.js:7; b.js:8; a.js:40.';
  expect(diagnosisAfter('')).toBe(facts);
  expect(diagnosisAfter('No answer came in time.')).toBe(`No answer came in time.\n${facts}`);
  expect(diagnosisAfter('`a.test.js > adds` fails for `+` in a.js:3.')).toBe('`a.test.js > adds` fails for `+` in a.js:3.');
});

test.each([
  ['Found 0 test(s).\nRan 0 tests in 0.000s\n\nOK', 'exit-code', 'cannot-reproduce'],
  ['Ran 0 tests in 0.000s\n\nOK\nRan 1 test in 0.001s\n\nOK', 'exit-code', 'already-green'],
  ['Ran 0 tests in 0.000s\n\nOK', 'report', 'already-green'],
  ['OK', 'exit-code', 'already-green'],
] as const)('%j, told by %s, is %s where the command passes', async (tail, reader, outcome) => {
  const run = { ...runOf([result('python manage.py test', 'passed')]), tail, reader };
  const record = { note: () => {} } as unknown as RunRecord;
  const incident = { event: 'local' } as Incident;
  const failedRun = { facts: async () => null, steps: Promise.resolve([]) } as unknown as FailedRunReading;
  const unseen = { incident, record, command: 'python manage.py test', failedRun, stuck: null };
  expect(await endWithoutFailure({ kind: 'green', run }, unseen)).toMatchObject({ outcome });
});
