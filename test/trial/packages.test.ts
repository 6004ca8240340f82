// Candidates for a repository of several packages, one of which finds another through a link in node_modules.
import { describe, expect } from 'vitest';
import type { Candidate } from '../../src/trial/index.ts';
import { sampledTest, sampleOf } from '../sampled.ts';
import { makeStage, type Stage } from './stage.ts';

const sampled = sampledTest(0.5);
const json = (value: unknown): string => JSON.stringify(value);

interface Kind {
  readonly name: string;
  readonly linked: readonly string[];
  readonly isModule: boolean;
  readonly command: string;
  /** Of a test file, where `assert` has been brought. */
  readonly head: string;
}

const assertion = "const assert = require('node:assert');\n";
const kinds: readonly Kind[] = [
  { name: 'node:test', linked: [], isModule: false, command: 'node --test', head: `${assertion}const { it } = require('node:test');\n` },
  { name: 'mocha', linked: ['mocha'], isModule: false, command: 'mocha test', head: assertion },
  { name: 'jest', linked: ['jest'], isModule: false, command: 'jest', head: assertion },
  {
    name: 'vitest',
    linked: ['vitest'],
    isModule: true,
    command: 'vitest run',
    head: "import assert from 'node:assert';\nimport { it } from 'vitest';\n",
  },
];

const root = json({ name: 'root', private: true, workspaces: ['packages/*'], scripts: { test: 'npm test --workspaces' } });

/** `app` asks `core` for the half of something, which is wrong; both have tests, which expect `core` and `app` to be right or as they are. */
async function stageOf({ linked, isModule, command, head }: Kind, red: { readonly core: boolean; readonly app: boolean }): Promise<Stage> {
  const manifest = (name: string, main: string): string =>
    json({ name, version: '1.0.0', main, type: isModule ? 'module' : 'commonjs', scripts: { test: command } });
  const brings = (name: string, from: string): string =>
    isModule ? `import { ${name} } from '${from}';\n` : `const { ${name} } = require('${from}');\n`;
  const gives = (name: string, code: string): string => (isModule ? `export const ${name} = ${code};\n` : `exports.${name} = ${code};\n`);
  const test = (name: string, from: string, ...calls: readonly (readonly [call: string, value: number])[]): string =>
    `${head}${brings(name, from)}${calls.map(([call, value]) => `it('${call}', () => assert.equal(${call}, ${value}));\n`).join('')}`;
  return await makeStage(
    {
      'package.json': root,
      'packages/core/package.json': manifest('core', './half.js'),
      'packages/core/half.js': gives('half', '(n) => n / 2 + 1'),
      'packages/core/test/half.test.js': test('half', '../half.js', red.core ? ['half(8)', 4] : ['half(0)', 1]),
      'packages/app/package.json': manifest('app', './app.js'),
      'packages/app/app.js': `${brings('half', 'core')}${gives('quarter', '(n) => half(half(n))')}`,
      'packages/app/test/app.test.js': test(
        'quarter',
        '../app.js',
        ...(red.app ? ([['quarter(8)', 2] as const, ['quarter(16)', 4] as const] as const) : ([['quarter(0)', 1.5] as const] as const)),
      ),
    },
    linked,
    { packages: { core: 'packages/core', app: 'packages/app' } },
  );
}

const half = (code: string): Candidate => ({
  label: code,
  edits: [{ path: 'packages/core/half.js', oldText: 'n / 2 + 1', newText: code }],
});
const quarter = (code: string): Candidate => ({
  label: code,
  edits: [{ path: 'packages/app/app.js', oldText: 'half(half(n))', newText: code }],
});
const wrong = ['n', 'n / 3', 'n * 2', 'n - 1', 'n / 2 + 2', 'n / 2 - 1'].map(half);

describe.each(sampleOf(kinds, 0.8, ({ name }) => name))('in packages that are tested by $name', (kind) => {
  sampled('candidates are judged by a warm process of the one with the failing tests', { timeout: 180_000 }, async () => {
    await using stage = await stageOf(kind, { core: true, app: false });
    expect(stage.failing.map(({ id }) => id)).toEqual(['packages/core/test/half.test.js > half(8)']);
    const report = await stage.judge([...wrong, half('4'), quarter('0')], { workers: 1 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual([...wrong.map(() => 'red'), 'green', 'red']);
    expect(report).toMatchObject({ notWarm: null, judged: 8 });
    expect(report.warm).toBeGreaterThanOrEqual(wrong.length);
  });

  sampled('a package that others link to is changed for them as well, in the warm process, too', { timeout: 180_000 }, async () => {
    await using stage = await stageOf(kind, { core: false, app: true });
    expect(stage.failing).toHaveLength(2);
    const report = await stage.judge([...wrong, half('n / 2'), quarter('n / 4')], { workers: 1 }, { scope: 'all' });
    // What is right for one breaks the other.
    const broke = ['packages/core/test/half.test.js > half(0)'];
    expect(report.verdicts).toEqual([...wrong.map(() => ({ kind: 'red' })), { kind: 'breaks', broke }, { kind: 'green', ran: 'all' }]);
    expect(report).toMatchObject({ notWarm: null, warm: wrong.length });
  });

  sampled('what breaks tests of the package it changes is refuted by a warm process once there was one', { timeout: 180_000 }, async () => {
    await using stage = await stageOf(kind, { core: false, app: true });
    const alike = ['n / 2', '0.5 * n', 'n * 0.5', 'n / 4 + n / 4', 'n - n / 2'].map(half);
    const report = await stage.judge([...alike, quarter('n / 4')], { workers: 1 }, { scope: 'all' });
    const broke = ['packages/core/test/half.test.js > half(0)'];
    expect(report.verdicts).toEqual([...alike.map(() => ({ kind: 'breaks', broke })), { kind: 'green', ran: 'all' }]);
    // The first and the green one are judged by the whole command.
    expect(report).toMatchObject({ notWarm: null, warm: 4 });
  });

  sampled('what is red in several is green only where it is in all', { timeout: 180_000 }, async () => {
    await using stage = await stageOf(kind, { core: true, app: true });
    expect(stage.failing).toHaveLength(3);
    const candidates = [...wrong, half('n / (n > 8 ? 3 : 2)'), quarter('n / 4'), quarter('n'), half('n / 2')];
    const report = await stage.judge(candidates, { workers: 1 }, { confirm: false });
    const partial = (...fixed: string[]) => ({ kind: 'partial', fixed, broke: [] });
    expect(report.verdicts.slice(0, wrong.length).map(({ kind }) => kind)).toEqual(wrong.map(() => 'red'));
    expect(report.verdicts.slice(wrong.length)).toEqual([
      expect.objectContaining({ kind: 'partial' }),
      partial('packages/app/test/app.test.js > quarter(8)', 'packages/app/test/app.test.js > quarter(16)'),
      { kind: 'red' },
      { kind: 'green', ran: 'failing' },
    ]);
    expect(report).toMatchObject({ notWarm: null, blindTo: null });
    expect(report.warm).toBeGreaterThanOrEqual(wrong.length);
  });
});
