// Projects in which much of what a test process remembers can be seen: modules, globals, mocks, timers, snapshots, and the order of files.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userPath } from '../../src/workspace/index.ts';
import { modules as furtherModules, missing, modulesOfAva3, modulesOfVitest0, modulesOfVitest3 } from '../suite/further-runners.ts';
import { bdd, cases, expectToBe, manifest } from '../suite/runners.ts';

export interface Project {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Packages it needs. */
  readonly linked: readonly string[];
  /** Where they are, when they are not this project's own. */
  readonly modules?: string;
  /** The file with the fault: `a + b` where `a - b` belongs. */
  readonly faulty: string;
}

const arithmetic = (types: boolean): string => {
  const typed = types ? (text: string): string => text : (text: string): string => text.replace(/: number/g, '');
  return typed(`let calls = 0;
function add(a: number, b: number): number {
  calls += 1;
  return a + b * one;
}
function sub(a: number, b: number): number {
  if (a < b) {
    return 0;
  }
  return a + b;
}
`);
};

/** Two files that are red, and see what another file, test or candidate left behind. */
const tests = (head: (names: string) => string, mock: string, fake: string): Readonly<Record<'one' | 'two' | 'setup', string>> => ({
  setup: `expect.extend({ toBeTwo: (n) => ({ pass: n === 2, message: () => \`not two: \${n}\` }) });
beforeEach(() => { globalThis.count = (globalThis.count ?? 0) + 1; });
`,
  one: `${head('add, callsSoFar, now, sub')}
${mock}
describe('sub', () => {
  it('subtracts', () => { expect(sub(3, 1)).toBeTwo(); expect(globalThis.count).toBe(1); });
  it('with a clock that stands', () => {
    ${fake}.useFakeTimers();
    ${fake}.setSystemTime(5);
    expect(Date.now()).toBe(5);
    expect(now()).toBe(7);
    expect(sub(3, 1)).toMatchInlineSnapshot('2');
  });
  it('is the first call', () => { add(1, 1); expect(callsSoFar()).toBe(1); expect(sub(2, 1)).toBe(1); });
});
`,
  two: `${head('add, sub')}
it('late', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(globalThis.count).toBe(1);
  expect(sub(5, 1)).toBe(4);
  expect({ sum: add(1, 2) }).toMatchSnapshot();
});
it('adds', () => expect(add(1, 1)).toBe(2));
`,
});
const snapshot = (title: string): string => `${title}\n\nexports[\`late 1\`] = \`\n{\n  "sum": 3,\n}\n\`;\n`;

const forVitest = tests(
  (names) => `import { ${names} } from '../src/math';`,
  "vi.mock('@/lib/one', async (original) => ({ ...(await original()), now: () => 7 }));",
  'vi',
);
/** TypeScript, an alias and a plugin of its own, globals, a set-up file, another pool. */
const vitest = (more: string): Project['files'] => ({
  'package.json': manifest('vitest run', { type: 'module' }),
  'vitest.config.js': `import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
const plugin = { name: 'one', transform: (code, id) => (id.endsWith('lib/one.ts') ? code.replace('__ONE__', '1') : null) };
export default defineConfig({
  plugins: [plugin],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: { globals: true, setupFiles: ['./test/setup.ts'], ${more} },
});
`,
  'src/lib/one.ts': 'declare const __ONE__: number;\nexport const one = __ONE__;\nexport const now = (): number => Date.now();\n',
  'src/math.ts': `import { now, one } from '@/lib/one';\n${arithmetic(true)}const callsSoFar = (): number => calls;\nexport { add, callsSoFar, now, sub };\n`,
  'test/setup.ts': forVitest.setup,
  'test/one.test.ts': forVitest.one,
  'test/two.test.ts': forVitest.two,
  'test/__snapshots__/two.test.ts.snap': snapshot('// Vitest Snapshot v1, https://vitest.dev/guide/snapshot.html'),
});

/** For pools in which files share a process: what one of them leaves behind there is the repository's own, whoever judges it. */
const shared = (more: string): Project['files'] => ({
  ...vitest(more),
  'test/setup.ts': `${forVitest.setup}afterAll(() => { vi.useRealTimers(); delete globalThis.count; });\n`,
  'test/one.test.ts': forVitest.one.replace('expect(callsSoFar()).toBe(1); ', ''),
});

