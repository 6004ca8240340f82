import { describe, expect, it } from 'vitest';
import { detectSuite, openSuite, packageOf, type Suite, sharesOf, type TestRun } from '../../src/suite/index.ts';
import { result } from './made-runs.ts';
import { makeRepository, noSandbox, scratchFolder } from './repository.ts';

const timeoutMs = 90_000;
const json = (value: unknown): string => JSON.stringify(value);
const nodeTest = (name: string, passes: string): string =>
  `const assert = require('node:assert');\nrequire('node:test')('${name}', () => assert.ok(${passes}));\n`;

const packages = {
  'packages/a/package.json': json({ name: 'a', version: '1.0.0', scripts: { test: 'node --test' } }),
  'packages/a/test/a.test.js': nodeTest('stands', 'true'),
  'packages/b/package.json': json({ name: 'b', version: '1.0.0', scripts: { test: 'mocha' } }),
  'packages/b/test/b.test.js': "it('adds', () => { require('assert').equal(1 + 1, require('../two')); });\nit('is', () => {});\n",
  'packages/b/two.js': 'module.exports = 3;\n',
};

async function open(root: string, scratch: string, workingDirectories: readonly string[] = []): Promise<Suite> {
  const detected = await detectSuite({ root, testCommand: null, setupCommand: null, workingDirectories });
  if (!detected.ok) throw new Error(detected.reason);
  return openSuite(detected.plan, { sandbox: noSandbox, testEnv: {}, scratch });
}

describe.each([
  [
    'by the command of its root',
    { 'package.json': json({ name: 'root', workspaces: ['packages/*'], scripts: { test: 'npm test --workspaces' } }) },
    [],
  ],
  ['by its packages, where the root has no command', { 'package.json': json({ name: 'root', workspaces: ['packages/*'] }) }, []],
  ['as the folders that are given', {}, ['packages/a', 'packages/b']],
])('a monorepo that is tested %s', (_, root, directories) => {
  it('shows the tests of all packages, and the failing one by the command of its own', async () => {
    await using repository = await makeRepository({ ...root, ...packages }, ['mocha']);
    await using scratch = await scratchFolder();
    const suite = await open(repository.root, scratch.root, directories);
    const red = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(red, red.tail).toMatchObject({
      green: false,
      reader: 'report',
      counts: { executed: 3, passed: 2, failed: 1, skipped: 0 },
      failing: ['packages/b/test/b.test.js > adds'],
    });
    const failing = red.results.filter(({ status }) => status === 'failed');
    const again = await suite.run(repository.root, { scope: 'failing', failing, timeoutMs });
    expect(again).toMatchObject({ failing: red.failing, counts: { executed: 1 } });
    await repository.write({ 'packages/b/two.js': 'module.exports = 2;\n' });
    expect(await suite.run(repository.root, { scope: 'failing', failing, timeoutMs })).toMatchObject({ green: true });
    expect(await suite.run(repository.root, { scope: 'all', timeoutMs })).toMatchObject({
      green: true,
      counts: { executed: 3, passed: 3 },
    });
  });
});

it.each([
  'npm test -ws --if-present',
  'NODE_ENV=test npm run test --workspaces',
  'pnpm -r test',
  'pnpm run --recursive test',
  'yarn workspaces foreach -A run test',
  'cross-env CI=1 turbo run test --continue',
  'pnpm exec turbo test',
  'npx --no-install lerna run test --stream',
  'yarn nx run-many -t test',
  'dotenv -e .env -- lage test',
])('`%s` runs the tests of packages', async (test) => {
  await using repository = await makeRepository({ 'package.json': json({ workspaces: ['packages/*'], scripts: { test } }), ...packages });
  await using scratch = await scratchFolder();
  const { plan, parts } = await open(repository.root, scratch.root);
  expect(plan.runner).toBe('workspaces');
  expect(parts?.map((part) => part.plan.directory)).toEqual(['packages/a', 'packages/b']);
});

