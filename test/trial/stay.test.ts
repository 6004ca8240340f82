// Modules that stay loaded from candidate to candidate: only while nothing that the tests reach in them changes.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/trial/index.ts';
import { staySource } from '../../src/trial/warm/stay-source.ts';
import { sampledTest } from '../sampled.ts';
import { makeStage } from './stage.ts';

const sampled = sampledTest(0.25);

/** Each exports `run`, which is called twice; what it keeps from the first call to the second, and where. */
const keepers: Readonly<Record<string, string>> = {
  'a variable': 'let calls = 0; exports.run = () => { calls += 1; };',
  'a map': 'const seen = new Map(); exports.run = (n) => seen.set(n, n);',
  'a set': 'const seen = new Set(); exports.run = (n) => seen.add(n);',
  'a list': 'const all = []; exports.run = (n) => all.push(n);',
  'an inner property': 'const table = { deep: { last: 0 } }; exports.run = (n) => { table.deep.last = n; };',
  'a property of a function': 'exports.run = function run(n) { run.last = n; };',
  'a date': 'const at = new Date(0); exports.run = (n) => at.setTime(n);',
  'where an expression ended': "const word = /o/g; exports.run = () => word.test('foo');",
  'a closure': 'const next = (() => { let n = 0; return () => (n += 1); })(); exports.run = () => next();',
  'a closure that is bound': 'const next = (() => { let n = 0; return () => (n += 1); })().bind(null); exports.run = () => next();',
  'an instance': 'class Box { put(n) { this.n = n; } }\nconst box = new Box(); exports.run = (n) => box.put(n);',
  'what a package made for it': "const next = require('counting')(); exports.run = () => next();",
};
/** What cannot be seen to stay as it is. */
const opaque: Readonly<Record<string, string>> = {
  'a private field': 'class Box { #n = 0; put(n) { this.#n = n; } }\nconst box = new Box(); exports.run = (n) => box.put(n);',
  'a private field of a class': 'class Box { static #n = 0; static put(n) { Box.#n = n; } }\nexports.run = (n) => Box.put(n);',
  'a weak map': 'const seen = new WeakMap(); exports.run = (n) => seen.set({}, n);',
  'a proxy': 'const target = {}; const proxy = new Proxy(target, {}); exports.run = (n) => { proxy.n = n; };',
  'a generator': 'const numbers = (function* () { yield 1; yield 2; })(); exports.run = () => numbers.next();',
  bytes: 'const bytes = new Uint8Array(2); exports.run = (n) => { bytes[0] = n; };',
};
const keepNothing: Readonly<Record<string, string>> = {
  'plain functions':
    'const twice = (n) => 2 * n; exports.run = (n) => { let sum = 0; for (let i = 0; i < n; i += 1) sum += twice(i); return sum; };',
  'tables that are read': "const names = ['a', 'b']; const by = new Map([['a', 1]]); exports.run = (n) => by.get(names[n]);",
  'a package and parts of the language':
    "const { join } = require('path'); const counting = require('counting'); exports.run = () => [join('a', 'b'), counting()()];",
  'objects made anew': 'class Box { put(n) { this.n = n; return this; } }\nexports.run = (n) => new Box().put(n);',
};

