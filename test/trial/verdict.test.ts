import { describe, expect, it } from 'vitest';
import { verdictOfFailing, verdictOfWider } from '../../src/trial/verdict.ts';
import { result, runOf } from '../suite/made-runs.ts';

const red = result('adds', 'failed', 'expected 3');
const baseline = runOf([red, result('knows zero', 'passed'), result('is quiet', 'skipped')]);
const options = { baseline, failing: [red] };
const wider = { ...options, failingSeconds: 0.1, candidates: [], scope: 'all' as const, keep: 1, limitMs: 1_000 };

describe('what a run says of a candidate', () => {
  it('is no harm where the choice of the failing tests left others out', () => {
    expect(verdictOfFailing(runOf([result('adds', 'passed'), result('knows zero', 'skipped')]), options)).toBeNull();
    expect(verdictOfFailing(runOf([red, result('knows zero', 'skipped')]), options)).toEqual({ kind: 'red' });
  });

  it('is harm where a test that passed fails beside them', () => {
    const run = runOf([result('adds', 'passed'), result('knows zero', 'failed', 'expected 0')]);
    expect(verdictOfFailing(run, options)).toEqual({ kind: 'breaks', broke: ['knows zero'] });
  });

  it('is harm where a test that ran is skipped when everything runs', () => {
    const run = runOf([result('adds', 'passed'), result('knows zero', 'skipped'), result('is quiet', 'skipped')]);
    expect(verdictOfWider(run, wider)).toEqual({ kind: 'breaks', broke: ['knows zero'] });
    const good = runOf([result('adds', 'passed'), result('knows zero', 'passed'), result('is quiet', 'skipped')]);
    expect(verdictOfWider(good, wider)).toEqual({ kind: 'green', ran: 'all' });
  });

  it('is a part of the repair where some of the failing tests pass, which had not all run before', () => {
    const sums = result('sums', 'failed');
    const run = runOf([result('adds', 'passed'), sums, result('knows zero', 'passed')]);
    expect(verdictOfWider(run, { ...wider, failing: [red, sums] })).toEqual({ kind: 'partial', fixed: ['adds'], broke: [] });
  });

  it('names no test where everything did not end in time', () => {
    const late = { ...runOf([result('adds', 'passed'), result('(suite)', 'failed', 'did not end within 3 s')]), timedOut: true };
    expect(verdictOfWider(late, wider)).toEqual({ kind: 'breaks', broke: [] });
  });

  it('is red where the program ends with 0 before a report is written, though the red tree has left one', () => {
    const early = runOf([result('npm test', 'passed')], { reader: 'exit-code' });
    expect(verdictOfFailing(early, options)).toEqual({ kind: 'red' });
    const bare = runOf([result('npm test', 'failed')], { reader: 'exit-code' });
    expect(verdictOfFailing(early, { baseline: bare, failing: bare.results })).toBeNull();
  });
});
