import { describe, expect, it } from 'vitest';
import { exitCodeOf, failsStep, outcomes, outputsOf } from '../../src/report/index.ts';
import { sampleReport, sampleTurn } from './sample.ts';

const files = { report: '/r/report.json', patch: '/r/fix.patch', bundle: null };

describe('outputs', () => {
  it('are texts made from the report', () => {
    const turn = sampleTurn({ inputTokens: 100, cachedTokens: 60, outputTokens: 7 });
    const report = sampleReport({
      turns: [turn, { ...turn, n: 2 }],
      delivery: { state: 'delivered', reason: '', branch: 'regreen/f00d' },
      cost: { usd: 0.01234, priced: true },
    });
    expect(outputsOf(report, files)).toEqual({
      outcome: 'fixed',
      fixed: 'true',
      delivery: 'delivered',
      'pull-request-url': 'https://github.com/octo/sums/pull/7',
      'pull-request-number': '7',
      branch: 'regreen/f00d',
      'patch-file': '/r/fix.patch',
      'bundle-dir': '',
      'report-file': '/r/report.json',
      fingerprint: 'f00dfeed',
      turns: '3',
      'test-runs': '5',
      'input-tokens': '200',
      'cached-tokens': '120',
      'output-tokens': '14',
      causes: '',
      matrix: '',
      'cost-usd': '0.0123',
      seconds: '12.5',
      timing: JSON.stringify(report.timing),
    });
  });

  it('say nothing about a cost that nobody knows', () => {
    expect(outputsOf(sampleReport({ cost: { usd: 0, priced: false } }), files)['cost-usd']).toBe('');
  });
});

describe('the end of a run', () => {
  it('fails a step for no outcome but those that were asked for', () => {
    expect(outcomes.filter((outcome) => failsStep(outcome, []))).toEqual([]);
    expect(outcomes.filter((outcome) => failsStep(outcome, ['not-fixed', 'flaky']))).toEqual(['flaky', 'not-fixed']);
  });

  it('has exit code 0 where the build is green or was never broken, else 1', () => {
    const zero = outcomes.filter((outcome) => exitCodeOf({ outcome, delivery: { state: 'not-requested' } }) === 0);
    expect(zero).toEqual(['fixed', 'already-green', 'flaky']);
  });

  it('has exit code 1 when a fix was refused delivery, or its outcome was asked to fail', () => {
    expect(exitCodeOf({ outcome: 'fixed', delivery: { state: 'refused' } })).toBe(1);
    expect(exitCodeOf({ outcome: 'flaky', delivery: { state: 'not-requested' } }, ['flaky'])).toBe(1);
  });
});
