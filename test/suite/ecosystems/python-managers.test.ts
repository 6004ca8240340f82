// Tools that keep a Python project's dependencies: each installs the same small wheel from its own lock file, outside of the checkout.
import { spawnSync } from 'node:child_process';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { installLines, isProvided, unreachable } from '../../../src/suite/ecosystems/languages/python-install.ts';
import type { CommandResult } from '../../../src/workspace/index.ts';
import { sampleOf } from '../../sampled.ts';
import { makeRepository, planOf, scratchFolder, suiteOf } from '../repository.ts';

type Files = Readonly<Record<string, string>>;

const wheel = 'wheels/leftish-1.0-py3-none-any.whl';
const files: Files = {
  'sums.py': 'from leftish import left\n\n\ndef sub(a, b):\n    return a + b\n\n\ndef padded(a):\n    return left(str(a), 4, "0")\n',
  'tests/__init__.py': '',
  'tests/test_sums.py':
    'import unittest\nfrom sums import padded, sub\n\n\nclass Sums(unittest.TestCase):\n    def test_sub(self):\n        self.assertEqual(sub(3, 1), 2)\n\n    def test_padded(self):\n        self.assertEqual(padded(7), "0007")\n',
};

const makeWheel = `import os, zipfile
os.makedirs("wheels")
info = "leftish-1.0.dist-info"
texts = {
    "leftish.py": "def left(text, width, fill):\\n    return fill * (width - len(text)) + text\\n",
    info + "/METADATA": "Metadata-Version: 2.1\\nName: leftish\\nVersion: 1.0\\n",
    info + "/WHEEL": "Wheel-Version: 1.0\\nGenerator: hand\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
}
texts[info + "/RECORD"] = "".join(name + ",,\\n" for name in [*texts, info + "/RECORD"])
with zipfile.ZipFile("${wheel}", "w") as archive:
    for name, text in texts.items():
        archive.writestr(zipfile.ZipInfo(name), text)
import hashlib
print(hashlib.sha256(open("${wheel}", "rb").read()).hexdigest())
`;

interface Manager {
  readonly program: string;
  readonly command: string;
  readonly installs: string;
  /** Given the SHA-256 of the wheel. */
  files(hash: string): Files;
}

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Debian alone has no program named `python`. */
const python = has('python') ? 'python' : 'python3';
const unittest = `${python} -m unittest discover -s tests -t .`;

const managers: readonly Manager[] = [
  {
    program: 'python3',
    command: unittest,
    installs: 'pip install -q -r requirements.txt',
    files: () => ({ 'requirements.txt': '--no-index\n--find-links wheels\nleftish==1.0\n' }),
  },
  {
    program: 'poetry',
    command: `poetry run ${unittest}`,
    installs: 'poetry install',
    files: (hash) => ({
      'pyproject.toml': `[tool.poetry]\nname = "sums"\nversion = "0.1.0"\ndescription = ""\nauthors = []\n\n[tool.poetry.dependencies]\npython = ">=3.8"\nleftish = {path = "${wheel}"}\n`,
      'poetry.lock': `[[package]]\nname = "leftish"\nversion = "1.0"\ndescription = ""\ncategory = "main"\noptional = false\npython-versions = "*"\nfiles = [\n    {file = "leftish-1.0-py3-none-any.whl", hash = "sha256:${hash}"},\n]\n\n[package.source]\ntype = "file"\nurl = "${wheel}"\n\n[metadata]\nlock-version = "2.0"\npython-versions = ">=3.8"\ncontent-hash = "a53196ca612b66c576f48845b0b02663831e9a2aca2674f276124258afc3258b"\n`,
    }),
  },
  {
    program: 'pdm',
    command: `pdm run ${unittest}`,
    installs: 'pdm sync',
    files: (hash) => ({
      'pyproject.toml': `[project]\nrequires-python = ">=3.8"\ndependencies = ["leftish @ file:///\${PROJECT_ROOT}/${wheel}"]\n`,
      'pdm.lock': `[[package]]\nname = "leftish"\nversion = "1.0"\nurl = "file:///\${PROJECT_ROOT}/${wheel}"\nsummary = ""\n\n[metadata]\nlock_version = "4.0"\ncontent_hash = "sha256:bdbb00297e708b10848e3fb8fdc23ac624d1aa973e4704eb2427d8c3612b377c"\n\n[metadata.files]\n"leftish 1.0" = [\n    {url = "file:///\${PROJECT_ROOT}/${wheel}", hash = "sha256:${hash}"},\n]\n`,
    }),
  },
  {
    program: 'pipenv',
    command: `pipenv run ${unittest}`,
    installs: 'pipenv sync',
    files: () => ({
      Pipfile: `[packages]\nleftish = {path = "./${wheel}"}\n`,
      'Pipfile.lock': JSON.stringify({
        _meta: {
          hash: { sha256: '0' },
          'pipfile-spec': 6,
          requires: {},
          sources: [{ name: 'pypi', url: 'https://pypi.org/simple', verify_ssl: true }],
        },
        default: { leftish: { path: `./${wheel}` } },
        develop: {},
      }),
    }),
  },
];

