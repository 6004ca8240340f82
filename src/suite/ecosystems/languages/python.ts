// Python projects: pytest, unittest or Django's runner, in the environment that is there.
import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { word } from '../../shell.ts';
import { django } from './django.ts';
import { type DjangoProject, djangoIn } from './django-projects.ts';
import { nox, tox } from './environments.ts';
import { pytest } from './pytest.ts';
import { installLines, pipLine } from './python-install.ts';
import type { Caches, FolderView, Language } from './types.ts';
import { unittest } from './unittest.ts';

const manifests = [
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'tox.ini',
  'noxfile.py',
  'pytest.ini',
  'requirements.txt',
  'Pipfile',
  'manage.py',
];

export const python: Language = {
  name: 'Python',
  runners: [pytest, unittest, django, tox, nox],
  isManifest: (name) => manifests.includes(name) || /^requirements[\w.-]*\.txt$/.test(name),
  async manifest(folder) {
    const named =
      manifests.find((name) => folder.names.includes(name)) ?? folder.names.find((name) => /^requirements[\w.-]*\.txt$/.test(name));
    if (named !== undefined) return named;
    return (await folder.files(isTest))[0] ?? null;
  },
  async guess(folder, manifest) {
    const runner = await runnerOf(folder);
    if (runner === null) return null;
    const prefix = await prefixOf(folder);
    const setup = await setupOf(folder, manifest, prefix, runner.name === 'pytest');
    const { at, assignments, command } = await lineOf(runner, folder);
    return {
      runner: runner.name,
      testCommand: `${at === '' ? '' : `cd ${word(at).raw} && `}${assignments}${prefix.run}${await interpreter(folder, command, at)}`,
      setupCommand: setup.command,
      reasons: [`Python: ${manifest}`, runner.reason, ...prefix.reasons, setup.reason],
    };
  },
  environment({ profile, cwd, root, dependencies, build, exists }: Caches) {
    const venv = join(dependencies, 'venv');
    const isMade = profile === 'install' || exists(join(venv, 'bin', 'python'));
    return {
      // A cached module may be of the code before an edit: the cache goes by seconds and sizes.
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      PIP_RETRIES: '2',
      PIP_CACHE_DIR: join(dependencies, 'pip'),
      PDM_CHECK_UPDATE: '0',
      POETRY_CACHE_DIR: join(profile === 'install' ? dependencies : build, 'poetry'),
      // uv goes by an environment in the project unless it is told of another one.
      ...(isMade ? { VIRTUAL_ENV: venv, UV_PROJECT_ENVIRONMENT: venv } : {}),
      ...(profile === 'test' ? testEnvironment(sourceFolders(cwd, root, exists)) : {}),
    };
  },
};

/** Nothing is fetched while tests run, and what starts pytest passes on what ours needs. */
function testEnvironment(folders: readonly string[]): Readonly<Record<string, string>> {
  const passed = ['PYTEST_ADDOPTS', 'REGREEN_REPORTS', 'REGREEN_ONLY', 'REGREEN_CWD', 'PYTHONPATH', 'PYTHONDONTWRITEBYTECODE'];
  return {
    // An editable installation points at the checkout it was made in: this copy's code comes first.
    PYTHONPATH: folders.join(':'),
    TOX_TESTENV_PASSENV: passed.join(' '),
    TOX_OVERRIDE: `testenv.pass_env+=${passed.join(',')}`,
    UV_NO_SYNC: '1',
    UV_OFFLINE: '1',
    POETRY_VIRTUALENVS_CREATE: 'false',
  };
}

/** Where modules are imported from: the package's own folder, and in a monorepo those of the packages beside it. */
function sourceFolders(cwd: string, root: string, exists: Caches['exists']): string[] {
  const of = (folder: string): string[] => [...(exists(join(folder, 'src')) ? [join(folder, 'src')] : []), folder];
  if (cwd === root) return of(cwd);
  const beside = readdirSync(dirname(cwd), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(dirname(cwd), entry.name))
    .filter((folder) => folder !== cwd && ['pyproject.toml', 'setup.py'].some((name) => exists(join(folder, name))));
  return [...of(cwd), ...beside.flatMap(of)];
}

const isTest = (file: string): boolean => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(file);

interface Runner {
  readonly name: 'pytest' | 'unittest' | 'django';
  readonly reason: string;
  /** Where something other than the runner says how it is started. */
  readonly line?: Pick<DjangoProject, 'at' | 'assignments' | 'command'>;
}

