// The same little package tested with each runner: a function with a fault, tests that pass, fail, are skipped, and have odd names.

import type { Runner, TestRun } from '../../src/suite/index.ts';

export interface RunnerCase {
  readonly runner: Runner;
  readonly linked: readonly string[];
  /** Where the linked packages are, when they are not this project's own. */
  readonly modules?: string;
  readonly reader?: TestRun['reader'];
  /** False when its tests run at the same time, so that nobody can tell which executed a line. */
  readonly measured?: boolean;
  readonly files: Readonly<Record<string, string>>;
  /** The id of the one failing test. */
  readonly failing: string;
  readonly faulty: { readonly path: string; readonly line: number };
  /** Makes it green. */
  readonly fix: Readonly<Record<string, string>>;
  /** A test file whose import fails, and the id of that failure. */
  readonly crash: { readonly files: Readonly<Record<string, string>>; readonly id: string };
  /** A test that never ends. */
  readonly hang: Readonly<Record<string, string>>;
  readonly executed: number;
  readonly skipped: number;
}

export const oddName = 'ünï (1+1?) [x] $a.*';

export function source(operator: string, exported: string): string {
  return `// arithmetic\n\nfunction add(a, b) {\n  return a + b;\n}\n\nfunction sub(a, b) {\n  if (a < b) {\n    return 0;\n  }\n  return a ${operator} b;\n}\n\n${exported}\n`;
}

export const cjs = 'module.exports = { add, sub };';
export const esm = 'export { add, sub };';

export function manifest(script: string, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ name: 'fixture', version: '1.0.0', scripts: { test: script }, ...more });
}

export const bdd = (head: string, equal: (actual: string, expected: string) => string, todo: string): string => `${head}
describe('sub', () => {
  it('${oddName}', () => {
    ${equal('sub(3, 1)', '2')}
  });
  it('never goes below zero', () => {
    ${equal('sub(1, 3)', '0')}
  });
  it.skip('is skipped', () => {});
  ${todo}
});
`;

const assertEqual = (actual: string, expected: string): string => `assert.equal(${actual}, ${expected});`;
export const expectToBe = (actual: string, expected: string): string => `expect(${actual}).toBe(${expected});`;

