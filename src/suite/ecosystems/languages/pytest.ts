// pytest by its JUnit report of family xunit1, which tells file and line.
import { join, posix } from 'node:path';
import { allWords, type OptionTable, optionsOf, parseArguments, without } from '../../arguments.ts';
import { fileLevel, type RawResult } from '../../results.ts';
import { word } from '../../shell.ts';
import { findCall, programName, pythonModule } from './call.ts';
import type { JUnitCase } from './junit.ts';
import { again } from './pytest-again.ts';
import { standInOptions } from './pytest-options.ts';
import { companion } from './python-companion.ts';
import { limit } from './python-limit.ts';
import { tracer } from './python-trace.ts';
import { expectation, readJUnit, reportsIn } from './reading.ts';
import { readTrace, tracing } from './traced.ts';
import type { Adapter, Remains, Selection } from './types.ts';

const options: OptionTable = {
  values: new Set(
    '-k -m -c --config-file -p -o --override-ini -n --numprocesses --dist --rootdir --confcutdir --basetemp --junitxml --junit-xml --junitprefix --junit-prefix --maxfail --durations --durations-min --tb --color --cov-config --cov-report --cov-fail-under --deselect --ignore --ignore-glob --import-mode --capture --log-level --log-cli-level --timeout --timeout-method --reruns --reruns-delay --ds --dc --randomly-seed --log-file --verbosity --pythonwarnings -W -r --lfnf --hypothesis-profile --hypothesis-seed'.split(
      ' ',
    ),
  ),
};

/** Loaded by environment where the command line is not ours: each pytest that is started gets a report of its own. */
const plugin = `import os, re, sys
import pytest
import regreen_again
import regreen_companion
import regreen_limit
import regreen_options
import regreen_trace

reports = None

# Before any conftest: nothing of the repository is loaded.
@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config, parser, args):
    global reports
    reports = regreen_companion.join()
    yield
    # What they define is known by now.
    regreen_options.stand_in(parser, args)

# With workers of its own the run is no process that can be forked.
@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    if reports is not None and not session.config.pluginmanager.hasplugin("dsession"):
        regreen_companion.collected(regreen_again.again_in(session))

session_of = {}
# Where so many failed, how the others did is told shortly: pytest reads whole files anew for each of its own traces.
MANY = 100
failed = 0

def pytest_runtest_logreport(report):
    global failed
    regreen_again.note(report)
    failed += report.failed
    if failed == MANY and reports is None and "it" in session_of and session_of["it"].config.option.tbstyle == "short":
        session_of["it"].config.option.tbstyle = "native"

def pytest_sessionstart(session):
    session_of["it"] = session

# What stands behind a call of pytest in another program is not ours to leave out.
@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_unconfigure(config):
    yield
    if "it" in session_of and re.search(r"(?:^|/)(?:py[.]?test(?:/__main__[.]py)?)$", sys.argv[0]):
        if reports is not None:
            regreen_companion.leave(int(session_of["it"].exitstatus))
        elif not hasattr(config, "workerinput"):
            regreen_limit.end(int(session_of["it"].exitstatus))

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item, nextitem):
    if regreen_again.endings is not None:
        yield
        return
    regreen_trace.start()
    yield
    path = os.path.relpath(str(getattr(item, "path", None) or item.fspath)).replace(os.sep, "/")
    regreen_trace.stop("::".join([path] + item.nodeid.split("::")[1:]))

if regreen_limit.given:
    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_setup(item):
        with regreen_limit.limited():
            yield

    pytest_runtest_call = pytest_runtest_setup

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_teardown(item, nextitem):
        with regreen_limit.limited():
            yield

def place(item):
    path = os.path.abspath(str(getattr(item, "path", None) or item.fspath))
    return "::".join([path] + item.nodeid.split("::")[1:])

here = os.getcwd()

# Reports tell files from pytest's root folder, which may lie below or above the folder of the run: here they are told from that.
def pytest_itemcollected(item):
    root = str(getattr(item.config, "rootpath", None) or item.config.rootdir)
    if root == here:
        return
    try:
        file, line, name = item.location
        item.__dict__["location"] = (os.path.relpath(os.path.join(root, file), here).replace(os.sep, "/"), line, name)
    except Exception:
        pass

@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    only = os.environ.get("REGREEN_ONLY")
    if not only:
        return
    wanted = set(os.path.join(os.environ["REGREEN_CWD"], name) for name in only.split("\\n"))
    others = [item for item in items if place(item) not in wanted]
    if others:
        items[:] = [item for item in items if place(item) in wanted]
        config.hook.pytest_deselected(items=others)

@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if hasattr(config, "workerinput"):
        return
    if reports is not None:
        config.option.xmlpath = os.path.join(reports, "pytest-report.xml")
        # Nobody reads how it failed.
        config.option.tbstyle = "line"
    elif not config.option.xmlpath:
        config.option.xmlpath = os.path.join(os.environ["REGREEN_REPORTS"], "pytest-%d.xml" % os.getpid())
`;

