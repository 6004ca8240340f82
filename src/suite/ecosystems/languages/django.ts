// Django's own test runner, behind `manage.py test`: the project's script is started by a small program of ours.
import { join } from 'node:path';
import { fileLevel } from '../../results.ts';
import { type Word, word } from '../../shell.ts';
import { findCall, programName, pythonScript } from './call.ts';
import { readResults, resultFiles } from './python-results.ts';
import { readTrace, tracing } from './traced.ts';
import type { Adapter } from './types.ts';

/**
 * A project may have a runner of its own, which is one of Django's as a rule: what all of these share is replaced where it is defined. A
 * companion's forks have the databases with all tables, where these lie in the process's own memory; any other database is seen by all forks,
 * and each run of tests has some of its own.
 */
const program = `import os, runpy, sys, unittest, uuid
import regreen_companion
import regreen_results

script = regreen_results.arguments[0]
sys.path[0] = os.path.dirname(os.path.abspath(script))
sys.argv = list(regreen_results.arguments)
state = {"is_alone": False}
# A confined command has the same process id in every run; forks share what is drawn here.
apart = uuid.uuid4().hex[:8]


class Runner(unittest.TextTestRunner):
    resultclass = regreen_results.Result

    # Runners of others take more than this, about reports of theirs.
    def __init__(self, verbosity=1, buffer=False, **_):
        super().__init__(verbosity=verbosity, buffer=buffer)

    def run(self, suite):
        if has_companion and state["is_alone"]:
            regreen_companion.collected()
        regreen_results.write(count=suite.countTestCases())
        return super().run(suite)


def has_none(connection):
    return connection.settings_dict["ENGINE"] == "django.db.backends.dummy"


def is_own(connection):
    """Whether its database lies in this process alone."""
    return has_none(connection) or (connection.vendor == "sqlite" and connection.is_in_memory_db())


def name_apart(connections):
    """Gives databases outside of this process names that no other run uses."""
    for alias in connections:
        connection = connections[alias]
        test = connection.settings_dict["TEST"]
        if has_none(connection) or test.get("MIRROR"):
            continue
        name = connection.creation._get_test_db_name()
        if connection.vendor != "sqlite" or not connection.creation.is_in_memory_db(name):
            test["NAME"] = "%s_%s" % (name, apart)


def take_over(kind):
    build_suite, setup_databases = kind.build_suite, kind.setup_databases

    def build(self, *args, **kwargs):
        self.test_runner = Runner
        # A runner may ask for processes without an option: none of them would tell of its tests.
        self.parallel = 1
        return regreen_results.chosen(build_suite(self, *args, **kwargs))

    def setup(self, *args, **kwargs):
        from django.db import connections
        name_apart(connections)
        made = setup_databases(self, *args, **kwargs)
        state["is_alone"] = all(is_own(connection) for connection, _, _ in made)
        return made

    kind.build_suite, kind.setup_databases = build, setup


has_companion = regreen_results.join()
try:
    from django.test.runner import DiscoverRunner
except ImportError:
    # The script may know where Django lies, or say what is wrong.
    pass
else:
    take_over(DiscoverRunner)
try:
    runpy.run_path(script, run_name="__main__")
except SystemExit as error:
    regreen_results.end(error.code)
    raise
regreen_results.end(0)
`;

/** What only delays, waits for a person, or has tests run in processes and an order of their own; and what is given anyway. */
const dropped = /^(?:--parallel|--shuffle)(?:=.*)?$|^(?:--failfast|--pdb|--debug-sql|-d|--keepdb|--noinput|--no-input)$/;
const valueOfDropped = /^(?:auto|\d+)$/;

export const django: Adapter = {
  runner: 'django',
  files: { ...resultFiles, 'regreen_django.py': program },
  counting: ({ root }) => tracing(root),
  coverage: readTrace,
  find: (words) =>
    findCall(words, (rest) => {
      const length = pythonScript(rest, 'manage.py');
      return length > 0 && rest[length] === 'test' ? length + 1 : 0;
    }),
  render({ before, program: manage, args }, { folder }, selection) {
    const tests = selection?.tests ?? [];
    if (selection !== null && (tests.length === 0 || tests.some(({ id }) => id.endsWith(fileLevel)))) return null;
    const python = manage.slice(0, -2);
    const isStarted = python.length > 0 || before.some(({ value }) => programName(value ?? '') === 'coverage');
    return [
      ...before,
      // A script that is started by itself names its interpreter in its first line.
      ...(isStarted ? python : [word('python3')]),
      word(join(folder, 'regreen_django.py')),
      word(join(folder, 'django-report.jsonl')),
      ...tests.flatMap(({ name }) => [word('--only'), word(name)]),
      ...manage.slice(-2),
      word('--noinput'),
      ...args.filter((each, at) => !isDropped(each, args[at - 1])),
    ];
  },
  read: (remains) => readResults(remains, /^django-.*\.jsonl$/),
};

function isDropped({ value }: Word, before: Word | undefined): boolean {
  if (dropped.test(value ?? '')) return true;
  return valueOfDropped.test(value ?? '') && /^--(?:parallel|shuffle)$/.test(before?.value ?? '');
}
