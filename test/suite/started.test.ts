// Test files that a program of the line starts, each as a process of its own.
import { describe, expect, it } from 'vitest';
import { failsAlike, reproduce } from '../../src/suite/index.ts';
import { makeRepository, type Repository, scratchFolder, suiteOf } from './repository.ts';
import { manifest } from './runners.ts';

const limits = { timeoutMs: 50_000 };

const launcher = (options = '{ stdio: "inherit" }'): string => `const { spawnSync } = require('child_process');
for (const name of require('fs').readdirSync(__dirname).filter((name) => name.startsWith('test-')).sort()) {
  console.log('> ' + name);
  if (spawnSync(process.execPath, [__dirname + '/' + name], ${options}).status !== 0) process.exitCode = 1;
}
`;

const project = (files: Readonly<Record<string, string>>): Promise<Repository> =>
  makeRepository({ 'package.json': manifest('node test/run.js'), 'test/run.js': launcher(), 'test/test-a.js': '', ...files });

describe('test files that a program starts', () => {
  it('are each a result, and the failing one is run without the program', { timeout: 60_000 }, async () => {
    await using repository = await project({
      'test/test-b.js': "console.log('in b'); require('assert').equal(1, 2);\n",
      'test/test-c.js': "console.error('c is wrong'); process.exitCode = 3;\n",
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(run.results.map(({ id, status }) => [id, status])).toEqual([
      ['test/test-a.js > (file)', 'passed'],
      ['test/test-b.js > (file)', 'failed'],
      ['test/test-c.js > (file)', 'failed'],
    ]);
    expect(run.results[1]).toMatchObject({ message: expect.stringMatching(/1 == 2/), line: 1 });
    expect(run.results[2]?.message).toMatch(/c is wrong/);

    for (const at of [1, 2]) {
      const failing = run.results.slice(at, at + 1);
      const file = failing[0]?.file ?? expect.unreachable('it has a file');
      const alone = await suite.run(repository.root, { scope: 'failing', failing, ...limits });
      expect(alone.command).toMatch(new RegExp(`node ${file}\\b`));
      expect(alone.results.map(({ id, status }) => [id, status])).toEqual([[`${file} > (file)`, 'failed']]);
      expect(failsAlike(alone, failing)).toBe(true);
      await repository.write({ [file]: 'process.exitCode = 0;\n' });
      const green = await suite.run(repository.root, { scope: 'failing', failing, ...limits });
      expect(green).toMatchObject({ green: true, counts: { executed: 1, passed: 1 } });
    }
  });

  it('are run by the program where it gives them more than their file', { timeout: 60_000 }, async () => {
    await using repository = await project({
      'test/run.js': launcher('{ stdio: "inherit", env: { ...process.env, MODE: "strict" } }'),
      'test/test-b.js': "require('assert').equal(1, process.env.MODE === 'strict' ? 2 : 1);\n",
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const reproduced = await reproduce(suite, repository.root, limits);
    if (reproduced.kind !== 'red') return expect.unreachable(reproduced.kind);
    const { failing } = reproduced;
    expect(failing.map(({ id }) => id)).toEqual(['test/test-b.js > (file)']);
    const again = await reproduced.suite.run(repository.root, { scope: 'failing', failing, ...limits });
    expect(again.command).toMatch(/node test\/run\.js/);
    expect(again.failing).toEqual(['test/test-b.js > (file)']);
  });

  it('do not count where a test starts them for what it tests', { timeout: 60_000 }, async () => {
    const inner = "require('child_process').spawnSync(process.execPath, [__dirname + '/cases/exits.js']);\n";
    await using repository = await project({
      'test/cases/exits.js': 'process.exitCode = 1;\n',
      'test/fixtures/throws.js': "throw new Error('on purpose');\n",
      'test/run.js': `${launcher()}require('child_process').spawnSync(process.execPath, [__dirname + '/fixtures/throws.js']);\n`,
      'test/test-b.js': inner,
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const green = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(green).toMatchObject({ green: true, counts: { executed: 2, passed: 2 } });
    await repository.write({ 'test/test-b.js': `${inner}throw new Error('wrong');\n` });
    const red = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(red).toMatchObject({ failing: ['test/test-b.js > (file)'], counts: { executed: 2, passed: 1 } });
  });

  it('tell nothing where the program ends well though one of them did not', { timeout: 60_000 }, async () => {
    await using repository = await project({
      'test/run.js': `${launcher()}process.exitCode = 0;\n`,
      'test/test-b.js': 'process.exitCode = 1;\n',
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(run).toMatchObject({ green: true, failing: [] });
    expect(run.results.map(({ id }) => id)).toEqual(['test/test-a.js > (file)']);
  });

  it.each([
    ['with more than its file', "process.argv[2] === 'child'", "[__filename, 'child']"],
    ['with another environment', 'process.env.CHILD', "[__filename], { env: { ...process.env, CHILD: '1' } }"],
  ])('have passed though they saw their own file fail, %s', { timeout: 60_000 }, async (_what, isChild, given) => {
    await using repository = await project({
      'test/test-a.js': `if (${isChild}) throw new Error('on purpose');
const { status } = require('child_process').spawnSync(process.execPath, ${given});
require('assert').equal(status, 1);
`,
      'test/test-b.js': 'process.exitCode = 1;\n',
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const red = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(red).toMatchObject({ failing: ['test/test-b.js > (file)'], counts: { executed: 2, passed: 1 } });
    await repository.write({ 'test/test-b.js': '' });
    const green = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(green).toMatchObject({ green: true, counts: { executed: 2, passed: 2 } });
  });

  it('have passed where they do so when the program tries them again', { timeout: 60_000 }, async () => {
    const once = `const { existsSync, writeFileSync } = require('fs');
if (!existsSync(__dirname + '/tried')) process.exitCode = 1;
writeFileSync(__dirname + '/tried', '');
`;
    await using repository = await project({
      'test/run.js': `${launcher()}if (process.exitCode) {\n  process.exitCode = 0;\n  ${launcher()}}\n`,
      'test/test-a.js': once,
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', ...limits });
    expect(run).toMatchObject({ green: true });
    expect(run.results.map(({ id, status }) => [id, status])).toEqual([['test/test-a.js > (file)', 'passed']]);
  });

  it('are run by the program where one says nothing by itself of why it fails', { timeout: 60_000 }, async () => {
    await using repository = await project({
      'test/run.js': launcher('{ stdio: "inherit", env: { ...process.env, MODE: "strict" } }'),
      'test/test-b.js': `if (process.env.MODE !== 'strict') process.exit(2);\nconsole.error('b is wrong');\nprocess.exitCode = 1;\n`,
    });
    await using scratch = await scratchFolder();
    const reproduced = await reproduce(await suiteOf(repository.root, scratch.root), repository.root, limits);
    if (reproduced.kind !== 'red') return expect.unreachable(reproduced.kind);
    const again = await reproduced.suite.run(repository.root, { scope: 'failing', failing: reproduced.failing, ...limits });
    expect(again.command).toMatch(/node test\/run\.js/);
    expect(again.failing).toEqual(['test/test-b.js > (file)']);
  });
});