describe.each(sampleOf(managers, 0.2, ({ program }) => program))(
  'a Python project whose dependencies are kept with $program',
  ({ program, command, installs, files: own }) => {
    const isThere = has(program);
    if (!isThere) console.warn(`SKIPPED: a project of ${program}: ${program} is not installed`);

    it.skipIf(!isThere)(
      'is detected, installed outside of the checkout, tested, and tested again when it is repaired',
      { timeout: 300_000 },
      async () => {
        await using repository = await makeRepository(files);
        await using scratch = await scratchFolder();
        const made = spawnSync('python3', ['-c', makeWheel], { cwd: repository.root, encoding: 'utf8' });
        expect(made.stderr).toBe('');
        await repository.write(own(made.stdout.trim()));
        const plan = await planOf(repository.root);
        expect(plan).toMatchObject({ runner: 'unittest', testCommand: command, setupCommand: expect.stringContaining(installs) });

        const before = await readdir(repository.root);
        const suite = await suiteOf(repository.root, scratch.root);
        const installed = await suite.install(repository.root, { timeoutMs: 240_000 });
        expect(installed, JSON.stringify(installed)).toMatchObject({ ok: true, did: expect.stringContaining(installs) });
        // What a tool keeps about its interpreter is all that may lie beside the code.
        expect((await readdir(repository.root)).filter((name) => !before.includes(name) && !name.startsWith('.pdm'))).toEqual([]);

        const red = await suite.run(repository.root, { scope: 'all', timeoutMs: 120_000 });
        expect(red, red.tail).toMatchObject({ failing: ['tests/test_sums.py > Sums > test_sub'], counts: { executed: 2, passed: 1 } });
        await repository.write({ 'sums.py': files['sums.py']?.replace('a + b', 'a - b') ?? '' });
        const failing = red.results.filter(({ status }) => status === 'failed');
        const green = await suite.run(repository.root, { scope: 'failing', failing, timeoutMs: 120_000 });
        expect(green, green.tail).toMatchObject({ green: true, counts: { executed: 1, passed: 1 } });
      },
    );
  },
);

