import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alsoNotTheCode, notTheCode } from '../../src/phases/no-fault.ts';
import type { Run } from '../../src/phases/run.ts';
import type { Red } from '../../src/phases/tests.ts';
import type { TestResult } from '../../src/suite/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';

const failure = (message: string): TestResult => ({
  ...{ id: 'a.test.js > a', name: 'a', file: 'a.test.js', line: 1, status: 'failed', seconds: 0 },
  ...{ message, stack: null, frames: [], expected: null, actual: null },
});

async function endingOf(messages: readonly string[], more: object = {}, network: 'none' | 'host' = 'none'): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'no-fault-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"dependencies":{"@acme/core":"1","lodash":"4","kit":"1"}}');
    await writeFile(join(folder, 'requirements.txt'), 'typing_extensions>=4\nflask\n');
    await writeFile(join(folder, 'acme.gemspec'), 's.name = "acme"\ns.add_development_dependency(%q<simplecov>.freeze)\n');
    await mkdir(join(folder, 'lib'));
    await mkdir(join(folder, 'node_modules', 'kit'), { recursive: true });
    await writeFile(join(folder, 'lib', 'acme.rb'), '');
    const red = { exitCode: 1, reader: 'report', failing: messages.map(failure), ...more } as const;
    const ending = await notTheCode(red, { root: folder, folder, network, green: null, list: () => readdir(folder) });
    return ending === null ? null : `${ending.outcome}: ${ending.reason}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('what no change of the code mends', () => {
  it.each([
    [
      ['connect ECONNREFUSED 127.0.0.1:5432', 'Error: connect ECONNREFUSED ::1:6379'],
      'port 5432, where PostgreSQL is expected. Tests see no network',
    ],
    [['getaddrinfo ENOTFOUND registry.example.org'], 'declined: The tests need registry.example.org'],
    [['ENOSPC: no space left on device, write'], 'declined: The disk is full'],
    [
      ["Cannot find module 'lodash/merge'", "Cannot find package '@acme/core' imported from /x"],
      'lodash, @acme/core are dependencies that are not installed',
    ],
    [['LoadError:\n  cannot load such file -- simplecov\n# ./spec/spec_helper.rb:6'], 'simplecov is a dependency that is not installed'],
    [["ModuleNotFoundError: No module named 'typing_extensions'"], 'typing_extensions is a dependency'],
    [
      [
        "ModuleNotFoundError: No module named 'simplejson'\n\nDuring handling of the above exception, another exception occurred:\n\nModuleNotFoundError: No module named 'typing_extensions'",
      ],
      'declined: typing_extensions is a dependency',
    ],
    [['importlib.metadata.PackageNotFoundError: No package metadata was found for flask'], 'flask is a dependency that is not installed'],
    [["pkg_resources.DistributionNotFound: The 'Flask>=1' distribution was not found"], 'Flask is a dependency that is not installed'],
    [["Bundler::GemNotFound:\n  Could not find gem 'addressable' in locally installed gems."], 'The dependencies are not installed'],
    [['github.com/acme/kit@v1.2.0: module lookup disabled by GOPROXY=off'], 'The dependencies are not installed'],
    [["PHP Fatal error:  Uncaught Error: Failed opening required '/x/vendor/autoload.php'"], 'The dependencies are not installed'],
  ])('%j is declined with what to do', async (messages, reason) => {
    expect(await endingOf(messages)).toContain(reason);
  });

  it('a command that is not there is declined', async () => {
    const more = { exitCode: 127, reader: 'exit-code' } as const;
    expect(await endingOf(['exit code 127\nsh: 1: vitest: not found'], more)).toContain('(sh: 1: vitest: not found): install');
  });

  const beside = async (message: string, more: object = {}): Promise<string | null> =>
    endingOf([], { failing: [{ ...failure(message), file: null }], ...more });

  it.each([
    'ERROR: Coverage for lines (50%) does not meet global threshold (100%)',
    'Jest: "global" coverage threshold for statements (80%) not met: 50%',
    'FAIL Required test coverage of 100% not reached. Total coverage: 50.00%',
    'ERROR: Coverage failure: total of 75 is less than fail-under=100',
    'Error: 50.00% line coverage does not meet threshold of 100%.',
    'Line coverage (50.00%) is below the expected minimum coverage (90.00%).',
  ])('%j is declined where tests ran and none of them failed', async (line) => {
    const message = `exit code 1\n${line}`;
    expect(await beside(message)).toContain(`the tests cover less than their command asks for (${line})`);
    // Tests that could not be loaded cover nothing; and a test may speak of coverage.
    expect(await beside(message, { reader: 'exit-code' })).toBeNull();
    expect(await endingOf([message])).toBeNull();
  });

  it.each([
    [
      'Checking formatting...\n[warn] src/a.js\n[warn] Code style issues found in the above file. Run Prettier with --write to fix.',
      'src/a.js differently. Run prettier --write',
    ],
    [
      `${[1, 2, 3, 4, 5, 6].map((n) => `[warn] ${n}.ts`).join('\n')}\n[warn] Code style issues found in 6 files. Run Prettier with --write to fix.`,
      '1.ts, 2.ts, 3.ts, 4.ts, 5.ts and 1 more differently',
    ],
    ['would reformat /x/a.py\nOh no!\n1 file would be reformatted.', '/x/a.py differently. Run the formatter without --check'],
    ['Would reformat: a.py\n1 file would be reformatted', 'a.py differently'],
    ['Diff in /x/src/lib.rs:3:\n-a\n+b', '/x/src/lib.rs differently. Run cargo fmt'],
  ])('%j is declined: a formatter does it', async (said, reason) => {
    expect(await beside(`exit code 1\n${said}`, { reader: 'exit-code' })).toContain(reason);
  });

  it.each([
    ["Could not find '/x/test/**/*.test.js'", 'Patterns are known'],
    ['No tests found, exiting with code 1\nRun with `--passWithNoTests` to exit with code 0', 'set test-command.'],
    ['No test files found, exiting with code 1', 'set test-command.'],
    ['Error: No test files found: "test"', 'set test-command.'],
    ['============================= no tests ran in 0.01s =============================', 'set test-command.'],
  ])('%j is declined: there is nothing to turn green', async (said, end) => {
    const reason = await beside(`exit code 1\n${said}`, { reader: 'exit-code' });
    expect(reason).toContain(`finds no test (${said.split('\n')[0]?.replaceAll(/^=+ | =+$/g, '')})`);
    expect(reason).toContain(end);
    expect(await beside(`INTERNALERROR> NameError: name 'x' is not defined\n${said}`, { reader: 'exit-code' })).toBeNull();
    expect(await endingOf([said])).toBeNull();
  });

  it.each([
    "Could not find 'config.json'",
    "src/a.ts(3,1): error TS2322: Type 'x'\nError: No test files found",
    '[warn] a.js\n[warn] Code style issues found in the above file.\n✖ 1 problem (1 error, 0 warnings)',
    'would reformat b.py\nerror: cannot format a.py: Cannot parse\n1 file would be reformatted, 1 file failed to reformat.',
    'Would reformat: a.py\n1 file would be reformatted\nFound 1 error.',
    'Error: Insurance coverage must not be lower than the deductible',
  ])('%j is left to the repair', async (said) => {
    expect(await beside(`exit code 1\n${said}`, { reader: 'exit-code' })).toBeNull();
    expect(await beside(`exit code 1\n${said}`)).toBeNull();
  });

  it('a folder that the test runner takes for a file is named, where nothing else failed', async () => {
    const lost = { ...failure("Error: Cannot find module '/x/lib'"), id: 'lib > (file)', file: 'lib' };
    expect(await endingOf([], { failing: [lost] })).toContain(
      "takes no folder since Node 21 (lib): name the files, or a pattern such as 'lib/**/*.test.js'",
    );
    expect(await endingOf([], { failing: [lost, { ...lost, file: 'package.json' }] })).toBeNull();
    expect(await endingOf([], { failing: [{ ...lost, file: 'gone' }] })).toBeNull();
    expect(await endingOf([], { failing: [{ ...lost, message: 'Error: no' }] })).toBeNull();
  });

  it('a variable of the environment that the code reads and nobody set is named', async () => {
    const reads = { file: 'sign.js', line: 1, column: 1, function: 'sign', inRepository: true };
    const failing = [{ ...failure('Error: SIGNING_KEY is not set'), frames: [reads] }];
    const red = { exitCode: 1, reader: 'report', failing } as const;
    const folder = await mkdtemp(join(tmpdir(), 'no-fault-'));
    const ending = async (source: string, test: string): Promise<string | undefined> => {
      await writeFile(join(folder, 'sign.js'), source);
      await writeFile(join(folder, 'a.test.js'), test);
      return (await notTheCode(red, { root: folder, folder, network: 'none', green: null, list: () => readdir(folder) }))?.reason;
    };
    try {
      const source = 'exports.sign = () => process.env.SIGNING_KEY;';
      expect(await ending(source, 'sign();')).toContain('The environment variable SIGNING_KEY is not set');
      // Where the test sets one, the code may read the wrong one; and not every such name is one of the environment.
      expect(await ending(source, "process.env.SIGN_KEY = 'x'; sign();")).toBeUndefined();
      expect(await ending('exports.sign = ({ SIGNING_KEY }) => SIGNING_KEY;', 'sign();')).toBeUndefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('with the network of the machine the service is missing', async () => {
    expect(await endingOf(['connect ECONNREFUSED 127.0.0.1:5432'], {}, 'host')).toContain('Start it in an earlier step');
  });
});

describe('what may be the code', () => {
  it.each([
    [['connect ECONNREFUSED 127.0.0.1:5432', 'expected 1, got 2']],
    [['connect ECONNREFUSED 127.0.0.1:38291']],
    [['importlib.metadata.PackageNotFoundError: No package metadata was found for flaks']],
    [["Failed opening required '/x/lib/tax.php'"]],
    [["Cannot find module './lib/thing'"]],
    [["Cannot find module 'lodahs'"]],
    [["No module named 'flsk'"]],
    [["ModuleNotFoundError: No module named 'flask.nope'"]],
    [["Cannot find module 'kit/nope'\nRequire stack:\n- /x/a.js"]],
    [['LoadError:\n  cannot load such file -- acme/prser\n# ./lib/acme.rb:1']],
    [['LoadError:\n  cannot load such file -- simplcov\n']],
    [['a.go:2:8: no required module provides package example.com/m/intrnal; to add it:\n\tgo get example.com/m/intrnal']],
    [['expected "not found", got "found"']],
    [[]],
  ])('%j is left to the repair', async (messages) => {
    expect(await endingOf(messages)).toBeNull();
  });
});

describe('one failure among others', () => {
  // Its own name is `acme`, and `kit` is there; what else it asks for is not.
  async function whyOf(test: TestResult): Promise<string | null> {
    const folder = await mkdtemp(join(tmpdir(), 'no-fault-'));
    try {
      await writeFile(join(folder, 'pyproject.toml'), '[project]\nname = "acme"\ndependencies = ["flask", "kit"]\n');
      await writeFile(join(folder, 'package.json'), '{"name":"acme","dependencies":{"lodash":"4","kit":"1"}}');
      await mkdir(join(folder, 'acme'));
      await mkdir(join(folder, 'node_modules', 'kit'), { recursive: true });
      const run = { inputs: { sandboxNetwork: 'none' } } as unknown as Run;
      const seen = { baseline: { exitCode: 1, reader: 'report' }, suite: { plan: { directory: '' } } } as unknown as Red;
      return await alsoNotTheCode(run, { root: folder } as unknown as Workspace, seen, test);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it.each([
    "ModuleNotFoundError: No module named 'flask'",
    "Error: Cannot find module 'lodash'\nRequire stack:\n- /x/a.js",
    "Cannot find package 'lodash' imported from /x/a.js",
    'importlib.metadata.PackageNotFoundError: No package metadata was found for acme',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'Error: getaddrinfo ENOTFOUND registry.example.org',
    'ENOSPC: no space left on device, write',
  ])('%j lies in the surroundings', async (message) => {
    expect(await whyOf(failure(message))).toMatch(/\.$/);
  });

  it.each([
    "ModuleNotFoundError: No module named 'acme.helpres'",
    "ModuleNotFoundError: No module named 'acme'",
    "ModuleNotFoundError: No module named 'flask.nope'",
    "Cannot find module 'lodash/nope'",
    "Cannot find module 'kit'",
    'expected [Error: getaddrinfo ENOTFOUND api.example.org] to be an instance of TimeoutError',
    "AssertionError: expected error 'connect ECONNREFUSED 127.0.0.1:6379' to match /reconnecting/",
    "assert 'PackageNotFoundError: flask' == 'ok'",
    'got: connect ECONNREFUSED 127.0.0.1:5432',
  ])('%j may be the code', async (message) => {
    expect(await whyOf(failure(message))).toBeNull();
  });

  it('that expected something else may be the code', async () => {
    expect(await whyOf({ ...failure('ENOSPC: no space left on device'), expected: 'EIO', actual: 'ENOSPC' })).toBeNull();
  });
});

describe('what tests of Python lack beside modules', () => {
  const natively =
    'Failed: async def functions are not natively supported.\nYou need to install a suitable plugin for your async framework';
  const settings =
    'django.core.exceptions.ImproperlyConfigured: Requested setting INSTALLED_APPS, but settings are not configured. You must either define the environment variable DJANGO_SETTINGS_MODULE';
  const test = 'async def test_a():\n    pass\n';

  async function reasonOf(
    messages: readonly string[],
    files: Readonly<Record<string, string>>,
    green: string | null = null,
  ): Promise<string | null> {
    const folder = await mkdtemp(join(tmpdir(), 'lacks-'));
    try {
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      const failing = messages.map((message) => ({ ...failure(message), file: 'test_a.py', name: 'test_a.py::test_a[1]' }));
      const ending = await notTheCode(
        { exitCode: 1, reader: 'report', failing },
        { root: folder, folder, network: 'none', green, list: () => readdir(folder) },
      );
      return ending === null ? null : `${ending.outcome}: ${ending.reason}`;
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it.each([
    ['the mark of pytest-asyncio', { 'test_a.py': `@pytest.mark.asyncio\n${test}` }, /^declined: .*pytest-asyncio is not there/],
    ['the mark of anyio', { 'test_a.py': `pytestmark = pytest.mark.anyio\n${test}` }, /^declined: .* anyio is not there/],
    ['a mode of pytest-asyncio', { 'test_a.py': test, 'pytest.ini': '[pytest]\nasyncio_mode = auto\n' }, /pytest-asyncio is not there/],
    [
      'a mark of their class',
      { 'test_a.py': `@pytest.mark.asyncio\nclass TestA:\n    async def test_a(self):\n        pass\n` },
      /pytest-asyncio is not/,
    ],
    [
      'several decorators',
      { 'test_a.py': `@pytest.mark.parametrize(\n    "a",\n    [1],\n)\n@pytest.mark.trio\n${test}` },
      /pytest-trio is not there/,
    ],
    [
      'a mark of another test only',
      { 'test_a.py': `${test}\n@pytest.mark.asyncio\nasync def test_b():\n    pass\n` },
      /mark the tests for it/,
    ],
    ['no mark at all', { 'test_a.py': `@pytest.mark.slow\n${test}` }, /^declined: .*install pytest-asyncio or anyio/],
  ])('async tests with %s are declined, and the plugin is named', async (_, files: Readonly<Record<string, string>>, reason) => {
    expect(await reasonOf([natively, natively], files)).toMatch(reason);
    expect(await reasonOf([natively, 'assert 1 == 2'], files)).toBeNull();
  });

  it('async tests that a decorator of the repository should make ordinary ones are repaired', async () => {
    for (const own of ['@run_in_loop\n@pytest.mark.slow\n', '@run_in_loop(\n    limit = 5,\n)\n'])
      expect(await reasonOf([natively], { 'test_a.py': `${own}${test}` })).toBeNull();
  });

  it.each([
    { 'conftest.py': 'pytest_plugins = ["runner.plugin"]\n' },
    { 'plugin.py': 'def pytest_pyfunc_call(pyfuncitem):\n    return None\n' },
    { 'conftest.py': 'def pytest_collection_modifyitems(items):\n    pass\n' },
    { 'pyproject.toml': '[project.entry-points.pytest11]\nrunner = "runner.plugin"\n' },
    { 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = ["-p", "no:asyncio"]\n' },
  ])('async tests are repaired where the repository may have its own plugin: %j', async (files: Readonly<Record<string, string>>) => {
    expect(await reasonOf([natively], { 'test_a.py': `@pytest.mark.asyncio\n${test}`, ...files })).toBeNull();
  });

  it('what may be for want of a change that was green is repaired', async () => {
    expect(await reasonOf([natively], { 'test_a.py': test }, 'HEAD~1')).toBeNull();
    expect(await reasonOf([settings], {}, 'HEAD~1')).toBeNull();
  });

  it('each file of many async tests is read once', async () => {
    const many = Array.from({ length: 4_000 }, (_, index) => `@pytest.mark.asyncio\nasync def test_${index}():\n    pass\n`).join('\n');
    const started = performance.now();
    expect(await reasonOf(Array(4_000).fill(natively), { 'test_a.py': `@pytest.mark.asyncio\n${test}${many}` })).toMatch(/pytest-asyncio/);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('settings of Django that the repository itself names somewhere are left to the repair', async () => {
    expect(await reasonOf([settings], { 'shop.py': 'settings.configure(DEBUG=True)\n' })).toBeNull();
    expect(await reasonOf([settings], { 'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n' })).toBeNull();
    const configured = { 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = shop.settings\n' };
    expect(await reasonOf([settings], { ...configured, 'conftest.py': 'settings.configure()\n' })).toBeNull();
    expect(await reasonOf([settings], { ...configured, 'manage.py': 'DJANGO_SETTINGS_MODULE' })).toMatch(/pytest-django/);
  });

  it('settings of Django that are not configured are told with what should have', async () => {
    expect(await reasonOf([settings], {})).toMatch(/^declined: .*Set DJANGO_SETTINGS_MODULE/);
    expect(await reasonOf([settings], { 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = site.settings\n' })).toMatch(/pytest-django/);
    expect(await reasonOf([settings, 'assert 1 == 2'], {})).toBeNull();
    expect(await reasonOf(['django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty'], {})).toBeNull();
  });
});