describe('what a module keeps between calls', () => {
  let said: Record<string, string> = {};
  let back: Record<string, boolean> = {};
  let root = '';
  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'regreen stay-')));
    const all = { ...keepers, ...opaque, ...keepNothing };
    const files: Record<string, string> = {
      'node_modules/counting/index.js': 'module.exports = () => { let n = 0; return () => (n += 1); };',
      'look.cjs': `'use strict';
const fs = require('fs');
const path = require('path');
const Module = require('module');
const { fileURLToPath } = require('url');
const isFresh = (file) => file.startsWith(${JSON.stringify(root)} + '/own/');
const boot = new Set();
const vital = [Object, Object.prototype, Array.prototype].map((object) => ({ object }));
const watched = [Map, Set, Date, RegExp, WeakMap, Function].flatMap((kind) => [{ object: kind }, { object: kind.prototype }]);
${staySource}
const said = {};
const back = {};
for (const [name, file] of ${JSON.stringify(Object.keys(all).map((name, at) => [name, `./own/${at}.js`]))}) {
  const { run } = require(file);
  const memory = remember([run]);
  run(1);
  const seen = memory === null ? null : unchanged(memory);
  if (memory !== null) putBackObjects(memory);
  back[name] = memory !== null && unchanged(memory);
  said[name] = seen === null ? 'not to be seen' : seen ? 'nothing' : 'something';
}
console.log(JSON.stringify({ said, back }));
`,
    };
    for (const [at, text] of Object.values(all).entries()) files[`own/${at}.js`] = text;
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'look.cjs')], { timeout: 60_000 });
    ({ said, back } = JSON.parse(stdout));
  }, 90_000);
  afterAll(() => rm(root, { recursive: true, force: true }));

  test.each(Object.keys(keepers))('is found: %s', (name) => expect(said[name]).toBe('something'));
  test.each(['a map', 'a set', 'a list', 'an inner property', 'a property of a function', 'where an expression ended', 'an instance'])(
    'is put back: %s',
    (name) => expect(back[name]).toBe(true),
  );
  test.each(Object.keys(opaque))('is not to be seen: %s', (name) => expect(said[name]).toBe('not to be seen'));
  test.each(Object.keys(keepNothing))('is nothing: %s', (name) => expect(said[name]).toBe('nothing'));
});

describe.each(['mocha', 'vitest', 'jest'] as const)('candidates that %s judges in one text', (runner) => {
  const isEsm = runner === 'vitest';
  const command = { mocha: 'mocha next.test.js', vitest: 'vitest run', jest: 'jest' }[runner];
  const head = {
    mocha: "const { next } = require('./next.js');\nconst { equal } = require('assert');",
    vitest:
      "import { beforeEach, expect, it } from 'vitest';\nimport { next } from './next.js';\nconst equal = (a, b) => expect(a).toBe(b);",
    jest: "const { next } = require('./next.js');\nconst equal = (a, b) => expect(a).toBe(b);",
  }[runner];
  const project = (log: string, body: string): Record<string, string> => ({
    'package.json': JSON.stringify({ name: 'stays', version: '1.0.0', scripts: { test: command } }),
    'counting.js': isEsm ? 'let n = 0;\nexport const count = () => (n += 1);\n' : 'let n = 0;\nexports.count = () => (n += 1);\n',
    'next.js': `${isEsm ? "import fs from 'node:fs';\nexport" : "const fs = require('fs');\nmodule.exports = { next };"}
function next(n) {
  ${body}
  return n - 1;
}
${isEsm ? 'export { calls };\nlet calls = 0;' : 'let calls = 0;'}
fs.appendFileSync(${JSON.stringify(log)}, 'x');
`,
    'next.test.js': `${head}
let one = 0;
beforeEach(() => { one = 1; });
it('is one more', () => { one += 1; equal(next(one), 3); });
it('is another', () => equal(next(one) > 0, true));
`,
  });
  const to = (text: string): Candidate => ({ label: text, edits: [{ path: 'next.js', oldText: 'n - 1', newText: text }] });
  // Of the state of a module that stayed the later ones would see more calls.
  const candidates = [...Array.from({ length: 24 }, (_, at) => `n - ${at + 2}`), 'calls === 1 ? n + 1 : 1', 'n + 1'].map(to);

  const loadsFor = async (body: string, candidates: readonly Candidate[]): Promise<{ loads: number; kinds: string[] }> => {
    const folder = await mkdtemp(join(tmpdir(), 'regreen-loads-'));
    const log = join(folder, 'log');
    await using stage = await makeStage(project(log, body), [runner]);
    await writeFile(log, '');
    const report = await stage.judge(candidates, { workers: 1 });
    expect(report.notWarm).toBeNull();
    const loads = (await readFile(log, 'utf8')).length;
    await rm(folder, { recursive: true, force: true });
    return { loads, kinds: report.verdicts.map(({ kind }) => kind) };
  };

  sampled('share modules that keep nothing', { timeout: 240_000 }, async () => {
    const { loads, kinds } = await loadsFor('', candidates);
    expect(kinds).toEqual([...Array(24).fill('red'), 'partial', 'green']);
    expect(loads).toBeLessThan(25);
  });

  sampled('have modules of their own where these keep something', { timeout: 240_000 }, async () => {
    const { loads, kinds } = await loadsFor('calls += 1;', candidates);
    expect(kinds).toEqual([...Array(24).fill('red'), 'green', 'green']);
    expect(loads).toBeGreaterThan(25);
  });

  // Run once more it changes nothing, which is all that a second look sees.
  sampled('have modules of their own where a test changes its data for good', { timeout: 240_000 }, async () => {
    const files = {
      'package.json': JSON.stringify({ name: 'stays', version: '1.0.0', scripts: { test: command } }),
      'next.js': `${isEsm ? 'export' : 'module.exports = { next };'}\nfunction next(data) {\n  if (data.done === undefined) data.done = data.n - 1;\n}\n`,
      'next.test.js': `${head}\nconst data = { n: 1 };\nit('is one more', () => { next(data); equal(data.done, 2); });\nit('is there', () => equal(data.n, 1));\n`,
    };
    await using stage = await makeStage(files, [runner]);
    const to = (text: string): Candidate => ({ label: text, edits: [{ path: 'next.js', oldText: 'data.n - 1', newText: text }] });
    const wrong = Array.from({ length: 12 }, (_, at) => to(`data.n - ${at + 2}`));
    const { verdicts, notWarm } = await stage.judge([...wrong, to('data.n + 1')], { workers: 1 });
    expect(notWarm).toBeNull();
    expect(verdicts.map(({ kind }) => kind)).toEqual([...Array(12).fill('red'), 'green']);
  });

  if (!isEsm)
    sampled('do not see what another one of them has loaded', { timeout: 240_000 }, async () => {
      const [loads, counts] = ["require('./counting.js').count() - 7", "(require('./counting.js').count() === 1 ? n + 1 : n - 5)"].map(to);
      if (loads === undefined || counts === undefined) throw new Error('there are two');
      const { kinds } = await loadsFor('', [...candidates.slice(0, 8), loads, counts, ...candidates.slice(8, 12)]);
      expect(kinds).toEqual([...Array(9).fill('red'), 'partial', ...Array(4).fill('red')]);
    });

  sampled('do not see what another one of them made of the language', { timeout: 240_000 }, async () => {
    const [adds, sees] = ['(globalThis.left = 1, n - 5)', '(globalThis.left ? n - 5 : 1)'].map(to);
    if (adds === undefined || sees === undefined) throw new Error('there are two');
    const { kinds } = await loadsFor('', [...candidates.slice(0, 8), adds, ...candidates.slice(8, 12), sees, ...candidates.slice(12, 16)]);
    expect(kinds).toEqual([...Array(13).fill('red'), 'partial', ...Array(4).fill('red')]);
  });
});