describe('what pip is asked for', () => {
  const ci = (...lines: readonly string[]): Files => ({
    '.github/workflows/ci.yml': `jobs:\n  test:\n    steps:\n      - run: |\n${lines.map((line) => `          ${line}\n`).join('')}`,
  });
  it.each([
    [
      'what CI installs for its tests, without its tools',
      {
        ...ci('python -m pip install -U pip wheel', 'pip install -r ci/needs.txt -e ".[extra]" "attrs>=20" tox', 'pytest'),
        'ci/needs.txt': 'leftish\n',
      },
      /install -q -r ci\/needs\.txt -e '\.\[extra\]' 'attrs>=20'(?: pytest)?$/,
    ],
    [
      'no value of an option, and nothing that lies elsewhere',
      ci(
        'pip install --progress-bar off --upgrade-strategy eager leftish',
        'pip install --extra-index-url https://x/simple own-utils',
        'pytest',
      ),
      /install -q -e \. leftish(?: pytest)?$/,
    ],
    ['nothing of jobs that do not test', ci('pip install -r ci/needs.txt twine attrs', 'twine upload'), /install -q -e \.(?: pytest)?$/],
    [
      'no file that is not there, and none from outside',
      ci('pip install -r ci/needs.txt -r ../a.txt -r /a.txt', 'pytest'),
      /install -q -e \.(?: pytest)?$/,
    ],
    [
      'requirements beside the tests',
      { 'tests/requirements.txt': 'leftish\n' },
      /install -q -r tests\/requirements\.txt -e \.(?: pytest)?$/,
    ],
  ])('is %s', async (_, more: Files, wanted) => {
    const package_ = '[build-system]\nrequires = ["setuptools"]\n[project]\nname = "sums"\nversion = "1"\n';
    await using repository = await makeRepository({
      ...files,
      'pyproject.toml': package_,
      'tests/test_more.py': 'import pytest\n',
      ...more,
    });
    const { setupCommand } = await planOf(repository.root);
    expect(setupCommand).toMatch(wanted);
    // None of these is here, or all that are asked for are: where pytest is missing, it is asked for.
    const provided = await isProvided(repository.root, setupCommand ?? '', await readdir(repository.root));
    const isMissing = /leftish|needs|attrs| pytest$/.test(setupCommand ?? '') || 'tests/requirements.txt' in more;
    expect(provided).toBe(isMissing ? null : 'the dependencies are there');
  });
});

describe('a Pipfile without its lock file', () => {
  const PATH = process.env.PATH;
  afterEach(() => {
    process.env.PATH = PATH;
    delete process.env.PIP_NO_INDEX;
  });

  it('is what pip goes by, as far as it asks an index for every system', async () => {
    const asked = [
      '[[source]]',
      'url = "https://pypi.org/simple"',
      '[packages]',
      'attrs = "*"',
      '"zope.event" = ">=4, <5"',
      'a = {version = "~=1.2", extras = ["b", "c"]}',
      'd = {extras = ["e"], version = "*"}',
      'own = {path = ".", editable = true}',
      'far = {git = "https://x/far.git", ref = "v1"}',
      `win = {version = "*", sys_platform = "== 'win32'"}`,
      '[dev-packages]',
      'leftish = "==1.0"',
      '[requires]',
      'python_version = "3.8"',
    ];
    await using repository = await makeRepository({ ...files, Pipfile: `${asked.join('\n')}\n` });
    const plan = await planOf(repository.root);
    expect(plan).toMatchObject({
      testCommand: unittest,
      reasons: expect.arrayContaining([expect.stringMatching(/Pipfile has no lock file/)]),
    });
    expect(plan.setupCommand).toMatch(/install -q attrs 'zope\.event>=4,<5' 'a\[b,c\]~=1\.2' 'd\[e\]' '?leftish==1\.0'?$/);
  });

  it('does not keep the tests from what the environment that is switched on has, though pip finds the rest nowhere', {
    timeout: 120_000,
  }, async () => {
    await using repository = await makeRepository({ ...files, Pipfile: '[packages]\nleftish = "*"\nnot-anywhere-leftish = "*"\n' });
    await using outside = await scratchFolder();
    await using scratch = await scratchFolder();
    const active = join(outside.root, 'active');
    spawnSync('python3', ['-m', 'venv', '--without-pip', active]);
    const found = spawnSync(join(active, 'bin', 'python'), ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
      encoding: 'utf8',
    });
    await writeFile(join(found.stdout.trim(), 'leftish.py'), 'def left(text, width, fill):\n    return text.rjust(width, fill)\n');
    process.env.PATH = `${active}/bin:${PATH}`;
    process.env.PIP_NO_INDEX = '1';
    const suite = await suiteOf(repository.root, scratch.root);
    for (const time of ['first', 'second']) {
      const installed = await suite.install(repository.root, { timeoutMs: 60_000 });
      expect(installed, time).toMatchObject({
        ok: true,
        did: expect.stringMatching(/^the dependencies as they are/),
        failed: expect.any(String),
      });
    }
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
    expect(run, run.tail).toMatchObject({ failing: ['tests/test_sums.py > Sums > test_sub'], counts: { executed: 2, passed: 1 } });
  });
});

