// Names that one file takes from another one that does not export them.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { apply, red } from './ranks.ts';

const notExported = (name: string) => `SyntaxError: The requested module './queue.js' does not provide an export named '${name}'`;

/** What the files become by each candidate, likeliest first, as `path: text`. */
function made(files: Readonly<Record<string, string>>, message: string): readonly string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const frames = [{ path: 'src/plan.js', line: 1, column: null, function: null }];
  const given = {
    files: sources,
    paths: Object.keys(files),
    suspects: [],
    failing: [red(message, { frames })],
    testSources: [],
    priors: [],
  };
  return generateCandidates(given).map((each) => `${each.path}: ${apply(files[each.path] ?? '', each)}`);
}

const plan = "import { makeQueue } from './queue.js';\nexport const next = (list) => makeQueue(list).shift();\n";
const required = "const { makeQueue } = require('./queue');\nexports.next = (list) => makeQueue(list).shift();\n";
const declared = 'function makeQueue(list) { return [...list]; }\nclass Queue {}\n';

describe('a name that a module does not export', () => {
  it('is one that it has, by whatever name', () => {
    const files = {
      'src/plan.js': plan,
      'src/queue.js': 'export class Queue {}\nexport function buildQueue(list) { return [...list]; }\n',
    };
    const wanted = `src/plan.js: ${plan.replace('{ makeQueue }', '{ buildQueue as makeQueue }')}`;
    expect(made(files, notExported('makeQueue')).slice(0, 3)).toContain(wanted);
  });

  it('is no type: that is gone when the code runs', () => {
    const files = {
      'src/plan.ts': "import { type makeQueue } from './queue.js';\nexport const next = (list: makeQueue) => list;\n",
      'src/queue.ts': 'export interface makeQueues {}\nexport function buildQueue() {}\n',
    };
    expect(made(files, notExported('makeQueue')).filter((text) => text.startsWith('src/plan.ts: import { build'))).toEqual([]);
  });

  it('is no default, but one that has its own name', () => {
    const text = "import makeQueue from './queue.js';\nexport const next = (list) => makeQueue(list).shift();\n";
    const wanted = `src/plan.js: ${text.replace('makeQueue from', '{ makeQueue } from')}`;
    const queue = 'export const size = 1;\nexport function makeQueue(list) { return [...list]; }\n';
    expect(made({ 'src/plan.js': text, 'src/queue.js': queue }, notExported('default'))[0]).toBe(wanted);
    const other = made({ 'src/plan.js': text, 'src/queue.js': queue.replace('makeQueue', 'buildQueue') }, notExported('default'));
    expect(other[0]).toBe(`src/plan.js: ${text.replace('makeQueue from', '{ buildQueue as makeQueue } from')}`);
  });

  it('is the default, by whatever name', () => {
    const queue = 'export default function makeQueue(list) { return [...list]; }\n';
    const all = made({ 'src/plan.js': plan, 'src/queue.js': queue }, notExported('makeQueue'));
    expect(all.slice(0, 3)).toContain(`src/plan.js: ${plan.replace('{ makeQueue }', 'makeQueue')}`);
  });

  it('is added to the last of several lists, once', () => {
    const queue = `${declared}function other() {}\nexport { Queue };\nexport { other };\nexport { deque } from './deque.js';\n`;
    const all = made({ 'src/plan.js': plan, 'src/queue.js': queue }, notExported('makeQueue'));
    expect(all).toContain(`src/queue.js: ${queue.replace('{ other }', '{ other, makeQueue }')}`);
    expect(all).not.toContain(`src/queue.js: ${queue.replace('{ Queue }', '{ Queue, makeQueue }')}`);
    expect(all).not.toContain(`src/queue.js: ${queue.replace('{ deque }', '{ deque, makeQueue }')}`);
  });

  it('is one of that module, not of another one', () => {
    const files = { 'src/plan.js': plan, 'src/queue.js': 'export class Queue {}\n', 'src/other.js': 'export const makeQueues = 1;\n' };
    const all = made(files, notExported('makeQueue'));
    expect(all.filter((text) => text.startsWith('src/plan.js: import {'))).toHaveLength(all.length);
    expect(all.join('\n')).toContain('Queue as makeQueue');
    expect(all.join('\n')).not.toContain('makeQueues as makeQueue');
  });

  it('is taken out of what is required by the name it has', () => {
    const files = {
      'src/plan.js': required,
      'src/queue.js': `${declared.replaceAll('makeQueue', 'buildQueue')}module.exports = { Queue, buildQueue };\n`,
    };
    const wanted = `src/plan.js: ${required.replace('{ makeQueue }', '{ buildQueue: makeQueue }')}`;
    expect(made(files, 'TypeError: makeQueue is not a function').slice(0, 5)).toContain(wanted);
  });

  it.each([
    ['in a list', `${declared}export { Queue };\n`, `${declared}export { Queue, makeQueue };\n`],
    ['by its declaration', `${declared}export { Queue };\n`, `export ${declared}export { Queue };\n`],
  ])('is exported %s', (_, text, wanted) => {
    const files = { 'src/plan.js': plan, 'src/queue.js': text };
    expect(made(files, notExported('makeQueue')).slice(0, 4)).toContain(`src/queue.js: ${wanted}`);
  });

  it.each([
    ['in the object', `${declared}module.exports = { Queue };\n`, `${declared}module.exports = { Queue, makeQueue };\n`],
    ['in an empty one', `${declared}module.exports = {};\n`, `${declared}module.exports = { makeQueue };\n`],
    [
      'as a member',
      `${declared}exports.Queue = Queue;\n`,
      'function makeQueue(list) { return [...list]; }\nexports.makeQueue = makeQueue;\nclass Queue {}\nexports.Queue = Queue;\n',
    ],
  ])('is exported %s of CommonJS', (_, text, wanted) => {
    const files = { 'src/plan.js': required, 'src/queue.js': text };
    expect(made(files, 'TypeError: makeQueue is not a function').slice(0, 6)).toContain(`src/queue.js: ${wanted}`);
  });

  it('is left as it is where the module has it', () => {
    const files = { 'src/plan.js': plan, 'src/queue.js': `${declared}export { makeQueue };\n` };
    const all = made(files, 'TypeError: makeQueue is not a function').join('\n');
    expect(all).not.toMatch(/as makeQueue|export function|makeQueue, makeQueue/);
  });
});