export const pytest: Adapter = {
  runner: 'pytest',
  files: {
    'regreen_pytest.py': plugin,
    'regreen_again.py': again,
    'regreen_companion.py': companion,
    'regreen_limit.py': limit,
    'regreen_options.py': standInOptions,
    'regreen_trace.py': tracer,
  },
  counting: ({ root }) => tracing(root),
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => (/^(?:pytest|py\.test)$/.test(programName(rest[0] ?? '')) ? 1 : pythonModule(rest, 'pytest'))),
  render({ before, program, args }, tools, selection) {
    const kept = without(parseArguments(args, options), [
      ...['--junitxml', '--junit-xml', '-x', '--exitfirst', '--maxfail', '--sw', '--stepwise', '--tb', '--lf', '--last-failed'],
      ...(selection === null ? [] : ['-k', '--cov*', '--no-cov-on-fail']),
    ]);
    const report = [`--junitxml=${join(tools.folder, 'pytest-report.xml')}`, '-o', 'junit_family=xunit1', '--tb=short', '--maxfail=0'];
    const words = [...before, ...program, ...report.map(word)];
    return selection === null ? [...words, ...allWords(kept)] : [...words, ...optionsOf(kept), ...selected(selection).map(word)];
  },
  environment: ({ folder }) => ({ PYTEST_ADDOPTS: '-p regreen_pytest -o junit_family=xunit1 --tb=short', REGREEN_REPORTS: folder }),
  async read(remains) {
    return readJUnit(await reportsIn(remains.folder, /^pytest-.*\.xml$/), (each) => toRaw(each, remains));
  },
};

/** A node id each; files whole where a failure was outside of a test. */
function selected({ tests, files }: Selection): string[] {
  const isWhole = new Set(tests.filter(({ id }) => id.endsWith(fileLevel)).map(({ file }) => file));
  const nodes = tests.filter(({ file }) => !isWhole.has(file)).map(({ name }) => name);
  return tests.length === 0 || isWhole.size > 0 ? [...files] : nodes;
}

async function toRaw(each: JUnitCase, { cwd, root, directory, sources }: Remains): Promise<RawResult> {
  const details = each.details ?? '';
  const found = each.file === null ? await sources.find(`${each.name.replaceAll('.', '/')}.py`, directory) : null;
  const file = each.file !== null ? posix.join(cwd, each.file) : found === null ? null : posix.join(root, found);
  const outcome = {
    status: each.status,
    seconds: each.seconds,
    message: messageOf(each),
    stack: details,
    ...expectation(each.message ?? details),
  };
  // A module that could not be collected stands under its own name, without a class.
  const isFile = each.status === 'failed' && (each.classname === null || /^collection (?:failure|error)/.test(each.message ?? ''));
  if (isFile) return { ...outcome, file, path: [fileLevel], name: file ?? each.name };
  const classes = classesOf(each.classname ?? '', file);
  // From the folder of the run, so that it names the same test in every copy of the tree.
  const local = file === null ? '' : posix.relative(cwd, file);
  return {
    ...outcome,
    file,
    path: [...classes, each.name],
    name: [local, ...classes, each.name].join('::'),
    line: each.line === null ? null : each.line + 1,
  };
}

/** `tests.test_sums.TestAdd` without the module that the file already tells. */
function classesOf(classname: string, file: string | null): string[] {
  const parts = classname.split('.').filter((part) => part !== '');
  const stem = file === null ? null : posix.basename(file).replace(/\.pyx?$/, '');
  const at = stem === null ? -1 : parts.lastIndexOf(stem);
  return at < 0 ? parts.slice(-1).filter((part) => /^[A-Z]/.test(part)) : parts.slice(at + 1);
}

function messageOf({ message, details, status }: JUnitCase): string | null {
  if (status !== 'failed') return null;
  if (message !== null && !/^(?:collection failure|failed on setup|failed on teardown)/.test(message)) return message;
  const errors = (details ?? '').split('\n').flatMap((line) => (/^E {3}/.test(line) ? [line.slice(4)] : []));
  // That it could not be collected tells nothing beside why; of a syntax error the place comes before the name of it.
  const isWhy = (line: string): boolean => /^[\w.]+: /.test(line);
  const why = message?.startsWith('collection') ? errors.findLast(isWhy) : undefined;
  const said = why === undefined ? [message, ...errors] : [why, ...errors.filter((line) => line !== why)];
  return said.filter((part) => part !== null).join('\n') || details;
}
