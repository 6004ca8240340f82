// What the programs of ours that run tests of Python's unittest share: they say of each test how it ended.
import { posix } from 'node:path';
import * as z from 'zod';
import { crashed, fileLevel, type RawResult } from '../../results.ts';
import { companion } from './python-companion.ts';
import { limit } from './python-limit.ts';
import { tracer } from './python-trace.ts';
import { expectation, reportsIn } from './reading.ts';
import type { Adapter, Reading, Remains } from './types.ts';

/** Its arguments are the report's file, `--only` with the name of each wanted test, and what is left for the program that loads it. */
const results = `import inspect, json, os, sys, time, traceback, unittest, warnings
import regreen_companion
import regreen_limit
import regreen_trace

report = sys.argv[1]
only = set()
arguments = sys.argv[2:]
while arguments[:1] == ["--only"]:
    only.add(arguments[1])
    arguments = arguments[2:]


def write(**event):
    with open(report, "a", encoding="utf-8", errors="replace") as file:
        file.write(json.dumps(event) + "\\n")


def place(test):
    try:
        example = getattr(test, "_dt_test", None)
        if example is not None:
            return os.path.abspath(example.filename), example.lineno and example.lineno + 1
        method = getattr(type(test), test._testMethodName)
        code = inspect.unwrap(method).__code__
        return os.path.abspath(inspect.getsourcefile(type(test)) or code.co_filename), code.co_firstlineno
    except Exception:
        return None, None


class Result(unittest.TextTestResult):
    # How the last test ended: Django takes a test down behind its end, where it may fail still.
    _regreen_last = None

    def startTest(self, test):
        self._tell_last()
        super().startTest(test)
        self._regreen = {"status": "passed", "started": time.perf_counter()}
        regreen_trace.start()
        regreen_limit.arm()

    def stopTest(self, test):
        regreen_limit.disarm()
        regreen_trace.stop(test.id())
        super().stopTest(test)
        known = self._regreen
        file, line = place(test)
        self._regreen_last = dict(id=test.id(), file=file, line=line, status=known["status"], seconds=time.perf_counter() - known["started"],
                                  message=known.get("message"), stack=known.get("stack"))
        del self._regreen

    def stopTestRun(self):
        self._tell_last()
        super().stopTestRun()

    def _tell_last(self):
        last, self._regreen_last = self._regreen_last, None
        if last is not None:
            write(**last)

    def _note(self, test, status, error=None, extra=None):
        known = getattr(self, "_regreen", None)
        message = None if error is None else "".join(traceback.format_exception_only(error[0], error[1])).strip()
        stack = None if error is None else self._exc_info_to_string(error, test) if extra is None else extra
        if known is None and self._regreen_last is not None and self._regreen_last["id"] == test.id():
            known = self._regreen_last
        if known is None:
            # Django sets a test up before it begins; what else fails outside of one is a class or a module.
            self._tell_last()
            file, line = place(test)
            write(id=test.id(), file=file, line=line, status=status, seconds=None, message=message, stack=stack, outside=not isinstance(test, unittest.TestCase))
        elif known["status"] != "failed":
            known.update(status=status, message=message, stack=stack)

    # Telling of a failure may take long: it is no part of the test.
    def addError(self, test, err):
        regreen_limit.disarm()
        super().addError(test, err)
        self._note(test, "failed", err)

    def addFailure(self, test, err):
        regreen_limit.disarm()
        super().addFailure(test, err)
        self._note(test, "failed", err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            regreen_limit.disarm()
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._note(test, "failed", err)
            regreen_limit.arm()

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if hasattr(self, "_regreen"):
            self._note(test, "skipped")

    def addExpectedFailure(self, test, err):
        regreen_limit.disarm()
        super().addExpectedFailure(test, err)
        self._note(test, "todo")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._regreen.update(status="failed", message="expected to fail, and passed")


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


class Endings(unittest.TestResult):
    """How each test ended, and no more."""

    def __init__(self):
        super().__init__()
        self.told = []
        self.own = None

    def startTest(self, test):
        self.own = [test.id(), "passed"]
        self.told.append(self.own)
        regreen_limit.arm()

    def stopTest(self, test):
        regreen_limit.disarm()
        self.own = None
        # The others tell nothing more.
        if regreen_limit.ended:
            self.stop()

    def note(self, test, status):
        if self.own is None:
            self.told.append([test.id(), status, "outside"])
        elif self.own[1] != "failed":
            self.own[1] = status

    def addError(self, test, err):
        self.note(test, "failed")

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, "failed")

    def addSkip(self, test, reason):
        self.note(test, "skipped")

    def addExpectedFailure(self, test, err):
        self.note(test, "todo")

    def addUnexpectedSuccess(self, test):
        self.note(test, "failed")


def is_plain(suite):
    return type(suite) is unittest.TestSuite and all(is_plain(one) for one in suite if isinstance(one, unittest.TestSuite))


# What unittest itself leaves in the classes of tests.
left_in_class = ("_classSetupFailed", "tearDown_exceptions")


def again_by(whole, filters):
    """What runs the tests of a suite once more in this process; filters are those of warnings."""
    if not is_plain(whole):
        return None
    tests = list(flat(whole))
    before = [dict(vars(test)) for test in tests]
    kinds = {type(test): {name: vars(type(test))[name] for name in left_in_class if name in vars(type(test))} for test in tests}

    def again():
        result = Endings()
        regreen_limit.begin()
        suite = unittest.TestSuite(tests)
        suite._cleanup = False
        with warnings.catch_warnings():
            if filters:
                warnings.simplefilter(filters)
            suite(result)
        for test, own in zip(tests, before):
            vars(test).clear()
            vars(test).update(own)
        for kind, own in kinds.items():
            for name in left_in_class:
                if name in own:
                    setattr(kind, name, own[name])
                elif name in vars(kind):
                    delattr(kind, name)
        return result.told

    return again


def join():
    """True where there is a companion: what is told goes to it then."""
    global report
    folder = regreen_companion.join()
    if folder is not None:
        report = os.path.join(folder, os.path.basename(report))
    return folder is not None


def chosen(suite):
    return unittest.TestSuite([test for test in flat(suite) if test.id() in only]) if only else suite


def end(code):
    regreen_companion.leave(code)
    regreen_limit.end(0 if code is None else code if isinstance(code, int) else 1)
`;