it('a module of ES is called by its whole name, where its ending or the file of its folder was left out', () => {
  const text = "import { a } from './scales';\nimport { b } from './parts';\n";
  const files = { 'src/plan.js': text, 'src/scales.js': 'export const a = 1;\n', 'src/parts/index.js': 'export const b = 1;\n' };
  const ending = made(files, "Cannot find module '/app/src/scales' imported from /app/src/plan.js");
  expect(ending.slice(0, 3)).toContain(`src/plan.js: ${text.replace('./scales', './scales.js')}`);
  const folder = made(files, "Directory import '/app/src/parts' is not supported resolving ES modules imported from /app/src/plan.js");
  expect(folder.slice(0, 3)).toContain(`src/plan.js: ${text.replace('./parts', './parts/index.js')}`);
});

it('a path that leaves the repository is mended too', () => {
  const text = "import { a } from '../../scales.js';\n";
  const all = made(
    { 'src/plan.js': text, 'src/scales.js': 'export const a = 1;\n' },
    "Cannot find module '/scales.js' imported from /app/src/plan.js",
  );
  expect(all.slice(0, 3)).toContain(`src/plan.js: ${text.replace('../../', './')}`);
});

describe('a name that a module does not hand on', () => {
  const chunk = 'export function chunk(list) { return [list]; }\n';
  const whole = 'module.exports = function chunk(list) { return [list]; };\n';
  const member = 'exports.chunk = (list) => [list];\n';
  const called = 'TypeError: chunk is not a function';

  it.each([
    ['a list', 'src/index.js', "export { clamp } from './clamp.js';\n", chunk, "\nexport { chunk } from './chunk.js';"],
    ['all', 'src/index.js', "export * from './clamp.js';\n", chunk, "\nexport * from './chunk.js';"],
    [
      'a default',
      'src/index.js',
      'export { default as clamp } from "./clamp.js";\n',
      `export default ${chunk.slice(7)}`,
      '\nexport { default as chunk } from "./chunk.js";',
    ],
    ['TypeScript', 'src/index.ts', "export { clamp } from './clamp.js';\n", chunk, "\nexport { chunk } from './chunk.js';"],
    ['no ending', 'src/index.ts', "export { clamp } from './clamp';\n", chunk, "\nexport { chunk } from './chunk';"],
  ])('is exported from another one: %s', (_, path, text, source, added) => {
    const other = path.replace('index', 'chunk');
    for (const message of ["SyntaxError: The requested module '../src/index.js' does not provide an export named 'chunk'", called])
      expect(made({ [path]: text, [other]: source }, message)[0]).toBe(`${path}: ${text.trimEnd()}${added}\n`);
  });

  it.each([
    [
      'a member',
      "exports.clamp = require('./clamp.js');\n",
      whole,
      "exports.clamp = require('./clamp.js');\nexports.chunk = require('./chunk.js');\n",
    ],
    [
      'a member of a member',
      "exports.clamp = require('./clamp').clamp;\n",
      member,
      "exports.clamp = require('./clamp').clamp;\nexports.chunk = require('./chunk').chunk;\n",
    ],
    [
      'an object',
      "const clamp = require('./clamp');\nmodule.exports = { clamp };\n",
      whole,
      "const clamp = require('./clamp');\nmodule.exports = { clamp, chunk: require('./chunk') };\n",
    ],
    [
      'a spread',
      "module.exports = { ...require('./clamp') };\n",
      member,
      "module.exports = { ...require('./clamp'), ...require('./chunk') };\n",
    ],
  ])('is required from another one: %s', (_, text, source, wanted) => {
    expect(made({ 'src/index.js': text, 'src/chunk.js': source }, called).slice(0, 2)).toContain(`src/index.js: ${wanted}`);
  });

  it('is declared in a file that exports nothing', () => {
    const text = 'function chunk(list) { return [list]; }\n';
    const all = made({ 'src/chunk.js': text }, called);
    for (const value of ['chunk', '{ chunk }']) expect(all).toContain(`src/chunk.js: ${text.trimEnd()}\n\nmodule.exports = ${value};\n`);
    const named = notExported('chunk');
    expect(made({ 'src/chunk.js': text }, named)).toContain(`src/chunk.js: export ${text}`);
  });

  it('is no ES export in a module of CommonJS, no CommonJS in TypeScript, and no method of every list', () => {
    const common = { 'src/index.js': "const z = require('./z');\nmodule.exports = { z };\n", 'src/chunk.js': whole };
    expect(made(common, called).filter((text) => text.includes('export {'))).toEqual([]);
    expect(made(common, called)[0]).toContain("z, chunk: require('./chunk')");
    const typed = { 'src/chunk.ts': 'function chunk(list: string[]) { return [list]; }\n' };
    expect(made(typed, called).filter((text) => text.includes('module.exports'))).toEqual([]);
    const named = {
      'src/index.js': "export { clamp } from './clamp.js';\n",
      'src/lists.js': 'export function map(list) { return list; }\n',
    };
    expect(made(named, 'TypeError: list.map is not a function').filter((text) => text.includes("from './lists"))).toEqual([]);
  });

  it('is not taken from itself, nor from a file of another language', () => {
    const files = { 'src/index.js': "export { clamp } from './clamp.js';\n", 'src/chunk.py': 'def chunk(items):\n    return [items]\n' };
    expect(made(files, called).filter((text) => text.includes('chunk'))).toEqual(
      made(files, called).filter((text) => text.startsWith('src/chunk.py')),
    );
  });
});

