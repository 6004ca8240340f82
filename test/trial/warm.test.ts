import { describe, expect, test } from 'vitest';
import type { Candidate, Verdict } from '../../src/trial/index.ts';
import { cases } from '../suite/runners.ts';
import { makeStage, type Stage } from './stage.ts';

const taken = new Set(['mocha', 'tape', 'node:test', 'vitest']);
/** Runners whose cold runs take a second or more. */
const slow = new Set(['vitest']);
const edit = (label: string, path: string, oldText: string, newText: string): Candidate => ({ label, edits: [{ path, oldText, newText }] });

/** Warm and cold verdicts of the same candidates; fails when they were not judged warm. */
async function bothWays(
  stage: Stage,
  candidates: readonly Candidate[],
): Promise<{ warm: Record<string, string>; cold: Record<string, string> }> {
  const named = (verdicts: readonly Verdict[]): Record<string, string> =>
    Object.fromEntries(verdicts.map((verdict, index) => [`${index} ${candidates[index]?.label}`, told(verdict)]));
  const warm = await stage.judge(candidates, { workers: 1 });
  expect(warm.notWarm).toBeNull();
  const cold = await stage.judge(candidates, { workers: 1, warm: false });
  return { warm: named(warm.verdicts), cold: named(cold.verdicts) };
}

/** What no program makes red in a process of its own, and is told apart in a warm one. */
function told(verdict: Verdict): string {
  if (verdict.kind === 'partial') return `partial: ${verdict.fixed.join()}`;
  return verdict.kind === 'invalid' ? 'red' : verdict.kind;
}

describe.each(cases.filter(({ runner }) => taken.has(runner)))('candidates for a repository tested by $runner', (fixture) => {
  test('are judged in a warm process as in processes of their own', { timeout: 240_000 }, async () => {
    await using stage = await makeStage(fixture.files, fixture.linked);
    const mutants = await stage.mutants(fixture.faulty.path);
    const { path } = fixture.faulty;
    const candidates = [
      ...mutants.slice(4, slow.has(fixture.runner) ? 6 : 8),
      ...mutants.filter(({ label }) => label === 'operator: + -> -'),
      edit('no program', path, 'if (a < b) {', 'if (a < b {'),
      { label: 'throws as it loads', edits: [{ path, start: 0, end: 0, text: 'throw null;\n' }] },
      edit('a loop that does not end', path, 'if (a < b) {', 'while (a < b + 9) { b++; } if (a < b) {'),
    ];
    const { warm, cold } = await bothWays(stage, candidates);
    expect(warm).toEqual(cold);
    expect(Object.values(warm)).toContain('green');
  });
});

describe('candidates that turn the failing test green and break another', () => {
  const manifest = JSON.stringify({ name: 'wider', version: '1.0.0', scripts: { test: 'mocha red.js green.js' } });
  const source = 'exports.twice = (n) => n + n + 1;\nexports.half = (n) => n / 2;\n';
  const uses = (name: string, call: string, value: number): string =>
    `const { ${name} } = require('./index.js');\nit('${name}', () => require('assert').equal(${call}, ${value}));\n`;

  test('are found out in a second warm process once there were some; a green one is confirmed in processes of its own', {
    timeout: 240_000,
  }, async () => {
    await using stage = await makeStage(
      { 'package.json': manifest, 'index.js': source, 'red.js': uses('twice', 'twice(2)', 4), 'green.js': uses('half', 'half(4)', 2) },
      ['mocha'],
    );
    const both = (label: string): Candidate => ({
      label,
      edits: [
        { path: 'index.js', oldText: 'n + n + 1', newText: 'n + n' },
        { path: 'index.js', oldText: 'n / 2', newText: label },
      ],
    });
    const candidates = [
      ...['n', 'n / 3', 'n / 4', 'n - 1'].map(both),
      edit('the fix', 'index.js', 'n + n + 1', '2 * n'),
      edit('nothing', 'index.js', 'n + n + 1', 'n'),
      edit('nothing', 'index.js', 'n + n + 1', 'n + 1'),
    ];
    const report = await stage.judge(candidates, { workers: 1 }, { scope: 'all' });
    const breaks = { kind: 'breaks', broke: ['green.js > half'] };
    expect(report.verdicts).toEqual([breaks, breaks, breaks, breaks, { kind: 'green', ran: 'all' }, { kind: 'red' }, { kind: 'red' }]);
    // The first two breaking ones and the green one are judged cold.
    expect(report).toMatchObject({ notWarm: null, warm: 4 });
  });
});

describe('candidates that do harm', () => {
  const manifest = JSON.stringify({ name: 'harm', version: '1.0.0', scripts: { test: 'mocha test.js' } });
  const source = `const table = ['a', 'b'];
let calls = 0;
exports.letter = function letter(index) {
  calls += 1;
  return table[index - 1];
};
`;
  const tests = `const assert = require('assert');
const { letter } = require('./index.js');
it('is the first', () => assert.equal(letter(0), 'a'));
it('is the second', () => new Promise((resolve) => setImmediate(resolve)).then(() => assert.equal(letter(1), 'b')));
`;
  const inside = (code: string): Candidate => edit(code, 'index.js', 'calls += 1;', `calls += 1; ${code}`);

  test('get their verdict, and none spoils the next one', { timeout: 240_000 }, async () => {
    await using stage = await makeStage({ 'package.json': manifest, 'index.js': source, 'test.js': tests }, ['mocha']);
    const candidates = [
      inside('process.exit(0);'),
      inside('return letter(index);'),
      inside('Array.prototype.push = null; process.env.PATH = ""; globalThis.setImmediate = () => {};'),
      inside('throw undefined;'),
      inside('for (;;) { try { calls += 1; } finally { index += 1; } }'),
      inside('process.on("uncaughtException", () => {}); setInterval(() => {}, 10);'),
      // Only in a module that is evaluated anew is the first call the first.
      inside('if (calls > 1) index += 1;'),
      edit('code outside of functions', 'index.js', "['a', 'b']", "[, 'a']"),
      edit('the fix', 'index.js', 'index - 1', 'index'),
    ];
    const report = await stage.judge(candidates, { workers: 1 });
    expect(report).toMatchObject({ notWarm: null, warm: 8 });
    const partly = { kind: 'partial', fixed: ['test.js > is the second'], broke: [] };
    const red = { kind: 'red' };
    expect(report.verdicts).toEqual([red, red, red, red, red, red, partly, red, { kind: 'green', ran: 'failing' }]);
  });
});
