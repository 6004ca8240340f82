import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { type Candidate, createTrials } from '../../src/trial/index.ts';
import { sampledSuite, sampledTest, sampleOf } from '../sampled.ts';
import { missing } from '../suite/further-runners.ts';
import { ownModules } from '../suite/repository.ts';
import { manifest } from '../suite/runners.ts';
import { ava, ava3, esmCanBeLoaded, everyday, isAva3There, jasmine, uvu, uvuByEsm } from './projects.ts';
import { compareBothWays } from './proof.ts';
import { makeStage } from './stage.ts';

const sampled = sampledTest(0.2);
const suites = sampledSuite(0.2);

if (missing !== null) console.warn(`skipped: ${missing}`);

const edit = (label: string, path: string, oldText: string, newText: string): Candidate => ({ label, edits: [{ path, oldText, newText }] });

describe.each(sampleOf(everyday, 0.2, ({ name }) => name))('candidates for a project tested by $name', (project) => {
  sampled('are judged in a warm process as in processes of their own', { timeout: 300_000 }, async () => {
    const { judged, warm, kinds, differences } = await compareBothWays(project, { size: 1, harm: 4, seed: 7 });
    expect(differences).toEqual([]);
    expect(warm.notWarm).toBeNull();
    expect(warm.warm).toBeGreaterThan(judged / 2);
    expect(kinds).toMatchObject({ green: expect.any(Number), red: expect.any(Number) });
  });
});

