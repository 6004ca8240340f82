// Which tests are measured to see where a fault may be: all of few, some of many.
import { describe, expect, it } from 'vitest';
import { BuiltLines } from '../../src/suite/ecosystems/javascript/built-lines.ts';
import { comparedTests, rankSuspects } from '../../src/suite/index.ts';
import { readTap } from '../../src/suite/read-tap.ts';
import { result, runOf } from './made-runs.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';
import { manifest } from './runners.ts';

describe('tests to compare with', () => {
  const inFile = (file: string, count: number, seconds = 0.01) =>
    Array.from({ length: count }, (_, at) => ({ ...result(`${file} > ${at}`, 'passed'), file, seconds }));
  const failing = [{ ...result('a.js > breaks', 'failed'), file: 'a.js' }];
  const slow = (results: Parameters<typeof runOf>[0]) => ({ ...runOf(results), seconds: 60 });

  it('are some of the files of the failing ones, and of a few others, for all', () => {
    const others = Array.from({ length: 10 }, (_, at) => inFile(`other${at}.js`, 100)).flat();
    const passed = [...inFile('a.js', 200), ...inFile('a.js', 1, 30), ...others];
    const compared = comparedTests(slow([...failing, ...passed]), failing);
    const [first, ...chosen] = compared?.tests ?? [];
    expect(first).toEqual(failing[0]);
    expect(chosen.filter(({ file }) => file === 'a.js')).toHaveLength(40);
    expect(chosen.filter(({ file }) => file !== 'a.js')).toHaveLength(20);
    expect(new Set(chosen.map(({ file }) => file)).size).toBe(1 + 4);
    expect(chosen.every(({ seconds }) => seconds === 0.01)).toBe(true);
    expect(compared?.weight).toBeCloseTo(1201 / 60);
  });

  it('are all where that is quick, or where it is not known which fail', () => {
    const passed = inFile('a.js', 3);
    expect(comparedTests(runOf([...failing, ...passed]), failing)).toBeNull();
    for (const [id, file] of [
      ['a.js > (crash)', 'a.js'],
      ['(suite)', null],
    ] as const) {
      const crash = [{ ...result(id, 'failed'), file }];
      expect(comparedTests(slow([...crash, ...passed]), crash)).toBeNull();
    }
    expect(comparedTests(slow(failing), failing)).toBeNull();
  });

  it('are chosen as well where a file could not be loaded', () => {
    const unloaded = { ...result('b.js > (file)', 'failed'), file: 'b.js' };
    const compared = comparedTests(slow([unloaded, ...inFile('a.js', 3)]), [unloaded]);
    expect(compared?.tests.map(({ id }) => id)).toEqual(['b.js > (file)', 'a.js > 0', 'a.js > 1', 'a.js > 2']);
  });
});