describe.each([
  ['called by themselves', '() => equal(next(2), 3)'],
  ['with a callback', '(done) => { equal(next(2), 3); done(); }'],
  ['with a context', 'function () { this.timeout(900); equal(next(2), 3); }'],
])('tests of mocha, %s', (_, body) => {
  test('end as in a run of their own, where a hook fails too', { timeout: 240_000 }, async () => {
    const files = {
      'package.json': JSON.stringify({ name: 'hooked', version: '1.0.0', scripts: { test: 'mocha next.test.js' } }),
      'next.js': 'exports.next = (n) => {\n  return n - 1;\n};\n',
      'next.test.js': `const { next } = require('./next.js');
const { equal } = require('assert');
beforeEach(() => { if (next(0) > 90) throw new Error('no'); });
it('is one more', ${body});
it('is large', () => equal(next(2) > 7, true));
`,
    };
    await using stage = await makeStage(files, ['mocha']);
    const texts = [...Array.from({ length: 8 }, (__, at) => `n - ${at + 2}`), 'n + 100', 'n + 1', 'n + 9', 'n - 99'];
    const candidates = texts.map((text) => ({ label: text, edits: [{ path: 'next.js', oldText: 'n - 1', newText: text }] }));
    const report = await stage.judge(candidates, { workers: 1 });
    expect(report).toMatchObject({ notWarm: null, warm: 12 });
    expect(report.verdicts.map(({ kind }) => kind)).toEqual([...Array(9).fill('red'), 'partial', 'partial', 'red']);
  });
});