export const cases: readonly RunnerCase[] = [
  {
    runner: 'node:test',
    linked: [],
    files: {
      'package.json': manifest('node --test test/sub.test.mjs test/add.test.mjs', { type: 'module' }),
      'src/math.js': source('+', esm),
      'test/sub.test.mjs': bdd(
        "import assert from 'node:assert';\nimport { describe, it } from 'node:test';\nimport { sub } from '../src/math.js';",
        assertEqual,
        "it.todo('later');",
      ),
      'test/add.test.mjs':
        "import assert from 'node:assert';\nimport test from 'node:test';\nimport { add } from '../src/math.js';\ntest('outer', async (t) => {\n  await t.test('adds', () => assert.equal(add(1, 2), 3));\n});\n",
    },
    failing: `test/sub.test.mjs > sub > ${oddName}`,
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', esm) },
    crash: { files: { 'test/add.test.mjs': "import '../src/gone.js';\n" }, id: 'test/add.test.mjs > (file)' },
    hang: { 'test/add.test.mjs': "import test from 'node:test';\ntest('hangs', () => { for (;;); });\n" },
    executed: 4,
    skipped: 2,
  },
  {
    runner: 'mocha',
    linked: ['mocha'],
    files: {
      'package.json': manifest('npm run unit -- --reporter dot', {
        scripts: { test: 'npm run unit -- --reporter dot', unit: 'EXTRA=1 mocha -r ./test/setup.js "test/*.test.js"' },
      }),
      'src/math.js': source('+', cjs),
      'test/setup.js': "global.equal = require('assert').equal;\n",
      'test/sub.test.js': bdd(
        "const { sub } = require('../src/math');\nif (process.env.EXTRA !== '1') throw new Error('EXTRA is lost');",
        (actual, expected) => `equal(${actual}, ${expected});`,
        '',
      ),
      'test/add.test.js': "const { add } = require('../src/math');\nit('adds', (done) => { equal(add(1, 2), 3); setImmediate(done); });\n",
    },
    failing: `test/sub.test.js > sub > ${oddName}`,
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', cjs) },
    crash: { files: { 'test/add.test.js': "require('../src/gone.js');\n" }, id: 'test/add.test.js > (file)' },
    hang: { 'test/add.test.js': "it('hangs', () => { for (;;); });\n" },
    executed: 3,
    skipped: 1,
  },
  {
    runner: 'tape',
    linked: ['tape'],
    files: {
      'package.json': manifest("tape -r ./test/setup.js 'test/*.test.js'"),
      'src/math.js': source('+', cjs),
      'test/setup.js': "process.env.SETUP = '1';\n",
      'test/sub.test.js': `const test = require('tape');\nconst { sub } = require('../src/math');\ntest('sub', (t) => {\n  t.equal(process.env.SETUP, '1');\n  t.test('inner', (st) => {\n    st.equal(sub(3, 1), 2, '${oddName}');\n    st.end();\n  });\n  t.end();\n});\ntest('zero', (t) => {\n  t.equal(sub(1, 3), 0);\n  t.end();\n});\ntest('is skipped', { skip: true }, (t) => t.end());\n`,
      'test/add.test.js':
        "const test = require('tape');\nconst { add } = require('../src/math');\ntest('adds', async (t) => {\n  t.equal(add(1, 2), 3);\n});\n",
    },
    failing: `test/sub.test.js > sub > inner > ${oddName}`,
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', cjs) },
    crash: {
      files: {
        'test/add.test.js':
          "require('tape')('throws', (t) => { t.pass('begun'); throw new TypeError('broken ' + require('../src/math').add(1, 1)); });\n",
      },
      id: 'test/add.test.js > throws > (crash)',
    },
    hang: { 'test/add.test.js': "require('tape')('hangs', () => { for (;;); });\n" },
    executed: 4,
    skipped: 1,
  },
  {
    runner: 'jest',
    linked: ['jest'],
    files: {
      'package.json': manifest('jest --coverage'),
      'src/math.js': source('+', cjs),
      'test/sub.test.js': bdd("const { sub } = require('../src/math');", expectToBe, "it.todo('later');"),
      'test/add.test.js': "test('adds', () => { expect(require('../src/math').add(1, 2)).toBe(3); });\n",
    },
    failing: `test/sub.test.js > sub > ${oddName}`,
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', cjs) },
    crash: { files: { 'test/add.test.js': "require('../src/gone.js');\n" }, id: 'test/add.test.js > (file)' },
    hang: {},
    executed: 3,
    skipped: 2,
  },
  {
    runner: 'vitest',
    linked: ['vitest'],
    files: {
      'package.json': manifest('vitest --reporter=dot', { type: 'module' }),
      'src/math.ts': `interface Unused {\n  readonly a: number;\n}\nexport type { Unused };\n\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n\nexport function sub(a: number, b: number): number {\n  if (a < b) {\n    return 0;\n  }\n  return a + b;\n}\n`,
      'test/sub.test.ts': bdd(
        "import { describe, expect, it } from 'vitest';\nimport { sub } from '../src/math.ts';",
        expectToBe,
        "it.todo('later');",
      ),
      'test/add.test.ts':
        "import { expect, test } from 'vitest';\nimport { add } from '../src/math.ts';\ntest('adds', () => { expect(add(1, 2)).toBe(3); });\n",
    },
    failing: `test/sub.test.ts > sub > ${oddName}`,
    faulty: { path: 'src/math.ts', line: 14 },
    fix: {
      'src/math.ts':
        'export const add = (a: number, b: number): number => a + b;\nexport const sub = (a: number, b: number): number => (a < b ? 0 : a - b);\n',
    },
    crash: { files: { 'test/add.test.ts': "import '../src/gone.ts';\n" }, id: 'test/add.test.ts > (file)' },
    hang: {},
    executed: 3,
    skipped: 2,
  },
];

/** The same with the Node of this project, which is newer than that of the machine may be. */
export const onNewNode: readonly RunnerCase[] = cases
  .filter(({ runner }) => runner === 'node:test' || runner === 'tape')
  .map((one) => ({ ...one, linked: [...one.linked, 'node'] }));