suites('candidates that turn the failing test green and break another', () => {
  const manifest = JSON.stringify({ name: 'wider', version: '1.0.0', scripts: { test: 'mocha red.js green.js' } });
  const source = 'exports.twice = (n) => n + n + 1;\nexports.half = (n) => n / 2;\n';
  const uses = (name: string, call: string, value: number): string =>
    `const { ${name} } = require('./index.js');\nit('${name}', () => require('assert').equal(${call}, ${value}));\n`;

  sampled(
    'are found out in a second warm process once there were some; a green one is confirmed in processes of its own',
    {
      timeout: 240_000,
    },
    async () => {
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
    },
  );

  sampled(
    'need no process of their own where nothing is chosen by it, nor behind one that was confirmed',
    { timeout: 240_000 },
    async () => {
      await using stage = await makeStage(
        { 'package.json': manifest, 'index.js': source, 'red.js': uses('twice', 'twice(2)', 4), 'green.js': uses('half', 'half(4)', 2) },
        ['mocha'],
      );
      const to = (text: string): Candidate => edit(text, 'index.js', 'n + n + 1', text);
      const candidates = ['n', '2 * n', 'n + 2', 'n * n', '4', '3'].map(to);
      const harmful = { label: 'and harm', edits: [...to('n + n').edits, { path: 'index.js', oldText: 'n / 2', newText: 'n' }] };
      const [red, green] = [{ kind: 'red' }, (ran: string) => ({ kind: 'green', ran })];
      const compared = await stage.judge(candidates, { workers: 1 }, { confirm: false });
      expect(compared.verdicts).toEqual([red, ...Array(4).fill(green('failing')), red]);
      expect(compared).toMatchObject({ notWarm: null, warm: 6 });
      const chosen = await stage.judge([...candidates, harmful], { workers: 1 }, { scope: 'all' });
      expect(chosen.verdicts).toEqual([red, ...Array(4).fill(green('all')), red, { kind: 'breaks', broke: ['green.js > half'] }]);
      expect(chosen).toMatchObject({ notWarm: null, warm: 6 });
    },
  );

  sampled('are run with everything by two processes, however many slots found them', { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'confirmed-'));
    const log = join(folder, 'log');
    try {
      const says = `require('fs').appendFileSync(${JSON.stringify(log)}, process.pid + '\\n');\n`;
      await using stage = await makeStage(
        {
          'package.json': manifest,
          'index.js': source,
          'red.js': uses('twice', 'twice(2)', 4),
          'green.js': `${says}${uses('half', 'half(4)', 2)}`,
        },
        ['mocha'],
      );
      await rm(log);
      const texts = ['2 * n', 'n * 2', 'n + n', 'n + 2', '2 + n', 'n * n', '4', '2 * 2', 'n / 1 + n', 'n - -n'];
      const candidates = texts.map((text) => edit(text, 'index.js', 'n + n + 1', text));
      const { verdicts } = await stage.judge(candidates, { workers: 2 }, { scope: 'all' });
      expect(verdicts).toEqual(texts.map(() => ({ kind: 'green', ran: 'all' })));
      // The first one's own, and a warm one for all others.
      expect(new Set((await readFile(log, 'utf8')).trim().split('\n')).size).toBe(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

suites('candidates that do harm', () => {
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

  sampled('get their verdict, and none spoils the next one', { timeout: 240_000 }, async () => {
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

suites('a test that comes to no end', () => {
  sampled(
    'is waited for in full on the red tree, and no longer than other tests may take for each candidate',
    {
      timeout: 240_000,
    },
    async () => {
      const tests = `const assert = require('assert');
const { pop } = require('./index.js');
it('gives what is there', () => pop([7]).then((item) => assert.equal(item, 7)));
it('gives nothing of nothing', () => assert.equal(pop([]) instanceof Promise, true));
`;
      await using stage = await makeStage(
        {
          'package.json': JSON.stringify({ name: 'waits', version: '1.0.0', scripts: { test: 'mocha --timeout 5000 test.js' } }),
          'index.js':
            'exports.pop = (items) => {\n  if (items.length > 1) return Promise.resolve(items[0]);\n  return new Promise(() => {});\n};\n',
          'test.js': tests,
        },
        ['mocha'],
      );
      const to = (text: string): Candidate => edit(text, 'index.js', 'items.length > 1', text);
      const waiting = Array.from({ length: 16 }, (_, at) => to(`items.length > ${at + 2}`));
      const report = await stage.judge([...waiting, to('items.length > 0')], { workers: 1 }, { limitMs: 60_000 });
      expect(report.verdicts).toEqual([...waiting.map(() => ({ kind: 'red' })), { kind: 'green', ran: 'failing' }]);
      expect(report).toMatchObject({ notWarm: null, warm: 16 });
    },
  );
});

suites('a candidate that changes the language', () => {
  sampled('is no judge of those behind it: what it changed is put back, and they are judged anew', { timeout: 240_000 }, async () => {
    await using stage = await makeStage(
      {
        'package.json': JSON.stringify({ name: 'changes', version: '1.0.0', scripts: { test: 'mocha test.js' } }),
        'index.js': 'exports.most = (a, b) => {\n  return Math.min(a, b);\n};\n',
        'test.js': "const { most } = require('./index.js');\nit('is the larger', () => require('assert').equal(most(1, 2), 2));\n",
      },
      ['mocha'],
    );
    const to = (text: string): Candidate => edit(text, 'index.js', 'Math.min(a, b)', text);
    const candidates = ['a', '(Math.max = () => 0)', 'a - b', 'b - a', 'a * a', 'a / b', 'Math.max(a, b)'].map(to);
    const report = await stage.judge(candidates, { workers: 1 });
    expect(report).toMatchObject({ notWarm: null, warm: 6 });
    expect(report.verdicts).toEqual([...Array(6).fill({ kind: 'red' }), { kind: 'green', ran: 'failing' }]);
  });
});

suites('a package that ties a global to the process for good', () => {
  sampled('does not keep the others from being judged in a warm process', { timeout: 240_000 }, async () => {
    const tied = `const key = Symbol.for('tied');
if (globalThis[key] === undefined) Object.defineProperty(globalThis, key, { value: { by: 1 }, writable: true, configurable: false });
exports.by = () => globalThis[key].by;
`;
    await using stage = await makeStage(
      {
        'package.json': JSON.stringify({ name: 'uses-tied', version: '1.0.0', scripts: { test: 'mocha test.js' } }),
        'node_modules/tied/package.json': JSON.stringify({ name: 'tied', version: '1.0.0', main: 'index.js' }),
        'node_modules/tied/index.js': tied,
        'index.js': "const { by } = require('tied');\nexports.next = (n) => n - by();\n",
        'test.js': "const { next } = require('./index.js');\nit('adds', () => require('assert').equal(next(2), 3));\n",
      },
      ['mocha'],
    );
    const to = (text: string): Candidate => edit(text, 'index.js', 'n - by()', text);
    const lasting = to("(Object.defineProperty(globalThis, 'mine', { value: n }), n)");
    const report = await stage.judge([to('n * by()'), lasting, to('n'), to('by()'), to('n / by()'), to('n % by()'), to('n + by()')], {
      workers: 1,
    });
    expect(report.notWarm).toBeNull();
    expect(report.warm).toBe(6);
    expect(report.verdicts.at(-1)).toEqual({ kind: 'green', ran: 'failing' });
    expect(report.verdicts.slice(0, -1)).toEqual(Array(6).fill({ kind: 'red' }));
  });
});

suites('a package that extends the language when it is loaded', () => {
  sampled('does so once, and candidates are judged in a warm process as if each were the first', { timeout: 240_000 }, async () => {
    const asserting = `const assert = require('assert');
Object.defineProperty(Object.prototype, 'must', { configurable: true, get() { return { be: (value) => assert.equal(this.valueOf(), value) }; } });
`;
    await using stage = await makeStage(
      {
        'package.json': JSON.stringify({ name: 'asserts', version: '1.0.0', scripts: { test: 'mocha test.js' } }),
        'node_modules/asserting/package.json': JSON.stringify({ name: 'asserting', version: '1.0.0', main: 'index.js' }),
        'node_modules/asserting/index.js': asserting,
        'index.js': 'exports.next = (n) => n - 1;\n',
        'test.js': "require('asserting');\nconst { next } = require('./index.js');\nit('adds', () => next(2).must.be(3));\n",
      },
      ['mocha'],
    );
    const texts = ['n * 1', 'n', '1', 'n / 1', 'n % 1', '1 - n', 'n + 1'];
    const report = await stage.judge(
      texts.map((text) => edit(text, 'index.js', 'n - 1', text)),
      { workers: 1 },
    );
    expect(report).toMatchObject({ notWarm: null, warm: 6 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual([...Array(6).fill('red'), 'green']);
  });
});

suites('a file that mocha is told to load first', () => {
  sampled('is loaded anew for each candidate: it may load what is being repaired', { timeout: 240_000 }, async () => {
    await using stage = await makeStage(
      {
        'package.json': JSON.stringify({ name: 'helped', version: '1.0.0', scripts: { test: 'mocha -r ./helper.js test.js' } }),
        'helper.js': "global.next = require('./index.js').next;\n",
        'index.js': 'exports.next = (n) => n - 1;\n',
        'test.js': "it('adds', () => require('assert').equal(next(2), 3));\n",
      },
      ['mocha'],
    );
    const texts = ['n * 1', 'n', '1', 'n / 1', 'n % 1', '1 - n', 'n + 1'];
    const report = await stage.judge(
      texts.map((text) => edit(text, 'index.js', 'n - 1', text)),
      { workers: 1 },
    );
    expect(report).toMatchObject({ notWarm: null, warm: 6 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual([...Array(6).fill('red'), 'green']);
  });
});

/** Has jest's runtime compile by a method of its own, as that of 30.0 does: what that gives belongs to one environment. */
const asJest30 = `const runtime = require(require.resolve('jest-runtime', { paths: [require('fs').realpathSync(require.resolve('jest'))] }));
runtime.default = class extends runtime.default {
  constructor(...args) {
    super(...args);
    this.compileInEnvironment = this.executor.compile.bind(this.executor);
    this.executor.compile = (source, filename) => this.createScriptFromCode(source, filename);
  }
  createScriptFromCode(source, filename) { return this.compileInEnvironment(source, filename); }
};
`;

suites('candidates that change one function', () => {
  sampled(
    'are transformed by jest in one text for all of them, and each file has the globals of its own environment',
    {
      timeout: 240_000,
    },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'transformed-'));
      const log = join(folder, 'log');
      const sum = (title: string): string => `globalThis.runs = (globalThis.runs ?? 0) + 1;
test('${title}', () => { expect(globalThis.runs).toBe(1); expect(require('./index.js').next(2)).toBe(3); });
`;
      await using stage = await makeStage(
        {
          'package.json': JSON.stringify({ name: 'transformed', version: '1.0.0', scripts: { test: 'jest' } }),
          'jest.config.js': `${asJest30}module.exports = { transform: { index: '<rootDir>/transform.js' } };\n`,
          'transform.js': `exports.process = (code) => (require('fs').appendFileSync(${JSON.stringify(log)}, '.'), { code });\n`,
          'index.js': 'exports.next = (n) => n - 1;\n',
          'one.test.js': sum('one'),
          'two.test.js': sum('two'),
        },
        ['jest'],
      );
      const texts = [...Array.from({ length: 30 }, (_, at) => `n * ${at}`), 'n + 1'];
      const report = await stage.judge(
        texts.map((text) => edit(text, 'index.js', 'n - 1', text)),
        { workers: 1 },
      );
      expect(report).toMatchObject({ notWarm: null, warm: 30 });
      expect(report.verdicts.at(-1)).toEqual({ kind: 'green', ran: 'failing' });
      expect((await readFile(log, 'utf8')).length).toBeLessThan(20);
      await rm(folder, { recursive: true });
    },
  );
});

/** As kcd-scripts has it: a program that starts another one, which runs jest with a configuration of its own. */
async function jestScripts(): Promise<AsyncDisposable & { readonly modules: string }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'scripts-')));
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'kcd-scripts', 'dist');
  await mkdir(join(own, 'scripts'), { recursive: true });
  await mkdir(join(modules, '.bin'));
  await symlink(join(ownModules, 'jest'), join(modules, 'jest'));
  await symlink('../kcd-scripts/dist/index.js', join(modules, '.bin', 'kcd-scripts'));
  const run = "const [name, ...args] = process.argv.slice(2);\nconst { spawnSync } = require('child_process');\n";
  const start = "spawnSync(process.execPath, [require.resolve('./scripts/' + name), ...args], { stdio: 'inherit' })";
  await writeFile(join(own, 'index.js'), `#!/usr/bin/env node\n${run}process.exit(${start}.status);\n`, { mode: 0o755 });
  const config = "['--config', JSON.stringify({ testMatch: ['**/checks/*.js'] })]";
  await writeFile(join(own, 'scripts', 'test.js'), `require('jest').run([...${config}, ...process.argv.slice(2)]);\n`);
  return { modules, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

sampled('jest behind the scripts of another package is told from its test, and taken over', { timeout: 240_000 }, async () => {
  await using scripts = await jestScripts();
  const check = (name: string, call: string, value: number): string =>
    `test('${name}', () => { expect(require('../index.js').${call}).toBe(${value}); });\n`;
  await using stage = await makeStage(
    {
      'package.json': JSON.stringify({ name: 'behind', version: '1.0.0', scripts: { test: 'kcd-scripts test' } }),
      'index.js': 'exports.next = (n) => n - 1;\nexports.same = (n) => n;\n',
      'checks/next.js': check('next', 'next(2)', 3),
      'checks/same.js': check('same', 'same(2)', 2),
    },
    ['kcd-scripts'],
    { modules: scripts.modules },
  );
  expect(stage.suite.plan.runner).toBe('jest');
  expect(stage.failing.map(({ id }) => id)).toEqual(['checks/next.js > next']);
  const texts = ['n', 'n * 2', 'n + 1'];
  const report = await stage.judge(
    texts.map((text) => edit(text, 'index.js', 'n - 1', text)),
    { workers: 1 },
  );
  expect(report).toMatchObject({ notWarm: null, verdicts: [{ kind: 'red' }, { kind: 'red' }, { kind: 'green' }] });
});

sampled('what was found green is known again by what it makes of the tree, in whatever words', { timeout: 240_000 }, async () => {
  await using stage = await makeStage({
    'package.json': '{ "scripts": { "test": "node --test" } }',
    'index.js': 'exports.twice = (n) => n + n + 1;\n',
    'index.test.js':
      "const { twice } = require('./index.js');\nrequire('node:test')('twice', () => require('assert').equal(twice(2), 4));\n",
  });
  await using trials = createTrials(stage.workspace, stage.suite, { workers: 1 });
  const candidates = ['2 * n', '3 * n'].map((text) => edit(text, 'index.js', 'n + n + 1', text));
  const { failing, baseline } = stage;
  await trials.run({ candidates, scope: 'failing', failing, baseline, keep: 2, failingSeconds: 5, limitMs: 100_000 });
  const known = (text: string): Promise<boolean> => trials.hasConfirmed([{ path: 'index.js', start: 23, end: 32, text }]);
  expect([await known('2 * n'), await known('3 * n'), await known('n * 2')]).toEqual([true, false, false]);
  await trials.invalidate();
  expect(await known('2 * n')).toBe(false);
});

sampled('tests without a name are known under vitest', { timeout: 240_000 }, async () => {
  await using stage = await makeStage(
    {
      'package.json': '{ "type": "module", "scripts": { "test": "vitest run" } }',
      'index.js': 'export const twice = (n) => n + n + 1;\n',
      'index.test.js': `import { describe, expect, test } from 'vitest';
import { twice } from './index.js';
describe('twice', () => { for (const name of ['', 'two']) test(name, () => expect(twice(2)).toBe(4)); });
describe('', () => { test('', () => expect(twice(3)).toBe(6)); });
`,
    },
    ['vitest'],
  );
  expect(stage.failing).toHaveLength(3);
  const candidates = ['n', 'n * n', '0', 'n + 3', '1', '2', '3', '2 * n'].map((text) => edit(text, 'index.js', 'n + n + 1', text));
  const { warm, notWarm, verdicts } = await stage.judge(candidates, { workers: 1 });
  expect({ warm, notWarm }).toEqual({ warm: 7, notWarm: null });
  expect(verdicts.map(({ kind }) => kind)).toEqual(['red', 'partial', 'red', 'partial', 'red', 'red', 'red', 'green']);
});

sampled('a runner that is started by npx is taken over like any other', { timeout: 240_000 }, async () => {
  await using stage = await makeStage(
    {
      'package.json': '{ "scripts": { "test": "npx mocha test.js" } }',
      'index.js': 'exports.twice = (n) => n + n + 1;\n',
      'test.js': "it('twice', () => require('assert').equal(require('./index.js').twice(2), 4));\n",
    },
    ['mocha'],
  );
  const candidates = Array.from({ length: 6 }, (_, number) => edit(`${number}`, 'index.js', 'n + n + 1', `n * n + ${number + 1}`));
  expect(await stage.judge(candidates, { workers: 1 })).toMatchObject({ judged: 6, warm: 6, notWarm: null });
});

sampled('the failing test that takes most of the time is left to processes of its own', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slow-test-'));
  const log = join(folder, 'log');
  try {
    await using stage = await makeStage(
      {
        'package.json': '{ "scripts": { "test": "mocha test.js" } }',
        'index.js': 'exports.times = (n, m) => n + m + 9;\n',
        'test.js': `const { times } = require('./index.js');
const check = (n, m) => require('assert').equal(times(n, m), n * m);
for (const n of [1, 2, 3, 4]) it('quick ' + n, () => check(2, n));
it('slow', async () => {
  require('fs').appendFileSync(${JSON.stringify(log)}, 'slow\\n');
  await new Promise((resolve) => setTimeout(resolve, 600));
  check(3, 3);
});
`,
      },
      ['mocha'],
    );
    expect(stage.failing).toHaveLength(5);
    await rm(log, { force: true });
    const texts = ['n * 2', 'm', '2 * m', 'n * m', 'n - m', '9'];
    const candidates = texts.map((text) => edit(text, 'index.js', 'n + m + 9', text));
    const { verdicts, notWarm } = await stage.judge(candidates, { workers: 1 });
    expect(notWarm).toBeNull();
    expect(verdicts.map(({ kind }) => kind)).toEqual(['partial', 'red', 'partial', 'green', 'red', 'red']);
    expect((await readFile(log, 'utf8')).trim().split('\n')).toHaveLength(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

sampled('what red tests leave open is closed, and does not end the process', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'open-'));
  const log = join(folder, 'log');
  try {
    await using stage = await makeStage(
      {
        'package.json': '{ "scripts": { "test": "mocha --exit test.js" } }',
        'index.js': 'exports.twice = (n) => n + n + 1;\n',
        'test.js': `require('fs').appendFileSync(${JSON.stringify(log)}, process.pid + '\\n');
for (const n of [2, 3, 4]) it('twice ' + n, (done) => {
  const server = require('net').createServer((socket) => socket.end(String(require('./index.js').twice(n))));
  server.listen(0, '127.0.0.1', () => {
    const client = require('net').connect(server.address().port, '127.0.0.1');
    client.once('data', (answer) => {
      require('assert').equal(String(answer), String(2 * n));
      server.close(done);
    });
  });
});
`,
      },
      ['mocha'],
    );
    await rm(log, { force: true });
    const candidates = ['n', 'n * n', '0', 'n + 3', '1', '2 * n'].map((text) => edit(text, 'index.js', 'n + n + 1', text));
    const { verdicts, warm, notWarm } = await stage.judge(candidates, { workers: 1 });
    expect({ verdicts: verdicts.map(({ kind }) => kind), warm, notWarm }).toEqual({
      verdicts: ['red', 'partial', 'red', 'partial', 'red', 'green'],
      warm: 5,
      notWarm: null,
    });
    // One warm process, and one for the fix by itself.
    expect(new Set((await readFile(log, 'utf8')).trim().split('\n')).size).toBe(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

sampled('one warm process, started ahead, judges batches of either scope', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'either-scope-'));
  const log = join(folder, 'log');
  try {
    await using stage = await makeStage(
      {
        'package.json': '{ "scripts": { "test": "mocha test.js" } }',
        'index.js': 'exports.twice = (n) => n + n + 1;\n',
        'test.js': `require('fs').appendFileSync(${JSON.stringify(log)}, process.pid + '\\n');
it('twice', () => require('assert').equal(require('./index.js').twice(2), 4));
`,
      },
      ['mocha'],
    );
    await rm(log, { force: true });
    await using trials = createTrials(stage.workspace, stage.suite, { workers: 1 });
    const candidates = Array.from({ length: 6 }, (_, number) => edit(`${number}`, 'index.js', 'n + n + 1', `n * n + ${number + 1}`));
    const { failing, baseline } = stage;
    trials.prepare({ failing, baseline, failingSeconds: 1 });
    await vi.waitFor(() => readFile(log), { timeout: 60_000, interval: 50 });
    for (const scope of ['failing', 'all', 'failing'] as const) {
      const report = await trials.run({ candidates, scope, failing, baseline, keep: 1, failingSeconds: 5, limitMs: 100_000 });
      expect(report).toMatchObject({ judged: 6, warm: 6 });
    }
    expect(new Set((await readFile(log, 'utf8')).trim().split('\n')).size).toBe(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

if (missing === null)
  sampled('ava that starts its processes in a way of its own goes on doing so', { timeout: 240_000 }, async () => {
    const files = { ...ava.files, 'package.json': manifest('ava', { type: 'module', ava: { nodeArguments: ['--no-warnings'] } }) };
    await using stage = await makeStage(files, ava.linked, ava);
    const change = (newText: string): Candidate =>
      edit(newText, ava.faulty, 'return 0;\n  }\n  return a + b;', `return 0;\n  }\n  ${newText}`);
    const { verdicts, warm, notWarm } = await stage.judge(
      ['0', 'a', 'b', 'b - a', '1', 'a - b'].map((value) => change(`return ${value};`)),
      { workers: 1 },
    );
    expect(verdicts.map(({ kind }) => kind === 'green')).toEqual([...Array(5).fill(false), true]);
    expect({ warm, notWarm }).toEqual({ warm: 0, notWarm: 'ava starts its processes with --no-warnings' });
  });

for (const { name, linked, modules } of [...(missing === null ? [ava] : []), ...(isAva3There ? [ava3] : [])])
  sampled(`a test that waits for ever is ended by ${name} in a warm process, too`, { timeout: 240_000 }, async () => {
    const files = {
      'package.json': manifest('ava', { ava: { files: ['test.mjs'] } }),
      'src.mjs': 'export function later(n, done) {\n  if (n > 0) return;\n  setTimeout(done, 1, n);\n}\n',
      'test.mjs': `import test from 'ava';
import { later } from './src.mjs';
test('calls back', async (t) => t.is(await new Promise((resolve) => later(2, resolve)), 2));
test('calls back with a number', async (t) => t.is(typeof (await new Promise((resolve) => later(0, resolve))), 'number'));
`,
    };
    await using stage = await makeStage(files, linked, modules === undefined ? {} : { modules });
    const change = (newText: string): Candidate => edit(newText, 'src.mjs', 'n > 0', newText);
    const { verdicts, warm, notWarm } = await stage.judge(['n > 1', 'n', 'n >= 0', 'n > -1', 'n == 2', 'n < 0'].map(change), {
      workers: 1,
    });
    expect(verdicts.map(({ kind }) => kind)).toEqual([...Array(5).fill('red'), 'green']);
    expect({ warm, notWarm }).toEqual({ warm: 5, notWarm: null });
  });

sampled('who hears that a program ends may say otherwise how', { timeout: 240_000 }, async () => {
  const files = {
    'package.json': manifest('node test.js'),
    'index.js': 'exports.half = (n) => n;\n',
    'test.js':
      "const { half } = require('./index.js');\nlet seen = null;\nprocess.on('exit', () => { process.exitCode = seen === 2 ? 0 : 1; });\nsetTimeout(() => { seen = half(4); }, 1);\n",
  };
  await using stage = await makeStage(files);
  const change = (text: string): Candidate => edit(text, 'index.js', '=> n', `=> ${text}`);
  const { verdicts, warm, notWarm } = await stage.judge(['n + 1', 'n * n', '0', 'n / 4', 'n - 1', 'process.exit(0)', 'n / 2'].map(change), {
    workers: 1,
  });
  expect(verdicts.map(({ kind }) => kind === 'green')).toEqual([...Array(6).fill(false), true]);
  expect({ warm, notWarm }).toEqual({ warm: 6, notWarm: null });
});

for (const project of missing === null ? [uvu, jasmine] : [])
  sampled(
    `candidates that print, end or never end under ${project.name} are judged as in processes of their own`,
    { timeout: 240_000 },
    async () => {
      await using stage = await makeStage(project.files, project.linked, project);
      const change = (text: string): Candidate => edit(text, project.faulty, 'if (a < b) {', `${text} if (a < b) {`);
      const candidates = [
        ...['', '0;', '1;'].map(change),
        change('console.log(\'• • •   (3 / 3)\\n   FAIL  "late"\');'),
        change("process.stdout.write(Buffer.from('two.js\\n'));"),
        change('process.exit(0);'),
        change('return new Promise(() => {});'),
        change('setTimeout(() => { throw new Error("late"); }, 0);'),
        edit('a file that is not there', project.faulty, './one.js', './gone.js'),
        edit('the fix', project.faulty, 'return a + b;\n}\nconst', 'return a - b;\n}\nconst'),
      ];
      const warm = await stage.judge(candidates, { workers: 1 });
      expect(warm).toMatchObject({ notWarm: null, warm: candidates.length - 1 });
      const cold = await stage.judge(candidates, { workers: 1, warm: false });
      expect(warm.verdicts).toEqual(cold.verdicts);
      expect(cold.verdicts.at(-1)).toMatchObject({ kind: 'green' });
    },
  );

if (missing === null && esmCanBeLoaded)
  sampled('candidates that cannot be loaded by the package esm keep none behind them from being loaded', { timeout: 240_000 }, async () => {
    await using stage = await makeStage(uvuByEsm.files, uvuByEsm.linked, uvuByEsm);
    const change = (text: string): Candidate => edit(text, uvuByEsm.faulty, 'return a + b;\n}\nconst', `return ${text};\n}\nconst`);
    const broken = edit('a throw', uvuByEsm.faulty, 'let calls = 0;', 'let calls = 0; throw new Error("broken");');
    const candidates = [broken, change('0'), change('a +'), broken, ...['a', 'b', '1', 'a - b'].map(change)];
    const { verdicts, warm, notWarm } = await stage.judge(candidates, { workers: 1 });
    expect(verdicts.map(({ kind }) => kind === 'green')).toEqual([...Array(7).fill(false), true]);
    expect({ warm, notWarm }).toEqual({ warm: 7, notWarm: null });
  });

sampled('a loader that knows texts by the time of their file is told of each candidate', { timeout: 240_000 }, async () => {
  const files = {
    'package.json': manifest('mocha --require ./loader.cjs test.js'),
    'loader.cjs': `const { readFileSync, statSync } = require('fs');
const texts = new Map();
const load = require.extensions['.js'];
require.extensions['.js'] = (module, file) => {
  if (!file.endsWith('index.js')) return load(module, file);
  const key = file + Math.floor(statSync(file).mtimeMs / 1000);
  if (!texts.has(key)) texts.set(key, readFileSync(file, 'utf8'));
  module._compile(texts.get(key), file);
};
`,
    'index.js': 'exports.half = (n) => n;\n',
    'test.js': "const { half } = require('./index.js');\nit('halves', () => require('assert').equal(half(4), 2));\n",
  };
  await using stage = await makeStage(files, ['mocha']);
  const change = (text: string): Candidate => edit(text, 'index.js', '=> n', `=> ${text}`);
  const { verdicts, warm, notWarm } = await stage.judge(['n + 1', 'n * n', '0', 'n / 4', 'n - 1', 'n + 2', 'n / 2'].map(change), {
    workers: 1,
  });
  expect(verdicts.map(({ kind }) => kind === 'green')).toEqual([...Array(6).fill(false), true]);
  expect({ warm, notWarm }).toEqual({ warm: 6, notWarm: null });
});

if (missing === null)
  sampled('what jasmine tells once a test has ended the process counts for nothing', { timeout: 240_000 }, async () => {
    const support = JSON.stringify({ spec_dir: 'spec', spec_files: ['*.spec.js'], helpers: ['helpers/*.js'], env: { random: false } });
    await using stage = await makeStage({ ...jasmine.files, 'spec/support/jasmine.json': support }, jasmine.linked, jasmine);
    const fix = edit('the fix', jasmine.faulty, 'return a + b;\n}\nconst', 'return a - b;\n}\nconst');
    const ends = edit('an end', jasmine.faulty, 'calls += 1;', 'process.exit(0);');
    const candidates = [...Array(6).fill(ends), { label: 'both', edits: [...fix.edits, ...ends.edits] }];
    const warm = await stage.judge(candidates, { workers: 1 });
    const cold = await stage.judge(candidates, { workers: 1, warm: false });
    expect(warm).toMatchObject({ notWarm: null, warm: 7 });
    expect(warm.verdicts).toEqual(cold.verdicts);
    expect(cold.verdicts.at(-1)?.kind).toBe('partial');
  });

sampled('what jest imports later, in modules of ES, comes from the environment that asks for it', { timeout: 240_000 }, async () => {
  const command = 'node --experimental-vm-modules node_modules/jest/bin/jest.js';
  const files = {
    'package.json': manifest(command, { type: 'module', jest: { transform: {} } }),
    'later.cjs': "exports.later = () => import('./sum.js');\n",
    'sum.js': 'export const sum = (a, b) => a - b;\n',
    'sum.test.js': `import { later } from './later.cjs';
import { sum } from './sum.js';
test('sums', async () => {
  expect(sum(1, 2)).toBe(3);
  expect((await later()).sum).toBe(sum);
});
`,
  };
  await using stage = await makeStage(files, ['jest']);
  const change = (text: string): Candidate => edit(text, 'sum.js', 'a - b', text);
  const wrong = ['a * b', 'a', 'b', 'a % b', 'b - a', '-a - b', 'a / b'];
  const { verdicts, warm, notWarm } = await stage.judge([...wrong, 'a + b'].map(change), { workers: 1 });
  expect(verdicts.map(({ kind }) => kind === 'green')).toEqual([...wrong.map(() => false), true]);
  expect({ warm, notWarm }).toEqual({ warm: wrong.length, notWarm: null });
});
