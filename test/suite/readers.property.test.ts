import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonReport } from '../../src/suite/ecosystems/javascript/read-json.ts';
import { readUvu } from '../../src/suite/ecosystems/javascript/read-uvu.ts';
import { readTap } from '../../src/suite/read-tap.ts';

// Whatever becomes of a report on its way, nothing may pass that did not pass.

interface Case {
  readonly name: string;
  readonly ok: boolean;
}

const cases = fc.array(fc.record({ name: fc.stringMatching(/^[a-z][a-z ]{0,20}$/), ok: fc.boolean() }), { minLength: 1, maxLength: 30 });
const hostile = fc.constantFrom(
  '::error::forged',
  '\u001b[31mred\u001b[0m',
  '\ufffd\u0000\ufffd',
  'x'.repeat(100_000),
  '  ---',
  '    # Subtest: x',
  '{"testResults":[',
  '1..2..3',
);

const tapOf = (all: readonly Case[]): string =>
  `TAP version 13\n${all.map(({ name, ok }, at) => `${ok ? 'ok' : 'not ok'} ${at + 1} ${name}`).join('\n')}\n1..${all.length}\n`;
const uvuOf = (all: readonly Case[]): string => {
  const marks = all.map(({ ok }) => (ok ? '• ' : '✘ ')).join('');
  const failures = all
    .filter(({ ok }) => !ok)
    .map(({ name }) => `   FAIL  "${name}"\n    Expected values to be strictly equal:  (is)\n    at assert (a.js:1:1)\n`);
  return `a.test.js\n${marks}  (${passing(all)} / ${all.length})\n\n${failures.join('\n')}\n\n  Total:     ${all.length}\n  Passed:    ${passing(all)}\n`;
};
const jsonOf = (all: readonly Case[]): string =>
  JSON.stringify({
    testResults: [
      {
        name: '/r/a.test.js',
        status: 'failed',
        assertionResults: all.map(({ name, ok }) => ({ title: name, status: ok ? 'passed' : 'failed' })),
      },
    ],
  });
const passes = (results: readonly { readonly status: string }[]): number => results.filter(({ status }) => status === 'passed').length;
const passing = (all: readonly Case[]): number => all.filter(({ ok }) => ok).length;

describe('readers of reports', () => {
  it('read TAP that is cut anywhere, and invent no pass', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(), async (all, at) => {
        const text = tapOf(all);
        expect(passes((await readTap(text)).results)).toBe(passing(all));
        expect(passes((await readTap(text.slice(0, at % text.length))).results)).toBeLessThanOrEqual(passing(all));
      }),
      { numRuns: 100 },
    );
  });

  it('read TAP between hostile lines, and invent no pass', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.array(fc.tuple(fc.nat(), hostile), { maxLength: 5 }), async (all, added) => {
        const lines = tapOf(all).split('\n');
        for (const [at, line] of added) lines.splice(at % lines.length, 0, line);
        expect(passes((await readTap(lines.join('\n'))).results)).toBeLessThanOrEqual(passing(all));
      }),
      { numRuns: 100 },
    );
  });

  it('read what uvu prints, cut anywhere and between hostile lines, and invent no pass', () => {
    const read = (text: string) => readUvu(text, (line) => (line === 'a.test.js' ? 'test/a.test.js' : null));
    fc.assert(
      fc.property(cases, fc.nat(), fc.array(fc.tuple(fc.nat(), hostile), { maxLength: 5 }), (all, at, added) => {
        const text = uvuOf(all);
        expect(read(text).map(({ path, status }) => [...path, status])).toEqual(
          all.map(({ ok }, index) => [`#${index + 1}`, ok ? 'passed' : 'failed']),
        );
        expect(passes(read(text.slice(0, at % text.length)))).toBeLessThanOrEqual(passing(all));
        const lines = text.split('\n');
        for (const [place, line] of added) lines.splice(place % lines.length, 0, line);
        expect(passes(read(lines.join('\n')))).toBeLessThanOrEqual(passing(all));
      }),
      { numRuns: 100 },
    );
  });

  it('take a JSON report whole or not at all', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (all, at) => {
        const text = jsonOf(all);
        expect(passes(parseJsonReport(text) ?? [])).toBe(passing(all));
        expect(parseJsonReport(text.slice(0, at % text.length))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('say that a test was too late where vitest leaves a placeholder', () => {
    const late = {
      ancestorTitles: ['queue'],
      title: 'pops',
      status: 'failed',
      duration: 5003.4,
      failureMessages: ['Error: STACK_TRACE_ERROR\n    at /r/queue.test.js:9:1'],
    };
    const report = { testResults: [{ name: '/r/queue.test.js', status: 'failed', message: '', assertionResults: [late] }] };
    expect(parseJsonReport(JSON.stringify(report))).toMatchObject([{ message: 'Test timed out after 5003 ms', seconds: 5.0034 }]);
  });

  it('see a file that could not be loaded where vitest calls it passed', () => {
    const unloaded = { name: '/r/a.test.js', status: 'passed', message: 'Failed to load url ./b', assertionResults: [] };
    const loaded = { ...unloaded, name: '/r/c.test.js', message: '' };
    const report = { success: false, testResults: [unloaded, loaded] };
    expect(parseJsonReport(JSON.stringify(report))).toMatchObject([
      { file: '/r/a.test.js', name: '(file)', message: 'Failed to load url ./b' },
    ]);
    expect(parseJsonReport(JSON.stringify({ ...report, success: true }))).toEqual([]);
  });

  it('survive JSON of any shape', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(passes(parseJsonReport(text) ?? [])).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
