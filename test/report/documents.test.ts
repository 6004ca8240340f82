import { describe, expect, it } from 'vitest';
import {
  annotationsOf,
  parseReport,
  type Report,
  renderPullRequest,
  renderReport,
  renderSummary,
  renderTerminal,
} from '../../src/report/index.ts';
import { hostileReport, sampleReport } from './sample.ts';

const notFixed: Partial<Report> = {
  outcome: 'not-fixed',
  reason: 'No change passed every check.',
  proof: null,
  patch: '',
  files: [],
  pullRequest: null,
  delivery: { state: 'not-requested', reason: 'there is no fix' },
};
const refused: Partial<Report> = {
  pullRequest: null,
  delivery: {
    state: 'refused',
    reason: 'GitHub Actions is not permitted to create or approve pull requests.',
    remedy: 'Allow it under Settings, Actions, General.',
    branch: 'regreen/f00dfeed',
    compareUrl: 'https://github.com/octo/sums/compare/main...regreen/f00dfeed?expand=1',
  },
};
const huge = (text: string, n: number): string => text.repeat(n);

describe('a pull request', () => {
  const { title, body } = renderPullRequest(sampleReport());

  it('has a title made of facts', () => {
    expect(title).toBe('fix: undo what broke 3 tests in src/a.js');
    const one = sampleReport();
    const [result] = one.tests.results;
    const proof = one.proof === null ? null : { ...one.proof, kind: 'model' as const };
    const single = { ...one, proof, tests: { ...one.tests, results: result === undefined ? [] : [result] } };
    expect(renderPullRequest(single).title).toBe('fix: turn “adds” green in src/a.js');
  });

  it('shows the proof: the tests that turned, the suite before and after, and how often each was run', () => {
    expect(body).toContain('| `test/a.test.js > adds` | 🔴 failed | 🟢 passed |');
    expect(body).toContain('| before | 120 | 117 | 3 | 1 |\n| after | 120 | 120 | 0 | 1 |');
    expect(body).toContain('red twice without this change, green once with it');
  });

  it('says what it cost, where the time went and what was used of the budget', () => {
    expect(body).toContain('Cost: $0.00');
    expect(body).toContain('| tests | 9.0 s | 72 % |');
    expect(body).toContain('| turns | 3 | 24 |');
  });

  it('says how to undo it, how to opt out, and that its checks wait for approval', () => {
    expect(body).toContain('`git revert`');
    expect(renderPullRequest(sampleReport(), { optOutLabel: 'hands-off' }).body).toContain('`hands-off`');
    expect(body).toContain('Approve workflows to run');
    const circumstances = { way: 'pull-request', failing: null, undone: null, checks: { kind: 'run', note: null }, history: [] } as const;
    expect(renderPullRequest(sampleReport(), { circumstances }).body).not.toContain('Approve workflows to run');
  });

  it('names at most 50 tests', () => {
    const report = sampleReport();
    const results = Array.from({ length: 400 }, (_, n) => ({ id: `t > ${n}`, file: null, before: 'failed', after: 'passed', seconds: 0 }));
    const many = renderPullRequest({ ...report, tests: { ...report.tests, results } });
    expect(many.body).toContain('and 350 more');
    expect(many.title).toContain('400 tests');
  });

  it('fits GitHub’s limits, whatever the report holds', () => {
    const text = huge('&<`|@a ', 20_000);
    const report = hostileReport(text);
    const results = Array.from({ length: 500 }, () => ({ id: text, file: null, before: 'failed', after: 'passed', seconds: 0 }));
    const { body: long, title: longTitle } = renderPullRequest({
      ...report,
      tests: { ...report.tests, results, flaky: Array<string>(500).fill(text) },
      files: Array(500).fill({ path: text, added: 1, removed: 1 }),
    });
    expect(long.length).toBeLessThanOrEqual(60_000);
    expect(long).toContain('### What you can do');
    expect(longTitle.length).toBeLessThanOrEqual(120);
  });
});

