import { describe, expect, it } from 'vitest';
import { detectSuite, openSuite } from '../../src/suite/index.ts';
import { installErrors } from '../../src/suite/install.ts';
import { makeRepository, noSandbox, scratchFolder } from './repository.ts';

const nothing = { testCommand: null, setupCommand: null, workingDirectory: null };
const json = (value: unknown): string => JSON.stringify(value);

describe('detection', () => {
  it.each([
    [
      'a script',
      { 'package.json': json({ scripts: { test: 'mocha' } }) },
      { testCommand: 'npm test', runner: 'mocha', packageManager: 'npm' },
    ],
    [
      'a script of pnpm',
      { 'package.json': json({ scripts: { test: 'vitest' } }), 'pnpm-lock.yaml': '' },
      { testCommand: 'pnpm test', runner: 'vitest', setupCommand: 'pnpm install --frozen-lockfile' },
    ],
    [
      'the packageManager field',
      { 'package.json': json({ packageManager: 'yarn@4.1.0', scripts: { test: 'jest' } }), 'yarn.lock': '' },
      { testCommand: 'yarn test', runner: 'jest', setupCommand: 'yarn install --immutable' },
    ],
    [
      'yarn 1',
      { 'package.json': json({ scripts: { test: 'jest' } }), 'yarn.lock': '' },
      { setupCommand: 'yarn install --frozen-lockfile --non-interactive' },
    ],
    [
      'bun',
      { 'package.json': json({ scripts: { test: 'node --test' } }), 'bun.lock': '' },
      { testCommand: 'bun run test', runner: 'node:test', packageManager: 'bun' },
    ],
    [
      'a lock file of npm',
      { 'package.json': json({ scripts: { test: 'tape test.js' } }), 'package-lock.json': '{}' },
      { runner: 'tape', setupCommand: 'npm ci --no-audit --no-fund' },
    ],
    ['no dependencies', { 'package.json': json({ scripts: { test: 'node --test' } }) }, { setupCommand: null }],
    [
      "a script beside npm's default",
      { 'package.json': json({ scripts: { test: 'echo "Error: no test specified" && exit 1', 'test:unit': 'tap' } }) },
      { testCommand: 'npm run test:unit', runner: 'tap' },
    ],
    ['a configuration of jest', { 'package.json': json({}), 'jest.config.cjs': '' }, { testCommand: 'npx jest', runner: 'jest' }],
    ['jest in package.json', { 'package.json': json({ jest: {} }) }, { testCommand: 'npx jest', runner: 'jest' }],
    [
      'a configuration of vitest',
      { 'package.json': json({}), 'vitest.config.ts': '' },
      { testCommand: 'npx vitest run', runner: 'vitest' },
    ],
    [
      'a dependency and test files',
      { 'package.json': json({ devDependencies: { mocha: '*' } }), 'test/a.js': '' },
      { testCommand: 'npx mocha', runner: 'mocha' },
    ],
    [
      'test files with node:test',
      { 'package.json': json({}), 'lib/a.test.js': "import 'node:test'" },
      { testCommand: 'node --test', runner: 'node:test' },
    ],
    [
      'a plain script with tape',
      { 'package.json': json({ scripts: { test: 'node test' } }), 'test.js': "require('./t/a')", 't/a.js': "require('tape')" },
      { testCommand: 'npm test', runner: 'tape' },
    ],
    [
      'the only package in a folder',
      { 'js/package.json': json({ scripts: { test: 'mocha' } }), 'README.md': '' },
      { directory: 'js', runner: 'mocha' },
    ],
    [
      'a line that cannot be taken apart',
      { 'package.json': json({ scripts: { test: 'for f in *.js; do node $f; done' } }) },
      { runner: 'other' },
    ],
  ])('knows %s', async (_, files, plan) => {
    await using repository = await makeRepository(files);
    expect(await detectSuite({ root: repository.root, ...nothing })).toMatchObject({ ok: true, plan });
  });

  it.each([
    ['no package.json', {}, /package\.json in the root .*there is none.*test-command/],
    [
      "npm's default script",
      { 'package.json': json({ scripts: { test: 'echo "Error: no test specified" && exit 1' } }) },
      /npm's default.*Set test-command/,
    ],
    [
      'packages that have tests below',
      { 'package.json': json({ workspaces: ['packages/*'] }), 'packages/a/package.json': json({ scripts: { test: 'x' } }) },
      /working-directory to one of packages\/a/,
    ],
    ['several packages', { 'a/package.json': '{}', 'b/package.json': '{}' }, /a, b.*working-directory/],
    ['a broken package.json', { 'package.json': '{' }, /cannot be parsed/],
  ])('refuses with what was looked at: %s', async (_, files, reason) => {
    await using repository = await makeRepository(files);
    const detected = await detectSuite({ root: repository.root, ...nothing });
    expect(detected).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('recognises an explicit command like a script, and takes any for another language', async () => {
    await using repository = await makeRepository({ 'package.json': json({ scripts: { unit: 'mocha' } }) });
    expect(await detectSuite({ ...nothing, root: repository.root, testCommand: 'npm run unit' })).toMatchObject({
      plan: { runner: 'mocha', testCommand: 'npm run unit' },
    });
    await using other = await makeRepository({ 'setup.py': '' });
    expect(await detectSuite({ ...nothing, root: other.root, testCommand: 'pytest -q' })).toMatchObject({
      plan: { runner: 'pytest', packageManager: 'Python', testCommand: 'pytest -q', setupCommand: null },
    });
  });

  it('refuses a folder outside of the repository', async () => {
    await using repository = await makeRepository({});
    expect(await detectSuite({ ...nothing, root: repository.root, workingDirectory: '../x' })).toMatchObject({ ok: false });
  });
});

describe('installing', () => {
  const suiteFor = async (root: string, scratch: string, setupCommand: string | null) => {
    const detected = await detectSuite({ root, testCommand: 'true', setupCommand, workingDirectory: null });
    if (!detected.ok) throw new Error(detected.reason);
    return openSuite(detected.plan, { sandbox: noSandbox, testEnv: {}, scratch });
  };

  it('is left out when node_modules fits, and says so', async () => {
    const lock = (version: string): string =>
      json({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version: '9.9.9', optional: true } } });
    const files = {
      'package.json': json({ dependencies: { a: '^1.0.0' } }),
      'package-lock.json': lock('1.0.1'),
      'node_modules/.package-lock.json': lock('1.0.1'),
    };
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteFor(repository.root, scratch.root, null);
    expect(await suite.install(repository.root, { timeoutMs: 60_000 })).toMatchObject({
      ok: true,
      did: 'node_modules is there and fits package-lock.json',
    });
    await repository.write({ 'node_modules/.package-lock.json': lock('1.0.0') });
    const again = await suite.install(repository.root, { timeoutMs: 60_000 });
    expect(again.ok ? again.did : again.reason).toContain('npm ci');
  });

  it('runs what the author gives, and tells why it failed', async () => {
    await using repository = await makeRepository({ 'package.json': json({}) });
    await using scratch = await scratchFolder();
    const good = await suiteFor(repository.root, scratch.root, 'echo x > made.txt');
    expect(await good.install(repository.root, { timeoutMs: 60_000 })).toMatchObject({ ok: true, did: 'ran `echo x > made.txt`' });
    const bad = await suiteFor(
      repository.root,
      scratch.root,
      'echo "npm ERR! code ERESOLVE" >&2; echo "npm ERR! could not resolve a@2" >&2; exit 1',
    );
    const outcome = await bad.install(repository.root, { timeoutMs: 60_000 });
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/exit code 1\)\ncode ERESOLVE\ncould not resolve a@2$/) });
    const missing = await suiteFor(repository.root, scratch.root, 'no-such-manager install');
    expect(await missing.install(repository.root, { timeoutMs: 60_000 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('no-such-manager is not installed here'),
    });
    const slow = await suiteFor(repository.root, scratch.root, 'sleep 60');
    expect(await slow.install(repository.root, { timeoutMs: 300 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('did not end within'),
    });
  });

  it('says in few lines what npm said in many', () => {
    const output =
      'npm warn deprecated x\nnpm error code E404\nnpm error 404 Not Found - GET https://registry/x\nnpm error\nnpm error A complete log of this run can be found in: /home/x\n';
    expect(installErrors(output)).toBe('code E404\n404 Not Found - GET https://registry/x');
  });
});