/** The files that such a program needs beside its own. */
export const resultFiles: NonNullable<Adapter['files']> = {
  'regreen_results.py': results,
  'regreen_companion.py': companion,
  'regreen_limit.py': limit,
  'regreen_trace.py': tracer,
};

/** What is told in the run's files of these names; null where there are none. */
export async function readResults(remains: Remains, names: RegExp): Promise<Reading | null> {
  const texts = await reportsIn(remains.folder, names);
  if (texts.length === 0) return null;
  const results: RawResult[] = [];
  let announced = 0;
  let tests = 0;
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const event = parseEvent(line);
    if (event === null) continue;
    if ('count' in event) announced += event.count;
    else {
      results.push(await toRaw(event, remains));
      if (event.outside !== true) tests += 1;
    }
  }
  // A class whose set-up fails takes its tests with it: the run is red then anyway.
  const cutOff = remains.result.exitCode === 0 && tests < announced;
  return { results, form: 'report', broken: cutOff ? `${announced} tests were announced and ${tests} told of` : null };
}

const resultSchema = z.object({
  id: z.string(),
  file: z.string().nullable(),
  line: z.number().nullable(),
  status: z.enum(['passed', 'failed', 'skipped', 'todo']),
  seconds: z.number().nullable(),
  message: z.string().nullable(),
  stack: z.string().nullable(),
  outside: z.boolean().optional(),
});
const eventSchema = z.union([z.object({ count: z.number() }), resultSchema]);

function parseEvent(line: string): z.infer<typeof eventSchema> | null {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function toRaw(event: z.infer<typeof resultSchema>, { directory, sources, root }: Remains): Promise<RawResult> {
  const { id, status, seconds, message, stack } = event;
  const outcome = { status, seconds, message, stack, name: id, ...expectation(message ?? '') };
  const failedModule = /^unittest\.loader\._FailedTest\.(.+)$/.exec(id)?.[1];
  if (failedModule !== undefined) {
    const tail = failedModule.replaceAll('.', '/');
    const file = (await sources.find(`${tail}.py`, directory)) ?? (await sources.find(`${tail}/__init__.py`, directory));
    return { ...outcome, file: file === null ? null : posix.join(root, file), path: file === null ? [failedModule, crashed] : [fileLevel] };
  }
  if (event.outside === true) return { ...outcome, file: null, path: [id, crashed] };
  const [method = id, owner = ''] = id.split('.').reverse();
  return { ...outcome, file: event.file, path: [owner, method].filter((part) => part !== ''), line: event.line };
}
