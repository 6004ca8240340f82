// Warm processes reach into what a runner does, and runners into what Node does: that differs between releases of Node.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isEndless } from '../../src/suite/index.ts';
import { sampledTest, sampleOf } from '../sampled.ts';
import { furtherCases } from '../suite/further-runners.ts';
import { cases } from '../suite/runners.ts';
import { makeStage } from './stage.ts';

const folder = process.env.REGREEN_TEST_USER_NODES ?? '';
const nodes = existsSync(folder) ? await readdir(folder) : [];
const warmable: readonly string[] = ['node:test', 'mocha', 'tape', 'jest', 'vitest', 'ava', 'jasmine', 'uvu', 'tap'];
const projects = [...cases, ...furtherCases].filter(({ runner }) => warmable.includes(runner));
/** Not made for Node 18. */
const needNewNode: readonly string[] = ['ava', 'tap', 'vitest'];
const sampled = sampledTest(0.3);

const body = '    return 0;\n  }\n  return ';
const to = (path: string, code: string) => ({ label: code, edits: [{ path, oldText: `${body}a + b`, newText: `${body}${code}` }] });

describe.each(sampleOf(nodes, 0.5, (name) => name))('on the Node called %s', (name) => {
  const here = projects.filter(({ runner }) => name !== 'node-18' || !needNewNode.includes(runner));
  for (const { runner, files, linked, modules, faulty } of here)
    sampled(`candidates that ${runner} judges are judged in a warm process`, { timeout: 240_000 }, async () => {
      const path = [join(folder, name), process.env.PATH].join(delimiter);
      await using stage = await makeStage(files, linked, { path, ...(modules === undefined ? {} : { modules }) });
      expect(stage.failing).toHaveLength(1);
      const wrong = Array.from({ length: 30 }, (_, n) => to(faulty.path, `a + b + ${n}`));
      const report = await stage.judge([...wrong, to(faulty.path, 'a - b')], { workers: 1 });
      expect(report).toMatchObject({ notWarm: null, judged: 31 });
      expect(report.warm).toBeGreaterThanOrEqual(30);
      expect(report.verdicts.map(({ kind }) => kind)).toEqual([...wrong.map(() => 'red'), 'green']);
    });

  test('what is imported before the tests is there for those of a warm process', { timeout: 120_000 }, async () => {
    await using stage = await makeStage(
      {
        'package.json': '{ "type": "module", "scripts": { "test": "node --import ./setup.js --test test.js" } }',
        'setup.js': 'globalThis.unit = 2;\n',
        'index.js': 'export const inches = (feet) => feet * 10;\n',
        'test.js': `import assert from 'node:assert';
import { test } from 'node:test';
import { inches } from './index.js';
test('feet', () => assert.equal(inches(unit), 24));
`,
      },
      [],
      { path: [join(folder, name), process.env.PATH].join(delimiter) },
    );
    const change = (newText: string) => ({ label: newText, edits: [{ path: 'index.js', oldText: '10', newText }] });
    const report = await stage.judge(['9', '11', '12', '13', '14', '15'].map(change), { workers: 1 });
    expect(report).toMatchObject({ notWarm: null, judged: 6, warm: 5 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual(['red', 'red', 'green', 'red', 'red', 'red']);
  });

  test('what is built of modules is seen as those who load it see it', { timeout: 120_000 }, async () => {
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      moduleResolution: 'nodenext',
      types: [],
      rootDir: 'src',
      outDir: 'out',
    };
    await using stage = await makeStage(
      {
        'package.json': JSON.stringify({
          type: 'module',
          scripts: { pretest: 'node node_modules/typescript/bin/tsc -p .', test: 'node --test test.js' },
        }),
        'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
        'src/index.ts': 'export const inches = (feet: number): number => feet * 10;\n',
        'test.js': `import assert from 'node:assert';
import { test } from 'node:test';
import { inches } from './out/index.js';
test('feet', () => assert.equal(inches(2), 24));
`,
      },
      ['typescript'],
      { path: [join(folder, name), process.env.PATH].join(delimiter) },
    );
    const change = (newText: string) => ({ label: newText, edits: [{ path: 'src/index.ts', oldText: '10', newText }] });
    const report = await stage.judge(['9', '11', '12', '13', '14', '15'].map(change), { workers: 1 });
    expect(report).toMatchObject({ notWarm: null, judged: 6, warm: 5 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual(['red', 'red', 'green', 'red', 'red', 'red']);
  });

  // What is loaded of `index.js` is what a hook of the repository made of it.
  const hooked = (step: string) => ({
    'package.json': '{ "type": "module", "scripts": { "test": "node --import ./setup.js --test test.js" } }',
    'setup.js': "import { register } from 'node:module';\nregister('./hooks.js', import.meta.url);\n",
    'hooks.js': `export async function load(url, context, next) {
  const loaded = await next(url, context);
  return /index\\.js/.test(url) ? { ...loaded, source: String(loaded.source).replace('UNIT', '12') } : loaded;
}
`,
    'index.js': `export function feet(inches) {
  let found = 0;
  for (let left = inches; left >= UNIT; left -= ${step}) found += 1;
  return found;
}
`,
    'test.js': `import assert from 'node:assert';
import { test } from 'node:test';
import { feet } from './index.js';
test('feet', () => assert.equal(feet(24), 2));
test('none', () => assert.equal(feet(5), 0));
`,
  });
  const path = [join(folder, name), process.env.PATH].join(delimiter);

  test('a loop without end is ended where others have hooks for modules', { timeout: 120_000 }, async () => {
    await using stage = await makeStage(hooked('0'), [], { path, testLimit: { processor: [2, 1] } });
    expect(stage.failing.map(isEndless), stage.baseline.tail).toEqual([true]);
  });

  test('candidates are loaded as the hooks of others for modules make them', { timeout: 120_000 }, async () => {
    await using stage = await makeStage(hooked('24'), [], { path });
    const change = (newText: string) => ({
      label: newText,
      edits: [{ path: 'index.js', oldText: 'left -= 24', newText: `left -= ${newText}` }],
    });
    const report = await stage.judge(['1', '2', '3', '4', '5', '6', '12'].map(change), { workers: 1 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual([...Array(6).fill('red'), 'green']);
    expect(report).toMatchObject({ notWarm: null, warm: 6 });
  });
});