describe('an installation by a lock file goes on with what is there', () => {
  const printing = (stderr: string) => ({ stdout: '', stderr }) as CommandResult;
  it.each([
    ['poetry', 'Error: pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix the lock file.'],
    [
      'poetry',
      'pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock [--no-update]` to fix the lock file.',
    ],
    ['pipenv', 'ERROR: Pipfile.lock not found! You need to run $ pipenv lock before you can continue.'],
    ['pdm', 'Lock file does not exist or is incompatible, trying to generate one'],
    ['uv', 'error: Failed to fetch: `https://pypi.org/simple/leftish/`'],
  ])('of %s: %s', (tool, said) => {
    const line = installLines[tool] ?? expect.unreachable(tool);
    expect(unreachable(printing(said), line)).toMatch(new RegExp(`^the dependencies as they are: ${tool} `));
    expect(unreachable(printing('error: leftish failed to build'), line)).toBeNull();
    expect(unreachable(printing(said), 'make setup')).toBeNull();
  });
});

describe('pip is spared where everything is there', () => {
  const packaged = '[build-system]\nrequires = ["setuptools"]\n';
  it.each([
    ['told in the project table', { 'pyproject.toml': `${packaged}[project]\nname = "sums"\ndependencies = ["pip"]\n` }, true],
    ['missing of the project table', { 'pyproject.toml': `${packaged}[project]\nname = "sums"\ndependencies = ["leftish"]\n` }, false],
    ['told by setup.py alone', { 'pyproject.toml': packaged, 'setup.py': 'setup(install_requires=["leftish"])\n' }, false],
    ['told by setup.cfg', { 'pyproject.toml': packaged, 'setup.cfg': '[options]\ninstall_requires = leftish\n' }, false],
    ['dynamic', { 'pyproject.toml': `${packaged}[project]\nname = "sums"\ndynamic = ["dependencies"]\n` }, false],
  ])('dependencies that are %s', async (_, manifests: Files, spared) => {
    await using repository = await makeRepository({ ...files, ...manifests });
    const plan = await planOf(repository.root);
    const setup = plan.setupCommand ?? expect.unreachable('pip installs the package');
    const provided = await isProvided(repository.root, setup, await readdir(repository.root));
    expect(provided).toBe(spared ? 'the dependencies are there' : null);
  });
});

describe('a Python project whose dependencies are kept with uv', () => {
  const standIn =
    '#!/bin/sh\n[ "$UV_PROJECT_ENVIRONMENT" = "$VIRTUAL_ENV" ] && echo "$*" >> "$(dirname "$0")/asked"\nif [ "$1" = run ]; then shift; exec "$@"; fi\n';
  const PATH = process.env.PATH;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it('is installed from its lock as it is, and run without asking for anything', async () => {
    console.warn(
      'NOT uv ITSELF, which neither npm nor Debian has: a program of its name, which notes what it is asked and runs what it is told',
    );
    const { 'sums.py': sums = '', ...tests } = files;
    await using repository = await makeRepository({
      ...tests,
      'sums.py': sums.replace('from leftish import left', 'def left(text, width, fill):\n    return text.rjust(width, fill)'),
      'pyproject.toml': '[project]\nname = "sums"\nversion = "0.1.0"\n',
      'uv.lock': 'version = 1\n',
    });
    await using tools = await makeRepository({ uv: standIn });
    await using scratch = await scratchFolder();
    await chmod(join(tools.root, 'uv'), 0o755);
    process.env.PATH = `${tools.root}:${PATH}`;
    const suite = await suiteOf(repository.root, scratch.root);
    expect(suite.plan.testCommand).toBe(`uv run ${unittest}`);
    expect(await suite.install(repository.root, { timeoutMs: 60_000 })).toMatchObject({
      ok: true,
      did: expect.stringContaining('uv sync'),
    });
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
    expect(run, run.tail).toMatchObject({ failing: ['tests/test_sums.py > Sums > test_sub'], counts: { executed: 2, passed: 1 } });
    const asked = (await readFile(join(tools.root, 'asked'), 'utf8')).trim().split('\n');
    expect(asked[0]).toBe('sync --active --frozen --all-extras --all-groups');
    expect(asked[1]).toMatch(new RegExp(`^run ${python} `));
  });
});
