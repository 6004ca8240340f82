// Django projects: how their tests are found and started, and what their databases are called.
import { spawnSync } from 'node:child_process';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPythonModule } from '../python-module.ts';
import { makeRepository, planOf, scratchFolder, suiteOf } from '../repository.ts';
import { djangoManage, djangoSettings } from './cases.ts';

const isThere = hasPythonModule('django');
if (!isThere) console.warn('SKIPPED: runs of Django projects, as Django is not installed here');

/** Debian alone has no program named `python`. */
const python = spawnSync('sh', ['-c', 'command -v python']).status === 0 ? 'python' : 'python3';
const workflow = (...lines: string[]): string =>
  `on: push\njobs:\n  all:\n    runs-on: ubuntu-latest\n    steps:\n${lines.map((line) => `      - ${line}\n`).join('')}`;
const ci = '.github/workflows/ci.yml';
const own = { 'manage.py': djangoManage, 'app/tests.py': 'from django.test import TestCase\n' };
const inner = { 'requirements.txt': 'django\n', 'backend/manage.py': djangoManage, 'backend/app/tests/test_a.py': '' };
const conftest = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")\n';
const settings = 'DJANGO_SETTINGS_MODULE=site_settings';

type Project = readonly [title: string, files: Readonly<Record<string, string>>, command: string, directory: string];