describe('of many tests that pass in one process', () => {
  it('some stand for the others, and those that failed are measured, whatever they are called', { timeout: 60_000 }, async () => {
    await using repository = await makeRepository(
      {
        'package.json': manifest('mocha test.js'),
        'src.js': 'exports.twice = (n) => {\n  return n + n;\n};\nexports.thrice = (n) => {\n  return n + n;\n};\nexports.idle = 1;\n',
        'test.js': `const { equal } = require('assert');\nconst { twice, thrice } = require('./src.js');
for (let n = 0; n < 400; n += 1) it('doubles ' + n, () => equal(twice(n), 2 * n));
for (let n = 1; n < 4; n += 1) it('triples, 3 > 2 > 1', () => equal(thrice(n), 3 * n));\n`,
      },
      ['mocha'],
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const plain = await suite.run(repository.root, { scope: 'all', timeoutMs: 50_000 });
    const failing = plain.results.filter(({ status }) => status === 'failed');
    expect(failing).toHaveLength(3);
    const { coverage } = await suite.run(repository.root, { scope: 'all', failing, coverage: true, timeoutMs: 50_000 });
    const tests = coverage?.tests ?? [];
    expect(tests.filter(({ failed }) => failed)).toHaveLength(3);
    const passed = tests.filter(({ failed }) => !failed);
    expect(passed.length).toBeGreaterThan(150);
    expect(passed.length).toBeLessThan(250);
    const all = passed.reduce((sum, { weight = 1 }) => sum + weight, 0);
    expect(all).toBeGreaterThan(300);
    expect(all).toBeLessThan(500);
    // No test is told what those before it have executed that are not measured.
    expect(tests.filter(({ lines }) => lines.get('src.js')?.includes(2) && lines.get('src.js')?.includes(5))).toEqual([]);
    expect(rankSuspects(coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });
});

describe('where tests have globals of their own', () => {
  it.each([
    // What jsdom and happy-dom are for vitest: files are served as to a browser.
    ['a DOM', "environment: './dom.js'"],
    ['contexts', "pool: 'vmThreads'"],
    ['contexts in processes', "pool: 'vmForks'"],
  ])('vitest tells which of them execute what: %s', { timeout: 60_000 }, async (_, setting) => {
    await using repository = await makeRepository(
      {
        'package.json': manifest('vitest run', { type: 'module' }),
        'vitest.config.js': `export default { test: { ${setting} } };\n`,
        'dom.js': "export default { name: 'dom', viteEnvironment: 'client', transformMode: 'web', setup: () => ({ teardown() {} }) };\n",
        'src.js': 'export const twice = (n) => {\n  return n + n;\n};\nexport const thrice = (n) => {\n  return n + n;\n};\n',
        'src.test.js': `import { expect, it } from 'vitest';\nimport { thrice, twice } from './src.js';
it('doubles', () => expect(twice(2)).toBe(4));\nit('triples', () => expect(thrice(3)).toBe(9));\n`,
      },
      ['vitest'],
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    const failing = run.results.filter(({ status }) => status === 'failed');
    expect(failing.map(({ name }) => name)).toEqual(['triples']);
    expect(rankSuspects(run.coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });
});

describe('tests of node:test', () => {
  it('are told apart where the main file only loads those that hold them', { timeout: 60_000 }, async () => {
    const test = (name: string, call: string, value: number): string =>
      `const test = require('node:test');\ntest('${name}', (t) => t.test('of two', () => require('assert').equal(require('../src.js').${call}(2), ${value})));\n`;
    await using repository = await makeRepository({
      'package.json': manifest('node test/index.js'),
      'src.js': 'exports.twice = (n) => {\n  return n + n;\n};\nexports.thrice = (n) => {\n  return n + n;\n};\n',
      'test/index.js': "require('./twice.js');\nrequire('./thrice.js');\n",
      'test/twice.js': test('doubles', 'twice', 4),
      'test/thrice.js': test('triples', 'thrice', 6),
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    const failing = run.results.filter(({ status }) => status === 'failed');
    expect(failing.map(({ id }) => id)).toEqual(['test/thrice.js > triples > of two']);
    expect(rankSuspects(run.coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });
});

describe('what a test starts', () => {
  it.each([
    ['mocha', ['mocha'], "const { it } = require('mocha');\n"],
    ['node --test', [], "const { it } = require('node:test');\n"],
  ])('belongs to that test under %s', { timeout: 60_000 }, async (command, packages, head) => {
    await using repository = await makeRepository(
      {
        'package.json': manifest(`${command} test.js`),
        'cli.js': `const { thrice, twice } = require('./src.js');
console.log(process.argv[2] === 'twice' ? twice(3) : thrice(3));\n`,
        'src.js': 'exports.twice = (n) => {\n  return n + n;\n};\nexports.thrice = (n) => {\n  return n + n;\n};\n',
        'test.js': `${head}const { equal } = require('assert');\nconst { execFileSync, spawnSync } = require('child_process');
it('doubles', () => equal(String(execFileSync(process.execPath, ['cli.js', 'twice'])).trim(), '6'));
it('triples', () => equal(spawnSync(process.execPath, ['cli.js', 'thrice'], { encoding: 'utf8' }).stdout.trim(), '9'));\n`,
      },
      packages,
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    const failing = run.results.filter(({ status }) => status === 'failed');
    expect(failing.map(({ name }) => name)).toEqual(['triples']);
    expect(rankSuspects(run.coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });
});

describe('test files that a program of the repository runs', () => {
  const runner = `const { spawnSync } = require('child_process');
for (const name of ['one', 'two'])
  if (spawnSync(process.execPath, ['test/test-' + name + '.js'], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;\n`;
  const sources = {
    'package.json': manifest('node test/all.js'),
    'src.js': 'exports.twice = (n) => {\n  return n + n;\n};\nexports.thrice = (n) => {\n  return n + n;\n};\n',
    'test/all.js': runner,
    'test/test-one.js': `require('assert').equal(require('../src.js').twice(2), 4);\n`,
  };

  it.each([
    [
      'ends only behind its last listener',
      `const wrong = require('../src.js').thrice(2) !== 6;
process.on('exit', () => { if (wrong) { console.error('1 test failed'); process.exitCode = 1; } });\n`,
    ],
    [
      'ends in an error of who handles its errors',
      `process.on('uncaughtException', (error) => { throw error; });
require('assert').equal(require('../src.js').thrice(2), 6);\n`,
    ],
    [
      'ends within a listener for that',
      `const wrong = require('../src.js').thrice(2) !== 6;
process.on('exit', () => { if (wrong) console.error('1 test failed'); process.exit(wrong ? 1 : 0); });\n`,
    ],
    [
      'ends in an error of such a listener',
      `const result = require('../src.js').thrice(2);
process.on('exit', () => require('assert').equal(result, 6));\n`,
    ],
  ])('are told apart by how they end, also where one %s', { timeout: 60_000 }, async (_how, text) => {
    await using repository = await makeRepository({ ...sources, 'test/test-two.js': text }, []);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    const failing = run.results.filter(({ status }) => status === 'failed');
    expect(run.coverage?.tests.map(({ id, failed }) => [id, failed])).toEqual([
      ['test/test-one.js > (file)', false],
      [failing[0]?.id, true],
    ]);
    expect(rankSuspects(run.coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });

  it('are none where a test starts them for what it tests', { timeout: 60_000 }, async () => {
    const all = `const { execFileSync } = require('child_process');
require('assert').equal(execFileSync(process.execPath, ['test/fixtures/app.js'], { encoding: 'utf8' }), '6');\n`;
    const app = `process.stdout.write(String(require('../../src.js').thrice(2)));\n`;
    await using repository = await makeRepository({ ...sources, 'test/all.js': all, 'test/fixtures/app.js': app }, []);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    expect(run.coverage?.tests.filter(({ failed }) => !failed) ?? []).toEqual([]);
  });

  it('are not failing where they handle an error and go on', { timeout: 60_000 }, async () => {
    const handles = `const { twice } = require('../src.js');
process.once('uncaughtException', () => require('assert').equal(twice(2), 4));
setTimeout(() => { throw new Error('meant'); });\n`;
    const wrong = `if (require('../src.js').thrice(2) !== 6) process.exit(1);\n`;
    await using repository = await makeRepository({ ...sources, 'test/test-one.js': handles, 'test/test-two.js': wrong }, []);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    expect(run.coverage?.tests.map(({ id, failed }) => [id, failed])).toEqual([
      ['test/test-one.js > (file)', false],
      ['test/test-two.js > (file)', true],
    ]);
  });
});

describe('a program of the repository that tells of each file as one line of TAP', () => {
  it('has no other file, and no address, for a test', async () => {
    const names = ['test/test-one.js', './test/test-two.js', 'https://example.com/test/app.js', 'src/app.js'];
    const { results } = await readTap(`1..4\n${names.map((name, at) => `not ok ${at + 1} - ${name}\n`).join('')}`);
    expect(results.map(({ file, path }) => [file, ...path])).toEqual([
      ['test/test-one.js', '(file)'],
      ['./test/test-two.js', '(file)'],
      [null, 'https://example.com/test/app.js'],
      [null, 'src/app.js'],
    ]);
  });

  it('has each file as a test, with what is printed behind it', { timeout: 60_000 }, async () => {
    const runner = `const { spawnSync } = require('child_process');
console.log('1..2');
for (const [at, name] of ['one', 'two'].entries()) {
  const ended = spawnSync(process.execPath, ['test/test-' + name + '.js'], { encoding: 'utf8' });
  console.log((ended.status === 0 ? 'ok ' : 'not ok ') + (at + 1) + ' test/test-' + name + '.js');
  if (ended.status !== 0) console.log(ended.stderr.replace(/^/gm, '  '));
  if (ended.status !== 0) process.exitCode = 1;
}\n`;
    await using repository = await makeRepository(
      {
        'package.json': manifest('node test/all.js'),
        'src.js': 'exports.twice = (n) => {\n  return n + n;\n};\nexports.thrice = (n) => {\n  return n + n;\n};\n',
        'test/all.js': runner,
        'test/test-one.js': `require('assert').equal(require('../src.js').twice(2), 4);\n`,
        'test/test-two.js': `require('assert').equal(require('../src.js').thrice(2), 6);\n`,
      },
      [],
    );
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
    const failing = run.results.filter(({ status }) => status === 'failed');
    expect(run.results.map(({ id, status }) => [id, status])).toEqual([
      ['test/test-one.js > (file)', 'passed'],
      ['test/test-two.js > (file)', 'failed'],
    ]);
    expect(failing[0]?.message).toMatch(/4 == 6/);
    expect(failing[0]?.frames[0]).toMatchObject({ file: 'test/test-two.js', line: 1 });
    expect(rankSuspects(run.coverage, failing, 1)).toEqual([{ path: 'src.js', line: 5, score: 1 }]);
  });
});

describe('what a build is made of', () => {
  const source = `/** Calculates. */
export interface Named { readonly name: string }

export function twice(value: number): number {
  const doubled = value + value;
  return doubled;
}

export function thrice(value: number): number {
  const half: number = twice(value) / 2;
  const tripled = half * value;
  return tripled;
}
`;

  it.each(['mocha test.js', 'jest'])(
    'is suspected in its place, where the build has no source map (%s)',
    { timeout: 60_000 },
    async (command) => {
      const settings = {
        compilerOptions: { outDir: 'dist', rootDir: 'src', module: 'commonjs', target: 'es2022', types: [] },
        files: ['src/calc.ts'],
      };
      await using repository = await makeRepository(
        {
          'package.json': manifest(`node node_modules/typescript/lib/tsc.js && ${command}`),
          '.gitignore': 'node_modules\n/dist/\n',
          'tsconfig.json': JSON.stringify(settings),
          'src/calc.ts': source,
          'src/other.ts': 'export const other = 1;\n',
          'test.js': `const { equal } = require('assert');\nconst { twice, thrice } = require('./dist/calc.js');
it('doubles', () => equal(twice(2), 4));\nit('triples', () => equal(thrice(2), 6));\n`,
        },
        ['mocha', 'jest', 'typescript'],
      );
      await using scratch = await scratchFolder();
      const suite = await suiteOf(repository.root, scratch.root);
      const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs: 50_000 });
      const failing = run.results.filter(({ status }) => status === 'failed');
      expect(failing.map(({ name }) => name)).toEqual(['triples']);
      expect(rankSuspects(run.coverage, failing, 2)).toEqual([
        { path: 'src/calc.ts', line: 9, score: 1 },
        { path: 'src/calc.ts', line: 10, score: 1 },
      ]);
    },
  );
});

describe('lines of a build', () => {
  const linesOf = async (files: Readonly<Record<string, string>>, path: string): Promise<unknown> => {
    await using repository = await makeRepository(files, []);
    const found = await new BuiltLines(repository.root).of(path, files[path] ?? '');
    return found === null ? null : [...found].map(([line, place]) => [line, place.path, place.line]);
  };
  const source =
    "import { b } from './b.js';\n\nexport const first = (x) => {\n    return x.value;\n};\nexport function second(x) {\n    return x.value;\n}\n";
  const bundle = '// lib/a.js\nvar first = (x) => {\n  return x.value;\n};\nexport function second(x) {\n  return x.value;\n}\n';

  it('are those of sources whose imports are members of their modules there', async () => {
    const typed =
      "import { join } from 'node:path';\nimport { sep } from './sep.js';\nexport const a = (name: string): string =>\n  join(sep, name);\n";
    const built = 'const a = (name) =>\n  (0, node_path_1.join)(sep_js_1.sep, name);\n';
    expect(await linesOf({ 'src/a.ts': typed, 'dist/a.js': built }, 'dist/a.js')).toEqual([
      [1, 'src/a.ts', 3],
      [2, 'src/a.ts', 4],
    ]);
  });

  it('are those of the sources, one behind the other', async () => {
    expect(await linesOf({ '.gitignore': '# built\n/all.js\n', 'lib/a.js': source, 'all.js': bundle }, 'all.js')).toEqual([
      [5, 'lib/a.js', 6],
      [6, 'lib/a.js', 7],
    ]);
  });

  it.each([
    ['a file that is no build', { 'lib/a.js': source, 'all.js': bundle }],
    ['one that is taken back', { '.gitignore': '*.js\n!all.js\n', 'lib/a.js': source, 'all.js': bundle }],
    ['a build of something else', { '.gitignore': 'all.js', 'lib/a.js': 'export const nothing = 1;\n', 'all.js': bundle }],
    ['a build of copies that are none of it', { '.gitignore': 'all.js\nlib', 'lib/a.js': source, 'all.js': bundle }],
  ])('are not known of %s', async (_what, files) => {
    expect(await linesOf(files, 'all.js')).toBeNull();
  });
});