describe('a name that a package of Python does not hand on', () => {
  beforeAll(() => loadGrammars(['a.py']));
  const chunk = 'def chunk(items):\n    return [items]\n';
  const offers = (text: string, message: string, path = 'pkg/chunk.py', tests = '') => {
    const files = [
      { path: 'pkg/__init__.py', text },
      { path, text: chunk },
    ];
    const testSources = [{ path: 'tests/test_pkg.py', text: tests }];
    const given = { files, suspects: [], failing: [red(message)], testSources, priors: [] };
    return generateCandidates(given).flatMap((each) => (each.path === 'pkg/__init__.py' ? [apply(text, each)] : []));
  };

  it.each([
    [
      "AttributeError: module 'pkg' has no attribute 'chunk'",
      'from .clamp import clamp\n',
      'from .clamp import clamp\nfrom .chunk import chunk\n',
    ],
    [
      "ImportError: cannot import name 'chunk' from 'pkg' (pkg/__init__.py)",
      'from .clamp import clamp\n',
      'from .clamp import clamp\nfrom .chunk import chunk\n',
    ],
    [
      "ImportError: cannot import name 'chunk' from 'pkg' (pkg/__init__.py)",
      '"""A package."""\n',
      '"""A package."""\nfrom .chunk import chunk\n',
    ],
    ["TypeError: 'module' object is not callable", 'from .clamp import clamp\n', 'from .clamp import clamp\nfrom .chunk import chunk\n'],
  ])('%s', (message, text, wanted) => {
    expect(offers(text, message, 'pkg/chunk.py', 'assert pkg.chunk([1])')).toContain(wanted);
  });

  it('is no attribute of an object, and is not handed on twice', () => {
    const count = (text: string): number => text.split('import chunk').length;
    const more = (text: string, message: string) => offers(text, message).filter((each) => count(each) > count(text));
    expect(more('from .clamp import clamp\n', "AttributeError: 'Queue' object has no attribute 'chunk'")).toEqual([]);
    expect(more('from .chunk import chunk\n', "AttributeError: module 'pkg' has no attribute 'chunk'")).toEqual([]);
  });

  it('may stand deeper, but not elsewhere', () => {
    const missing = "AttributeError: module 'pkg' has no attribute 'chunk'";
    expect(offers('from .clamp import clamp\n', missing, 'pkg/lists/parts.py')).toContain(
      'from .clamp import clamp\nfrom .lists.parts import chunk\n',
    );
    expect(offers('from .clamp import clamp\n', missing, 'tools/parts.py').filter((text) => text.includes('chunk'))).toEqual([]);
  });
});
