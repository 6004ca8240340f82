import { expect, test } from 'vitest';
import { lateReason } from '../../src/phases/endings.ts';
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
