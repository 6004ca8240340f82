// Runners that are too large to be installed with this project: `npm ci --prefix test/runners` brings them.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { bdd, cjs, esm, expectToBe, manifest, oddName, type RunnerCase, source } from './runners.ts';

export const modules = resolve(import.meta.dirname, '../runners/node_modules');

/** Where the last ava is whose own files are CommonJS. */
export const modulesOfAva3 = resolve(import.meta.dirname, '../runners/ava-3/node_modules');

/** Where the last vitest before 1 is, whose worker is another one. */
export const modulesOfVitest0 = resolve(import.meta.dirname, '../runners/vitest-0/node_modules');

/** Where the last vitest before 4 is, with a vite that reads no files outside of its root. */
export const modulesOfVitest3 = resolve(import.meta.dirname, '../runners/vitest-3/node_modules');

/** Null when they are installed, else why their tests are skipped. */
export const missing = ['ava', 'esm'].every((name) => existsSync(resolve(modules, name, 'package.json')))
  ? null
  : 'ava, tap, jasmine, uvu and esm are not all installed: npm ci --prefix test/runners';

export const furtherCases: readonly RunnerCase[] = [
  {
    runner: 'ava',
    linked: ['ava'],
    modules,
    files: {
      'package.json': manifest('ava', { type: 'module' }),
      'src/math.js': source('+', esm),
      'test/sub.test.js': `import test from 'ava';\nimport { sub } from '../src/math.js';\ntest('${oddName}', (t) => {\n  t.is(sub(3, 1), 2);\n});\ntest('never goes below zero', (t) => t.is(sub(1, 3), 0));\ntest.skip('is skipped', (t) => t.fail());\ntest.todo('later');\n`,
      'test/add.test.js': "import test from 'ava';\nimport { add } from '../src/math.js';\ntest('adds', (t) => t.is(add(1, 2), 3));\n",
    },
    failing: `test/sub.test.js > ${oddName}`,
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', esm) },
    crash: { files: { 'test/add.test.js': "import '../src/gone.js';\n" }, id: 'test/add.test.js > (file)' },
    hang: { 'test/add.test.js': "import test from 'ava';\ntest('hangs', () => { for (;;); });\n" },
    executed: 3,
    skipped: 2,
  },
  {
    runner: 'jasmine',
    linked: ['jasmine'],
    modules,
    files: {
      'package.json': manifest('jasmine "spec/*.spec.js"'),
      'src/math.js': source('+', cjs),
      'spec/sub.spec.js': bdd("const { sub } = require('../src/math');", expectToBe, '').replace('it.skip', 'xit'),
      'spec/add.spec.js': "it('adds', () => { expect(require('../src/math').add(1, 2)).toBe(3); });\n",
    },
    failing: `spec/sub.spec.js > sub > ${oddName}`,
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', cjs) },
    crash: { files: { 'spec/add.spec.js': "require('../src/gone.js');\n" }, id: 'spec/add.spec.js > (file)' },
    hang: { 'spec/add.spec.js': "it('hangs', () => { for (;;); });\n" },
    executed: 3,
    skipped: 1,
  },
  {
    runner: 'tap',
    linked: ['tap'],
    modules,
    reader: 'tap',
    measured: false,
    files: {
      'package.json': manifest('tap --disable-coverage test/sub.test.cjs test/add.test.cjs'),
      'src/math.cjs': source('+', cjs),
      'test/sub.test.cjs': `const t = require('tap');\nconst { sub } = require('../src/math.cjs');\nt.test('sub', (t) => {\n  t.equal(sub(3, 1), 2, '${oddName}');\n  t.equal(sub(1, 3), 0, 'zero');\n  t.end();\n});\nt.test('is skipped', { skip: true }, (t) => t.end());\n`,
      'test/add.test.cjs':
        "const t = require('tap');\nconst { add } = require('../src/math.cjs');\nt.test('adds', async (t) => {\n  t.equal(add(1, 2), 3, 'three');\n});\n",
    },
    failing: `test/sub.test.cjs > sub > ${oddName}`,
    faulty: { path: 'src/math.cjs', line: 11 },
    fix: { 'src/math.cjs': source('-', cjs) },
    crash: { files: { 'test/add.test.cjs': "require('../src/gone.cjs');\n" }, id: 'test/add.test.cjs > (file)' },
    hang: {},
    executed: 3,
    skipped: 1,
  },
  {
    runner: 'uvu',
    linked: ['uvu'],
    modules,
    reader: 'text',
    files: {
      'package.json': manifest('uvu -i util test', { type: 'module' }),
      'src/math.js': source('+', esm),
      'test/sub.test.js': `import { suite } from 'uvu';\nimport { is } from 'uvu/assert';\nimport { sub } from '../src/math.js';\nconst test = suite('sub');\ntest('never goes below zero', () => is(sub(1, 3), 0));\ntest('${oddName}', () => {\n  console.log('between the marks');\n  is(sub(3, 1), 2);\n});\ntest.skip('is skipped', () => {});\ntest.run();\n`,
      'test/more/add.test.js':
        "import { test } from 'uvu';\nimport * as assert from 'uvu/assert';\nimport { add } from '../../src/math.js';\ntest('adds', () => assert.is(add(1, 2), 3));\ntest.run();\n",
    },
    // It tells the names of failing tests only: what passes and what fails is known by its place.
    failing: 'test/sub.test.js > sub > #2',
    faulty: { path: 'src/math.js', line: 11 },
    fix: { 'src/math.js': source('-', esm) },
    crash: { files: { 'test/more/add.test.js': "import '../../src/gone.js';\n" }, id: 'test/more/add.test.js > (file)' },
    hang: {},
    executed: 3,
    skipped: 0,
  },
];