it('names the command of a package the same whether it passes or fails, and apart from that of another', async () => {
  const runner =
    "import os, sys\nhere = os.path.dirname(__file__)\ndef check():\n    assert open(os.path.join(here, '..', 'value')).read() == '1'\ncheck()\n";
  const each = (name: string, value: string) => ({
    [`${name}/requirements.txt`]: '# none\n',
    [`${name}/Makefile`]: 'test:\n\tpython3 tests/run.py\n',
    [`${name}/tests/run.py`]: runner,
    [`${name}/value`]: value,
  });
  await using repository = await makeRepository({ ...each('b', '2'), ...each('c', '3') });
  await using scratch = await scratchFolder();
  const suite = await open(repository.root, scratch.root, ['b', 'c']);
  const ids = (run: TestRun) => run.results.map(({ id, status }) => `${id}: ${status}`);
  const red = await suite.run(repository.root, { scope: 'all', timeoutMs });
  const failing = red.results.filter(({ status }) => status === 'failed');
  expect(failing.map(({ file }) => file)).toContain('c/tests/run.py');
  await repository.write({ 'b/value': '1' });
  const half = await suite.run(repository.root, { scope: 'failing', failing, timeoutMs });
  expect(half.failing).toEqual(['c > make test']);
  await repository.write({ 'c/value': '1' });
  const green = await suite.run(repository.root, { scope: 'all', timeoutMs });
  expect(ids(red)).toEqual(['b > make test: failed', 'c > make test: failed']);
  expect(ids(green)).toEqual(['b > make test: passed', 'c > make test: passed']);
});

describe('the packages of a workspace with failing tests', () => {
  const root = { 'package.json': json({ name: 'root', workspaces: ['packages/*'], scripts: { test: 'npm test --workspaces' } }) };

  it('are measured by their own commands, though the whole is run by that of the root', async () => {
    await using repository = await makeRepository({ ...root, ...packages }, ['mocha']);
    await using scratch = await scratchFolder();
    const suite = await open(repository.root, scratch.root);
    const red = await suite.run(repository.root, { scope: 'all', timeoutMs });
    const failing = red.results.filter(({ status }) => status === 'failed');
    const { coverage, failing: again } = await suite.run(repository.root, { scope: 'all', failing, coverage: true, timeoutMs });
    expect(again).toEqual(red.failing);
    expect(coverage?.tests.map(({ id }) => id)).toEqual(['packages/b/test/b.test.js > adds', 'packages/b/test/b.test.js > is']);
    expect([...(coverage?.tests[0]?.lines.keys() ?? [])]).toContain('packages/b/two.js');
  });

  it('have their shares of the tests, the largest first; the whole has them where one is of none', async () => {
    await using repository = await makeRepository({ ...root, ...packages }, ['mocha']);
    await using scratch = await scratchFolder();
    const suite = await open(repository.root, scratch.root);
    const test = (file: string | null, id: string) => ({ ...result(`${file} > ${id}`, 'failed'), file });
    const [one, ...two] = [test('packages/a/test/a.test.js', '1'), test('packages/b/b.js', '2'), test('packages/b/c.js', '3')];
    const shares = sharesOf(suite, [one, ...two]).map((share) => ({ ...share, suite: share.suite.plan.directory }));
    expect(shares).toEqual([
      { suite: 'packages/b', failing: two },
      { suite: 'packages/a', failing: [one] },
    ]);
    for (const stray of [test('test/root.js', '4'), test(null, '5')])
      expect(sharesOf(suite, [one, stray])).toEqual([{ suite, failing: [one, stray] }]);
    expect(packageOf(suite, 'packages/b/two.js').plan.directory).toBe('packages/b');
    expect(packageOf(suite, 'tools/build.js')).toBe(suite);
  });
});

describe('a line in which no runner shows', () => {
  it('is asked for its report all the same, and a runner that a test starts is not', async () => {
    const inner =
      "it('spawns', function () { this.timeout(60_000); const { status } = require('child_process').spawnSync(process.execPath, [require.resolve('mocha/bin/mocha.js'), 'inner.js']); require('assert').equal(status, 1); });\n";
    await using repository = await makeRepository(
      {
        'package.json': json({ name: 'x', version: '1.0.0', scripts: { test: 'for f in test; do mocha $f/*.js; done' } }),
        'test/a.js': inner,
        'inner.js': "it('fails', () => { throw new Error('on purpose'); });\n",
      },
      ['mocha'],
    );
    await using scratch = await scratchFolder();
    const suite = await open(repository.root, scratch.root);
    expect(await suite.run(repository.root, { scope: 'all', timeoutMs })).toMatchObject({
      green: true,
      reader: 'report',
      results: [{ id: 'test/a.js > spawns', status: 'passed' }],
    });
  });
});