describe('a summary', () => {
  it('begins with the outcome, its reason and what to do', () => {
    expect(renderSummary(sampleReport(notFixed))).toMatch(/^## Not fixed: .*\n\nNo change passed every check\.\n\n\*\*What to do\*\*: /);
  });

  it('holds the pull request, or the link that opens it by hand', () => {
    expect(renderSummary(sampleReport())).toContain('<https://github.com/octo/sums/pull/7>');
    const summary = renderSummary(sampleReport(refused));
    expect(summary).toContain('not permitted to create');
    expect(summary).toContain('Settings, Actions, General');
    expect(summary).toContain('<https://github.com/octo/sums/compare/main...regreen/f00dfeed?expand=1>');
  });

  it('gives no link that is not an address of the web', () => {
    const summary = renderSummary(sampleReport({ pullRequest: { url: 'javascript:alert(1)//https://a', number: 1 } }));
    expect(summary).not.toContain('javascript');
  });

  it('holds the diff', () => {
    expect(renderSummary(sampleReport())).toContain('```diff\ndiff --git a/src/a.js b/src/a.js\n');
  });

  it('stays below one mebibyte, which GitHub would drop whole', () => {
    const text = huge('&é`', 400_000);
    expect(Buffer.byteLength(renderSummary(hostileReport(text)))).toBeLessThan(1_048_576);
  });
});

describe('annotations', () => {
  it('say the outcome first, then point at what changed', () => {
    expect(annotationsOf(sampleReport()).map(({ level, properties }) => [level, properties.file])).toEqual([
      ['notice', undefined],
      ['notice', 'src/a.js'],
    ]);
  });

  it('warn, and point at the suspicious lines, when nothing was fixed', () => {
    const [first, second] = annotationsOf(sampleReport(notFixed));
    expect(first).toMatchObject({ level: 'warning', message: expect.stringContaining('No change passed every check.') });
    expect(second?.properties).toMatchObject({ file: 'src/a.js', startLine: 3 });
  });

  it('are few and short enough for the runner', () => {
    const files = Array.from({ length: 40 }, (_, n) => ({ path: `f${n}`, added: 1, removed: 1 }));
    const all = annotationsOf(sampleReport({ files, reason: huge('x', 50_000) }));
    expect(all).toHaveLength(10);
    expect(Math.max(...all.map(({ message }) => message.length))).toBeLessThanOrEqual(4_096);
  });
});

describe('the terminal', () => {
  it('shows what failed, what was found, the change, the proof, the pull request and the time', () => {
    const text = renderTerminal(sampleReport());
    for (const part of [
      '3 of 120 tests',
      '✗ test/a.test.js > adds',
      'made it subtract',
      '  +export const add',
      'red twice',
      '120 passed',
      'pull/7',
      'Time: 12.5 s',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is coloured when asked for, and plain else', () => {
    expect(renderTerminal(sampleReport(), { color: true })).toContain('\u001b[32m');
    expect(renderTerminal(sampleReport())).not.toContain('\u001b');
  });

  it('lets nothing of a report move the cursor or command the runner', () => {
    const text = renderTerminal(hostileReport('\u001b[2J\u0007\r::error::x\n::add-mask::a\n  ##[error]b \u202e'));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^\s*::|##\[/m);
  });
});

describe('a report of a file', () => {
  it('is drawn again from its JSON', () => {
    const report = sampleReport();
    expect(renderReport(JSON.stringify(report))).toMatchObject({ ok: true, text: renderTerminal(report) });
  });

  it.each([
    ['nonsense', 'not JSON'],
    ['null', 'not a report of schema version 1'],
    ['[]', 'not a report of schema version 1'],
    [JSON.stringify({ ...sampleReport(), schemaVersion: 2 }), 'schemaVersion'],
    [JSON.stringify({ ...sampleReport(), outcome: 'great' }), 'outcome'],
    [JSON.stringify({ ...sampleReport(), timing: { total: 'long' } }), 'timing'],
    [JSON.stringify({ ...sampleReport(), cost: { usd: -1, priced: true } }), 'cost.usd'],
  ])('is refused when it is something else (%#)', (json, problem) => {
    expect(renderReport(json)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('keeps its fields and drops what nobody knows', () => {
    const parsed = parseReport(JSON.stringify({ ...sampleReport(), extra: 1 }));
    expect(parsed).toEqual({ ok: true, report: sampleReport() });
  });
});
