import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { TestRun } from '../../src/suite/index.ts';
import { sampleOf } from '../sampled.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';
import { namesContract, runnerContract } from './runner-contract.ts';
import { cases, onNewNode } from './runners.ts';

const timeoutMs = 90_000;
const failuresOf = (run: TestRun) => run.results.filter(({ status }) => status === 'failed');
const statuses = (run: TestRun): Record<string, string> => Object.fromEntries(run.results.map(({ id, status }) => [id, status]));

for (const fixture of sampleOf([...cases, ...onNewNode], 0.25, ({ runner }) => runner)) runnerContract(fixture);

for (const [runner, head] of [
  ['mocha', ''],
  ['jest', ''],
  ['vitest', "import { it } from 'vitest';\n"],
] as const)
  namesContract(runner, head);

describe('running tests', () => {
  const plain = (script: string, files: Readonly<Record<string, string>> = {}) => ({
    'package.json': JSON.stringify({ name: 'plain', version: '1.0.0', scripts: { test: script } }),
    ...files,
  });

  it('reads plain scripts by what ended them', async () => {
    const files = plain('node test/one.js && node test/two.js', {
      'lib.js': 'module.exports = () => 1;\n',
      'test/one.js': "require('assert').equal(require('../lib')(), 1);\n",
      'test/two.js': "require('assert').equal(require('../lib')(), 2, 'is two');\n",
    });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    expect(statuses(run)).toEqual({ 'test/one.js > (file)': 'passed', 'test/two.js > (file)': 'failed' });
    expect(failuresOf(run)[0]).toMatchObject({ message: 'is two', expected: '2', actual: '1', line: 1 });
    expect(run.coverage?.tests.map(({ failed, lines }) => [failed, [...lines]])).toEqual([
      [false, [['lib.js', [1]]]],
      [true, [['lib.js', [1]]]],
    ]);
    const failing = await suite.run(repository.root, { scope: 'failing', failing: failuresOf(run), timeoutMs });
    expect(failing.results.map(({ id }) => id)).toEqual(['test/two.js > (file)']);
  });

  it('goes by exit code and text when nothing is known', async () => {
    await using repository = await makeRepository({ 'check.sh': 'echo working; echo "Error: it is broken" >&2; exit 3\n' });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, 'sh check.sh');
    const run = await suite.run(repository.root, { scope: 'failing', failing: [], timeoutMs });
    expect(run).toMatchObject({ reader: 'exit-code', green: false, exitCode: 3, failing: ['sh check.sh'] });
    expect(run.results[0]?.message).toContain('Error: it is broken');
    await repository.write({ 'check.sh': 'exit 0\n' });
    expect(await suite.run(repository.root, { scope: 'all', timeoutMs })).toMatchObject({
      green: true,
      counts: { executed: 1, passed: 1, failed: 0, skipped: 0 },
    });
  });

  it('a crash of a program that a runner starts as text is no test, whatever its arguments are', async () => {
    const check = "require('child_process').spawnSync(process.execPath, ['-e', 'if (', '4711'], { stdio: 'ignore' });\n";
    const files = plain('node --test test/one.test.js && node check.js && exit 1', {
      'check.js': check,
      'test/one.test.js': "require('node:test')('one', () => {});\n",
    });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(statuses(run)).toEqual({ 'test/one.test.js > one': 'passed', '(suite)': 'failed' });
    await repository.write({ 'check.js': "throw new Error('told by the check');\n" });
    expect(statuses(await suite.run(repository.root, { scope: 'all', timeoutMs }))).toEqual({
      'test/one.test.js > one': 'passed',
      'check.js > (file)': 'failed',
    });
  });

  it('reads TAP from any program', async () => {
    const tap =
      'TAP version 13\n# sums\nok 1 one\nnot ok 2 two\n  ---\n    expected: 3\n    actual: 4\n    at: Test.<anonymous> (ROOT/test/a.js:7:3)\n  ...\nok 3 # SKIP later\n1..3\n';
    await using repository = await makeRepository({});
    await using scratch = await scratchFolder();
    await repository.write({ 'out.tap': tap.replaceAll('ROOT', repository.root) });
    const suite = await suiteOf(repository.root, scratch.root, 'cat out.tap; exit 1');
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(run).toMatchObject({ reader: 'tap', failing: ['sums > two'], counts: { executed: 2, passed: 1, failed: 1, skipped: 1 } });
    expect(failuresOf(run)[0]).toMatchObject({ file: 'test/a.js', line: 7, expected: '3', actual: '4' });
  });

  it('tells subtests of TAP once, by their file where the runner tells it', async () => {
    const inner = '    # Subtest: sums\n        not ok 1 - two\n        1..1\n    not ok 1 - sums\n    1..1\n';
    const tap = `TAP version 14\n# Subtest: test/a.js\n${inner}not ok 1 - test/a.js\n# Subtest: test/b.js\n    1..0\nnot ok 2 - test/b.js # time=9ms\n1..2\n`;
    await using repository = await makeRepository({ 'out.tap': tap });
    await using scratch = await scratchFolder();
    const run = await (await suiteOf(repository.root, scratch.root, 'cat out.tap; exit 1')).run(repository.root, {
      scope: 'all',
      timeoutMs,
    });
    expect(run.failing).toEqual(['test/a.js > sums > two', 'test/b.js > (file)']);
  });

  it('is not green when the command fails after tests that pass', async () => {
    const files = plain('node --test a.test.js && exit 4', { 'a.test.js': "require('node:test')('ok', () => {});\n" });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const run = await (await suiteOf(repository.root, scratch.root)).run(repository.root, { scope: 'all', timeoutMs });
    expect(run).toMatchObject({
      green: false,
      exitCode: 4,
      failing: ['(suite)'],
      counts: { executed: 2, passed: 1, failed: 1, skipped: 0 },
    });
  });

  it('keeps output that is too large for memory in a file', async () => {
    const files = plain('node noisy.js', {
      'noisy.js': "for (let i = 0; i < 12000; i += 1) process.stdout.write('x'.repeat(999) + '\\n');\nconsole.log('the end');\n",
    });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const run = await (await suiteOf(repository.root, scratch.root)).run(repository.root, { scope: 'all', timeoutMs });
    expect(run.green).toBe(true);
    expect(run.tail).toContain('the end');
    expect(run.tail.length).toBeLessThan(10_000);
    expect((await readFile(run.outputFile ?? '', 'utf8')).length).toBeGreaterThan(12_000_000 - 1);
  });

  it('survives reports that are forged, cut short or nonsense', async () => {
    const forge =
      "const fs = require('fs');\nconst dir = process.env.REGREEN_PROBE_DIR;\nfs.writeFileSync(dir + '/events-1-1-0.jsonl', '{\"e\":\"result\",\"path\":7}\\nnull\\n{\"e\":\\n' + '['.repeat(100000));\nfs.writeFileSync(dir + '/report-0.json', '{\"testResults\":{}}');\nprocess.exit(1);\n";
    await using repository = await makeRepository(plain('node test.js', { 'test.js': forge }));
    await using scratch = await scratchFolder();
    const run = await (await suiteOf(repository.root, scratch.root)).run(repository.root, { scope: 'all', timeoutMs });
    expect(run).toMatchObject({ green: false, exitCode: 1, counts: { executed: 1, passed: 0, failed: 1, skipped: 0 } });
  });

  it('never takes a selection that ran nothing for green', async () => {
    const files = plain('mocha test.js', { 'test.js': "it('name ' + process.pid, () => { throw new Error('no'); });\n" });
    await using repository = await makeRepository(files, ['mocha']);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs });
    const again = await suite.run(repository.root, { scope: 'failing', failing: failuresOf(run), timeoutMs });
    expect(again).toMatchObject({ green: false, counts: { executed: 1, passed: 0, failed: 1, skipped: 0 } });
  });

  it('stops when it is aborted', async () => {
    await using repository = await makeRepository(plain('node -e "setInterval(() => {}, 1000)"'));
    await using scratch = await scratchFolder();
    const abort = new AbortController();
    const running = (await suiteOf(repository.root, scratch.root)).run(repository.root, { scope: 'all', timeoutMs, signal: abort.signal });
    setTimeout(() => abort.abort(), 300);
    expect(await running).toMatchObject({ aborted: true, green: false });
  });

  it('keeps the build in front of the tests, and leaves out what only judges', async () => {
    const files = plain('eslint . && node build.js && node --test dist/*.test.js && echo published', {
      'build.js': "require('fs').cpSync('src', 'dist', { recursive: true });\n",
      'src/a.js': 'module.exports = 1;\n',
      'src/a.test.js': "require('node:test')('a', () => require('assert').equal(require('./a'), 2));\n",
      'src/b.test.js': "require('node:test')('b', () => {});\n",
      'dist/a.test.js': '',
      'dist/b.test.js': '',
      'node_modules/.bin/eslint': '',
    });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const failing = {
      id: 'dist/a.test.js > a',
      name: 'a',
      file: 'dist/a.test.js',
      line: 1,
      status: 'failed' as const,
      seconds: 0,
      message: '',
      stack: '',
      frames: [],
      expected: null,
      actual: null,
    };
    const run = await suite.run(repository.root, { scope: 'failing', failing: [failing], timeoutMs });
    expect(run.failing).toEqual(['dist/a.test.js > a']);
    await repository.write({ 'src/a.js': 'module.exports = 2;\n' });
    const fixed = await suite.run(repository.root, { scope: 'failing', failing: [failing], timeoutMs });
    expect(fixed).toMatchObject({ green: true, counts: { executed: 1, passed: 1, failed: 0, skipped: 0 } });
  });

  it('runs the tests that import what changed, and all when it cannot know', async () => {
    const test = (file: string): string => `require('node:test')('${file}', () => require('../lib/${file}'));\n`;
    const files = plain('node --test test/a.test.js test/b.test.js', {
      'lib/a.js': "require('./shared');\n",
      'lib/b.js': '',
      'lib/shared.js': '',
      'lib/unseen.js': '',
      'test/a.test.js': test('a'),
      'test/b.test.js': test('b'),
    });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const ids = async (changed: string[]): Promise<string[]> =>
      (await suite.run(repository.root, { scope: 'related', changed, timeoutMs })).results.map(({ id }) => id).sort();
    expect(await ids(['lib/shared.js'])).toEqual(['test/a.test.js > a']);
    expect(await ids(['lib/unseen.js'])).toEqual(['test/a.test.js > a', 'test/b.test.js > b']);
    expect((await suite.run(repository.root, { scope: { files: ['test/b.test.js'] }, timeoutMs })).results.map(({ id }) => id)).toEqual([
      'test/b.test.js > b',
    ]);
  });

  it('keeps NODE_OPTIONS of the author beside its own', async () => {
    const files = plain('NODE_OPTIONS=--stack-trace-limit=7 node test.js', {
      'test.js': "require('assert').notEqual(Error.stackTraceLimit, 7, 'limit is ' + Error.stackTraceLimit);\n",
    });
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const run = await (await suiteOf(repository.root, scratch.root)).run(repository.root, { scope: 'all', timeoutMs });
    expect(failuresOf(run).map(({ id, message }) => [id, message])).toEqual([['test.js > (file)', 'limit is 7']]);
  });
});
