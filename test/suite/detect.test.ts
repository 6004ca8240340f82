import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { alreadyInstalled } from '../../src/suite/ecosystems/javascript/installed.ts';
import { detectSuite, openSuite } from '../../src/suite/index.ts';
import { installErrors } from '../../src/suite/install.ts';
import { makeRepository, noSandbox, scratchFolder } from './repository.ts';

const nothing: { testCommand: null; setupCommand: null; workingDirectories: string[] } = {
  testCommand: null,
  setupCommand: null,
  workingDirectories: [],
};
const json = (value: unknown): string => JSON.stringify(value);

describe('detection', () => {
  it('finds the tests behind tens of thousands of sources', async () => {
    await using repo = await makeRepository({ 'setup.py': '', 'test_all.py': 'import unittest\n' });
    const git = (args: readonly string[], input = ''): string =>
      execFileSync('git', ['-C', repo.root, ...args], { input, encoding: 'utf8' });
    git(['init', '-q']);
    const empty = git(['hash-object', '-w', '--stdin']).trim();
    const sources = Array.from({ length: 30_000 }, (_, at) => `100644 ${empty} 0\tsrc/${at % 100}/${at}.py\n`);
    git(['update-index', '--add', '--index-info'], sources.join(''));
    expect(await detectSuite({ root: repo.root, ...nothing })).toMatchObject({ ok: true, plan: { runner: 'unittest' } });
  });

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
      'yarn 2 and newer by its lock file alone',
      { 'package.json': json({ scripts: { test: 'jest' } }), 'yarn.lock': '# generated\n\n__metadata:\n  version: 8\n' },
      { setupCommand: 'yarn install --immutable' },
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
    [
      'the options with which CI installs',
      {
        'package.json': json({ scripts: { test: 'mocha' }, devDependencies: { mocha: '*' } }),
        '.github/workflows/ci.yml':
          'jobs:\n  test:\n    steps:\n      - run: npm install --legacy-peer-deps --loglevel=error\n      - run: npm test\n',
      },
      { setupCommand: 'npm install --no-audit --no-fund --legacy-peer-deps' },
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

  const ci = (run: string, more = ''): string =>
    `name: CI\njobs:\n  build:\n    runs-on: ubuntu-latest\n${more}    steps:\n      - uses: actions/checkout@v4\n      - name: Tests\n        run: |\n${run.replace(/^/gm, '          ')}\n`;

  it.each([
    [
      'a script that CI runs in the place of "test"',
      {
        'package.json': json({ scripts: { test: 'vitest', 'test:unit': 'vitest run' } }),
        '.github/workflows/ci.yml': ci('npm ci\nnpm run test:unit'),
      },
      {
        testCommand: 'npm run test:unit',
        runner: 'vitest',
        reasons: expect.arrayContaining(['test command: job build of .github/workflows/ci.yml, where script "test" is not run']),
      },
    ],
    [
      'that CI runs "test", if through another script',
      { 'package.json': json({ scripts: { test: 'mocha', cov: 'nyc --all npm test' } }), '.github/workflows/ci.yml': ci('npm run cov') },
      { testCommand: 'npm test', reasons: expect.arrayContaining(['test command: script "test" in package.json, which CI runs too']) },
    ],
    [
      'a command of CI where there is no script',
      { 'package.json': json({}), '.github/workflows/ci.yml': ci('npx mocha --exit') },
      { testCommand: 'npx mocha --exit', runner: 'mocha' },
    ],
    [
      'the build that the tests load the output of',
      {
        'package.json': json({ scripts: { test: 'mocha', build: 'tsc' } }),
        '.gitignore': 'dist/\n',
        'test/a.test.js': "require('../dist/a.js')",
        'dist/a.js': '',
      },
      { testCommand: 'npm run build && npm test', runner: 'mocha' },
    ],
    [
      'the build of tests that are run as an output, by a script that does not test as well',
      {
        'package.json': json({ scripts: { test: 'mocha "out/**/*.spec.js"', build: 'npm run compile && npm test', compile: 'tsc' } }),
        '.gitignore': 'out\n',
      },
      { testCommand: 'npm run compile && npm test', runner: 'mocha' },
    ],
    [
      'an option of CI whose value is no path',
      { 'setup.py': '', 'tests/test_a.py': 'import pytest', '.github/workflows/ci.yml': ci('pytest -W error --unknown value') },
      { testCommand: expect.stringMatching(/ -m pytest$/), runner: 'pytest' },
    ],
    [
      'a line that audits, and leaves that out',
      { 'package.json': json({ scripts: { test: 'mocha', posttest: "npx npm@'>=10' audit" } }) },
      { runner: 'mocha', reasons: expect.arrayContaining([expect.stringContaining('asks a registry')]) },
    ],
    [
      'a runner that needs a browser',
      { 'package.json': json({ scripts: { test: 'karma start' } }) },
      { runner: 'other', reasons: expect.arrayContaining([expect.stringContaining('left to its own command')]) },
    ],
    [
      'a workspace whose root starts the tests of its packages',
      {
        'package.json': json({ workspaces: ['packages/*', '!packages/x'], scripts: { test: 'npm test --workspaces' } }),
        'packages/a/package.json': json({ name: 'a', scripts: { test: 'mocha', build: 'tsc' }, main: 'dist/a.js' }),
        'packages/b/package.json': json({ name: 'b', dependencies: { a: '*' }, scripts: { test: 'jest' } }),
        'packages/x/package.json': json({ scripts: { test: 'jest' } }),
        '.gitignore': 'dist\n',
      },
      {
        runner: 'workspaces',
        testCommand: 'npm test',
        parts: [
          { directory: 'packages/a', runner: 'mocha', testCommand: 'npm test', setupCommand: null },
          { directory: 'packages/b', runner: 'jest', testCommand: 'npm --prefix ../a run build && npm test' },
        ],
      },
    ],
    [
      'a workspace of pnpm without tests in its root',
      {
        'package.json': json({}),
        'pnpm-workspace.yaml': 'packages:\n  - "libs/**"\n',
        'pnpm-lock.yaml': '',
        'libs/deep/a/package.json': json({ scripts: { test: 'vitest run' } }),
      },
      {
        runner: 'several',
        setupCommand: 'pnpm install --frozen-lockfile',
        parts: [{ directory: 'libs/deep/a', testCommand: 'pnpm test' }],
      },
    ],
    [
      'several folders with packages',
      {
        'a/package.json': json({ scripts: { test: 'mocha' } }),
        'b/package.json': json({ scripts: { test: 'jest' } }),
        'c/package.json': '{}',
      },
      {
        runner: 'several',
        parts: [
          { directory: 'a', runner: 'mocha' },
          { directory: 'b', runner: 'jest' },
        ],
      },
    ],
  ])('knows %s', async (_, files, plan) => {
    await using repository = await makeRepository(files);
    expect(await detectSuite({ root: repository.root, ...nothing })).toMatchObject({ ok: true, plan });
  });

  it('takes the command of the step that failed, in its folder', async () => {
    await using repository = await makeRepository({
      'web/package.json': json({ scripts: { test: 'mocha', 'test:slow': 'mocha slow' } }),
      '.github/workflows/ci.yml': ci('npm run test:slow', '    defaults:\n      run:\n        working-directory: ./web\n'),
      '.github/workflows/broken.yml': '{',
    });
    const options = { root: repository.root, ...nothing };
    expect(await detectSuite(options)).toMatchObject({ plan: { directory: 'web', testCommand: 'npm run test:slow' } });
    const failed = { workflow: 'CI', job: 'build', step: 'Tests' };
    expect(await detectSuite({ ...options, failed })).toMatchObject({
      plan: { testCommand: 'npm run test:slow', reasons: expect.arrayContaining([expect.stringContaining('the step that failed')]) },
    });
  });

  it('tests every folder that is given, and refuses when one has no tests', async () => {
    await using repository = await makeRepository({
      'a/package.json': json({ scripts: { test: 'mocha' } }),
      'b/package.json': json({ scripts: { test: 'jest' } }),
      'c/package.json': '{}',
    });
    const options = { root: repository.root, ...nothing };
    expect(await detectSuite({ ...options, workingDirectories: ['./a/', 'b'] })).toMatchObject({
      plan: { testCommand: '(cd a && npm test) && (cd b && npm test)', parts: [{ directory: 'a' }, { directory: 'b' }] },
    });
    expect(await detectSuite({ ...options, workingDirectories: ['a', 'c'] })).toMatchObject({ ok: false });
  });

  it('refuses a folder outside of the repository', async () => {
    await using repository = await makeRepository({});
    expect(await detectSuite({ ...nothing, root: repository.root, workingDirectories: ['../x'] })).toMatchObject({ ok: false });
  });
});

describe('installing', () => {
  const suiteFor = async (root: string, scratch: string, setupCommand: string | null) => {
    const detected = await detectSuite({ root, testCommand: 'true', setupCommand, workingDirectories: [] });
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

  it('is left out where another package manager has made node_modules, with every dependency', async () => {
    const files = {
      'package.json': json({ dependencies: { a: '^1.0.0' } }),
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'node_modules/.package-lock.json': '{}',
      'node_modules/a/package.json': json({ name: 'a', version: '1.0.1' }),
    };
    await using repository = await makeRepository(files);
    const ask = () => alreadyInstalled(repository.root, 'pnpm install --frozen-lockfile');
    expect(await ask()).toBe('node_modules is there with every dependency');
    await repository.write({ 'node_modules/.pnpm/lock.yaml': files['pnpm-lock.yaml'] });
    expect(await ask()).toBe('node_modules is there and fits pnpm-lock.yaml');
    await repository.write({ 'pnpm-lock.yaml': "lockfileVersion: '9.0'\npackages: {}\n" });
    expect(await ask()).toBeNull();
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

  it('says of a script that failed what the script said', () => {
    const output =
      'npm warn deprecated y\n\n> a@1.0.0 prepare\n> tsc --build\n\nsrc/a.ts(4,3): error TS2322: Type is wrong.\nnpm error code 1\nnpm error path /x\nnpm error command failed\nnpm error command sh -c tsc --build\n';
    expect(installErrors(output)).toBe('command sh -c tsc --build\nsrc/a.ts(4,3): error TS2322: Type is wrong.');
  });

  it.each([
    ['the own script', '.', 'node_modules/a.js', true],
    ['the own script, before there are packages', '.', 'a.js', false],
    ['the script of a dependency', 'node_modules/a', 'node_modules/a.js', false],
  ])('goes on where %s fails and everything is there', async (_, where, file, ok) => {
    await using repository = await makeRepository({ 'package.json': json({}), [file]: '' });
    await using scratch = await scratchFolder();
    const says = (text: string): string => `echo "npm error ${text}" >&2`;
    const line = [
      says('code 1'),
      says(`path ${where === '.' ? repository.root : `${repository.root}/${where}`}`),
      says('command failed'),
      says('command sh -c tsc'),
      'exit 1',
    ];
    const suite = await suiteFor(repository.root, scratch.root, `echo "a.ts(1,1): error TS1: wrong"; ${line.join('; ')}`);
    const outcome = await suite.install(repository.root, { timeoutMs: 60_000 });
    expect(outcome).toMatchObject({
      ok,
      [ok ? 'failed' : 'reason']: expect.stringContaining('command sh -c tsc\na.ts(1,1): error TS1: wrong'),
    });
  });
});

describe('detection in other languages', () => {
  const go = { 'calc/calc.go': 'package calc\n', 'calc/calc_test.go': 'package calc\n' };
  const workflow = (steps: string): string => `on: push\njobs:\n  checks:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  const failed = { workflow: null, job: 'checks', step: 'The tests' };

  it.each([
    [
      'the arguments that choose tests in CI, without those about reports',
      { 'go.mod': 'module a\n', ...go, '.github/workflows/ci.yml': workflow('      - run: go test -v -cover -tags=unit ./calc/...\n') },
      { testCommand: 'go test -tags=unit ./calc/...', runner: 'go test' },
    ],
    [
      'nothing of two commands that choose otherwise',
      {
        ...{ 'go.mod': 'module a\n', ...go },
        '.github/workflows/ci.yml': workflow('      - run: go test -short ./...\n      - run: go test ./calc\n'),
      },
      { testCommand: 'go test ./...' },
    ],
    [
      'the modules of a Go workspace',
      {
        'go.work': 'go 1.19\n\nuse (\n\t./one\n\t./two // second\n)\n',
        'one/a_test.go': 'package one\n',
        'two/a_test.go': 'package two\n',
      },
      { testCommand: 'go test ./one/... ./two/...', runner: 'go test' },
    ],
    [
      'a module inside of a module',
      { 'go.mod': 'module a\n', ...go, 'inner/go.mod': 'module b\n', 'inner/b_test.go': 'package b\n' },
      { runner: 'several', testCommand: 'go test ./... && (cd inner && go test ./...)' },
    ],
    [
      'the packages below a root of Python that tests nothing itself',
      {
        ...{ 'pyproject.toml': '[tool.pytest.ini_options]\n', 'packages/a/pyproject.toml': '[project]\nname = "a"\n' },
        'packages/a/tests/test_a.py': 'import pytest\n',
      },
      { directory: 'packages/a', runner: 'pytest' },
    ],
    [
      "minitest's specs",
      { Gemfile: '', 'test/spec_a.rb': '' },
      { runner: 'minitest', testCommand: expect.stringContaining('test/**/spec_*.rb') },
    ],
    [
      "bun's own runner",
      { 'package.json': json({ scripts: { test: 'bun test' } }), 'bun.lock': '', 'a.test.ts': '' },
      { runner: 'bun test', testCommand: 'bun run test', setupCommand: 'bun install --frozen-lockfile' },
    ],
    [
      'a folder of tests with a name of its own, which is no package',
      { 'setup.py': '', 'spec/unit/test_a.py': 'import unittest\n' },
      { runner: 'unittest', testCommand: expect.stringMatching(/ -m unittest discover -s spec\/unit$/) },
    ],
    [
      'a program of tests that a target builds',
      { Makefile: 'all: sum-test\n\nsum-test: sum.c\n\t$(CC) -o $@ sum.c\n\nclean:\n\trm -f sum-test\n' },
      { runner: 'command', testCommand: 'make sum-test && ./sum-test' },
    ],
    [
      'a target that builds and runs one',
      { Makefile: 'sum_test: sum.c\n\t$(CC) -o sum_test sum.c\n\t./sum_test\n' },
      { runner: 'command', testCommand: 'make sum_test' },
    ],
    ["the runner in a target's recipe", { Makefile: 'test:\n\tgo test ./...\n' }, { runner: 'go test', testCommand: 'make test' }],
  ])('knows %s', async (_, files, expected) => {
    await using repository = await makeRepository(files);
    const detected = await detectSuite({ root: repository.root, ...nothing });
    expect(detected).toMatchObject({ ok: true, plan: expected });
  });

  it.each([
    [
      'in its folder',
      '      - name: The tests\n        working-directory: server\n        run: go test -race ./...\n',
      { directory: 'server', testCommand: 'go test -race ./...' },
    ],
    [
      'behind the lines of its script that it needs',
      '      - name: The tests\n        run: |\n          npm ci\n          cd server\n          go test ./...\n',
      { directory: '', testCommand: 'cd server && go test ./...', runner: 'go test' },
    ],
    [
      'although another language is found first',
      '      - name: The tests\n        run: pytest tests\n',
      { directory: '', runner: 'pytest', testCommand: expect.stringMatching(/ -m pytest tests$/) },
    ],
    [
      'without the environments that tox makes',
      '      - name: The tests\n        run: tox -e py311\n',
      { directory: '', runner: 'pytest', testCommand: expect.stringMatching(/ -m pytest$/) },
    ],
  ])('takes the command of the step that failed %s', async (_, step, expected) => {
    await using repository = await makeRepository({
      'package.json': json({ scripts: { test: 'mocha' } }),
      'server/go.mod': 'module a\n',
      'server/a_test.go': 'package a\n',
      'pyproject.toml': '[tool.pytest.ini_options]\n',
      'tests/test_a.py': 'import pytest\n',
      '.github/workflows/ci.yml': workflow(step),
    });
    const detected = await detectSuite({ root: repository.root, ...nothing, failed });
    expect(detected).toMatchObject({ ok: true, plan: expected });
  });
});