async function runnerOf(folder: FolderView): Promise<Runner | null> {
  const project = await djangoIn(folder);
  if (project?.kind === 'pytest') return { name: 'pytest', reason: `runner pytest: ${project.reason}` };
  if (project !== null) return { name: 'django', reason: `runner django: ${project.reason}`, line: project };
  for (const [name, pattern] of configured) {
    if (pattern.test((await folder.text(name)) ?? '')) return { name: 'pytest', reason: `runner pytest: ${name}` };
  }
  for (const name of ['conftest.py', 'tests/conftest.py', 'test/conftest.py'])
    if (await folder.has(name)) return { name: 'pytest', reason: `runner pytest: ${name}` };
  const tests = await folder.files(isTest);
  if (tests.length === 0) return null;
  for (const file of tests.slice(0, 30)) {
    const text = (await folder.text(file)) ?? '';
    if (/^\s*(?:import pytest|from pytest\b)/m.test(text)) return { name: 'pytest', reason: `runner pytest: ${file} imports it` };
  }
  for (const file of tests.slice(0, 30)) {
    const text = (await folder.text(file)) ?? '';
    if (/^\s*(?:import unittest|from unittest\b)/m.test(text)) return { name: 'unittest', reason: `runner unittest: ${file} imports it` };
  }
  return { name: 'pytest', reason: `runner pytest: ${tests[0]} is named as its tests are` };
}

const configured: readonly (readonly [string, RegExp])[] = [
  ['pytest.ini', /./],
  ['.pytest.ini', /./],
  ['pyproject.toml', /^\[tool\.pytest|["']pytest\b/m],
  ['setup.cfg', /^\[tool:pytest\]|^\s*pytest\b/m],
  ['tox.ini', /^\[pytest\]|\bpytest\b/m],
  ['noxfile.py', /["']pytest["']/],
  ['requirements-dev.txt', /^pytest\b/m],
  ['requirements.txt', /^pytest\b/m],
];

/** What stands in front of every program: the tool that keeps the environment, when its lock file and it are there. */
async function prefixOf(
  folder: FolderView,
): Promise<{ readonly run: string; readonly tool: string | null; readonly reasons: readonly string[] }> {
  for (const [lock, tool] of [
    ['uv.lock', 'uv'],
    ['poetry.lock', 'poetry'],
    ['pdm.lock', 'pdm'],
    ['Pipfile.lock', 'pipenv'],
  ] as const) {
    if (!folder.names.includes(lock)) continue;
    if (await folder.program(tool)) return { run: `${tool} run `, tool, reasons: [`environment of ${tool}: ${lock}`] };
    return { run: '', tool: null, reasons: [`${lock} is of ${tool}, which is not installed here: the interpreter that is there`] };
  }
  // Without its lock file pipenv could only make one, with other versions each time.
  const reasons = folder.names.includes('Pipfile')
    ? ['Pipfile has no lock file: the interpreter that is there, and pip for what is missing']
    : [];
  return { run: '', tool: null, reasons };
}

async function interpreter(folder: FolderView, command: string, at: string): Promise<string> {
  for (const name of ['.venv', 'venv'])
    if (await folder.has(`${name}/bin/python`)) return command.replace(/^python/, posix.join(posix.relative(at, ''), name, 'bin/python'));
  return (await folder.program('python')) ? command : command.replace(/^python/, 'python3');
}

async function lineOf({ name, line }: Runner, folder: FolderView): Promise<NonNullable<Runner['line']>> {
  return line ?? { at: '', assignments: '', command: name === 'pytest' ? 'python -m pytest' : await unittestLine(folder) };
}

/** `discover` finds nothing below a folder that is no package: it is told where to begin. */
async function unittestLine(folder: FolderView): Promise<string> {
  const tests = await folder.files(isTest);
  const own = tests.some((file) => /^test_[^/]*\.py$/.test(file));
  const pattern = tests.some((file) => /(?:^|\/)test_[^/]*\.py$/.test(file)) ? '' : " -p '*_test.py'";
  for (const name of ['tests', 'test']) {
    if (own || !tests.some((file) => file.startsWith(`${name}/`))) continue;
    return `python -m unittest discover -s ${name}${pattern}${(await folder.has(`${name}/__init__.py`)) ? ' -t .' : ''}`;
  }
  const [only, ...others] = new Set(tests.map((file) => dirname(file)));
  if (!own && only !== undefined && others.length === 0 && !(await folder.has(`${only}/__init__.py`)) && /^[\w./-]+$/.test(only))
    return `python -m unittest discover -s ${only}${pattern}`;
  return `python -m unittest discover${pattern}`;
}

async function setupOf(
  folder: FolderView,
  manifest: string,
  { tool }: { readonly tool: string | null },
  usesPytest: boolean,
): Promise<{ readonly command: string | null; readonly reason: string }> {
  for (const name of ['.venv', 'venv'])
    if (await folder.has(`${name}/bin/python`)) return { command: null, reason: `nothing to install: ${name} is there` };
  const command = tool === null ? await pipLine(folder, usesPytest && !(await folder.program('pytest'))) : (installLines[tool] ?? null);
  if (command === null) return { command, reason: `nothing to install: ${manifest} asks for nothing` };
  return { command, reason: tool === null ? 'dependencies: what is missing of them, by pip' : `setup command: that of ${tool}` };
}