const inRoot: readonly (readonly [title: string, files: Readonly<Record<string, string>>, command: string])[] = [
  ['nothing else', own, 'PYTHON manage.py test'],
  ['tests in folders', { 'manage.py': djangoManage, 'app/tests/test_a.py': 'import unittest\n' }, 'PYTHON manage.py test'],
  ['tests that are functions', { ...own, 'app/test_b.py': 'def test_b():\n    assert 1\n' }, 'PYTHON -m pytest'],
  ['tests that import pytest', { ...own, 'app/test_b.py': 'import pytest\n' }, 'PYTHON -m pytest'],
  ['a pytest.ini', { ...own, 'pytest.ini': '[pytest]\npythonpath = .\n' }, 'PYTHON -m pytest'],
  ['a section of pytest', { ...own, 'pyproject.toml': `[tool.pytest.ini_options]\nenv = ["${settings}"]\n` }, 'PYTHON -m pytest'],
  ['pytest-django', { ...own, 'requirements.txt': 'django\npytest-django\n' }, 'PYTHON -m pytest'],
  ['pytest-django in a folder of requirements', { ...own, 'requirements/dev.txt': 'pytest-django==4\n' }, 'PYTHON -m pytest'],
  ['a Makefile that runs pytest', { ...own, Makefile: `test:\n\t${settings} pytest\n` }, 'PYTHON -m pytest'],
  ['tox that runs pytest', { ...own, 'tox.ini': `[testenv]\nsetenv = ${settings}\ncommands = pytest\n` }, 'PYTHON -m pytest'],
  ['nox that runs pytest', { ...own, 'noxfile.py': 'def tests(session):\n    session.run("pytest")\n' }, 'PYTHON -m pytest'],
  ['a conftest of an app', { ...own, 'app/conftest.py': 'import django\n' }, 'PYTHON -m pytest'],
  ['pytest that is installed alone', { ...own, 'requirements.txt': 'django\npytest\n' }, 'PYTHON manage.py test'],
  [
    'a Makefile that runs manage.py beside a pytest.ini',
    { ...own, 'pytest.ini': '[pytest]\n', Makefile: 'test:\n\tpython manage.py test app\n' },
    'PYTHON manage.py test app',
  ],
  ['pytest that does', { ...own, 'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = site_settings\n' }, 'PYTHON -m pytest'],
  [
    'pytest that does, in pyproject.toml',
    { ...own, 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = "--ds=site_settings"\n' },
    'PYTHON -m pytest',
  ],
  ['a conftest that sets Django up', { ...own, 'conftest.py': conftest }, 'PYTHON -m pytest'],
  ['pytest in the workflows', { ...own, 'app/test_b.py': '', [ci]: workflow('run: pytest') }, 'PYTHON -m pytest'],
  [
    'a line of the workflows',
    { ...own, 'conftest.py': conftest, [ci]: workflow('run: uv run python -Wa manage.py test --parallel 4 --tag fast app') },
    'PYTHON -Wa manage.py test --parallel 4 --tag fast app',
  ],
  [
    'a variable of the workflows',
    { ...own, [ci]: workflow('run: DJANGO_SETTINGS_MODULE=site_settings ./manage.py test') },
    'DJANGO_SETTINGS_MODULE=site_settings PYTHON ./manage.py test',
  ],
  [
    'a Makefile',
    { ...own, Makefile: 'test:\n\t@poetry run python manage.py test --settings=site_settings -v 2\n' },
    'PYTHON manage.py test --settings=site_settings -v 2',
  ],
  [
    'a variable of tox',
    {
      ...own,
      'tox.ini':
        '[testenv]\nsetenv =\n    DJANGO_SETTINGS_MODULE = site_settings\ncommands =\n    coverage run manage.py test app {posargs:-v 2}\n',
    },
    'DJANGO_SETTINGS_MODULE=site_settings PYTHON manage.py test app',
  ],
  ['what only make can tell', { ...own, Makefile: 'test:\n\tpython manage.py test $(APP)\n' }, 'PYTHON manage.py test'],
  ['a folder below what is installed', inner, 'cd backend && PYTHON manage.py test'],
  [
    'the workflows in such a folder',
    { ...inner, [ci]: workflow('run: python manage.py test -k a\n        working-directory: backend') },
    'cd backend && PYTHON manage.py test -k a',
  ],
  [
    'a workflow that goes into such a folder',
    { ...inner, [ci]: workflow('run: cd backend && python manage.py test -k a') },
    'cd backend && PYTHON manage.py test -k a',
  ],
  [
    'the script of such a folder',
    { ...inner, [ci]: workflow('run: python backend/manage.py test backend') },
    'PYTHON backend/manage.py test backend',
  ],
  ['an example of a package', { 'setup.py': '', 'example/manage.py': djangoManage, 'tests/test_a.py': '' }, 'PYTHON -m pytest'],
  ['a manage.py of something else', { 'manage.py': 'import flask\n', 'test_a.py': '' }, 'PYTHON -m pytest'],
];

const projects: readonly Project[] = [
  ...inRoot.map((each): Project => [...each, '']),
  ['a folder', { 'README.md': '', 'backend/manage.py': djangoManage, 'backend/app/tests.py': '' }, 'PYTHON manage.py test', 'backend'],
];

it.each(projects)('the tests of a Django project are found with %s', async (_title, files, command, directory) => {
  await using repository = await makeRepository(files);
  const testCommand = command.replace('PYTHON', python);
  const runner = command.includes('manage.py') ? 'django' : 'pytest';
  expect(await planOf(repository.root)).toMatchObject({ runner, testCommand, directory });
});

const project = {
  'manage.py': `#!/usr/bin/env python3\n${djangoManage}`,
  'site_settings.py': djangoSettings,
  'notes/__init__.py': '',
  'notes/models.py':
    'from django.db import models\n\n\nclass Note(models.Model):\n    count = models.IntegerField()\n    before = models.ForeignKey("self", models.CASCADE, null=True)\n',
  'notes/tests.py': `from django.test import SimpleTestCase, TestCase, tag
from notes.models import Note


class Notes(TestCase):
    @tag("odd")
    def test_count(self):
        Note.objects.create(count=1)
        self.assertEqual(Note.objects.count(), 2)

    def test_none(self):
        self.assertEqual(Note.objects.count(), 0)

    def test_fixture(self):
        self.assertEqual(Note.objects.count(), 0)


class Plain(SimpleTestCase):
    def test_sum(self):
        self.assertEqual(1 + 1, 2)


class Missing(TestCase):
    def test_it(self):
        # That there is no such note is seen behind the test.
        Note.objects.create(count=1, before_id=7)
`,
};

describe.skipIf(!isThere)("tests that Django's runner starts", () => {
  const lines = [
    ['./manage.py test', 5],
    ['python3 -Wa manage.py test --parallel 2 --failfast --keepdb --shuffle -v 2 notes', 5],
    ['env DJANGO_SETTINGS_MODULE=site_settings python3 ./manage.py test --noinput --parallel notes.tests.Notes notes.tests.Missing', 4],
    ['cd . && python3 manage.py test --tag odd', 1],
  ] as const;

  it.each(lines)('are told one by one by %s, and can be run alone', { timeout: 60_000 }, async (command, executed) => {
    await using repository = await makeRepository(project);
    await using scratch = await scratchFolder();
    await chmod(join(repository.root, 'manage.py'), 0o755);
    const suite = await suiteOf(repository.root, scratch.root, command);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
    expect(run, run.tail).toMatchObject({ reader: 'report', counts: { executed } });
    const failing = run.results.filter(({ status }) => status === 'failed');
    const [count, behind] = ['notes/tests.py > Notes > test_count', 'notes/tests.py > Missing > test_it'];
    expect(run.failing.toSorted()).toEqual(executed === 1 ? [count] : [behind, count]);
    expect(failing.find(({ id }) => id === count)).toMatchObject({
      name: 'notes.tests.Notes.test_count',
      line: 6,
      message: expect.stringContaining('1 != 2'),
      frames: [{ file: 'notes/tests.py', line: 9, function: 'test_count' }],
    });
    const alone = await suite.run(repository.root, { scope: 'failing', failing, timeoutMs: 60_000 });
    expect(alone.failing.toSorted()).toEqual(run.failing.toSorted());
    expect(alone.counts.executed).toBe(failing.length);
  });

  it('are red with the reason where Django cannot be set up', { timeout: 60_000 }, async () => {
    await using repository = await makeRepository({ ...project, 'notes/models.py': 'import nowhere_to_be_found\n' });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 });
    expect(run.green).toBe(false);
    const [failure] = run.results;
    expect(failure?.message).toContain("No module named 'nowhere_to_be_found'");
    expect(failure?.frames.find(({ inRepository }) => inRepository)).toMatchObject({ file: 'notes/models.py', line: 1 });
  });

  it("are told by a runner of the project's own", { timeout: 60_000 }, async () => {
    await using repository = await makeRepository({
      ...project,
      'site_settings.py': `${djangoSettings}TEST_RUNNER = "site_runner.Own"\n`,
      'site_runner.py':
        'import unittest\nfrom django.test.runner import DiscoverRunner\n\n\nclass Own(DiscoverRunner):\n    test_runner = unittest.TextTestRunner\n\n    def __init__(self, **kwargs):\n        super().__init__(**{**kwargs, "parallel": 2})\n\n    def get_test_runner_kwargs(self):\n        return {**super().get_test_runner_kwargs(), "output": "reports"}\n\n    def setup_databases(self, **kwargs):\n        return super().setup_databases(**kwargs)\n',
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    expect(await suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 })).toMatchObject({
      reader: 'report',
      counts: { executed: 5 },
    });
  });

  it('have databases of their own where these are files, and leave none', { timeout: 60_000 }, async () => {
    await using shared = await scratchFolder();
    await using scratch = await scratchFolder();
    const file = join(shared.root, 'shared.sqlite3');
    await using repository = await makeRepository({
      ...project,
      'site_settings.py': `${djangoSettings}DATABASES["default"]["TEST"] = {"NAME": ${JSON.stringify(file)}}\n`,
      'notes/tests.py':
        'import time\nfrom django.db import connection\nfrom django.test import TransactionTestCase\nfrom notes.models import Note\n\n\nclass Notes(TransactionTestCase):\n    def test_count(self):\n        Note.objects.create(count=1)\n        time.sleep(1.5)\n        self.assertEqual(Note.objects.count(), 1)\n        # No process id, which is the same in all sandboxes, is as long.\n        self.assertRegex(str(connection.settings_dict["NAME"]), "_[0-9a-f]{8}$")\n',
    });
    const suite = await suiteOf(repository.root, scratch.root);
    const runs = await Promise.all([1, 2].map(() => suite.run(repository.root, { scope: 'all', timeoutMs: 60_000 })));
    expect(runs.map(({ green, tail }) => (green ? 'green' : tail))).toEqual(['green', 'green']);
    expect(await readdir(shared.root)).toEqual([]);
  });
});
