import { describe, expect, it } from 'vitest';
import { packageOf } from '../../src/engine/imports.ts';
import { lacksModule, lostLinks, lostLinkWords, mends } from '../../src/engine/linkage.ts';
import { generateCandidates } from '../../src/engine/templates/index.ts';
import { red } from './templates/ranks.ts';

const plan = "import { weigh } from './scales.js';\n\nexport function plan(list) {\n  return list.length > 1 ? weigh(list) : 0;\n}\n";
const own = packageOf('{"name":"kit"}');
const knowing = (files: Readonly<Record<string, string>>, paths: readonly string[] = []) => ({
  files: Object.entries(files).map(([path, text]) => ({ path, text })),
  paths: new Set([...Object.keys(files), ...paths]),
  own,
});
const gone = (message: string, frames: readonly { path: string; line: number }[] = [], id = 'test/plan.test.js > (file)') =>
  red(message, { id, file: 'test/plan.test.js', frames: frames.map((frame) => ({ ...frame, column: null, function: null })) });
const known = knowing({ 'src/plan.js': plan });
const link = { path: 'src/plan.js', line: 1, specifier: './scales.js' };

describe('imports that lead nowhere', () => {
  it.each([
    ["Cannot find module './scales.js' imported from 'src/plan.js'", []],
    ["Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/app/src/scales.js' imported from src/plan.js", []],
    ["Cannot find module './scales.js' from 'src/plan.js'", []],
    ['Failed to load url ./scales.js (resolved id: ./scales.js) in src/plan.js. Does the file exist?', []],
    ["Cannot find module './scales.js'\nRequire stack:\n- src/plan.js\n- test/plan.test.js", []],
    ["Cannot find module './scales.js'", [{ path: 'src/plan.js', line: 1 }]],
  ])('%s', (message, frames) => {
    expect(lostLinks([gone(message, frames), gone(message, frames)], known)).toEqual([link]);
  });

  it('are found in Python where the trace ends at the import', () => {
    const python = knowing({ 'kit/a.py': 'import os\nfrom kit.scales import weigh\n' });
    const test = gone("ModuleNotFoundError: No module named 'kit.scales'", [{ path: 'kit/a.py', line: 2 }]);
    expect(lostLinks([test], python)).toEqual([{ path: 'kit/a.py', line: 2, specifier: 'kit.scales' }]);
    const elsewhere = gone("ModuleNotFoundError: No module named 'kit.scales'", [{ path: 'site-packages/x.py', line: 2 }]);
    expect(lostLinks([elsewhere], python)).toBeNull();
  });

  const said = "Cannot find module './scales.js' imported from 'src/plan.js'";
  it.each([
    ['a test says so', [gone(said, [], 'test/plan.test.js > plans')], known],
    ['one fails for anything else', [gone(said), gone('expected 1 to be 2')], known],
    ['nothing is said', [red(null, { id: 'a > (file)' })], known],
    ['nothing fails', [], known],
    ['the file is there', [gone(said)], knowing({ 'src/plan.js': plan }, ['src/scales.js'])],
    ['the importer is not known', [gone("Cannot find module './scales.js' imported from 'src/other.js'")], known],
    ['the module is made up as the code runs', [gone(said)], knowing({ 'src/plan.js': "const at = './scales.js';\nawait import(at);\n" })],
    [
      'it is reached on some way only',
      [gone("Cannot find module 'redis'\nRequire stack:\n- src/plan.js")],
      knowing({ 'src/plan.js': "if (url.startsWith('memory:')) {\n  module.exports = require('redis');\n}\n" }),
    ],
    [
      'only a longer name is imported',
      [gone("Cannot find module 'plug'\nRequire stack:\n- src/plan.js")],
      knowing({ 'src/plan.js': "const plugin = require('plugin');\n" }),
    ],
    [
      'in Python it is reached on some way only',
      [gone("No module named 'redis'", [{ path: 'kit/a.py', line: 2 }])],
      knowing({ 'kit/a.py': 'def f():\n    from redis import connect\n' }),
    ],
    [
      'in Python the module is there',
      [gone("No module named 'kit.b'", [{ path: 'kit/a.py', line: 1 }])],
      knowing({ 'kit/a.py': 'from kit.b import c\n' }, ['kit/b.py']),
    ],
  ])('are not believed where %s', (_, failing, where) => {
    expect(lostLinks(failing, where)).toBeNull();
  });

  it('leave only candidates that change the line of the import', () => {
    const failing = [gone(said)];
    const all = generateCandidates({
      files: known.files,
      paths: ['src/plan.js', 'src/scale.js'],
      suspects: plan.split('\n').map((_, at) => ({ path: 'src/plan.js', line: at + 1, score: 1 })),
      failing,
      testSources: [],
      priors: [],
    });
    const kept = all.filter((each) => mends(each, [link], known.files));
    expect(all.length).toBeGreaterThan(kept.length + 20);
    expect(kept.map(({ text }) => text)).toContain("'./scale.js'");
    for (const { start } of kept) expect(start).toBeLessThan(plan.indexOf('\n'));
  });

  it('are told in plain words', () => {
    expect(lostLinkWords([link], new Set(['src/plan.js']))).toMatch(
      /^src\/plan\.js:1 imports \.\/scales\.js, and no file is called so: .*committed/,
    );
    expect(lostLinkWords([link], new Set(['lib/scales.mjs']))).toMatch(/there is lib\/scales\.mjs: correct the path/);
    expect(lostLinkWords([{ path: 'a.js', line: 2, specifier: './data.json' }], new Set(['lib/data.json']))).toMatch(
      /there is lib\/data\.json/,
    );
    const python = { path: 'kit/a.py', line: 1, specifier: 'kit.scales' };
    expect(lostLinkWords([python], new Set(['kit/a.py']))).toMatch(/^kit\/a\.py:1 imports kit\.scales, and no/);
    expect(lostLinkWords([python, link], new Set(['kit/a.py']))).toMatch(/The same goes for \.\/scales\.js \(src\/plan\.js:1\)/);
  });

  it.each([
    [{ path: 'src/io.js', line: 1, specifier: 'socket.io' }],
    [{ path: 'src/plan.js', line: 1, specifier: '@acme/plan' }],
    [{ path: 'kit/a.py', line: 1, specifier: 'yaml' }],
    [{ path: 'kit/a.py', line: 1, specifier: 'google.cloud' }],
  ])('are told elsewhere where they are packages: %j', (one) => {
    expect(lostLinkWords([one], new Set(['src/io.js', 'src/plan.js', 'kit/a.py', 'kit/yaml.py', 'deploy/google/cloud.py']))).toBeNull();
  });

  it('take messages of any length', () => {
    const hostile = gone(`${'Cannot find module '.repeat(50_000)}'(((' ${'x'.repeat(100_000)}`);
    expect(lacksModule(hostile)).toBe(true);
    expect(lostLinks([hostile], known)).toBeNull();
  });
});