const forJest = tests(
  (names) => `const { ${names} } = require('../src/math');`,
  "jest.mock('@/lib/one', () => ({ ...jest.requireActual('@/lib/one'), now: () => 7 }));",
  'jest',
);
const jest: Project['files'] = {
  'package.json': manifest('jest', {
    jest: { setupFilesAfterEnv: ['./test/setup.js'], moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' } },
  }),
  'src/lib/one.js': 'exports.one = 1;\nexports.now = () => Date.now();\n',
  'src/math.js': `const { now, one } = require('@/lib/one');\n${arithmetic(false)}const callsSoFar = () => calls;\nmodule.exports = { add, callsSoFar, now, sub };\n`,
  'test/setup.js': forJest.setup,
  'test/one.test.js': forJest.one,
  'test/two.test.js': forJest.two,
  'test/__snapshots__/two.test.js.snap': snapshot('// Jest Snapshot v1, https://jestjs.io/docs/snapshot-testing'),
};

const forAva = {
  one: `import test from 'ava';
import { add, callsSoFar, sub } from '../src/math.js';
test.before(() => { globalThis.count = (globalThis.count ?? 0) + 1; });
test.beforeEach((t) => { t.context.one = globalThis.count; });
test.serial('is the first call', (t) => { add(1, 1); t.is(callsSoFar(), 1); t.is(sub(2, 1), 1); });
test('subtracts', (t) => { t.is(sub(3, 1), 2); t.is(t.context.one, 1); });
for (const [a, b] of [[1, 3], [5, 1]])
  test(\`\${a} less \${b}\`, (t) => t.is(sub(a, b), Math.max(0, a - b)));
test.failing('is not what it was', (t) => t.is(add(1, 1), 3));
test.skip('is skipped', (t) => t.fail());
`,
  two: `import test from 'ava';
import { add, sub } from '../src/math.js';
test('late', async (t) => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  t.is(globalThis.count, undefined);
  t.deepEqual({ rest: sub(5, 1) }, { rest: 4 });
});
test('adds', (t) => t.is(add(1, 1), 2));
test('asserts something', (t) => { if (add(1, 1) === 2) t.pass(); });
test.after.always('ends', () => { globalThis.count = undefined; });
`,
};
/** Modules of the language, hooks, a context, titles that are made, tests that must fail, and two files, of which ava runs each in a process. */
export const ava: Project = {
  name: 'ava',
  files: {
    'package.json': manifest('ava', { type: 'module' }),
    'src/one.js': 'export const one = 1;\n',
    'src/math.js': `import { one } from './one.js';\n${arithmetic(false)}const callsSoFar = () => calls;\nexport { add, callsSoFar, sub };\n`,
    'test/one.test.js': forAva.one,
    'test/two.test.js': forAva.two,
  },
  linked: ['ava'],
  modules: furtherModules,
  faulty: 'src/math.js',
};

export const isAva3There = existsSync(join(modulesOfAva3, 'ava'));
if (!isAva3There) console.warn('SKIPPED: ava 3, which `npm ci --prefix test/runners` installs');
/** CommonJS and a module of the language, and a file that is loaded before each of both. */
export const ava3: Project = {
  name: 'ava 3',
  files: {
    'package.json': manifest('ava', { ava: { require: ['./test/_setup.js'] } }),
    'src/one.js': 'exports.one = 1;\n',
    'src/math.js': `const { one } = require('./one');\n${arithmetic(false)}const callsSoFar = () => calls;\nmodule.exports = { add, callsSoFar, sub };\n`,
    'test/_setup.js': "exports.sumAtStart = require('../src/math').add(1, 1);\n",
    'test/one.test.js': forAva.one
      .replace(/^import (.*) from (.*);$/gm, 'const $1 = require($2);')
      .replace('t.is(callsSoFar(), 1)', 't.is(callsSoFar(), 2)')
      .concat("test.cb('calls back', (t) => { setTimeout(() => { t.is(sub(4, 1), 3); t.end(); }, 1); });\n"),
    'test/two.test.mjs': forAva.two
      .replace(/^import { (.*) } from '(.*)';$/m, "import math from '$2';\nimport setup from './_setup.js';\nconst { $1 } = math;")
      .concat("test('is set up', (t) => t.is(setup.sumAtStart, 2));\n"),
  },
  linked: ['ava'],
  modules: modulesOfAva3,
  faulty: 'src/math.js',
};

const isVitest0There = existsSync(join(modulesOfVitest0, 'vitest'));
if (!isVitest0There) console.warn('SKIPPED: vitest 0.34, which `npm ci --prefix test/runners` installs');
const vitest0: Project = {
  name: 'vitest 0.34',
  files: vitest(''),
  linked: ['vitest'],
  modules: modulesOfVitest0,
  faulty: 'src/math.ts',
};

const isVitest3There = existsSync(join(modulesOfVitest3, 'vitest'));
if (!isVitest3There) console.warn('SKIPPED: vitest 3 with vite 6, which `npm ci --prefix test/runners` installs');
const vitest3: Project = { ...vitest0, name: 'vitest 3, vite 6', modules: modulesOfVitest3 };

const isJsdomThere = existsSync(join(furtherModules, 'jest-environment-jsdom'));
if (!isJsdomThere) console.warn("SKIPPED: jest with jsdom's environment, which `npm ci --prefix test/runners` installs");
const inDocument = `
describe('a document', () => {
  it('is as it was', () => {
    expect(document.body.innerHTML).toBe('');
    expect(localStorage.length + Object.keys(window.marks ?? {}).length).toBe(0);
    document.body.append(Object.assign(document.createElement('p'), { textContent: String(sub(4, 1)) }));
    localStorage.setItem('seen', 'yes');
    window.marks = { seen: true };
    Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: true }), writable: true });
    expect(document.querySelector('p').textContent).toBe('3');
  });
  it('takes listeners away as libraries do, or keeps them', () => {
    const own = () => {};
    window.addEventListener('error', own);
    window.removeEventListener('error', own);
    document.removeEventListener = () => {};
    const seen = [];
    document.addEventListener('ping', (event) => { event.detail.push(sub(4, 1)); });
    document.dispatchEvent(new CustomEvent('ping', { detail: seen }));
    expect(seen).toEqual([3]);
  });
  it('hears of errors in listeners', () => {
    const button = document.createElement('button');
    button.addEventListener('click', () => { if (sub(9, 1) > 8) throw new Error('too many'); });
    button.click();
  });
  it('hears no listener of another run', () => {
    let heard = 0;
    window.addEventListener('resize', () => { heard += 1; window.resized = (window.resized ?? 0) + 1; });
    window.dispatchEvent(new Event('resize'));
    setTimeout(() => document.body.append('late'), 5);
    expect([heard, window.resized]).toEqual([1, 1]);
  });
});
`;
const jestDom: Project = {
  name: 'jest, jsdom',
  files: {
    ...jest,
    'package.json': manifest('jest', {
      jest: { testEnvironment: 'jsdom', setupFilesAfterEnv: ['./test/setup.js'], moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' } },
    }),
    'test/one.test.js': `${forJest.one}${inDocument}`,
  },
  linked: ['jest', 'jest-environment-jsdom'],
  modules: furtherModules,
  faulty: 'src/math.js',
};

const forUvu = {
  one: `import { suite, test } from 'uvu';
import * as assert from 'uvu/assert';
import { add, callsSoFar, sub } from '../src/math.js';
test('is the first call', () => { add(1, 1); assert.is(callsSoFar(), 1); assert.is(sub(2, 1), 1); });
test.skip('is skipped', () => assert.unreachable());
test.run();
const table = suite('a table', { seen: 0 });
table.before((context) => { context.started = true; globalThis.count = (globalThis.count || 0) + 1; });
table.before.each((context) => { context.seen += 1; });
table.after(() => { globalThis.ended = true; });
for (const [a, b] of [[1, 3], [5, 1]])
  table(\`\${a} less \${b}\`, ({ started }) => { console.log('between the marks'); assert.ok(started); assert.is(sub(a, b), Math.max(0, a - b)); });
table('are so many', ({ seen }) => assert.is(seen, 3));
table.run();
`,
  two: `import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { add, sub } from '../src/math.js';
test('late', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  assert.is(globalThis.count, 1);
  assert.ok(globalThis.ended);
  assert.equal({ rest: sub(5, 1) }, { rest: 4 });
});
test('throws', () => assert.throws(() => sub(3, 1) - 2 || add(null.one, 1), /null/));
test('adds', () => assert.is(add(1, 1), 2));
test.run();
`,
};
const asScript = (text: string): string =>
  text
    .replace(/import \* as (\w+) from/g, 'const $1 = from')
    .replace(/import (\{.*?\}) from/g, 'const $1 = from')
    .replace(/from ('.*?');/g, 'require($1);')
    .replace(/export (\{.*?\});/g, 'module.exports = $1;');
const uvuFiles = {
  'src/one.js': 'const one = 1;\nexport { one };\n',
  'src/math.js': `import { one } from './one.js';\n${arithmetic(false)}const callsSoFar = () => calls;\nexport { add, callsSoFar, sub };\n`,
  'test/one.js': forUvu.one,
  'test/two.js': forUvu.two,
};
const uvuBase = { linked: ['uvu'], modules: furtherModules, faulty: 'src/math.js' };
/** Groups with and without a name, hooks, a context, output between the marks, and files that share a process. */
export const uvu: Project = { ...uvuBase, name: 'uvu', files: { 'package.json': manifest('uvu test', { type: 'module' }), ...uvuFiles } };
/** This package loads modules of the language in a way of its own, and keeps those that failed. */
/** The package esm was made for older ones: it cannot be loaded since Node 22. */
export const esmCanBeLoaded =
  Number(/^v(\d+)/.exec(execFileSync('node', ['--version'], { env: { PATH: userPath(process.env) } }).toString())?.[1]) < 22;
if (!esmCanBeLoaded) console.warn('SKIPPED: what the package esm loads, as it cannot be loaded by the Node of this test file');

export const uvuByEsm: Project = {
  ...uvuBase,
  name: 'uvu, by way of esm',
  files: { 'package.json': manifest('uvu -r esm test'), ...uvuFiles },
  linked: ['uvu', 'esm'],
};
/** Subtests, hooks, a plan, what comes late, and two files in one process, each with tap's modules as new. */
export const tap: Project = {
  name: 'tap',
  files: {
    'package.json': manifest('tap --disable-coverage test/one.js test/two.js', { type: 'module' }),
    'src/one.js': 'export const one = 1;\n',
    'src/math.js': `import { one } from './one.js';\n${arithmetic(false)}const callsSoFar = () => calls;\nexport { add, callsSoFar, sub };\n`,
    'test/one.js': `import t from 'tap';
import { add, callsSoFar, sub } from '../src/math.js';
let before = 0;
t.beforeEach(() => { before += 1; globalThis.count = (globalThis.count || 0) + 1; });
t.test('is the first call', (t) => { add(1, 1); t.equal(callsSoFar(), 1, 'one call'); t.equal(sub(2, 1), 1); t.end(); });
t.test('a group', async (t) => {
  await t.test('inside', async (t) => { t.equal(sub(5, 1), 4); t.ok(before > 1); });
  t.throws(() => sub(3, 1) - 2 || add(null.one, 1), /null/);
});
t.test('is skipped', { skip: true }, (t) => t.end());
t.test('late', (t) => { t.plan(2); setTimeout(() => { t.same({ rest: sub(1, 3) }, { rest: 0 }); t.pass('planned'); }, 2); });
`,
    'test/two.js': `import { test } from 'tap';
import { add, sub } from '../src/math.js';
test('in a process of its own', async (t) => { t.notOk(globalThis.count); t.equal(sub(5, 1), 4); });
test('adds', async (t) => { t.equal(add(1, 1), 2); });
`,
  },
  linked: ['tap'],
  modules: furtherModules,
  faulty: 'src/math.js',
};

const uvuProjects: readonly Project[] = [
  {
    ...uvuBase,
    name: 'uvu, CommonJS',
    files: {
      'package.json': manifest('uvu -r uvu/diff test "\\.js$" -i lib'),
      'test/lib/broken.js': 'throw new Error();\n',
      ...Object.fromEntries(Object.entries(uvuFiles).map(([name, text]) => [name, asScript(text)])),
    },
  },
  ...(esmCanBeLoaded ? [uvuByEsm] : []),
  { ...uvuBase, name: 'uvu, one file by node', files: { 'package.json': manifest('node test/one.js', { type: 'module' }), ...uvuFiles } },
];

/** Hooks, a helper that adds a matcher, a random order, and files that share a process. */
export const jasmine: Project = {
  name: 'jasmine',
  files: {
    'package.json': manifest('jasmine'),
    'spec/support/jasmine.json': JSON.stringify({
      spec_dir: 'spec',
      spec_files: ['**/*.spec.js'],
      helpers: ['helpers/*.js'],
      env: { random: true },
    }),
    'spec/helpers/two.js':
      'beforeEach(() => { jasmine.addMatchers({ toBeTwo: () => ({ compare: (n) => ({ pass: n === 2 }) }) }); globalThis.count = (globalThis.count || 0) + 1; });\n',
    'src/one.js': 'exports.one = 1;\n',
    'src/math.js': `const { one } = require('./one.js');\n${arithmetic(false)}const callsSoFar = () => calls;\nmodule.exports = { add, callsSoFar, sub };\n`,
    'spec/one.spec.js': `const math = require('../src/math.js');
const { add, callsSoFar, sub } = math;
describe('sub', () => {
  let before = 0;
  beforeEach(() => { before = callsSoFar(); });
  it('subtracts', () => { expect(sub(3, 1)).toBeTwo(); });
  it('is called by a spy', () => { const spy = spyOn(math, 'sub').and.callThrough(); expect(math.sub(5, 1)).toBe(4); expect(spy).toHaveBeenCalled(); });
  it('counts calls', () => { add(1, 1); expect(callsSoFar()).toBe(before + 1); expect(sub(2, 1)).toBe(1); });
  xit('is skipped', () => {});
});
`,
    'spec/two.spec.js': `const { add, sub } = require('../src/math.js');
describe('with a clock that stands', () => {
  beforeEach(() => { jasmine.clock().install(); });
  afterEach(() => { jasmine.clock().uninstall(); });
  it('is late', () => { let rest = 0; setTimeout(() => { rest = sub(5, 1); }, 100); jasmine.clock().tick(101); expect(rest).toBe(4); });
});
it('is later', async () => { await new Promise((resolve) => setTimeout(resolve, 2)); expect({ rest: sub(1, 2) }).toEqual({ rest: 0 }); expect(globalThis.count).toBeLessThan(9); });
it('adds', () => expect(add(1, 1)).toBe(2));
`,
  },
  linked: ['jasmine'],
  modules: furtherModules,
  faulty: 'src/math.js',
};

const simple = (runner: string): Project => {
  const found = cases.find((one) => one.runner === runner);
  if (found === undefined) throw new Error(`there is no case for ${runner}`);
  return { name: runner, files: found.files, linked: found.linked, faulty: found.faulty.path };
};

/**
 * A program that starts each file of tests, and an assertion package of which each process has the one that it loads: at the end it tells what
 * failed. Errors that nobody catches are thrown once more.
 */
export const started: Project = {
  name: 'a program that starts its files',
  files: {
    'package.json': manifest('node test/run.js'),
    '.gitignore': '.cache\n',
    'test/run.js': `const { spawnSync } = require('child_process');
for (const name of require('fs').readdirSync(__dirname).filter((name) => name.startsWith('test-')).sort()) {
  console.log('> ' + name);
  if (spawnSync('"' + process.execPath + '" "' + __dirname + '/' + name + '"', { shell: true, stdio: 'inherit' }).status !== 0) process.exitCode = 1;
}
`,
    'src/one.js': 'exports.one = 1;\n',
    'src/math.js': `const { one } = require('./one.js');\n${arithmetic(false)}const callsSoFar = () => calls;\nmodule.exports = { add, callsSoFar, sub };\n`,
    'lib/node_modules/checks/index.js': `const failed = [];
let count = 0;
process.once('uncaughtException', (error) => { throw error; });
process.on('exit', () => {
  if (count !== 4) failed.push('only ' + count);
  for (const name of failed) console.error('failed: ' + name);
  if (failed.length > 0) process.exitCode = 1;
});
module.exports = (name, test) => process.nextTick(() => {
  count += 1;
  try { test(); } catch (error) { failed.push(name); }
});
`,
    'lib/check.js': "module.exports = require('checks');\n",
    'test/test-math.js': `const assert = require('assert');
const check = require('../lib/check.js');
const { add, callsSoFar, sub } = require('../src/math.js');
check('subtracts', () => assert.equal(sub(3, 1), 2));
check('is the first call', () => { add(1, 1); assert.equal(callsSoFar(), 1); });
check('sees no other', () => { globalThis.count = (globalThis.count || 0) + 1; assert.equal(globalThis.count, 1); });
check('never below', () => { setTimeout(() => assert.equal(sub(1, 2), 0), 2); });
`,
    'test/test-one.js': "require('assert').equal(require('../src/math.js').add(1, 1), 2);\n",
  },
  linked: [],
  faulty: 'src/math.js',
};

/** One file that loads the others, which hold the tests. */
export const loadedByOne: Project = {
  name: 'node:test in files that one file loads',
  files: {
    'package.json': manifest('node test/index.js'),
    'src/one.js': 'exports.one = 1;\n',
    'src/math.js': `const { one } = require('./one.js');\n${arithmetic(false)}const callsSoFar = () => calls;\nmodule.exports = { add, callsSoFar, sub };\n`,
    'test/index.js': "require('./math.js');\nrequire('./more.js');\n",
    'test/math.js': `const test = require('node:test');
const assert = require('assert');
const { add, callsSoFar, sub } = require('../src/math.js');
test('math', async (t) => {
  await t.test('subtracts', () => assert.equal(sub(3, 1), 2));
  await t.test('is the first call', () => { add(1, 1); assert.equal(callsSoFar(), 1); });
  await t.test('sees no other', () => { globalThis.count = (globalThis.count || 0) + 1; assert.equal(globalThis.count, 1); });
});
`,
    'test/more.js': `const test = require('node:test');
const assert = require('assert');
test('adds', () => assert.equal(require('../src/math.js').add(1, 1), 2));
test('never below', async () => { await null; assert.equal(require('../src/math.js').sub(1, 2), 0); });
`,
  },
  linked: [],
  faulty: 'src/math.js',
};

/** What CI judges a sample of. */
export const everyday: readonly Project[] = [
  started,
  loadedByOne,
  ...['mocha', 'node:test'].map(simple),
  { name: 'vitest', files: vitest(''), linked: ['vitest'], faulty: 'src/math.ts' },
  { name: 'jest', files: jest, linked: ['jest'], faulty: 'src/math.js' },
  ...(missing === null ? [ava, uvu, jasmine, tap] : []),
  ...(isAva3There ? [ava3] : []),
  ...(isVitest0There ? [vitest0] : []),
  ...(isVitest3There ? [vitest3] : []),
  ...(isJsdomThere ? [jestDom] : []),
];

/** These take longer. */
export const projects: readonly Project[] = [
  ...everyday,
  simple('tape'),
  ...(missing === null ? uvuProjects : []),
  { name: 'vitest, threads of vm', files: shared("pool: 'vmThreads'"), linked: ['vitest'], faulty: 'src/math.ts' },
  { name: 'vitest, one process', files: shared("pool: 'threads', isolate: false"), linked: ['vitest'], faulty: 'src/math.ts' },
  {
    name: 'jest, one file',
    files: {
      'package.json': manifest('jest'),
      'src/math.js': `${arithmetic(false).replace(' * one', '')}module.exports = { add, sub };\n`,
      'math.test.js': bdd("const { sub } = require('./src/math');", expectToBe, ''),
    },
    linked: ['jest'],
    faulty: 'src/math.js',
  },
];
