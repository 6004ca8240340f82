import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  keptNames
} from "./chunk-PEWU354L.js";
import {
  timeBound
} from "./chunk-FSYPUJUI.js";
import {
  againLimit,
  comparedTests,
  failsAlike,
  isEndless,
  isPythonRunner,
  ofPackage,
  packageOf,
  quickOnes,
  rankSuspects,
  secondsOfFailing,
  secondsSaved,
  secondsUnreached,
  sharesOf,
  turnedGreen,
  weighted
} from "./chunk-QDFGA3NQ.js";
import {
  avaEntry,
  blanked,
  closing,
  didNotEndInTime,
  goLexis,
  hasRustSource,
  isMacroCrate,
  isRustSource,
  jestEntry,
  jsonOrNull,
  rustFunctions,
  rustLexis,
  rustRunner,
  shadowTree
} from "./chunk-N7GMIPBB.js";
import {
  readPlainFile
} from "./chunk-PHCH5GEP.js";
import {
  isOutsideOfTests
} from "./chunk-QPTAJ43X.js";
import {
  require_lib
} from "./chunk-RNX7ORRL.js";
import {
  changedLinesOf,
  createBudget,
  createWarnings,
  limitWords,
  noAmounts,
  patchOf
} from "./chunk-ZNJ5TXQ4.js";
import {
  ResponsesError,
  lastTurnPrompt,
  maxOutputTokens,
  nudge,
  warningPrompt
} from "./chunk-CLP2JB2C.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-G62E4XM6.js";

// src/trial/index.ts
import { availableParallelism as availableParallelism2 } from "node:os";

// src/trial/warm/fork-run-source.ts
var forkRunSource = String.raw`
class Run:
    """How a child ended: its exit code, None after a signal, and what it left in its folder."""

    def __init__(self, code, endless, reports, output, cpu, seconds):
        self.code = code
        self.endless = endless
        self.reports = reports
        self.cpu = cpu
        self.seconds = seconds
        self.output = output
        told = [shape(name, text) for name, text in reports]
        failed = any(one.startswith("failed") for one in told)
        self.green = code == 0 and not failed
        # Where no test failed, what was printed may say which file did.
        bare = code != 0 and not failed
        self.shape = json.dumps([code, told, steady(output) if bare else ""])


def shape(name, text):
    """Names and endings of tests: what differs from time to time left out."""
    if name.endswith(".xml"):
        import xml.etree.ElementTree as tree
        try:
            cases = [(case.get("classname"), case.get("name"), case.get("file"), sorted(part.tag for part in case if part.tag in ("failure", "error", "skipped"))) for case in tree.fromstring(text).iter("testcase")]
        except Exception:
            return "failed: no report"
        failed = any("failure" in tags or "error" in tags for _, _, _, tags in cases)
        return ("failed " if failed else "") + json.dumps(cases)
    events = []
    for line in text.splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        events.append((event.get("id"), event.get("status"), event.get("outside"), event.get("count")))
    failed = any(status == "failed" for _, status, _, _ in events)
    return ("failed " if failed else "") + json.dumps(events)


def steady(text):
    return re.sub(r"0x[0-9a-fA-F]+|\d+(?:\.\d+)? ?s(?:econds)?\b|pytest-\d+|run-\d+", "", text)


def syntax_error(path, text):
    if text is None or not path.endswith(".py"):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, path, "exec", dont_inherit=True)
        return None
    except SyntaxError as error:
        return str(error)
    except (ValueError, RecursionError, MemoryError) as error:
        return repr(error)


def remember(root, path):
    """Modules that are not the repository's own, in the order in which they were loaded, and regular expressions."""
    names = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if not isinstance(file, str) or name == "__main__" or name.startswith("regreen"):
            continue
        inside = os.path.realpath(file).startswith(root + os.sep)
        if not inside or os.sep + "site-packages" + os.sep in file:
            names.append(name)
    patterns = [key[1:3] for key in getattr(re, "_cache", ()) if isinstance(key, tuple) and len(key) == 3 and isinstance(key[1], str)]
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump({"modules": names, "patterns": patterns}, file)
    os.rename(path + ".part", path)

def reports_in(own):
    found = []
    for name in sorted(os.listdir(own)):
        path = os.path.join(own, name)
        if name == "output.txt" or not os.path.isfile(path):
            continue
        if os.path.getsize(path) > MAX_TEXT:
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            found.append((name, file.read()))
        os.unlink(path)
    return found


def output_in(own):
    path = os.path.join(own, "output.txt")
    try:
        size = os.path.getsize(path)
        with open(path, "rb") as file:
            file.seek(max(0, size - OUTPUT_CHARS))
            text = file.read(OUTPUT_CHARS).decode("utf-8", "replace")
        os.unlink(path)
        return text
    except OSError:
        return ""
`;

// src/trial/warm/fork-tidy-source.ts
var forkTidySource = String.raw`
# More folders take too long to look at behind each candidate: those nearest to the root are.
MOST_FOLDERS = 200
# Two changes within so many seconds may have the same time.
SAME_TIME = 0.1


class Standing:
    """What stood in the tree at the start."""

    def __init__(self, folder, root):
        self.root = root
        self.folders = {}
        self.disturbed = {}
        try:
            with open(os.path.join(folder, "tidy.json"), encoding="utf-8") as file:
                pattern, *names = json.load(file)
        except (OSError, ValueError):
            return
        self.kept = re.compile(pattern)
        folders = [root]
        for path in folders:
            if len(self.folders) >= MOST_FOLDERS:
                break
            entries = entries_of(path)
            if entries is None:
                continue
            self.folders[path] = [{entry.name for entry in entries}, None]
            folders += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False) and not self.kept.search(entry.name)]
        for name in names:
            path = os.path.join(root, name)
            try:
                if not is_plain(path):
                    continue
                with open(path, "rb") as file:
                    self.disturbed[path] = [file.read(), os.lstat(path).st_mtime_ns]
            except OSError:
                pass

    def tidy(self, own):
        """Takes away what has come since, without the files of a candidate."""
        for folder, known in self.folders.items():
            try:
                if known[1] is not None and os.lstat(folder).st_mtime_ns == known[1]:
                    continue
                for entry in entries_of(folder) or []:
                    if entry.name not in known[0] and not self.kept.search(entry.name):
                        self.remove(entry, own)
                changed = os.lstat(folder).st_mtime_ns
                known[1] = changed if time.time() - changed / 1e9 > SAME_TIME else None
            except OSError:
                pass
        for path, known in self.disturbed.items():
            if path in own:
                continue
            try:
                if is_plain(path) and os.lstat(path).st_mtime_ns == known[1]:
                    continue
                self.clear_way(path)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                if not is_where(os.path.dirname(path)):
                    continue
                with open(path, "wb") as file:
                    file.write(known[0])
                known[1] = os.lstat(path).st_mtime_ns
            except OSError:
                pass

    def clear_way(self, path):
        """Removes what stands where a file belongs, or one of its folders: a link, a pipe, a folder, a file."""
        at = self.root
        for part in os.path.relpath(path, self.root).split(os.sep):
            at = os.path.join(at, part)
            if not os.path.lexists(at):
                return
            is_folder = os.path.isdir(at) and not os.path.islink(at)
            if at == path and is_folder:
                return remove_folder(at)
            if not is_folder and (at != path or not is_plain(at)):
                return os.unlink(at)

    def remove(self, entry, own):
        if any(path == entry.path or path.startswith(entry.path + os.sep) for path in own):
            return
        if entry.is_dir(follow_symlinks=False):
            remove_folder(entry.path)
        else:
            os.unlink(entry.path)


def remove_folder(path):
    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:
        pass


def is_where(path):
    """False behind a link: what that leads to is somebody else's."""
    return os.path.realpath(path) == path


def is_plain(path):
    return os.path.isfile(path) and not os.path.islink(path) and is_where(path)


def entries_of(folder):
    """None for what is no folder any more, cannot be read, or has come behind a link."""
    try:
        if not is_where(folder):
            return None
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return None

`;

// src/trial/warm/fork-warm-source.ts
var forkWarmSource = String.raw`
import ast, itertools, threading

waiting = None
forked = False


def collected(run_again=None):
    """
    Called where the tests are known and none has run: returns in each fork, which runs them; at once where nobody forks. What is given runs
    them within the process, any number of times, and tells of each how it ended.
    """
    global again
    if waiting is not None:
        again = run_again
        waiting.serve()


def leave(code):
    """Ends a fork as the end of its program would, but for taking everything apart: that would copy all its memory first."""
    if not forked:
        return
    try:
        threading._shutdown()
        atexit._run_exitfuncs()
    except BaseException:
        code = 1
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


class Collected:
    """That process, seen from the server."""

    def __init__(self, server):
        self.server = server
        self.own = os.path.join(server.folder, "collected-%d" % server.turn)
        self.compared = 0
        # Files whose originals that process knows.
        self.known = set()
        # Runs as they were seen once, by number, for those that ended alike within one process; and the last of these since the check.
        self.endings = {}
        self.last = None
        os.mkdir(self.own)
        asked, ask = os.pipe()
        told, tell = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            global waiting
            os.close(ask)
            os.close(told)
            server.become(self.own, False)
            waiting = Waiting(server, self.own, os.fdopen(asked, "r", encoding="utf-8", errors="surrogatepass"), tell)
            waiting.watch()
            raise Child(self.own)
        os.close(asked)
        os.close(tell)
        self.ask = os.fdopen(ask, "w", encoding="utf-8", errors="surrogatepass")
        self.told = told
        self.rest = b""
        self.open = True
        if self.answer(4 * server.allowed_seconds + 5) is None:
            self.close()

    def answer(self, seconds):
        until = time.monotonic() + seconds
        while b"\n" not in self.rest:
            ready, _, _ = select.select([self.told], [], [], max(0, until - time.monotonic()))
            data = os.read(self.told, 65536) if ready else b""
            if not data:
                return None
            self.rest += data
        line, _, self.rest = self.rest.partition(b"\n")
        return json.loads(line)

    def run(self, changes, alone=False):
        """A run with these changes, which stand on disk already; None where it takes a process of the other kind."""
        if not self.open or any(change.cut is None or not path.endswith(".py") for path, change in changes.items()):
            return None
        answer = None
        files = [[path, change.cut, None if path in self.known else self.server.original(path)] for path, change in changes.items()]
        self.known.update(changes)
        self.server.standing.tidy(self.server.changed)
        try:
            self.ask.write(json.dumps([alone, files]) + "\n")
            self.ask.flush()
            answer = self.answer(6 * self.server.allowed_seconds + 10)
        except (OSError, ValueError):
            pass
        if answer is None:
            self.close()
            return None
        if "as_before" in answer:
            self.last = (changes, self.endings[answer["as_before"]])
            return self.last[1]
        if "code" not in answer:
            return None
        run = Run(answer["code"], answer["endless"], reports_in(self.own), output_in(self.own), answer["cpu"], answer["seconds"])
        if answer["ending"] is not None:
            self.endings[answer["ending"]] = run
        if answer.get("within"):
            self.last = (changes, run)
        return run

    def was_right(self):
        """Whether the original still ends within one process as at the start, and the last candidate in a fork of its own as in there."""
        if self.last is None:
            return True
        (changes, run), self.last = self.last, None
        plain = self.plain()
        alone = self.run(changes, alone=True)
        if not self.open:
            return True
        if plain is None or plain.shape != self.server.first or alone is None:
            return False
        return not alone.green if run.endless else alone.shape == run.shape

    def plain(self):
        run = self.run({})
        self.last = None
        return run

    def close_within(self):
        try:
            self.ask.write(json.dumps(["close", []]) + "\n")
            self.ask.flush()
        except OSError:
            pass

    def close(self):
        self.open = False
        try:
            self.ask.close()
        except OSError:
            pass
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except OSError:
            pass
        try:
            os.waitpid(self.pid, 0)
        except OSError:
            pass


def place_of(code):
    return (code.co_filename, code.co_firstlineno, code.co_name)


class Waiting:
    """That process, seen from inside."""

    def __init__(self, server, own, asked, tell):
        self.server = server
        self.own = own
        self.asked = asked
        self.tell_to = tell
        self.ran = set()
        self.originals = {}
        self.sources = {}

    def tell(self, **message):
        os.write(self.tell_to, (json.dumps(message) + "\n").encode())

    def watch(self):
        """Which functions of the repository run before the tests do: what they left behind a fork has already."""
        inside = self.server.root + os.sep

        def saw(frame, event, _):
            if event == "call" and frame.f_code.co_filename.startswith(inside):
                self.ran.add(place_of(frame.f_code))

        self.saw = saw
        sys.setprofile(saw)

    def serve(self):
        alone = sys.getprofile() is self.saw and threading.active_count() == 1
        sys.setprofile(None)
        if not alone:
            os._exit(0)
        self.functions = {}
        inside = self.server.root + os.sep
        for one in gc.get_objects():
            if type(one) is type(place_of) and one.__code__.co_filename.startswith(inside):
                self.functions.setdefault(place_of(one.__code__), []).append(one)
        gc.collect()
        if hasattr(gc, "freeze"):
            gc.freeze()
        self.tell(ready=True)
        within = Within(self)
        endings = {}
        while True:
            line = self.asked.readline()
            if not line:
                os._exit(0)
            alone, files = json.loads(line)
            if alone == "close":
                within.close()
                continue
            self.learn(files)
            ending = None if alone else within.run(files)
            if ending == ENDLESS and (files or not within.endless):
                self.tell(code=None, endless=True, cpu=0, seconds=0, ending=None, within=True)
                continue
            if ending == ENDLESS:
                ending = None
            if ending in endings:
                self.tell(as_before=endings[ending])
                continue
            try:
                swaps = self.swaps_of(files)
            except (Apart, SyntaxError, ValueError, RecursionError, MemoryError):
                self.tell(apart=True)
                continue
            if ending is not None:
                endings[ending] = len(endings)
                self.server.standing.tidy([path for path, _, _ in files])
            if self.fork(swaps, endings.get(ending)):
                return

    def learn(self, files):
        self.originals.update((path, original) for path, _, original in files if original is not None)

    def swaps_of(self, files):
        return [(function, new, function.__code__) for path, cut, _ in files for function, new in self.swaps(path, cut)]

    def fork(self, swaps, ending):
        """True in the process that is to run the tests."""
        started = time.monotonic()
        pid = os.fork()
        if pid == 0:
            self.asked.close()
            os.close(self.tell_to)
            self.server.stand_alone(self.own)
            for function, code, _ in swaps:
                function.__code__ = code
            return True
        try:
            os.setpgid(pid, pid)
        except OSError:
            pass
        code, endless, cpu = self.server.wait(pid, started)
        try:
            os.killpg(pid, signal.SIGKILL)
        except OSError:
            pass
        self.tell(code=code, endless=endless, cpu=cpu, seconds=time.monotonic() - started, ending=ending)
        return False

    def swaps(self, path, cut):
        """Functions and the code they have where a piece of their file is replaced."""
        if path not in self.sources:
            self.sources[path] = Source(path, self.originals.get(path))
        found = []
        for old, new in self.sources[path].changes(*cut):
            if place_of(old) in self.ran or not self.functions.get(place_of(old)):
                raise Apart
            found += [(function, new) for function in self.functions[place_of(old)]]
        return found


class Apart(Exception):
    """What a text changes cannot be put into functions that are there."""


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SHAPE = ("co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_flags", "co_freevars", "co_name")


class Unit:
    """An outermost function: the lines it has to itself, from one to before another, and the classes around it, each with its indentation."""

    def __init__(self, first, end, around):
        self.first = first
        self.end = end
        self.around = around
        self.code = None


class Source:
    """A file as it was loaded, by its outermost functions."""

    def __init__(self, path, text):
        if text is None:
            raise Apart
        self.path = path
        self.text = text
        tree = ast.parse(text, path)
        self.flags = compile(tree, path, "exec", dont_inherit=True).co_flags & 0x1FF0000
        self.lines = text.split("\n")
        # Where each line begins, and where one behind the last would.
        self.starts = [0, *itertools.accumulate(len(line) + 1 for line in self.lines)]
        self.units = []
        self.add(tree.body, ())

    def add(self, nodes, around):
        for node in nodes:
            if isinstance(node, FUNCTIONS):
                first = min([node.lineno] + [one.lineno for one in node.decorator_list])
                # Nothing else may stand in its lines.
                if not self.lines[first - 1][: node.col_offset].strip():
                    self.units.append(Unit(first - 1, node.end_lineno, around))
            elif isinstance(node, ast.ClassDef):
                self.add(node.body, around + ((node.name, self.lines[node.lineno - 1][: node.col_offset]),))
            elif isinstance(node, (ast.If, ast.Try)):
                for part in ("body", "orelse", "finalbody"):
                    self.add(getattr(node, part, []), around)
                for handler in getattr(node, "handlers", []):
                    self.add(handler.body, around)

    def changes(self, start, end, text):
        """Pairs of codes, before and after: where another text stands from start to before end, both in characters."""
        for unit in self.units:
            begin, behind = self.starts[unit.first], self.starts[unit.end]
            if begin <= start and end <= behind:
                if unit.code is None:
                    unit.code = self.alone(self.text[begin:behind], unit)
                new = self.text[begin:start] + text + self.text[end:behind]
                if behind < len(self.text) and not new.endswith("\n"):
                    raise Apart
                return self.swap(unit.code, self.alone(new, unit))
        raise Apart

    def alone(self, text, unit):
        """The code of a function's lines, with the classes around it and at its place in the file."""
        head = ["%sclass %s:" % (indent, name) for name, indent in unit.around]
        if not head and text[:1] in " \t":
            head = ["if True:"]
        if len(head) > unit.first:
            raise Apart
        whole = "\n".join([""] * (unit.first - len(head)) + head + [text]) + "\n"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return compile(whole, self.path, "exec", flags=self.flags, dont_inherit=True)

    def swap(self, old, new):
        """Where the codes around it are the same, what the function's own is now."""
        inner = [[one for one in code.co_consts if isinstance(one, type(old))] for code in (old, new)]
        plain = [[one for one in code.co_consts if not isinstance(one, type(old))] for code in (old, new)]
        same = old.co_code == new.co_code and old.co_names == new.co_names and repr(plain[0]) == repr(plain[1])
        if not same or len(inner[0]) != 1 or len(inner[1]) != 1:
            raise Apart
        (own,), (other,) = inner
        if own.co_flags & 2:
            if any(getattr(own, name) != getattr(other, name) for name in SHAPE) or names_of(own) != names_of(other):
                raise Apart
            return [(own, other)]
        return self.swap(own, other)


def names_of(code):
    count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
    return code.co_varnames[:count]
`;

// src/trial/warm/fork-within-source.ts
var forkWithinSource = String.raw`
import collections, functools, hashlib, operator, types

again = None
# More objects than this take longer to look at than a fork takes.
MOST_OBJECTS = 20000
# Forks that had to be left behind, before forks for each candidate are the better way.
MOST_LEFT = 8

ATOMS = (int, float, complex, str, bytes, bool, type(None), type(Ellipsis), type(NotImplemented), range, slice, type(re.compile("")),
         types.CodeType, types.ModuleType, types.BuiltinFunctionType, type(str.join), type(object.__init__), type(str.__dict__["maketrans"]),
         type(dict.__dict__["fromkeys"]), types.GetSetDescriptorType, types.MemberDescriptorType, type(threading.Lock()), type(threading.RLock()))
CELL = type((lambda x: lambda: x)(0).__closure__[0])
CONTAINERS = (object, dict, list, tuple, set, frozenset, int, float, str, bytes, types.MappingProxyType, property, staticmethod, classmethod,
              types.MethodType, CELL, collections.deque, collections.defaultdict, collections.OrderedDict, functools.partial,
              operator.itemgetter, operator.attrgetter, operator.methodcaller, *(getattr(types, name) for name in ("GenericAlias", "UnionType") if hasattr(types, name)))
# Loggers remember which levels are on, and classes whose they are; what the others make does not change.
UNCHANGED = ("logging", "_abc", "_weakref", "weakref", "datetime", "typing", "decimal.Decimal")


class Hidden(Exception):
    """What an object holds is not to be seen from outside."""


# Stands between what two objects refer to: nothing of the repository does.
BETWEEN = object()


class Held:
    """All objects that can be reached from the repository's modules, and what each refers to."""

    def __init__(self, root):
        inside = root + os.sep
        modules = [one for one in list(sys.modules.values()) if self.own(one, inside)]
        self.names = {one.__name__ for one in modules}
        self.maps, self.caches, self.others = [], [], []
        seen = set()
        todo = [one.__dict__ for one in modules]
        while todo:
            one = todo.pop()
            if id(one) in seen or self.is_atom(one):
                continue
            seen.add(id(one))
            if len(seen) > MOST_OBJECTS:
                raise Hidden
            todo.extend(self.refers(one))
        # All that are no maps are looked at by one call.
        self.asked = [part for one in self.others + self.caches for part in (one, (BETWEEN,))]
        self.before = self.now()

    def own(self, module, inside):
        file = getattr(module, "__file__", None)
        return isinstance(file, str) and file.startswith(inside) and os.sep + "site-packages" + os.sep not in file

    def is_atom(self, one):
        if isinstance(one, type):
            return one.__module__ not in self.names
        if isinstance(one, types.FunctionType):
            return one.__module__ not in self.names
        kind = type(one)
        # What belongs to pytest is as it leaves it between two runs.
        return (kind in ATOMS or kind.__module__ in UNCHANGED or kind.__module__ + "." + kind.__qualname__ in UNCHANGED
                or kind.__module__.startswith(("_pytest.", "pluggy.")))

    def refers(self, one):
        if type(one) is dict:
            self.maps.append(one)
            return [*one.keys(), *one.values()]
        if type(one).__name__ == "_lru_cache_wrapper":
            self.caches.append(one)
        elif isinstance(one, (types.FunctionType, type)) or self.is_open(type(one)):
            self.others.append(one)
        else:
            raise Hidden
        return gc.get_referents(one)

    def is_open(self, kind):
        """Whether all that objects of this kind hold are objects again: kinds made in Python are, and some others."""
        for at, one in enumerate(kind.__mro__):
            if one in CONTAINERS or (one.__module__ == "builtins" and issubclass(one, BaseException)):
                continue
            if not any("__dict__" in vars(base) or "__slots__" in vars(base) for base in kind.__mro__[at:] if base not in CONTAINERS):
                return False
        return True

    def now(self):
        """Sizes, and objects that are to be the very same."""
        sizes = [*map(len, self.maps), *(one.cache_info() for one in self.caches)]
        values = itertools.chain.from_iterable(map(dict.values, self.maps))
        return sizes, [*itertools.chain.from_iterable(self.maps), *values, *gc.get_referents(*self.asked)]

    def same(self):
        (sizes, refers), (sizes_now, refers_now) = self.before, self.now()
        return sizes_now == sizes and len(refers_now) == len(refers) and all(map(operator.is_, refers_now, refers))


class Surroundings:
    """What of the process tests might change, and the next ones see."""

    def __init__(self):
        self.before = self.now()

    def now(self):
        random = sys.modules.get("random")
        # Its copy, unlike what it holds, takes long to make.
        variables = dict(getattr(os.environ, "_data", os.environ))
        return [variables, os.getcwd(), list(sys.path), list(warnings.filters), threading.active_count(), sys.getrecursionlimit(),
                None if random is None else random.getstate(), [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGPROF)]]

    def same(self):
        return self.now() == self.before


# A test did not end, which is red whatever the others would do.
ENDLESS = "endless"


def test_limit():
    """What ends tests; the module of the run's own programs that is told whether to."""
    import regreen_limit
    return regreen_limit


class Inside:
    """That fork, seen from inside."""

    def __init__(self, waiting, asked, tell_to):
        self.waiting = waiting
        self.asked = asked
        self.tell_to = tell_to

    def tell(self, **message):
        os.write(self.tell_to, (json.dumps(message) + "\n").encode("utf-8", "surrogatepass"))

    def run(self):
        """The same text for the same endings; None where they cannot be told. Behind a test that had to be ended none has run."""
        told = again()
        return None if told is None else hashlib.sha256(json.dumps(told).encode("utf-8", "surrogatepass")).hexdigest()

    def serve(self):
        try:
            held = Held(self.waiting.server.root)
            surroundings = Surroundings()
            first = self.run()
            modules = {name for name, one in list(sys.modules.items()) if held.own(one, self.waiting.server.root + os.sep)}
            self.waiting.server.standing.tidy([])
            if first is None or modules != held.names or self.run() != first or not held.same() or not surroundings.same():
                raise Hidden
        except BaseException:
            return os._exit(0)
        self.tell(first=first, endless=test_limit().ended > 0)
        while True:
            line = self.asked.readline()
            if not line:
                os._exit(0)
            files = json.loads(line)
            self.waiting.learn(files)
            try:
                swaps = self.waiting.swaps_of(files)
            except (Apart, SyntaxError, ValueError, RecursionError, MemoryError):
                self.tell(apart=True)
                continue
            for function, code, _ in swaps:
                function.__code__ = code
            try:
                ending = self.run()
            except BaseException:
                os._exit(1)
            for function, _, before in swaps:
                function.__code__ = before
            # It has ended as it would anywhere, but the next one would not.
            clean = held.same() and surroundings.same()
            self.tell(ending=ENDLESS if test_limit().ended else ending, clean=clean)
            if not clean:
                os._exit(0)


class Within:
    """That fork, seen from the process that waits with the tests."""

    def __init__(self, waiting):
        self.waiting = waiting
        self.pid = None
        self.left = 0
        self.runs = 0
        self.first = None
        # Whether a test of the original has to be ended.
        self.endless = False
        self.open = again is not None

    def start(self):
        asked, ask = os.pipe()
        told, tell = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(ask)
            os.close(told)
            own = os.open(os.devnull, os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(own, number)
            os.setpgid(0, 0)
            if LIBC is not None:
                LIBC.prctl(1, signal.SIGKILL)
            self.waiting.server.bound_memory()
            Inside(self.waiting, os.fdopen(asked, "r", encoding="utf-8", errors="surrogatepass"), tell).serve()
            os._exit(0)
        os.close(asked)
        os.close(tell)
        self.pid = pid
        self.ask = os.fdopen(ask, "w", encoding="utf-8", errors="surrogatepass")
        self.told = told
        self.rest = b""
        answer = self.answer(3)
        if answer is None or "first" not in answer or (self.first is not None and answer["first"] != self.first):
            self.leave()
            self.open = False
            return
        self.first = answer["first"]
        self.endless = answer["endless"]

    def answer(self, times):
        """Its next line; None once it is gone, or has worked for too long: then it is ended."""
        server = self.waiting.server
        started = time.monotonic()
        worked = server.cpu_of(self.pid)
        while b"\n" not in self.rest:
            ready, _, _ = select.select([self.told], [], [], 0.05)
            data = os.read(self.told, 65536) if ready else b""
            if ready and not data:
                return None
            self.rest += data
            if not ready and (time.monotonic() - started > times * server.allowed_seconds or server.cpu_of(self.pid) - worked > times * server.allowed_cpu):
                return None
        line, _, self.rest = self.rest.partition(b"\n")
        return json.loads(line.decode("utf-8", "surrogatepass"))

    def run(self, files):
        """How the tests end with a candidate; None where a fork of its own has to tell."""
        if self.open and self.pid is None:
            self.start()
        if not self.open:
            return None
        self.runs += 1
        answer = None
        try:
            self.ask.write(json.dumps(files) + "\n")
            self.ask.flush()
            answer = self.answer(1)
        except (OSError, ValueError):
            pass
        if answer is not None and answer.get("apart"):
            return None
        if answer is None or not answer["clean"]:
            self.leave()
            self.left += 1
            if self.left > max(MOST_LEFT, self.runs // 4):
                self.open = False
        return None if answer is None else answer["ending"]

    def close(self):
        self.open = False
        if self.pid is not None:
            self.leave()

    def leave(self):
        for end in (self.ask.close, lambda: os.close(self.told), lambda: os.killpg(self.pid, signal.SIGKILL), lambda: os.waitpid(self.pid, 0)):
            try:
                end()
            except OSError:
                pass
        self.pid = None
`;

// src/trial/warm/fork-source.ts
var forkSource = String.raw`import atexit, gc, importlib, json, os, re, select, shutil, signal, sys, time, warnings

try:
    import ctypes
    LIBC = ctypes.CDLL(None)
except Exception:
    LIBC = None
try:
    import resource
except ImportError:
    resource = None

# About two minutes: whoever asked may be gone.
IDLE_SECONDS = 130
# So many candidates are run from both kinds of process, and must end alike.
COMPARED = 2
# What a candidate within one process weighs towards the next check, where one in a process of its own weighs 1.
WITHIN = 0.1
MAX_TEXT = 8 << 20
# What a run may take beside what its process has at the start, in bytes, and how many times what the original took where that is more.
LEAST_MEMORY = 1 << 30
MEMORY_TIMES = 4
OUTPUT_CHARS = 60000


class Child(BaseException):
    """Leaves the server's loop in a process that is to run the tests."""

    def __init__(self, folder):
        self.folder = folder


def join():
    folder = os.environ.pop("REGREEN_TRIAL_DIR", None)
    root = os.environ.pop("REGREEN_TRIAL_ROOT", None)
    if not folder or not root or not hasattr(os, "fork") or not hasattr(os, "wait4"):
        return None
    try:
        os.close(os.open(os.path.join(folder, "claimed"), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except OSError:
        return None
    server = Server(folder, os.path.realpath(root))
    try:
        server.serve()
    except Child as child:
        return child.folder
    except BaseException as error:
        server.unfit("the fork server failed: %r" % (error,))
    server.leave()


class Change:
    """What a candidate makes of a file: the whole text, None to delete it, and where it replaces just one piece, which: start, end, text."""

    def __init__(self, text, cut):
        self.text = text
        self.cut = cut


class Server:
    def __init__(self, folder, root):
        self.folder = folder
        self.root = root
        self.results = os.open(os.path.join(folder, "results.jsonl"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        self.turn = 0
        self.numbers = {}
        self.originals = {}
        self.loaded_by_runner = {}
        self.changed = {}
        self.standing = Standing(folder, root)
        # The candidate that is being judged; each run that it takes is told of, as whoever asked waits for a run, and not for all of them.
        self.current = None
        # Whether a candidate, or the original, has had a process from the very start since the last check.
        self.whole = True
        self.allowed_cpu = 60.0
        self.allowed_seconds = 600.0
        # Bytes, once it is known what the original takes.
        self.allowed_memory = None
        # Kilobytes that the last child had at its largest.
        self.taken = 0
        self.unchecked_seconds = 1.0

    def tell(self, **message):
        data = (json.dumps(message) + "\n").encode("utf-8", "surrogatepass")
        while data:
            data = data[os.write(self.results, data):]

    def unfit(self, reason):
        self.tell(unfit=reason[:1500])

    def leave(self):
        os._exit(0)

    # ---- one child ----

    def run(self, learn=False):
        self.turn += 1
        self.whole = True
        if self.current is not None:
            self.tell(begin=self.current)
        self.standing.tidy(self.changed)
        own = os.path.join(self.folder, "run-%d" % self.turn)
        os.mkdir(own)
        sys.stdout.flush()
        sys.stderr.flush()
        started = time.monotonic()
        pid = os.fork()
        if pid == 0:
            self.become(own, learn)
            raise Child(own)
        try:
            os.setpgid(pid, pid)
        except OSError:
            pass
        code, endless, cpu = self.wait(pid, started)
        try:
            os.killpg(pid, signal.SIGKILL)
        except OSError:
            pass
        if self.allowed_memory is None:
            self.allowed_memory = max(LEAST_MEMORY, MEMORY_TIMES * 1024 * self.taken)
        run = Run(code, endless, reports_in(own), output_in(own), cpu, time.monotonic() - started)
        try:
            os.rmdir(own)
        except OSError:
            pass
        return run

    def become(self, own, learn):
        os.close(self.results)
        self.stand_alone(own)
        if learn:
            atexit.register(remember, self.root, os.path.join(self.folder, "loaded.json"))

    def stand_alone(self, own):
        global forked
        forked = True
        os.setpgid(0, 0)
        # It ends with the process that made it.
        if LIBC is not None:
            LIBC.prctl(1, signal.SIGKILL)
        output = os.open(os.path.join(own, "output.txt"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(output)
        self.bound_memory()

    def bound_memory(self):
        """A candidate that takes ever more memory must not take the machine's: it fails for want of it."""
        if resource is None or self.allowed_memory is None:
            return
        try:
            with open("/proc/self/statm") as file:
                data = int(file.read().split()[5]) * resource.getpagesize()
            _, hard = resource.getrlimit(resource.RLIMIT_DATA)
            most = data + self.allowed_memory
            resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (OSError, ValueError, IndexError):
            pass

    def wait(self, pid, started):
        try:
            handle = os.pidfd_open(pid)
        except (AttributeError, OSError):
            handle = None
        try:
            return self.wait_with(handle, pid, started)
        finally:
            if handle is not None:
                os.close(handle)

    def wait_with(self, handle, pid, started):
        pause = 0.001
        while True:
            if handle is not None:
                select.select([handle], [], [], 0.02)
            ended, status, usage = os.wait4(pid, os.WNOHANG)
            cpu = usage.ru_utime + usage.ru_stime
            self.taken = usage.ru_maxrss
            if ended == pid:
                return (os.WEXITSTATUS(status) if os.WIFEXITED(status) else None), False, cpu
            if time.monotonic() - started > self.allowed_seconds or self.cpu_of(pid) > self.allowed_cpu:
                try:
                    os.killpg(pid, signal.SIGKILL)
                except OSError:
                    os.kill(pid, signal.SIGKILL)
                os.wait4(pid, 0)
                return None, True, cpu
            if handle is None:
                time.sleep(pause)
                pause = min(0.01, pause * 1.2)

    def cpu_of(self, pid):
        # proc(5): behind the name in brackets come the state and twelve numbers, then the ticks of the user and the system.
        try:
            with open("/proc/%d/stat" % pid) as file:
                fields = file.read().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return 0.0

    # ---- what a candidate makes of the files ----

    def original(self, path):
        if path not in self.originals:
            try:
                with open(path, "rb") as file:
                    self.originals[path] = file.read().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                self.originals[path] = None
        return self.originals[path]

    def change(self, path, replacements):
        original = self.original(path)
        if replacements is None or isinstance(replacements, str):
            return Change(replacements, None)
        text = original or ""
        cuts = [(self.offset(text, start), self.offset(text, end), new) for start, end, new in replacements]
        parts = []
        at = 0
        for start, end, new in cuts:
            parts += [text[at:start], new]
            at = end
        return Change("".join(parts + [text[at:]]), cuts[0] if len(cuts) == 1 else None)

    def offset(self, text, units):
        """What is told in units of UTF-16, in characters."""
        return units if text.isascii() else len(text[:units].encode("utf-16-le", "surrogatepass")[:2 * units].decode("utf-16-le", "surrogatepass"))

    def apply(self, files):
        wanted = {}
        for name, replacements in files:
            path = os.path.join(self.root, name)
            wanted[path] = self.change(path, replacements)
        for path in self.changed:
            if path not in wanted:
                self.put(path, self.originals.get(path))
        for path, change in wanted.items():
            self.put(path, change.text)
        self.changed = wanted
        return wanted

    def put(self, path, text):
        if text is None:
            try:
                os.unlink(path)
            except OSError:
                pass
            return
        try:
            file = open(path, "wb")
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            file = open(path, "wb")
        with file:
            file.write(text.encode("utf-8", "surrogatepass"))
        # A cached module goes by seconds and sizes: no two texts of a file have the same.
        stamp = int(time.time()) - 500000 + self.turn % 400000
        os.utime(path, (stamp, stamp))

    # ---- batches ----

    def number(self, run):
        if run.shape not in self.numbers:
            self.numbers[run.shape] = len(self.numbers)
            events = [{"report": name, "text": text} for name, text in run.reports] + [{"output": run.output}]
            self.tell(outcome=self.numbers[run.shape], said={"events": events, "exitCode": run.code})
        return self.numbers[run.shape]

    def next_batch(self, count):
        path = os.path.join(self.folder, "batch-%d.json" % count)
        until = time.monotonic() + IDLE_SECONDS
        pause = 0.002
        while time.monotonic() < until:
            try:
                with open(path, encoding="utf-8") as file:
                    batch = json.load(file)
                os.unlink(path)
                return batch
            except OSError:
                time.sleep(pause)
                pause = min(0.02, pause * 1.05)
        self.leave()

    def serve(self):
        first = self.run(learn=True)
        self.preload()
        second = self.run()
        if first.shape != second.shape:
            return self.unfit("a second run ends otherwise")
        self.first = second.shape
        self.loaded = {os.path.realpath(file) for file in (getattr(module, "__file__", None) for module in list(sys.modules.values())) if isinstance(file, str)}
        self.allowed_cpu = max(1.0, 10 * max(first.cpu, second.cpu))
        self.allowed_seconds = max(1.5, 4 * max(first.seconds, second.seconds))
        self.unchecked_seconds = max(1.0, 8 * second.seconds)
        self.standing.tidy(self.changed)
        self.collected = Collected(self)
        plain = self.collected.run({})
        if plain is not None and plain.shape != self.first:
            self.collected.close()
        self.tell(ready=self.number(second))
        count = 0
        while True:
            count += 1
            self.judge(self.next_batch(count), count)

    def judge(self, batch, count):
        unchecked, weight, checked = [], 0, time.monotonic()
        for candidate in batch["candidates"]:
            before = self.collected.last
            run = self.judge_one(candidate)
            unchecked.append(candidate)
            # Within one process each is checked for what it leaves behind.
            weight += 1 if self.collected.last is before else WITHIN
            if run is not None and run.green:
                break
            # Whoever asked may have no more time: what is not checked by then was judged in vain.
            if weight >= batch["checkEvery"] or time.monotonic() - checked > self.unchecked_seconds:
                self.check(unchecked)
                unchecked, weight, checked = [], 0, time.monotonic()
        self.check(unchecked)
        self.tell(ended=count, heap=0)

    def judge_one(self, candidate):
        """Tells how the tests end with a candidate; None for one they do not see, and for what is no program."""
        number = candidate["id"]
        self.tell(begin=number)
        blind = [name for name, _ in candidate["files"] if self.is_loaded(name)]
        if blind:
            self.tell(done=number, blind=blind[0])
            return None
        self.current = number
        run = self.run_with(self.apply(candidate["files"]))
        self.current = None
        if isinstance(run, str):
            self.tell(done=number, invalid=run[:300])
            return None
        if run.endless:
            self.tell(done=number, endless=True)
        else:
            self.tell(done=number, **{"is": self.number(run)})
        return run

    def is_loaded(self, name):
        if name not in self.loaded_by_runner:
            self.loaded_by_runner[name] = os.path.realpath(os.path.join(self.root, name)) in self.loaded
        return self.loaded_by_runner[name]

    def run_with(self, changes):
        """A run with changes that stand on disk; what is wrong with one that makes no program."""
        collected = self.collected
        run = collected.run(changes)
        if run is not None and collected.compared >= COMPARED:
            return run
        for path, change in changes.items():
            wrong = syntax_error(path, change.text)
            if wrong is not None:
                return wrong
        full = self.run()
        if run is not None:
            collected.compared += 1
            # Where a test is ended in the one and not waited for in the other, both are red in their way.
            if full.green if run.endless else run.shape != full.shape:
                collected.close()
        return full

    def check(self, unchecked):
        """
        The original must end as at the start: what was judged since the last such check counts only then. Seen from a process that has
        collected already where all of these were: nothing that was loaded before can have told them anything else.
        """
        if not self.collected.was_right():
            self.collected.close_within()
            for candidate in unchecked:
                self.judge_one(candidate)
        self.apply([])
        run = None if self.whole else self.collected.plain()
        if (self.run() if run is None else run).shape != self.first:
            self.tell(leak="the unchanged code ends otherwise than at the start")
            self.leave()
        self.whole = False
        self.tell(checked=True)

    def preload(self):
        """What the first child has loaded and compiled, less what is the repository's: the others find it there."""
        path = os.path.join(self.folder, "loaded.json")
        try:
            with open(path, encoding="utf-8") as file:
                loaded = json.load(file)
            os.unlink(path)
        except (OSError, ValueError):
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for name in loaded["modules"]:
                if name in sys.modules:
                    continue
                try:
                    importlib.import_module(name)
                except BaseException:
                    pass
            for pattern, flags in loaded["patterns"]:
                try:
                    re.compile(pattern, flags)
                except Exception:
                    pass
        # What is there stays: collecting garbage need not look at it in each child, and does not copy its pages.
        gc.collect()
        if hasattr(gc, "freeze"):
            gc.freeze()

${forkWarmSource}${forkWithinSource}${forkTidySource}${forkRunSource}`;

// src/trial/warm/jest-source.ts
var jestRunnerSource = `module.exports = globalThis[Symbol.for('regreen.jest')].runner();
`;
var jestReporterSource = "module.exports = class {};\n";
var jestFrameworkSource = `module.exports = globalThis[Symbol.for('regreen.jest')].framework;
`;
var jestRuntimeSource = `module.exports = globalThis[Symbol.for('regreen.jest')].runtime();
`;
var jestDriverSource = String.raw`
  // ---- jest: its own runner, in this process; transformed and compiled once is what a candidate does not change ----
  const jestEntry = ${jestEntry};

  function hookJest() {
    const kept = process.argv.slice(2).filter((arg) => !/^--(?:coverage|collectCoverage)(?:=.*)?$/.test(arg));
    process.argv.splice(2, Infinity, '--runner=' + dir + '/jest-runner.cjs', '--reporters=' + dir + '/jest-reporter.cjs', '--runInBand', '--coverage=false', ...kept);
    const find = jestModules(main);
    globalThis[Symbol.for('regreen.jest')] = { runner: () => jestRunner(find), runtime: () => jestRuntime(find('jest-runtime')), framework: (...args) => jestFramework(...args) };
    // Snapshots are compared, never written.
    const write = fs.writeFileSync;
    fs.writeFileSync = function (file) {
      return running && typeof file === 'string' && file.endsWith('.snap') ? undefined : write.apply(this, arguments);
    };
  }

  /** Requires a package of jest as jest itself would: from the packages that depend on it. */
  function jestModules(entry) {
    const places = [entry];
    const chain = ['react-scripts', 'kcd-scripts', 'jest', 'jest-cli', '@jest/core', 'jest-config', 'jest-runner'];
    return (name) => {
      for (const place of places) {
        const find = Module.createRequire(place);
        try { return find(name); } catch (error) { if (error.code !== 'MODULE_NOT_FOUND' && error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error; }
        for (const link of chain) {
          try {
            const found = find.resolve(link);
            if (!places.includes(found)) places.push(found);
          } catch (error) {}
        }
      }
      throw new Error(name + ' was not found');
    };
  }
  const defaultOf = (loaded) => (loaded && loaded.default !== undefined ? loaded.default : loaded);

  function jestRunner(find) {
    const JestRunner = defaultOf(find('jest-runner'));
    return class {
      constructor(globalConfig, context) {
        this.globalConfig = globalConfig;
        this.context = context;
        this.isSerial = true;
      }
      async runTests(tests, watcher) {
        if (working || !claim()) throw new Error('regreen: another process runs the tests');
        working = true;
        rememberBoot();
        await work(jestDriver(JestRunner, this, tests, watcher, find));
      }
    };
  }

  function jestDriver(JestRunner, { globalConfig, context }, tests, watcher, find) {
    const runtime = dir + '/jest-runtime.cjs';
    const frameworks = new Set(tests.map((test) => test.context.config.testRunner));
    // The framework of each file gets in between only where one can be told from the others.
    const inBetween = frameworks.size === 1 && jestCircus.test([...frameworks][0]) ? { testRunner: dir + '/jest-framework.cjs' } : {};
    const withConfig = (more) => tests.map((test) => Object.assign({}, test, { context: Object.assign({}, test.context, { config: Object.assign({}, test.context.config, { runtime: runtime, moduleLoader: runtime }, inBetween, more) }) }));
    let own = withConfig({});
    let settings = globalConfig;
    const resolve = defaultOf(find('jest-resolve'));
    const forgetPaths = () => { if (resolve && resolve.clearDefaultResolverCache) resolve.clearDefaultResolverCache(); };
    const runFiles = async (files, success, failure) => {
      const runner = new JestRunner(settings, context);
      if (!runner.supportsEventEmitters) return runner.runTests(files, watcher, async () => beginFile(), async (test, result) => success(test, result), async (test, error) => failure(test, error), { serial: true });
      runner.on('test-file-start', () => beginFile());
      runner.on('test-file-success', ([test, result]) => success(test, result));
      runner.on('test-file-failure', ([test, error]) => failure(test, error));
      return runner.runTests(files, watcher, { serial: true });
    };
    if (inBetween.testRunner !== undefined) {
      const adapter = require([...frameworks][0]);
      watchStorages();
      jestStay.adapter = typeof adapter === 'function' ? adapter : defaultOf(adapter);
    }
    let stays = inBetween.testRunner !== undefined;
    let runs = 0;
    const drive = async () => {
      const begun = Date.now();
      if ([...changed].some(([file, text]) => text === null || originalOf(file) === null)) forgetPaths();
      let failed = false;
      const success = (test, result) => { if (tellJest(test.path, result, null)) failed = true; };
      const failure = (test, error) => { if (tellJest(test.path, null, error)) failed = true; };
      if (!stays || runs === 0 || !(await jestStay(own, settings, runFiles, success, failure))) await runFiles(own, success, failure);
      await pause();
      runs += 1;
      if (runs === 2) {
        const most = longestAfter(Date.now() - begun);
        const limit = (given) => (typeof given === 'number' && given > 0 ? Math.min(given, most) : Math.min(5000, most));
        settings = Object.assign({}, globalConfig, { testTimeout: limit(globalConfig.testTimeout) });
        own = withConfig({ testTimeout: limit(globalConfig.testTimeout) });
      }
      return failed ? 1 : exitCode === null ? 0 : exitCode;
    };
    drive.stay = () => (stays ? stayInJest(tests) : null);
    // Where a run in an environment that stays ends otherwise, each gets one of its own.
    drive.retreat = async () => {
      if (!stays) return false;
      stays = false;
      await leaveJest();
      return true;
    };
    return drive;
  }

  const jestStates = { passed: 'passed', failed: 'failed', todo: 'todo' };

  /** Whether something failed. */
  function tellJest(file, result, thrown) {
    let failed = false;
    const say = (path, status, message) => {
      hear({ e: 'result', runner: 'jest', file: file, path: path, status: status, error: message === null ? null : { message: message } });
      if (status === 'failed') failed = true;
    };
    const told = (result && result.testResults) || [];
    for (const test of told) {
      say(test.ancestorTitles.filter((title) => title !== '').concat(test.title), jestStates[test.status] || 'skipped', (test.failureMessages || []).join('\n') || null);
    }
    const error = thrown || (result && result.testExecError) || null;
    const wrong = error !== null || (result && (result.numFailingTests > 0 || result.failureMessage));
    if (wrong && !failed) say(['(file)'], 'failed', String((error && (error.stack || error.message)) || (result && result.failureMessage)));
    return failed;
  }

  function jestRuntime(loaded) {
    const Runtime = defaultOf(loaded);
    const transformed = new Map();
    const scripts = new Map();
    const texts = new Map();
    const touched = new WeakMap();
    // Only with that flag can code that was compiled for one environment import something for another.
    const canImport = [...process.execArgv, process.env.NODE_OPTIONS || ''].some((flag) => flag.includes('vm-modules'));
    const keeps = (source) => !canImport || !/\bimport\s*(?:\(|\/[*/])/.test(source);
    const keyOf = (filename, more) => (versionOf(filename) === null ? '' : 'many\n') + filename + more;
    const kept = (filename, source, kind, make) => {
      if (changed.has(filename)) return make();
      const key = keyOf(filename, kind);
      const known = scripts.get(key);
      if (known !== undefined && known.source === source) return known.script;
      const script = make();
      if (!keeps(source)) return script;
      // What belongs to one environment is none for the next: jest 30.0 gives a function of it here.
      if (script instanceof vm.Script) scripts.set(key, { source: source, script: script });
      return script;
    };
    const wrong = (filename, error) => { if (changed.has(filename) && error && error.name === 'SyntaxError') syntaxError = clipped(error); };

    // Jest 30 compiles functions, which nothing keeps: a script is kept, and evaluated in each environment.
    const compileFunction = vm.compileFunction;
    vm.compileFunction = function (source, parameters, options) {
      if (!running || !options || options.parsingContext === undefined || changed.has(options.filename) || !keeps(source)) {
        try { return compileFunction.apply(this, arguments); } catch (error) { wrong(options && options.filename, error); throw error; }
      }
      const script = kept(options.filename, source, ' as function', () => {
        // Whether it is a function's body is for the compiler to say.
        compileFunction(source, parameters, { filename: options.filename });
        return new vm.Script('(function (' + parameters.join(', ') + ') {' + source + '\n})', { filename: options.filename, importModuleDynamically: options.importModuleDynamically });
      });
      return script.runInContext(options.parsingContext);
    };

    const fill = (cacheFS) => {
      // Packages do not change: their texts are read once.
      for (const [file, text] of texts) if (!cacheFS.has(file)) cacheFS.set(file, text);
      for (const file of touched.get(cacheFS) || []) cacheFS.delete(file);
      touched.set(cacheFS, [...changed.keys(), ...written, ...(active === null ? [] : [active.version.file])]);
      for (const file of touched.get(cacheFS)) {
        cacheFS.delete(file);
        if (inMemory(file) !== null) cacheFS.set(file, inMemory(file));
      }
    };

    const wrapped = new WeakSet();
    // Several test files load what a candidate changed: it is transformed once for all of them.
    let ofCandidate = { generation: 0, known: new Map() };
    const transformedIn = (filename) => {
      if (!changed.has(filename)) return transformed;
      if (ofCandidate.generation !== generation) ofCandidate = { generation: generation, known: new Map() };
      return ofCandidate.known;
    };
    const once = (transform) => function (filename, options, source) {
      const text = typeof source === 'string' ? guarded(source, filename, isTyped(filename)) : source;
      const key = keyOf(filename, '\n' + stringify(options));
      const known = transformedIn(filename).get(key);
      if (known !== undefined && known.text === text) return known.result;
      try {
        // Some versions go by the time at which the file was written.
        if (text !== source || changed.has(filename) || versionOf(filename) !== null) for (const cache of [this._cache && this._cache.transformedFiles]) if (cache) cache.clear();
        const result = transform.call(this, filename, options, text);
        if (typeof text === 'string') transformedIn(filename).set(key, { text: text, result: result });
        return result;
      } catch (error) { wrong(filename, error); throw error; }
    };

    return class extends Runtime {
      constructor(config, environment, resolver, transformer, cacheFS, ...rest) {
        fill(cacheFS);
        // Some versions forget all texts whenever modules are reset, as they begin too.
        cacheFS.clear = () => {
          Map.prototype.clear.call(cacheFS);
          fill(cacheFS);
        };
        if (!jestMemories.has(environment)) {
          if (parked !== null) keepJestDom(environment);
          jestMemories.set(environment, rememberRealm(environment.global));
        }
        Object.defineProperty(environment.global, pickName, { value: active === null ? 0 : active.number, configurable: true, writable: true, enumerable: false });
        Object.defineProperty(environment.global, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
        if (!wrapped.has(transformer)) for (const name of ['transform', 'transformAsync']) if (typeof transformer[name] === 'function') transformer[name] = once(transformer[name]);
        wrapped.add(transformer);
        super(config, environment, resolver, transformer, cacheFS, ...rest);
        this.regreenTexts = cacheFS;
        this.regreenModules = new Map();
        this.regreenAsked = new Set();
        // Of version 30.1 on.
        const loader = this.cjsLoader;
        if (loader && typeof loader.loadModule === 'function') {
          const load = loader.loadModule;
          loader.loadModule = (module, from, name, file, options, ...rest) => {
            this.regreenLoads(module, file, options);
            return load.call(loader, module, from, name, file, options, ...rest);
          };
        }
        this.regreenAgain = () => new this.constructor(config, environment, resolver, transformer, cacheFS, ...rest);
      }
      /** What the framework's own packages are stays; the framework is another each time. */
      requireInternalModule(from, name) {
        if (staying === null || name === undefined || /^(?:[./]|jest-circus)/.test(name)) return super.requireInternalModule(from, name);
        const key = from + '\n' + name;
        if (!staying.internals.has(key)) staying.internals.set(key, super.requireInternalModule(from, name));
        return staying.internals.get(key);
      }
      _loadModule(module, from, name, file, options, ...rest) {
        this.regreenLoads(module, file, options);
        return super._loadModule(module, from, name, file, options, ...rest);
      }
      regreenLoads(module, file, options) {
        if (!options || !options.isInternalModule) this.regreenModules.set(file, module);
      }
      requireModuleOrMock(from, name) {
        const key = from + '\n' + name;
        if (!this.regreenAsked.has(key)) loads += 1;
        this.regreenAsked.add(key);
        return super.requireModuleOrMock(from, name);
      }
      teardown() {
        for (const [file, text] of this.regreenTexts) if (!isOwn(file) && file.includes('/node_modules/')) texts.set(file, text);
        return super.teardown();
      }
      createScriptFromCode(source, filename) {
        try { return kept(filename, source, '', () => super.createScriptFromCode(source, filename)); } catch (error) { wrong(filename, error); throw error; }
      }
    };
  }
`;

// src/trial/warm/vitest-main-source.ts
var vitestReporterSource = String.raw`
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { relative } from 'node:path';

const dir = process.env.REGREEN_TRIAL_DIR;
const runner = dir + '/node_modules/regreen/vitest-runner.mjs';
// For an environment of the browser vite reads no files outside of its root.
const texts = new Map([[runner, readFileSync(runner, 'utf8')]]);
const bare = (id) => id.replace(/[?#].*$/, '');
const given = (get) => { try { return get() || null; } catch (error) { return null; } };

/** The worker is a child process, whatever the pool: what it found is confirmed by a run as configured. */
function configure(config) {
  if (config.runner || (config.browser && config.browser.enabled) || (config.experimental && config.experimental.fsModuleCache)) return;
  config.runner = runner;
  config.pool = 'forks';
  // Before version 1.
  if ('threads' in config) config.threads = config.experimentalVmThreads = false;
  if (config.poolMatchGlobs) config.poolMatchGlobs = [];
  config.bail = 0;
  config.maxWorkers = config.minWorkers = 1;
  if (config.poolOptions || config.poolOptions === undefined) {
    const forks = Object.assign({}, config.poolOptions && config.poolOptions.forks, { maxForks: 1, minForks: 1, isolate: true });
    config.poolOptions = Object.assign({}, config.poolOptions, { forks });
  }
  config.isolate = true;
}

const environmentsOf = (vite) => (vite.environments ? Object.values(vite.environments) : [vite]);

/** Where no plugin loads a file, vite would read it: it gets the candidate's text instead. Vite says that, from 8.4 on, by an object without code. */
function serveTexts(container) {
  const load = container.load;
  container.load = async function (id, options) {
    const loaded = await load.apply(this, arguments);
    const text = texts.get(bare(id));
    if (text === undefined) return loaded;
    if (loaded === null || loaded === undefined) return text;
    return options && options.withMetadata && (loaded.code === null || loaded.code === undefined) ? Object.assign({}, loaded, { code: text }) : loaded;
  };
}

function forget(vites, projects, file) {
  for (const vite of vites) {
    for (const { moduleGraph } of environmentsOf(vite)) for (const module of moduleGraph.getModulesByFile(file) || []) moduleGraph.invalidateModule(module);
  }
  for (const project of projects) {
    const server = given(() => project.vitenode);
    for (const cache of server === null ? [] : Object.values(server.fetchCaches || {})) for (const key of cache.keys()) if (bare(key) === file) cache.delete(key);
  }
}

function listen(vites, projects) {
  const server = createServer((socket) => {
    let rest = '';
    socket.setEncoding('utf8');
    socket.unref();
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        for (const [file, text] of JSON.parse(rest.slice(0, end))) {
          if (text === null) texts.delete(file);
          else texts.set(file, text);
          forget(vites, projects, file);
        }
        rest = rest.slice(end + 1);
        socket.write('\n');
      }
    });
  });
  server.listen(relative(process.cwd(), dir + '/main'));
  server.unref();
}

export default class Reporter {
  onInit(vitest) {
    const projects = [vitest, ...(given(() => vitest.projects) || [])];
    for (const config of new Set(projects.map((project) => project.config))) configure(config);
    const vites = new Set(projects.flatMap((project) => given(() => project.vite) || given(() => project.server) || []));
    const containers = new Set([...vites].flatMap((vite) => environmentsOf(vite).map((environment) => environment.pluginContainer)));
    for (const container of containers) serveTexts(container);
    listen(vites, projects);
  }
}
`;
var vitestRunnerSource = `export default await globalThis[Symbol.for('regreen.vitest')]();
`;

// src/trial/warm/ava-source.ts
var avaFork = String.raw`/\/ava\/lib\/fork\.js$/`;
var avaForkSource = "import original from './fork.js?original';\nexport default (...args) => globalThis[Symbol.for('regreen.ava')](original, ...args);\n";
var avaDriverSource = String.raw`
  // ---- ava ----
  const never = new Promise(() => {});
  const mostIdle = 50;
  const tooLate = new Error('a test takes too long');
  function hookAva(main) {
    let taken = null;
    const forgetTimers = rememberTimers();
    const take = (home, original, file, options, flags) => {
      if (taken === null && (taken = claim())) {
        working = true;
        driveAva(home, file, options, flags || [], forgetTimers).catch((error) => unfit('ava could not be taken over: ' + clipped(error)));
      }
      if (!taken) return original(file, options, flags);
      const nothing = () => () => {};
      return { file: file, threadId: -1, promise: never, exit() {}, notifyOfPeerFailure() {}, onConnectSharedWorker: nothing, onStateChange: nothing };
    };
    const home = path.dirname(main).replace(/\/entrypoints$/, '');
    if (isEsmAva) Object.defineProperty(globalThis, Symbol.for('regreen.ava'), { value: (...args) => take(home, ...args) });
    else hookAvaFork(take);
  }

  /** The timer after which ava's main process would end all files would be waited for, where tests wait and nothing else is left to do. */
  function rememberTimers() {
    const timers = require('timers');
    const { setTimeout: original } = timers;
    let started = [];
    timers.setTimeout = globalThis.setTimeout = function setTimeout() {
      const timer = Reflect.apply(original, this, arguments);
      if (started !== null) started.push(timer);
      return timer;
    };
    return () => {
      timers.setTimeout = globalThis.setTimeout = original;
      for (const timer of started) timer.unref();
      started = null;
    };
  }

  /** Up to version 3 ava's main process requires what starts a process for a file of tests. */
  function hookAvaFork(take) {
    const load = Module._load;
    Module._load = function (request, parent) {
      const exported = load.apply(this, arguments);
      const home = /^(.*\/ava)\/(?:lib\/)?api\.js$/.exec(String(parent && parent.filename));
      if (home === null || !/^[.]\/(?:lib\/)?fork$/.test(request)) return exported;
      Module._load = load;
      return (...args) => take(home[1], exported, ...args);
    };
  }

  async function driveAva(home, file, options, flags, forgetTimers) {
    if (Number.parseInt(parse(readFileSync(home + '/package.json', 'utf8')).version, 10) < 3) return unfit('ava before version 3 compiles the files of tests');
    // These change how files are loaded, in the processes that ava would have started.
    if (flags.length > 0) return unfit('ava starts its processes with ' + flags.join(' '));
    if ((options.providerStates || []).length > 0) return unfit('ava has its files compiled');
    if (isEsmAva && (options.require || []).length > 0) return unfit('ava loads other files first');
    const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [file];
    Object.assign(process.env, Object.assign({ NODE_ENV: 'test' }, options.environmentVariables, process.env.NODE_ENV ? { NODE_ENV: process.env.NODE_ENV } : {}));
    const { default: Runner } = await import(pathToFileURL(home + '/lib/runner.js').href);
    const set = Object.assign({ file: file }, options);
    forgetTimers();
    const inWorker = (name) => home + '/lib/worker/' + name + (isEsmAva ? '.cjs' : '.js');
    try { require(inWorker('options')).set(set); } catch (error) {}
    standForAva(realpathSync(inWorker('main')));
    work(avaDriver(Runner, set, files, isEsmAva ? null : loadedFirst(home, options.require || [])));
  }

  /** What ava, up to version 3, loads first: packages once, since they change how files are loaded, and files of the repository before each file. */
  function loadedFirst(home, names) {
    const worker = new Module(home + '/lib/worker/subprocess.js', null);
    worker.filename = worker.id;
    let load = (file) => Module._load(file, worker, false);
    for (const name of names.filter((one) => !isOwn(one))) {
      const exported = load(name);
      // The package esm.
      if (typeof exported === 'function' && Reflect.has(exported, Symbol.for('esm:package'))) load = exported(worker);
    }
    return { load: load, files: names.filter(isOwn) };
  }

  let avaRunner = null;
  let avaDeclared = false;
  function standForAva(file) {
    const stand = new Module(file, null);
    stand.filename = file;
    stand.loaded = true;
    const chain = () => { avaDeclared = true; return avaRunner.chain; };
    // Its properties stay as they were asked for: a file asks for them anew each time.
    const test = function test() {};
    stand.exports = new Proxy(test, {
      apply: (target, self, args) => Reflect.apply(chain(), self, args),
      get: (target, name) => (name === '__esModule' ? test.__esModule : name === 'default' ? stand.exports : avaRunner === null ? undefined : Reflect.get(name === 'meta' ? avaRunner.chain : chain(), name)),
      has: (target, name) => avaRunner !== null && Reflect.has(avaRunner.chain, name),
    });
    // Compilers of modules of the language look for these.
    if (!isEsmAva) Object.assign(test, { __esModule: true, default: stand.exports });
    Module._cache[file] = stand;
  }

  /** Each file has a process of its own under ava: neither modules nor globals are those of the file before. */
  function apart() {
    forget();
    tellHooks();
    const leak = restoreProcess(false);
    if (leak === null) return;
    tell({ leak: leak });
    exitNow(0);
  }

  function avaDriver(Runner, options, files, first) {
    let longest = Infinity;
    let runs = 0;
    // Where nothing is left to do, ava's runner ends the tests that wait, and the process goes on.
    let idle = 0;
    let stalled = () => {};
    process.on('beforeExit', () => {
      later(() => {});
      idle += 1;
      if (idle > mostIdle) stalled();
    });
    const types = Object.entries(options.moduleTypes || {});
    const isModule = (file) => types.some(([extension, type]) => type === 'module' && file.endsWith('.' + extension));
    const loadFile = (file) => {
      if (isModule(file)) return import(pathToFileURL(file).href);
      return first === null ? Module._load(file, null, true) : first.load(file);
    };
    const runFile = async (file) => {
      const runner = new Runner(Object.assign({}, options, { file: file, checkSelectedByLineNumbers: () => true }));
      avaRunner = runner;
      avaDeclared = false;
      let failed = false;
      idle = 0;
      const tell = (message) => {
        idle = 0;
        if (/failed|exception|rejection/.test(message.type)) failed = true;
        probe.ava(file, message);
      };
      runner.on('stateChange', (message) => tell(message));
      const end = new Promise((resolve) => {
        runner.on('finish', () => resolve(null));
        runner.on('error', (error) => resolve(error));
        ended = stalled = () => resolve(exited);
      });
      const load = async () => {
        for (const name of first === null ? [] : first.files) await loadFile(name);
        await loadFile(file);
      };
      try {
        if ((await Promise.race([load(), end])) === exited) return 1;
      } catch (error) {
        if (error !== exited) uncaught(error, file);
        return 1;
      }
      if (!avaDeclared) {
        uncaught(new Error('No tests were declared'), file);
        return 1;
      }
      // With this timer alone, there is nothing left to do.
      let timer = null;
      const late = new Promise((resolve) => { timer = timeout(() => resolve(tooLate), Math.min(longest, 2147483647)).unref(); });
      const outcome = await Promise.race([end, late]);
      clearTimeout(timer);
      const isLate = outcome === tooLate;
      if (!isLate && outcome !== null && outcome !== exited) uncaught(outcome, file);
      if (isLate) {
        for (const { title } of runner.activeRunnables) tell({ type: 'test-failed', title: title, err: { message: 'timed out in ' + Math.round(longest) + ' ms' } });
        runner.interrupt();
      }
      return failed || isLate || exitCode !== null ? 1 : 0;
    };
    return async () => {
      const begun = Date.now();
      let code = 0;
      for (const [at, file] of files.entries()) {
        if (at > 0) apart();
        beginFile();
        code = (await runFile(file)) || code;
      }
      runs += 1;
      if (runs === 2) longest = longestAfter(Date.now() - begun);
      return code;
    };
  }
`;

// src/trial/warm/built-source.ts
var builtSource = String.raw`
  // ---- sources that are built ----
  /** By name of a source: what is built of it, by name. */
  const builds = new Map();
  /** Sources of which the tests load nothing that is built in a way known here. */
  const unbuilt = new Set();
  let ownCompiler = null;
  const withoutMap = (text) => text.replace(/^\/\/[#@] sourceMappingURL=.*$/gm, '').trimEnd();

  /** The repository's own compiler and its settings, read when they are asked for first; null where there is none. */
  function compiler() {
    if (ownCompiler !== null) return ownCompiler.ts === null ? null : ownCompiler;
    ownCompiler = { ts: null, settings: new Map() };
    try {
      const own = Module.createRequire(root + '/package.json');
      const ts = own(own.resolve('typescript'));
      if (typeof ts.transpileModule === 'function' && typeof ts.getOutputFileNames === 'function') ownCompiler.ts = ts;
    } catch (error) {}
    return ownCompiler.ts === null ? null : ownCompiler;
  }

  /** What a file of settings says, read once; null for one that cannot be read, or with which one file alone does not tell what is built of it. */
  function settingsOf({ ts, settings }, file) {
    if (settings.has(file)) return settings.get(file);
    const read = ts.readConfigFile(file, ts.sys.readFile);
    const parsed = read.config ? ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(file), undefined, file) : null;
    settings.set(file, parsed === null || inlinesEnums(parsed) ? null : parsed);
    return settings.get(file);
  }

  /** Settings that are for a source: of files beside it and above it, and what these refer to. */
  function settingsFor(compiler, file) {
    const files = [];
    for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) {
      const names = readdirSync(folder).filter((name) => /^tsconfig.*\.json$/.test(name));
      files.push(...names.sort((a, b) => a.length - b.length).map((name) => folder + '/' + name));
    }
    const found = [];
    for (let at = 0; at < files.length && at < 20; at += 1) {
      const parsed = settingsOf(compiler, files[at]);
      if (parsed === null) continue;
      for (const { path: other } of parsed.projectReferences || []) {
        const next = /\.json$/.test(other) ? other : other + '/tsconfig.json';
        if (!files.includes(next)) files.push(next);
      }
      if (parsed.fileNames.includes(file)) found.push(parsed);
    }
    return found;
  }

  function holdsEnum(file) {
    try { return /\bconst\s+enum\b/.test(readFileSync(file, 'utf8')); } catch (error) { return false; }
  }

  /** Whether one file may hold values of another one, which it alone does not tell. */
  function inlinesEnums({ options, fileNames }) {
    if (options.isolatedModules || options.preserveConstEnums) return false;
    return fileNames.some((name) => !/\.d\.[cm]?ts$/.test(name) && holdsEnum(name));
  }

  function compileSource(ts, options, file, text) {
    const made = ts.transpileModule(text, { compilerOptions: options, fileName: file, reportDiagnostics: true });
    // What is no program must be none here either; that settings do not go together (one way of modules with another of finding them) is another thing.
    const wrong = (made.diagnostics || []).find((each) => each.file);
    return wrong === undefined ? made.outputText : '} ' + ts.flattenDiagnosticMessageText(wrong.messageText, ' ');
  }

  /** What lies where the compiler puts what it makes of a source, by name, with how it does that. */
  function outputsOf(name) {
    const file = root + '/' + name;
    const original = originalOf(file);
    const found = original !== null && /(?<!\.d)\.[cm]?tsx?$/.test(name) ? compiler() : null;
    if (found === null) return [];
    const { ts } = found;
    const outputs = new Map();
    for (const parsed of settingsFor(found, file)) {
      for (const output of ts.getOutputFileNames(parsed, file, false)) {
        if (!/\.[cm]?jsx?$/.test(output) || !output.startsWith(root + '/') || outputs.has(output)) continue;
        const built = originalOf(output);
        // How a file is loaded is told by others, of which one alone knows nothing.
        for (const module of built === null ? [] : [parsed.options.module, ts.ModuleKind.ESNext, ts.ModuleKind.CommonJS]) {
          const options = Object.assign({}, parsed.options, { module: module, sourceMap: false, inlineSourceMap: false, noEmit: false });
          if (withoutMap(compileSource(ts, options, file, original)) !== withoutMap(built)) continue;
          outputs.set(output, options);
          break;
        }
      }
    }
    return [...outputs].map(([output, options]) => ({ name: output.slice(root.length + 1), of: (text) => compileSource(ts, options, file, text) }));
  }

  /** The files that a candidate changes, as the tests load them. */
  function builtFiles(files) {
    if (!files.some(([name]) => builds.has(name))) return files;
    return files.flatMap(([name, replacements]) => {
      if (!builds.has(name)) return [[name, replacements]];
      const file = root + '/' + name;
      const text = textOf(originalOf(file) || '', replacements);
      const counted = Array.isArray(replacements) && loops.has(file) ? withCounters(text, loops.get(file), replacements, true) : text;
      return builds.get(name).map((build) => [build.name, text === null ? null : build.of(counted)]);
    });
  }

  /** The same of a text with many candidates in it; it stands for one file. */
  function useBuiltVersion(version) {
    const [build, ...others] = builds.get(version.name) || [];
    if (build === undefined) return;
    version.fit = others.length > 0 ? false : version.fit;
    version.text = build.of(version.text);
    version.name = build.name;
    version.file = root + '/' + build.name;
  }
`;

// src/trial/warm/core-source.ts
var coreSource = String.raw`'use strict';
(function () {
  const dir = process.env.REGREEN_TRIAL_DIR;
  const root = process.env.REGREEN_TRIAL_ROOT;
  const probe = globalThis[Symbol.for('regreen.probe')];
  // Threads, that of Node's module hooks among them, are part of the process that is taken over.
  if (!dir || !root || !probe || !require('worker_threads').isMainThread) return;
  const fs = require('fs');
  const Module = require('module');
  const path = require('path');
  const { pathToFileURL, fileURLToPath } = require('url');
  const { openSync, writeSync, readFileSync, writeFileSync, statSync, unlinkSync, mkdirSync, closeSync, realpathSync, utimesSync } = fs;
  const { stringify, parse } = JSON;
  const wait = Atomics.wait;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const later = setImmediate;
  const timeout = setTimeout;
  const cpu = process.cpuUsage.bind(process);
  const now = performance.now.bind(performance);
  const say = process.stderr.write.bind(process.stderr);
  const resources = typeof process.getActiveResourcesInfo === 'function' ? process.getActiveResourcesInfo.bind(process) : () => [];
  const handles = typeof process._getActiveHandles === 'function' ? process._getActiveHandles.bind(process) : () => [];
  const exitNow = process.reallyExit ? process.reallyExit.bind(process) : process.exit.bind(process);

  // ---- one process of the run takes the work; what it starts does not know of it ----
  let results = null;
  function claim() {
    try {
      closeSync(openSync(dir + '/claimed', 'wx'));
    } catch (error) { return false; }
    delete process.env.REGREEN_TRIAL_DIR;
    results = openSync(dir + '/results.jsonl', 'a');
    return true;
  }

  function tell(value) {
    const line = untold + stringify(value);
    untold = '';
    tellLine(line);
  }
  function tellLine(line) {
    const buffer = Buffer.from(line + '\n');
    for (let at = 0; at < buffer.length; ) at += writeSync(results, buffer, at);
  }

  // What a candidate ended as is told together with the beginning of the next: each message costs as much as a small test.
  let untold = '';
  function begin(id) {
    const line = untold + '{"begin":' + id + '}';
    untold = '';
    tellLine(line);
  }
  function done(value) { untold += stringify(value) + '\n'; }

  // Where an error was caught by nobody, somebody may wait in vain from then on: it is told at once, once a run.
  let hasFallen = false;
  function fall() {
    if (!hearing || hasFallen || results === null) return;
    hasFallen = true;
    tell({ fell: true });
  }

  function unfit(reason) {
    tell({ unfit: reason });
    exitNow(0);
  }

  let batchNumber = 0;
  // About two minutes.
  const idleTurns = 6500;
  function nextBatch() {
    batchNumber += 1;
    const file = dir + '/batch-' + batchNumber + '.json';
    for (let turn = 0; ; turn += 1) {
      let text = null;
      try { text = readFileSync(file, 'utf8'); } catch (error) {}
      if (text !== null) {
        try { unlinkSync(file); } catch (error) {}
        return parse(text);
      }
      // Whoever asked may be gone, killed perhaps: nobody waits here for ever.
      if (turn > idleTurns) exitNow(0);
      wait(cell, 0, 0, turn < 500 ? 2 : 20);
    }
  }

  // ---- what a candidate makes of the files: on disk where child processes and readers see it, in memory where only modules do ----
  const originals = new Map();
  let changed = new Map();
  let written = new Set();
  // By name: 'nothing' of the tests sees the file, only the loader of 'modules' does, or others read the 'disk'.
  const reach = new Map();
  // A text with many candidates in it, and the one that is meant; null when each file is as it stands.
  let active = null;

  function originalOf(file) {
    if (!originals.has(file)) {
      let text = null;
      try { text = readFileSync(file, 'utf8'); } catch (error) {}
      originals.set(file, text);
    }
    return originals.get(file);
  }

  function textOf(original, replacements) {
    if (replacements === null || typeof replacements === 'string') return replacements;
    let text = '';
    let at = 0;
    for (const [start, end, fresh] of replacements) {
      text += original.slice(at, start) + fresh;
      at = end;
    }
    return text + original.slice(at);
  }

  // Loaders that compile know a text by the time of its file, and more than one may be written within what the clock tells apart.
  let writes = 0;
  const begun = Date.now();
  function put(file, text) {
    if (text === null) { try { unlinkSync(file); } catch (error) {} return; }
    try { writeFileSync(file, text); } catch (error) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    writes += 1;
    const time = new Date(begun + 1000 * writes);
    utimesSync(file, time, time);
  }

  function apply(files) {
    const next = new Map();
    const onDisk = new Map();
    for (const [name, replacements] of files) {
      const file = root + '/' + name;
      const original = originalOf(file);
      const text = textOf(original || '', replacements);
      next.set(file, text);
      if (reach.get(name) !== 'modules' || original === null || text === null) onDisk.set(file, text);
    }
    for (const file of written) if (!onDisk.has(file)) put(file, originals.get(file));
    for (const [file, text] of onDisk) put(file, text);
    written = new Set(onDisk.keys());
    changed = next;
    active = null;
  }

  /** What the loader gets in place of what is on disk; null where that is what it should get. */
  function inMemory(file) {
    if (active !== null && active.version.file === file) return active.version.text;
    if (written.has(file)) return changed.has(file) ? null : originals.get(file);
    return changed.has(file) ? changed.get(file) : null;
  }

  // ---- what a run tells, less what differs from time to time ----
  const canary = 'regreen canary';
  let heard = [];
  let hearing = false;
  let deaf = false;
  const numbers = new Map();
  let canaryHeard = false;
  // In which words tests failed, less where.
  let words = '';
  let deep = false;
  const query = /\?regreen=\d+/g;
  const clean = (text) => (typeof text === 'string' ? text.replace(query, '') : text);
  // Of runners whose tests are known by what they print.
  const mostPrinted = 16 * 1024 * 1024;
  const colours = /\u001b\[[0-9;]*m/g;
  const linesOf = (text) => clean(text.replace(colours, '')).split('\n');
  function hearPrinted(text) {
    if (text.includes(canary)) canaryHeard = true;
    if (text.includes('call stack size')) deep = true;
  }
  // How vitest, jest and mocha say it.
  const timedOut = /(?:timed out in|timeout of) (\d+) ?ms\b/i;
  /** Milliseconds that the tests of this run were waited for which came to no end. */
  let waitedMs = 0;
  /**
   * The longest that a test may take, in milliseconds, after a run of all tests that took this long: one that takes many times as much
   * has no end, and waiting for its own limit would take seconds, with a test that is red for that, seconds for each candidate.
   */
  const longestAfter = (tookMs) => Math.max(waitedMs > 0 ? 500 : 1000, 10 * (tookMs - waitedMs));
  function hear(event) {
    try {
      if (!hearing || deaf || event === null || typeof event !== 'object') return;
      const error = event.error;
      if (error && (String(error.message).includes(canary) || String(error.stack).includes(canary))) canaryHeard = true;
      if (error && String(error.message).includes('call stack size')) deep = true;
      if (event.e === 'uncaught') fall();
      if (event.e === 'uncaught') heard.push({ e: 'uncaught', main: clean(event.main), file: clean(event.file), path: event.path, handled: event.handled, error: {} });
      if (event.e !== 'result') return;
      beginTest();
      if (event.status === 'failed' && error) {
        const said = String(error.message).split(/\n\s+at /)[0].slice(0, 300);
        const limit = timedOut.exec(said);
        if (limit !== null) waitedMs += Number(limit[1]);
        words += (limit === null ? said : said.replace(limit[0], 'timeout')) + '\n';
      }
      const own = { e: 'result', runner: event.runner, file: clean(event.file), path: event.path, status: event.status };
      if (event.suite) own.suite = true;
      // Mocha's reporter counts on from run to run.
      if (event.test !== undefined) {
        if (!numbers.has(event.test)) numbers.set(event.test, numbers.size + 1);
        own.test = numbers.get(event.test);
      }
      if (event.hook) own.hook = true;
      if (event.failureType) { own.failureType = event.failureType; own.error = { message: error ? error.message : null }; }
      heard.push(own);
    } catch (failure) {}
  }
  function uncaught(error, file) {
    const described = probe.describe(error);
    hear({ e: 'uncaught', main: process.argv[1], file: file || null, path: null, handled: false, error: described });
  }
`;

// src/trial/warm/document-source.ts
var documentSource = String.raw`
  /**
   * The document of a realm that goes on from run to run: it is emptied after each, and what of a run would still listen to it, or is marked on
   * it, is forgotten. To keep(prototypes) goes what is to be watched, and defines() is called when a run defines an element of its own. What
   * is returned empties it; null where there is none.
   */
  function keptDom(scope, keep, defines) {
    const { document, location, history, navigator, screen } = scope;
    if (!document || !document.body) return null;
    const elements = [document.documentElement, document.head, document.body];
    const first = elements.map((element) => [element, [...element.attributes].map(({ name, value }) => [name, value])]);
    const inside = [document.head, document.body].map((element) => [element, element.innerHTML]);
    const [url, title] = [String(location && location.href), document.title];
    const tops = new Set([scope, scope.window, document.defaultView, document, ...elements].filter(Boolean));
    const { heard, observers, frames } = hearDom(scope, tops);
    keepElements(scope, defines);

    const handlers = [...tops].map((top) => {
      const names = [];
      for (const name in top) if (/^on[a-z]+$/.test(name) && top[name] === null) names.push(name);
      return [top, names];
    });
    // By what is marked there, packages know that they listen already.
    const marked = [document, document.defaultView, ...elements, navigator, screen, history].filter((one) => one && one !== scope && one !== scope.window);
    const names = marked.map((one) => [one, new Set(Reflect.ownKeys(one))]);
    const prototypes = new Set();
    for (const name of Reflect.ownKeys(scope)) {
      if (!/^[A-Z]/.test(String(name))) continue;
      let value = null;
      try { value = scope[name]; } catch (error) {}
      if (typeof value === 'function' && value.prototype && isOfDom(scope, value.prototype)) prototypes.add(value.prototype);
    }
    keepConfigurable(scope, new Set([scope, ...marked, ...prototypes]));
    keep(prototypes);

    return () => {
      for (const frame of frames.splice(0)) scope.cancelAnimationFrame(frame);
      for (const observer of observers) observer.disconnect();
      observers.clear();
      for (const { target, given, remove } of heard.splice(0)) remove.apply(target, given);
      for (const [top, names] of handlers) for (const name of names) if (top[name] !== null) top[name] = null;
      for (const [element, attributes] of first) {
        for (const { name } of [...element.attributes]) element.removeAttribute(name);
        for (const [name, value] of attributes) element.setAttribute(name, value);
      }
      // Whoever puts another body into the document has it there for good otherwise.
      for (const [element, html] of inside) {
        if (element.parentNode !== document.documentElement) document.documentElement.append(element);
        element.innerHTML = html;
      }
      for (const element of [...document.documentElement.children]) if (!inside.some(([one]) => one === element)) element.remove();
      for (const [one, before] of names) for (const name of Reflect.ownKeys(one)) if (!before.has(name)) delete one[name];
      if (document.title !== title) document.title = title;
      try { document.getSelection().removeAllRanges(); } catch (error) {}
      if (document.adoptedStyleSheets && document.adoptedStyleSheets.length > 0) document.adoptedStyleSheets = [];
      for (const name of ['localStorage', 'sessionStorage']) { try { scope[name].clear(); } catch (error) {} }
      for (const cookie of String(document.cookie || '').split(';')) {
        const name = cookie.split('=')[0].trim();
        if (name !== '') document.cookie = name + '=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/';
      }
      if (history && (String(location && location.href) !== url || history.state !== null)) { try { history.replaceState(null, '', url); } catch (error) {} }
    };
  }
  /** Whether it is of what the document is of, as prototypes of elements are, or of what stands beside it. */
  function isOfDom(scope, prototype) {
    const { document } = scope;
    const is = (base) => prototype === base || Object.prototype.isPrototypeOf.call(base, prototype);
    const chain = [];
    for (let one = Object.getPrototypeOf(document); one !== null && one !== scope.Object.prototype; one = Object.getPrototypeOf(one)) chain.push(one);
    const beside = ['Storage', 'History', 'Location', 'Navigator', 'Screen', 'Range', 'Selection'].map((name) => scope[name] && scope[name].prototype);
    return chain.includes(prototype) || [chain[chain.length - 1], ...beside].some((base) => base && is(base));
  }

  /** What runs ask of a document that would go on: listeners, observers and animation frames. */
  function hearDom(scope, tops) {
    const [heard, observers, frames] = [[], new Set(), []];
    const captures = (options) => (options && typeof options === 'object' ? Boolean(options.capture) : Boolean(options));
    const isSame = (given, other) => given[0] === other[0] && given[1] === other[1] && captures(given[2]) === captures(other[2]);
    // What is removed meanwhile is not removed again: who counts the listeners would miscount. A test may put something else in place of the methods.
    const listen = (holder) => {
      const { addEventListener: add, removeEventListener: remove } = holder;
      holder.addEventListener = function (...given) {
        const target = this === undefined ? scope : this;
        if (running && tops.has(target)) heard.push({ target: target, given: given, remove: remove });
        return add.apply(this, given);
      };
      holder.removeEventListener = function (...given) {
        const target = this === undefined ? scope : this;
        const at = heard.findIndex((one) => one.target === target && isSame(one.given, given));
        if (at >= 0) heard.splice(at, 1);
        return remove.apply(this, given);
      };
    };
    // The global EventTarget may be Node's own.
    const holderOf = (target) => (target === null || Object.hasOwn(target, 'addEventListener') ? target : holderOf(Object.getPrototypeOf(target)));
    for (const holder of new Set([...tops].map(holderOf))) if (holder !== null) listen(holder);
    const observing = scope.MutationObserver && scope.MutationObserver.prototype;
    if (observing && typeof observing.observe === 'function') {
      const observe = observing.observe;
      observing.observe = function (...given) {
        if (running) observers.add(this);
        return observe.apply(this, given);
      };
    }
    const request = scope.requestAnimationFrame;
    if (typeof request === 'function') scope.requestAnimationFrame = function (...given) {
      const frame = request.apply(this, given);
      if (running) frames.push(frame);
      return frame;
    };
    return { heard: heard, observers: observers, frames: frames };
  }

  /** Of a repository's own elements the first class stays, whether or not its code looks for it before it defines another. */
  function keepElements(scope, defines) {
    const registry = scope.customElements;
    if (!registry || !registry.define) return;
    const define = registry.define;
    registry.define = function () {
      if (running) defines();
      return define.apply(registry, arguments);
    };
  }

  /** What tests define there, as what the document lacks, must go again: else the next run cannot define it. */
  function keepConfigurable({ Object: own }, objects) {
    const define = own.defineProperty;
    own.defineProperty = function defineProperty(object, name, own) {
      const isNew = running && typeof name === 'string' && objects.has(object) && own !== null && typeof own === 'object' && !Object.hasOwn(object, name);
      return define(object, name, isNew ? Object.assign({}, own, { configurable: true }) : own);
    };
  }
`;

// src/trial/warm/drivers-source.ts
var driversSource = String.raw`
  // ---- the end of a run: process.exit and uncaught errors end it, not the process ----
  // An error, since of a promise that rejects with anything else the process says it in an error of its own.
  const exited = new Error('the process has ended');
  let exitCode = null;
  let ended = null;
  const codeOf = (code) => (code === undefined || code === null ? Number(process.exitCode) || 0 : Number(code) || 0);

  // Whether a program is all that runs: what it tells once it has ended, no process of its own would have told.
  let isAlone = false;
  function fallSilent() {
    overhear = null;
    deaf = isAlone;
  }

  function catchExit() {
    process.exit = function exit(code) {
      if (exitCode === null) exitCode = codeOf(code);
      fallSilent();
      if (ended !== null) ended();
      throw exited;
    };
    // Packages that want to know of the end put theirs here for a while, and then what they had found.
    const { exit } = process;
    Object.defineProperty(process, 'reallyExit', { get: () => exit, set() {}, configurable: true, enumerable: true });
    process.abort = function abort() { return process.exit(134); };
    process.on('uncaughtException', (error) => {
      if (!running || error === exited) return;
      // Somebody else's business: a test runner's.
      if (process.listeners('uncaughtException').length > 1) return;
      uncaught(error);
      if (exitCode === null) exitCode = 1;
      fallSilent();
      if (ended !== null) ended();
    });
  }

  // Whether a listener for errors threw one: that ends a program at once, and nobody hears of the end. Runners see to errors themselves.
  let isBroken = false;
  let isBrokenCaught = false;
  function catchBroken() {
    if (isBrokenCaught) return;
    isBrokenCaught = true;
    const { emit } = process;
    process.emit = function (name) {
      if (name !== 'uncaughtException' || !running || !isAlone) return emit.apply(this, arguments);
      try { return emit.apply(this, arguments); } catch (error) {
        if (error === exited) return true;
        uncaught(error);
        if (exitCode === null) exitCode = 7;
        isBroken = true;
        fallSilent();
        if (ended !== null) ended();
        return true;
      }
    };
  }

  function exitListeners(code) {
    const old = listeners.get('exit') || [];
    for (const listener of process.rawListeners('exit')) {
      if (old.includes(listener)) continue;
      try { listener.call(process, code); } catch (error) {
        if (error === exited) return;
        uncaught(error);
        exitCode = 1;
        return;
      }
    }
  }

  // ---- a program: a test file that is run by node itself, or that of tape or uvu ----
  const drained = () => new Promise((resolve) => {
    ended = resolve;
    process.once('beforeExit', resolve);
    later(() => {});
  });

  function scriptDriver(main) {
    const start = async () => {
      if (isEsm(main)) await import(pathToFileURL(main).href);
      else Module._load(main, null, true);
    };
    catchBroken();
    // All that is known of tests that nobody tells apart is what is printed: where that stays the same but for numbers, nothing was left behind.
    const told = (printed) => linesOf(printed).filter((line) => !/^\s+at /.test(line)).map(withoutNumbers).join('\n');
    const drive = async () => {
      const end = drained();
      let loading = true;
      let printed = '';
      const listens = overhear === null;
      if (listens) overhear = (stream, text) => { if (printed.length < mostPrinted) printed += text; };
      isBroken = false;
      isAlone = true;
      deaf = false;
      emptyQueue();
      start().then(() => { loading = false; }, (error) => {
        loading = false;
        if (error === exited) return;
        uncaught(error);
        if (exitCode === null) exitCode = 1;
        ended();
      });
      await end;
      const waits = loading && exitCode === null;
      let code = exitCode === null ? (waits ? 13 : codeOf()) : exitCode;
      exitCode = null;
      // Those who hear of the end may change how it is told.
      process.exitCode = code;
      deaf = false;
      if (!isBroken) exitListeners(code);
      deaf = true;
      code = isBroken ? code : exitCode === null ? codeOf() : exitCode;
      heard.push({ e: 'exit', main: process.argv[1], code: code });
      if (listens) overhear = null;
      if (listens && !heard.some(({ e }) => e === 'result')) {
        hearPrinted(printed);
        heard.push({ e: 'printed', text: told(printed).slice(0, 4000) });
      }
      return code;
    };
    drive.isProgram = true;
    return drive;
  }

  // ---- node:test: a suite of its own for each candidate, under the process's one root ----
  function nodeTestDriver(files) {
    const nodeTest = require('node:test');
    const { executionAsyncResource } = require('node:async_hooks');
    timeoutKeeper = setInterval(() => {}, 1 << 30);
    let done = null;
    // The process's one root must be there before its listeners are taken for a candidate's.
    nodeTest.describe('regreen 0', () => {});
    hearRaw = (event) => {
      if (event.e === 'result' && event.runner === 'node:test' && Array.isArray(event.path)) {
        if (event.path.length === 1 && event.path[0] === 'regreen ' + generation) {
          // A suite that fails for its tests says nothing new.
          if (event.status === 'failed' && event.failureType !== 'subtestsFailed') {
            uncaught(new Error(event.error && event.error.message), files[0]);
            exitCode = 1;
          }
          if (done !== null) done();
          return null;
        }
        if (event.path.length < 2) return null;
        return Object.assign({}, event, { path: event.path.slice(1) });
      }
      return event;
    };
    const start = async (file) => {
      if (isEsm(file)) await import(pathToFileURL(file).href);
      else Module._load(file, null, true);
    };
    return async () => {
      const end = new Promise((resolve) => { done = resolve; ended = resolve; });
      nodeTest.describe('regreen ' + generation, async () => {
        // From Node 22 on a suite whose name is not asked for, and that holds nothing yet, is left out: here this suite is the resource.
        const suite = executionAsyncResource();
        if (suite.filteredByName === true) suite.filteredByName = false;
        for (const file of files) {
          process.argv[1] = file;
          await start(file);
        }
      });
      await end;
      await pause();
      const failed = heard.some((event) => event.e === 'result' && event.status === 'failed');
      return exitCode !== null ? exitCode : failed ? 1 : codeOf();
    };
  }
  let timeoutKeeper = null;
  let hearRaw = (event) => event;

  // ---- mocha: a new instance with the same options and files ----
  let uiName = null;
  // Files of the repository that mocha was told to load first: they may load what is being repaired.
  let setup = [];
  function findSetup(options) {
    const given = [].concat((options && options.require) || []);
    const files = [];
    for (const name of given) {
      let file = null;
      try { file = realpathSync(Module._resolveFilename(/^[.]/.test(name) ? path.resolve(name) : name, module)); } catch (error) {
        try { file = realpathSync(Module._resolveFilename(path.resolve(name), module)); } catch (failure) {}
      }
      const loaded = file === null ? undefined : Module._cache[file];
      if (loaded === undefined || !isOwn(file)) continue;
      // Hooks of the root and fixtures are the runner's already.
      const exported = loaded.exports;
      if (exported && Object.keys(exported).some((name) => /^mocha/.test(name))) return [];
      files.push(file);
    }
    return files;
  }

  function mochaDriver(Mocha, first, loadFiles) {
    const files = first.files.slice();
    const esm = files.some((file) => isEsm(path.resolve(file)));
    const make = () => {
      const options = Object.assign({}, first.options, { parallel: false });
      const mocha = new Mocha(options);
      mocha.options = Object.assign({}, mocha.options, options);
      for (const name of ['_timeout', '_enableTimeouts', '_slow', '_bail', '_retries']) if (first.suite[name] !== undefined) mocha.suite[name] = first.suite[name];
      if (mocha.suite._timeout > longest) mocha.suite._timeout = longest;
      if (uiName !== null) mocha.ui(uiName);
      mocha._reporter = first._reporter;
      mocha.files = files.slice();
      if (mocha.lazyLoadFiles) mocha.lazyLoadFiles(true);
      return mocha;
    };
    const importFiles = async (mocha) => {
      for (const file of setup) require(file);
      for (const given of files) {
        const file = path.resolve(given);
        mocha.suite.emit('pre-require', globalThis, file, mocha);
        const exported = isEsm(file) ? await import(pathToFileURL(file).href) : require(file);
        mocha.suite.emit('require', exported, file, mocha);
        mocha.suite.emit('post-require', globalThis, file, mocha);
      }
    };
    let last = null;
    let runs = 0;
    let longest = Infinity;
    const drive = async () => {
      const begun = Date.now();
      const code = await runAll();
      runs += 1;
      if (runs === 2) longest = longestAfter(Date.now() - begun);
      return code;
    };
    const runAll = () => new Promise((resolve) => {
      last = null;
      ended = () => resolve(exitCode === null ? 1 : exitCode);
      const fail = (error) => {
        if (error !== exited) uncaught(error);
        resolve(exitCode === null ? 1 : exitCode);
      };
      try {
        const mocha = make();
        if (mocha.cleanReferencesAfterRun) last = mocha.cleanReferencesAfterRun(false);
        const run = () => {
          seeLoaded(() => ({ roots: rootsOfMocha(mocha), known: [] }));
          mocha.run((failures) => resolve(failures > 0 ? 1 : 0));
        };
        if (esm) importFiles(mocha).then(() => { if (!mocha.lazyLoadFiles) mocha.files = []; run(); }).catch(fail);
        else {
          for (const file of setup) require(file);
          loadFiles.call(mocha);
          if (!mocha.lazyLoadFiles) mocha.files = [];
          run();
        }
      } catch (error) { fail(error); }
    });
    drive.globals = () => {
      const given = {};
      const mocha = make();
      mocha.suite.emit('pre-require', given, files[0], mocha);
      return Object.keys(given);
    };
    drive.stay = () => {
      if (last === null) return null;
      const mocha = last;
      const run = () => new Promise((resolve) => {
        ended = () => resolve(exitCode === null ? 1 : exitCode);
        mocha.run((failures) => resolve(failures > 0 ? 1 : 0));
      });
      const red = redInMocha(mocha);
      const runRed = async () => {
        ended = () => {};
        for (const test of red) await test();
        return 1;
      };
      return { run: red === null ? run : runRed, whole: run, roots: rootsOfMocha(mocha) };
    };
    return drive;
  }

  function rootsOfMocha(mocha) {
    const roots = [];
    const visit = (suite) => {
      roots.push(suite.ctx);
      for (const name of ['tests', '_beforeAll', '_beforeEach', '_afterEach', '_afterAll']) for (const one of suite[name]) if (one.fn) roots.push(one.fn);
      suite.suites.forEach(visit);
    };
    visit(mocha.suite);
    return roots;
  }

  /** The tests that failed in the last run, to be called by themselves; null where one of them takes more. */
  function redInMocha({ suite, options }) {
    const red = [];
    let sound = !options.checkLeaks && !options.asyncOnly && !options.allowUncaught;
    const takesMore = ({ fn }) => !isPlain(fn) || /\bthis\b/.test(Function.prototype.toString.call(fn));
    const visit = (suites) => {
      const [inner] = suites.slice(-1);
      if (inner._beforeAll.length + inner._afterAll.length > 0) sound = false;
      for (const test of inner.tests.filter(({ state }) => state === 'failed')) {
        const before = suites.flatMap((one) => one._beforeEach);
        const after = suites.slice().reverse().flatMap((one) => one._afterEach);
        const all = [test].concat(before, after);
        if (all.some(takesMore) || all.some((one) => !(one.timeout() > 0)) || test.retries() > 0 || !(test.err instanceof Error)) sound = false;
        const [file, path] = [test.file, test.titlePath()];
        const timed = (one) => ({ fn: one.fn, ms: one.timeout() });
        const [body, first, last] = [timed(test), before.map(timed), after.map(timed)];
        red.push(async () => {
          const { status, error } = await callTest(body, first, last, { context: test.ctx, limit: 0, hooksMayFail: false });
          hear({ e: 'result', runner: 'mocha', file: file, path: path, status: status, error: error === null ? null : describe(error.value) });
        });
      }
      for (const next of inner.suites) visit(suites.concat(next));
    };
    visit([suite]);
    return sound && red.length > 0 ? red : null;
  }

  // A getter of some other class may throw: npm has one of this name.
  function hasMethod(proto, name) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    return found !== undefined && typeof found.value === 'function';
  }

  function hookMocha() {
    const load = Module._load;
    let hooked = false;
    Module._load = function () {
      const exported = load.apply(this, arguments);
      if (!hooked && typeof exported === 'function' && exported.prototype && hasMethod(exported.prototype, 'loadFiles') && hasMethod(exported.prototype, 'run')) {
        hooked = true;
        Module._load = load;
        takeOverMocha(exported);
      }
      return exported;
    };
  }

  function takeOverMocha(Mocha) {
    const proto = Mocha.prototype;
    const { ui, run, loadFiles, loadFilesAsync } = proto;
    let taken = null;
    const takes = (mocha) => {
      if (taken === null) {
        taken = claim();
        const found = taken ? findSetup(mocha.options) : [];
        if (found.length > 0 && renewBoot(found)) setup = found;
        else if (taken) rememberBoot();
      }
      return taken;
    };
    proto.ui = function (name) {
      if (typeof name === 'string' && taken === null) uiName = name;
      return ui.apply(this, arguments);
    };
    if (typeof loadFilesAsync === 'function') proto.loadFilesAsync = function () {
      return !working && takes(this) ? Promise.resolve() : loadFilesAsync.apply(this, arguments);
    };
    proto.run = function () {
      if (working || !takes(this)) return run.apply(this, arguments);
      working = true;
      work(mochaDriver(Mocha, this, loadFiles));
      return { on() { return this; }, once() { return this; }, abort() {}, stats: {} };
    };
  }
  let working = false;
`;

// src/trial/warm/esm-source.ts
var esmPackageSource = String.raw`
  // ---- the package esm ----
  let esmLoaders = null;
  /** Its loaders, by what it tells modules in its own folder; none where this version says nothing. */
  function loadersOfEsm(file) {
    try {
      const { version } = parse(readFileSync(path.dirname(file) + '/package.json', 'utf8'));
      const inside = new Module(path.dirname(file) + '/inside.js', null);
      inside.filename = inside.id;
      return Module._cache[file].exports(inside)(Symbol.for('esm\u200d@' + version + ':shared')).loader;
    } catch (error) { return new Map(); }
  }
  function forgetInEsm() {
    if (esmLoaders === null) {
      const file = Object.keys(Module._cache).find((name) => /\/node_modules\/esm\/esm\.js$/.test(name));
      if (file === undefined) return;
      esmLoaders = loadersOfEsm(file);
    }
    for (const { module } of esmLoaders.values()) {
      for (const cache of [module.scratchCache, module.moduleCache]) {
        for (const name of Object.keys(cache)) if (isFresh(name.startsWith('file:') ? fileURLToPath(name) : name)) delete cache[name];
      }
    }
  }
`;

// src/trial/warm/guard-globals-source.ts
var globalsSource = String.raw`
  // ---- the process as it was before the first candidate ----
  // What this program itself cannot do without is looked at after each run, the rest with each check of the unchanged code.
  const vital = [];
  const watched = [];
  // Of that, what no test can be run without.
  let needed = [];
  // Objects that are as much the process's as its own.
  const alsoWatched = [];
  let cwd = '';
  let listeners = new Map();
  let environment = {};
  let environmentSize = 0;

  // Counts and state of the process's own streams are not what a candidate does.
  const restless = new Set(['_events', '_eventsCount', '_writableState', '_readableState', '_bytesDispatched', 'exitCode', '_exiting', 'env', '_type', 'writable', 'destroyed', 'mainModule', 'domain', '_maxListeners', '_undestroy', '_sockname', pickName]);

  function watch(object, list) {
    const before = new Map();
    const names = [];
    const values = [];
    const accessors = [];
    for (const name of Reflect.ownKeys(object)) {
      const own = Object.getOwnPropertyDescriptor(object, name);
      before.set(name, own);
      // The window of jsdom has names of which it describes nothing.
      if (own === undefined || restless.has(name)) continue;
      if ('value' in own) {
        names.push(name);
        values.push(own.value);
      } else accessors.push([name, own]);
    }
    list.push({ object: object, before: before, extensible: Object.isExtensible(object), names: names, values: values, accessors: accessors });
  }

  /** Whether nothing needs to be put back: what is nearly always so is found out fast. */
  function intact({ object, before, extensible, names, values, accessors }) {
    if (Object.isExtensible(object) !== extensible || Reflect.ownKeys(object).length !== before.size) return false;
    for (let at = 0; at < names.length; at += 1) if (!Object.is(object[names[at]], values[at])) return false;
    for (const [name, old] of accessors) {
      const own = Object.getOwnPropertyDescriptor(object, name);
      if (own === undefined || own.get !== old.get || own.set !== old.set) return false;
    }
    return true;
  }

  const neededNames = ['process', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'Object', 'Array', 'String', 'Number', 'Boolean', 'Function', 'Promise', 'RegExp', 'Date', 'Map', 'Set', 'WeakMap', 'Error', 'Symbol', 'Math', 'JSON', 'Reflect', 'Proxy', 'performance', 'Buffer', 'structuredClone', 'AbortController', 'Infinity', 'NaN', 'undefined', 'globalThis'];
  const hasNeeded = ({ object, names, values }) => names.every((name, at) => Object.is(object[name], values[at]));
  const builtins = ['Object', 'Array', 'String', 'Number', 'Boolean', 'Function', 'Promise', 'RegExp', 'Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'Symbol', 'Uint8Array', 'ArrayBuffer', 'URL', 'Buffer'];
  /** A global object, and the language as it is seen from there. */
  function watchRealm(scope, list, first) {
    watch(scope, first || list);
    for (const name of builtins) {
      const object = scope[name];
      if (typeof object !== 'function') continue;
      watch(object, list);
      if (object.prototype) watch(object.prototype, first && (name === 'Object' || name === 'Array') ? first : list);
    }
    for (const name of ['Math', 'JSON', 'Reflect', 'process', 'console']) if (scope[name]) watch(scope[name], list);
  }

  function rememberProcess() {
    vital.length = 0;
    watched.length = 0;
    watchRealm(globalThis, watched, vital);
    for (const object of [process.stdout, process.stderr, fs, fs.promises, require('child_process'), require('http'), require('os'), path, ...alsoWatched]) watch(object, watched);
    cwd = process.cwd();
    needed = vital.map(({ object, names, values }) => {
      const kept = names.map((name, at) => [name, values[at]]).filter(([name]) => object !== globalThis || neededNames.includes(name));
      return { object: object, names: kept.map(([name]) => name), values: kept.map(([, value]) => value) };
    });
    environment = Object.assign({}, process.env);
    environmentSize = Object.keys(environment).length;
    listeners = new Map();
    for (const name of process.eventNames()) listeners.set(name, process.rawListeners(name));
  }

  // Packages stay loaded, and so does what they tied to the process as they were: that much belongs to it from then on.
  let settled = false;
  // What the first run added or changed and was taken back.
  const firstly = [];
  /** Gives the process what the first run made of it: packages that extend the language do so once. False where that is nothing. */
  function keepFirst() {
    for (const { one, name, own } of firstly) {
      try { Object.defineProperty(one.object, name, own); } catch (error) {}
    }
    for (const one of new Set(firstly.map((each) => each.one))) {
      const now = [];
      watch(one.object, now);
      Object.assign(one, now[0]);
    }
    return firstly.length > 0;
  }

  /** Null when all is as it was; unless closed, what cannot be removed belongs to it from now on. */
  function mend(list, closed) {
    for (const one of list) {
      if (intact(one)) continue;
      const { object, before, extensible } = one;
      if (Object.isExtensible(object) !== extensible) return 'an object of the language was frozen';
      const names = Reflect.ownKeys(object);
      for (const name of names) {
        if (restless.has(name)) continue;
        const old = before.get(name);
        if (old !== undefined && 'value' in old && object[name] === old.value) continue;
        const own = Object.getOwnPropertyDescriptor(object, name);
        if (own === undefined) continue;
        const first = () => {
          if (list !== watched && list !== vital) return;
          touched.add(name);
          if (!settled) firstly.push({ one: one, name: name, own: own });
        };
        if (old === undefined) {
          first();
          if (own.configurable) delete object[name];
          else if (closed) return 'a global could not be removed: ' + String(name);
          else {
            before.set(name, own);
            if ('value' in own) {
              one.names.push(name);
              one.values.push(own.value);
            } else one.accessors.push([name, own]);
          }
        } else if (own.value !== old.value || own.get !== old.get || own.set !== old.set) {
          if (own.value !== own.value && old.value !== old.value) continue;
          first();
          try { Object.defineProperty(object, name, old); } catch (error) { return 'a global could not be put back: ' + String(name); }
        }
      }
      // Something else may have been added meanwhile: counting does not tell.
      for (const [name, old] of before) if (old !== undefined && !restless.has(name) && !Object.prototype.hasOwnProperty.call(object, name)) Object.defineProperty(object, name, old);
    }
    return null;
  }

  // Whether all is put back after each run: until a run of the unchanged code has left everything as it was, and where something was found.
  let careful = true;
  // The same after runs in modules that stay.
  let wary = true;
  let mended = false;
  // Names of globals that a run made or changed.
  const touched = new Set();
  // After runs in modules that stay, only what is needed was looked at: what was found later to have changed meanwhile.
  let unseen = false;
  let spoilt = false;
  // Realms of their own beside that of the process.
  let alsoIntact = () => true;
  let alsoPutBack = () => {};
  const allIntact = () => (!unseen || vital.every(intact)) && watched.every(intact) && isSameEnvironment() && alsoIntact();
  /** Before a run that puts things back: nobody could tell afterwards since when they were otherwise. */
  function seeAll() {
    if (unseen && !(careful ? allIntact() : vital.every(intact) && alsoIntact())) spoilt = true;
    unseen = false;
  }
  /** Whether all that is not looked at after each run is as it was. */
  function untouched() {
    if (!spoilt && allIntact()) return true;
    spoilt = false;
    mended = true;
    return false;
  }
  /** Null when all is as it was. */
  function putBack() {
    restoreEnvironment();
    alsoPutBack();
    spoilt = false;
    return mend(vital, settled) || mend(watched, settled);
  }

  /** Null when all is as it was, as far as it is looked at: least where modules stay. */
  function restoreProcess(stays) {
    const isEnough = stays && !wary && needed.every(hasNeeded);
    if (stays && !isEnough && unseen) spoilt = true;
    unseen = isEnough;
    const looksAtAll = stays ? wary : careful;
    const leak = isEnough ? null : mend(vital, settled) || (looksAtAll && !untouched() ? putBack() : null);
    if (leak !== null) return leak;
    if (process.cwd() !== cwd) process.chdir(cwd);
    for (const name of process.eventNames()) {
      const old = listeners.get(name) || [];
      for (const one of process.rawListeners(name)) if (!old.includes(one)) process.removeListener(name, one);
    }
    // A runner that was stopped amid its work does not put them back.
    for (const name of ['uncaughtException', 'unhandledRejection']) {
      const old = listeners.get(name) || [];
      const now = process.rawListeners(name);
      for (const one of old) if (!now.includes(one)) process.on(name, one);
    }
    process.exitCode = undefined;
    return null;
  }

  function isSameEnvironment() {
    const names = Object.keys(process.env);
    return names.length === environmentSize && names.every((name) => process.env[name] === environment[name]);
  }
  function restoreEnvironment() {
    for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name];
    for (const name of Object.keys(environment)) if (process.env[name] !== environment[name]) process.env[name] = environment[name];
  }

  let calm = 0;
  let calmHandles = new Set();
  function beCalm() {
    calm = pending();
    calmHandles = new Set(handles());
  }
  /** Servers and connections that a run left open, as tests do that fail before they close them: a process that ends takes them along. */
  function closeNetwork() {
    const { Server, Socket } = require('net');
    for (const handle of handles()) {
      if (calmHandles.has(handle)) continue;
      try {
        if (handle instanceof Server) {
          if (typeof handle.closeAllConnections === 'function') handle.closeAllConnections();
          handle.close();
        } else if (handle instanceof Socket) handle.destroy();
      } catch (error) {}
    }
  }
  /** What is open, each kind with how many of them there are. */
  function openNow() {
    const counts = new Map();
    for (const name of resources()) counts.set(name, (counts.get(name) || 0) + 1);
    return [...counts].map(([name, count]) => (count > 1 ? count + ' ' : '') + name).join(', ');
  }
  const pending = () => resources().filter((name) => !/^(?:TTYWrap|PipeWrap|Immediate|TickObject|FSReqPromise|CloseReq)$/.test(name)).length;
  const pause = () => new Promise((resolve) => later(resolve));
`;

// src/trial/warm/guard-loops-source.ts
var guardSource = String.raw`
  // ---- counters in loops and functions; beyond the limit the processor's time decides, in microseconds ----
  let steps = 0;
  let limit = 200000;
  // Where the original does not end, that is known at once, and nobody waits longer for it than for what ends.
  const endless = process.env.REGREEN_TRIAL_ENDLESS !== undefined;
  let allowed = endless ? Number(process.env.REGREEN_TRIAL_ENDLESS) : Infinity;
  let overAt = null;
  // What a whole run may take of the processor: rounds that make something grow may be few, and take ever longer.
  let allowedInAll = Infinity;
  let runAt = 0;
  const worked = () => { const { user, system } = cpu(); return user + system; };
  // What a loop without end was waited for.
  let waited = 0;
  const guardName = '__regreenLoop';
  // Rounds may take ever longer, and never be many: what lies between two of one test counts where nothing was loaded, by the processor's time;
  // short ones by the clock, until they have taken so long that the processor's time is asked for.
  const longMs = 20;
  const moreMicros = 50000;
  let tickedAt = null;
  let begunAt = cpu().user;
  let usedAt = begunAt;
  let slowly = 0;
  let quickly = 0;
  let enough = allowed;
  let loadedAt = 0;
  function seeRound() {
    const at = now();
    const took = tickedAt === null ? 0 : 1000 * (at - tickedAt);
    tickedAt = at;
    if (took <= 1000 * longMs) quickly += took;
    else {
      const used = cpu().user;
      const loaded = loadsSoFar();
      if (loaded === loadedAt) slowly += Math.min(took, used - usedAt);
      else begunAt += used - usedAt;
      loadedAt = loaded;
      usedAt = used;
    }
    if (slowly <= allowed && slowly + quickly <= enough) return;
    const used = cpu().user - begunAt;
    if (slowly > allowed || used > allowed) {
      waited += Math.min(slowly + quickly, used);
      tooMany = true;
      spared = false;
    } else enough = slowly + quickly + moreMicros;
  }
  // What did not end in one file of the original says nothing of what the next one does while it is loaded; where nobody sees the end of
  // that, up to its first result. A candidate is red by then.
  let spared = false;
  function beginFile() {
    spared = tooMany && changed.size === 0 && written.size === 0 && (active === null || active.number === 0);
    if (!spared) return;
    steps = 0;
    overAt = null;
    seeRoundsFromHere();
  }
  function beginTest() {
    spared = false;
    if (endless) seeRoundsFromHere();
  }
  function seeRoundsFromHere() {
    tickedAt = null;
    slowly = 0;
    quickly = 0;
    enough = allowed;
    begunAt = cpu().user;
    usedAt = begunAt;
    loadedAt = loadsSoFar();
  }
  function forgetRounds() {
    steps = 0;
    waited = 0;
    tooMany = false;
    overAt = null;
    runAt = worked();
    beginTest();
  }
  const tick = () => {
    steps += 1;
    if (endless && (!tooMany || spared)) seeRound();
    const isOver = tooMany && !spared;
    const growsSlow = steps % 256 === 0 && !endless && worked() - runAt > allowedInAll;
    if (steps <= limit && !isOver && !growsSlow) return;
    if (overAt === null) overAt = cpu().user;
    if (isOver || growsSlow || (steps % 4096 === 0 && cpu().user - overAt > allowed)) {
      if (!isOver) waited += cpu().user - overAt;
      tooMany = true;
      spared = false;
      throw new Error('${didNotEndInTime}');
    }
  };
  Object.defineProperty(globalThis, guardName, { value: tick, configurable: true, writable: true, enumerable: false });
  // The number of the candidate that is meant, where a text holds many.
  const pickName = '__regreenIs';
  Object.defineProperty(globalThis, pickName, { value: 0, configurable: true, writable: true, enumerable: false });
  let tooMany = false;
  // Places in loops and functions, by file, in the original text; told with the batch.
  const loops = new Map(endless ? parse(readFileSync(dir + '/loops.json', 'utf8')).map(([name, places]) => [root + '/' + name, places]) : []);

  // In typed text the call must please the compiler's checks.
  function guarded(text, filename, typed) {
    // What holds many candidates was guarded as it was made.
    if (active !== null && active.version.file === filename) return text;
    const places = loops.get(filename);
    if (places === undefined || places.length === 0) return text;
    const original = originals.has(filename) ? originals.get(filename) : originalOf(filename);
    const edits = changed.has(filename) ? edited.get(filename) : [];
    // What a loader made of the text has other places.
    if (original === null || !Array.isArray(edits) || text !== (changed.has(filename) ? changed.get(filename) : original)) return text;
    return withCounters(text, places, edits, typed);
  }

  function withCounters(text, places, edits, typed) {
    let out = '';
    let at = 0;
    let shift = 0;
    let next = 0;
    const call = (typed ? '(globalThis as any).' : '') + guardName + '()';
    for (const { at: place, in: where, from } of places) {
      while (next < edits.length && edits[next][1] <= place && edits[next][0] < place) {
        shift += edits[next][2].length - (edits[next][1] - edits[next][0]);
        next += 1;
      }
      // What the place is in was replaced.
      if (next < edits.length && edits[next][0] < place) continue;
      if (next > 0 && edits[next - 1][1] >= place) continue;
      // What is before a condition, or all of it, may be another kind of loop now.
      if (where === 'condition' && ((next > 0 && edits[next - 1][1] > from) || (next < edits.length && edits[next][0] === place && /^\s*(?:;|$)/.test(edits[next][2])))) continue;
      const target = place + shift;
      out += text.slice(at, target) + (where === 'body' ? ';' + call + ';' : call + ',');
      at = target;
    }
    return out + text.slice(at);
  }
  let edited = new Map();
`;

// src/trial/warm/jasmine-source.ts
var jasmineEntry = String.raw`/\/jasmine\/bin\/jasmine\.js$/`;
var jasmineDriverSource = String.raw`
  // ---- jasmine ----
  function jasmineDriver(main) {
    const program = scriptDriver(main);
    return async () => {
      const code = await program();
      // It takes the tests in another order each time, which is no other outcome; those of one name are told in the order they are written in.
      const inOrder = heard.map((event) => [stringify([event.file, event.path]), event]);
      heard = inOrder.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, event]) => event);
      words = words.split('\n').sort().join('\n');
      return code;
    };
  }
`;

// src/trial/warm/jest-kept-source.ts
var jestKeptSource = String.raw`
  // ---- jest: the tests of a text that stay loaded, without the framework ----
  // What keeps something from test to test, or comes by another way than hooks before and after each.
  const unusualInJest = /\bjest\b(?!\/)|\bsinon\b|\.extend\(|\bimport\(|[sS]napshot|\b[mM]ock|ssertions\(|retryTimes/;
  const jestNames = new Set(['expect', 'test', 'it', 'describe', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll', 'fit', 'fdescribe', 'xit', 'xdescribe', 'xtest', guardName, pickName, handName]);
  const isOfJest = (name) => (typeof name === 'symbol' ? /JEST|jest|RETRY|EVENT_HANDLERS|TIMEOUT/.test(name.description) : jestNames.has(name));

  /** What a run has left in the environment of a place, before it is put back; null where that is more than jest's own. */
  function leftBy(place, runtime, results) {
    const scope = place.environment.global;
    const [own, ...others] = jestMemories.get(place.environment);
    const state = scope[Object.getOwnPropertySymbols(scope).find(({ description }) => description === 'JEST_STATE_SYMBOL')];
    const added = Reflect.ownKeys(scope).filter((name) => !own.before.has(name) && !restless.has(name));
    if (state === undefined || !hasNeeded(own) || !added.every(isOfJest)) return null;
    const globals = added.map((name) => [scope, name, Object.getOwnPropertyDescriptor(scope, name)]);
    // Each runtime has its own.
    for (const name of ['getBuiltinModule']) {
      const given = Object.getOwnPropertyDescriptor(scope.process, name);
      const { before } = others.find(({ object }) => object === scope.process);
      if (given === undefined || !before.has(name) || given.value === before.get(name).value) continue;
      globals.push([scope.process, name, given]);
      Object.defineProperty(scope.process, name, before.get(name));
    }
    return others.every(intact) ? { runtime: runtime, state: state, told: results.testResults, globals: globals } : null;
  }

  /** What the tests of a file reach before they run: all of them, as nobody knows yet which fail. */
  function loadedBy({ environment }, runtime, { rootDescribeBlock }) {
    const scope = environment.global;
    const realm = jestMemories.get(environment);
    const given = Reflect.ownKeys(scope).filter((name) => !realm[0].before.has(name)).map((name) => scope[name]);
    const functions = [];
    const visit = (block) => {
      functions.push(...block.hooks.map(({ fn }) => fn));
      for (const child of block.children) child.type === 'describeBlock' ? visit(child) : functions.push(child.fn);
    };
    visit(rootDescribeBlock);
    const known = [scope, scope[Symbol.for('$$jest-matchers-object')]].concat(given, realm.map(({ object }) => object), handedOut(runtime));
    const exported = [...runtime.regreenModules.values()].map((module) => module.exports);
    // Hooks of jest itself are of this realm.
    return { roots: exported.concat(functions.filter((fn) => typeof fn === 'function' && !(fn instanceof Function))), known: known };
  }

  /** The tests of all places, to be run again; null where one of them cannot be. */
  function stayInJest(tests) {
    const home = parked;
    const files = home === null || home.spoilt ? [null] : tests.map((test) => loadedInJest(home.places.get(test.path)));
    if (files.includes(null)) return null;
    const run = async (choose) => {
      if (parked !== home || home.spoilt) return 2;
      for (const file of files) {
        file.enter();
        for (const test of file.tests) if (choose(test)) await test.run();
      }
      return 1;
    };
    const isRed = ({ failed }) => failed;
    return { run: () => run(isRed), whole: () => run(() => true), roots: files.flatMap(({ roots }) => roots), known: files.flatMap(({ known }) => known) };
  }

  /** A file in its place, and its tests. */
  function loadedInJest(place) {
    const { config, environment, file, left } = place;
    const isUnusual = config.resetModules || config.resetMocks || config.restoreMocks || (config.fakeTimers && config.fakeTimers.enableGlobally) || config.timers === 'fake';
    if (!left || isUnusual || left.runtime.regreenModules.size === 0) return null;
    const texts = [...left.runtime.regreenModules.keys()].filter((one) => isOwn(one)).map((one) => originalOf(one));
    if (texts.some((text) => text === null || unusualInJest.test(text))) return null;
    const tests = testsInJest(left, file);
    if (tests === null) return null;
    const scope = environment.global;
    const matchers = scope[Symbol.for('$$jest-matchers-object')];
    const kinds = Object.assign({}, matchers && matchers.matchers);
    const here = { memory: null };
    const enter = () => {
      scope[pickName] = active.number;
      if (place.entered === here) return;
      leavePlace(place);
      for (const [object, name, own] of left.globals) Object.defineProperty(object, name, own);
      for (const [name, value] of [[handName, globalThis[handName]], [guardName, tick], [pickName, active.number]]) Object.defineProperty(scope, name, { value: value, configurable: true, writable: true, enumerable: false });
      if (matchers) Object.assign(matchers.matchers, kinds);
      if (here.memory === null) here.memory = rememberRealm(scope);
      place.entered = here;
    };
    const given = left.globals.map(([, , own]) => own.value);
    const known = [scope, matchers].concat(given, jestMemories.get(environment).map(({ object }) => object), handedOut(left.runtime));
    const exported = [...left.runtime.regreenModules.values()].map((module) => module.exports);
    const modules = { before: () => prepareExpect(matchers), timeout: left.state.testTimeout };
    for (const test of tests) test.given = modules;
    return { enter: enter, tests: tests, known: known, roots: exported.concat(tests.filter(({ failed }) => failed).flatMap(({ roots }) => roots)) };
  }

  // As jest has it at the start of each test.
  function prepareExpect(matchers) {
    if (matchers) Object.assign(matchers.state, { assertionCalls: 0, numPassingAsserts: 0, expectedAssertionsNumber: null, isExpectingAssertions: false, suppressedErrors: [] });
  }
  /** What jest gives a module that imports its globals. */
  function handedOut(runtime) {
    const found = [];
    for (const file of runtime.regreenModules.keys()) {
      if (!isOwn(file) || !String(originalOf(file)).includes('@jest/globals')) continue;
      try { found.push(runtime.requireModuleOrMock(file, '@jest/globals').jest); } catch (error) {}
    }
    return found;
  }

  const timed = ({ fn, timeout }) => ({ fn: fn, ms: timeout });
  /** Null where one of them takes more than its hooks and itself. */
  function testsInJest({ state, told }, file) {
    const found = [];
    let sound = true;
    const visit = (block, above) => {
      const blocks = above.concat(block);
      for (const child of block.children) {
        if (child.type === 'describeBlock') visit(child, blocks);
        else found.push({ test: child, blocks: blocks });
      }
    };
    visit(state.rootDescribeBlock, []);
    if (found.length !== told.length || found.length > 500) return null;
    const tests = found.map(({ test, blocks }, at) => {
      const path = told[at].ancestorTitles.filter((title) => title !== '').concat(told[at].title);
      const status = jestStates[told[at].status] || 'skipped';
      const say = (status, error) => hear({ e: 'result', runner: 'jest', file: file, path: path, status: status, error: error });
      if (told[at].title !== test.name) sound = false;
      if (status !== 'passed' && status !== 'failed') return { failed: false, roots: [], run: async () => say(status, null) };
      const hooks = blocks.flatMap((block) => block.hooks);
      // That of jest itself is of another realm.
      const ofJest = ({ fn }) => fn instanceof Function;
      const hooksOf = (block, type) => block.hooks.filter((hook) => hook.type === type && !ofJest(hook));
      const before = blocks.flatMap((block) => hooksOf(block, 'beforeEach'));
      const after = blocks.slice().reverse().flatMap((block) => hooksOf(block, 'afterEach'));
      if (hooks.some(({ type }) => type === 'beforeAll' || type === 'afterAll') || test.concurrent || test.failing) sound = false;
      const all = [test].concat(before, after);
      if (!all.every(({ fn }) => isPlain(fn))) sound = false;
      const own = { failed: status === 'failed', roots: all.map(({ fn }) => fn), given: null, run: null };
      own.run = async () => {
        own.given.before();
        const { status, error } = await callTest(timed(test), before.map(timed), after.map(timed), { context: Object.create(null), limit: own.given.timeout, hooksMayFail: true });
        // To make a stack takes longer than most tests: words are compared with no candidate meant only.
        const words = error === null ? null : String((active.number === 0 && error.value && error.value.stack) || (error.value && error.value.message) || error.value);
        say(status, words === null ? null : { message: words });
      };
      return own;
    });
    return sound ? tests : null;
  }

  /** The environment of a place as a run in it finds it: those who looked at it less are told when it was otherwise. */
  function leavePlace(place) {
    if (!place.entered) return;
    if (!place.entered.memory.every(intact)) spoilt = true;
    place.entered = null;
    if (restorePlace(place, true) !== null) parked.spoilt = true;
  }
  alsoIntact = () => parked === null || [...parked.places.values()].every(({ entered }) => !entered || entered.memory.every(intact));
  alsoPutBack = () => { if (parked !== null) for (const place of parked.places.values()) leavePlace(place); };
`;

// src/trial/warm/jest-stay-source.ts
var jestStaySource = String.raw`
  // ---- jest: the environment of a file stays for many candidates ----
  const jestCircus = /[/]jest-circus[/](?:build[/])?runner[.]js$/;
  // What no one puts back in there piles up: serializers of snapshots for one.
  const mostInOne = 500;
  let parked = null;
  let staying = null;
  const jestMemories = new WeakMap();
  // What empties the document of an environment, and stops its timers.
  const jestDocuments = new WeakMap();
  // An element that is defined is so for good.
  let definesElements = false;

  // Each that is in use costs every promise of the process: those of a candidate, and of its framework, end with it.
  const storages = [];
  function watchStorages() {
    const asyncHooks = require('async_hooks');
    const Storage = asyncHooks.AsyncLocalStorage;
    class AsyncLocalStorage extends Storage {
      constructor(...args) {
        super(...args);
        if (staying !== null) storages.push(this);
      }
    }
    // Since Node 24 it is a getter, which cannot be assigned to.
    Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value: AsyncLocalStorage, enumerable: true, configurable: true, writable: true });
  }

  function rememberRealm(scope) {
    // Globals that are made when first asked for.
    for (const name of Reflect.ownKeys(scope)) try { void scope[name]; } catch (error) {}
    const list = [];
    watchRealm(scope, list);
    if (scope.process && scope.process.env) watch(scope.process.env, list);
    for (const prototype of (jestDocuments.get(scope) || { prototypes: [] }).prototypes) watch(prototype, list);
    return list;
  }

  /** Before anything is remembered of an environment that is to stay. */
  function keepJestDom({ dom, global: scope }) {
    if (!dom || !dom.window || !scope.document) return;
    const stopTimers = hearTimers(scope);
    const { close } = scope;
    scope.close = function () {
      // Nothing runs in it any more.
      if (running && parked !== null) parked.spoilt = true;
      return close.apply(this, arguments);
    };
    let prototypes = [];
    const empty = keptDom(scope, (found) => { prototypes = found; }, () => { definesElements = true; });
    if (empty !== null) jestDocuments.set(scope, { put: () => { stopTimers(); empty(); }, prototypes: prototypes });
  }

  /** Timers of a window go on though the tests that started them are over. */
  function hearTimers(scope) {
    const started = [];
    for (const [start, stop] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
      const begin = scope[start];
      const end = scope[stop];
      if (typeof begin !== 'function' || typeof end !== 'function') continue;
      scope[start] = Object.assign(function (...given) {
        const id = begin.apply(this, given);
        if (running) started.push([end, id]);
        return id;
      }, begin);
    }
    return () => { for (const [end, id] of started.splice(0)) end.call(scope, id); };
  }

  /** In place of the framework that a file is configured with. */
  function jestFramework(settings, config, environment, runtime, file, send) {
    const arrived = parked === null ? undefined : parked.arrivals.get(file);
    if (arrived === undefined) return jestStay.adapter(settings, config, environment, runtime, file, send);
    return new Promise((resolve) => {
      const release = () => resolve({ numPassingTests: 0, numFailingTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], perfStats: {}, snapshot: {}, failureMessage: null, leaks: false, openHandles: [] });
      arrived({ config: config, environment: environment, runtime: runtime, file: file, send: send, release: release, internals: new Map(), matchers: null, left: null, entered: null });
    });
  }

  /** False when these files cannot stay, or did not get as far as their framework: nothing was told then. */
  async function jestStay(tests, settings, runFiles, success, failure) {
    if (definesElements) {
      await leaveJest();
      return false;
    }
    // What was judged in modules that stay there is checked there.
    if (parked !== null && ((parked.runs >= mostInOne && kept.size === 0) || parked.spoilt)) await leaveJest();
    if (parked === null && !(await parkJest(tests, runFiles))) return false;
    parked.runs += 1;
    for (const place of parked.places.values()) leavePlace(place);
    for (const test of tests) {
      const place = parked.places.get(test.path);
      beginFile();
      try { success(test, await runInPlace(place, settings)); } catch (error) { failure(test, error); }
      if (restorePlace(place, parked.runs > 1) !== null) parked.spoilt = true;
    }
    return true;
  }

  async function parkJest(tests, runFiles) {
    parked = { arrivals: new Map(), places: new Map(), ends: [], runs: 0, spoilt: false };
    for (const test of tests) {
      const place = await new Promise((resolve) => {
        parked.arrivals.set(test.path, resolve);
        const nothing = () => {};
        parked.ends.push(runFiles([test], nothing, nothing).then(() => resolve(null), () => resolve(null)));
      });
      if (place !== null) parked.places.set(test.path, place);
      if (place === null || !canStay(place)) {
        await leaveJest();
        return false;
      }
      restorePlace(place, false);
    }
    return true;
  }

  function canStay({ config, environment, runtime, file }) {
    const isKnown = environment.constructor.name === 'NodeEnvironment' || jestDocuments.has(environment.global);
    if (!isKnown || (config.snapshotSerializers || []).length > 0) return false;
    return jestMemories.has(environment) && !runtime.unstable_shouldLoadAsEsm(file) && !(config.setupFiles || []).concat(config.setupFilesAfterEnv || []).some((one) => runtime.unstable_shouldLoadAsEsm(one));
  }

  async function leaveJest() {
    if (parked === null) return;
    for (const place of parked.places.values()) place.release();
    await Promise.all(parked.ends);
    parked = null;
  }

  async function runInPlace(place, settings) {
    const { config, environment, file, send } = place;
    if (environment.moduleMocker) environment.moduleMocker = new environment.moduleMocker.constructor(environment.global);
    staying = place;
    const runtime = place.runtime.regreenAgain();
    try {
      for (const one of config.setupFiles || []) {
        const loaded = runtime.requireModule(one);
        if (typeof loaded === 'function') await loaded();
      }
      if (awaited !== null || spared) environment.handleTestEvent = ({ name }, state) => { if (name === 'run_start') seeLoaded(() => loadedBy(place, runtime, state)); };
      const results = await jestStay.adapter(Object.assign({}, settings, { noStackTrace: true }), config, environment, runtime, file, send);
      place.left = active !== null && active.number === 0 ? leftBy(place, runtime, results) : null;
      return results;
    } finally {
      staying = null;
      delete environment.handleTestEvent;
      for (const storage of storages.splice(0)) storage.disable();
      runtime.restoreAllMocks();
      // The modern ones first: they take away what others have put there.
      for (const timers of [environment.fakeTimersModern, environment.fakeTimers]) if (timers) timers.useRealTimers();
    }
  }

  /** Null when the environment is as it was before the first candidate. */
  function restorePlace(place, closed) {
    const scope = place.environment.global;
    restoreMatchers(place, scope[Symbol.for('$$jest-matchers-object')]);
    const leak = mend(jestMemories.get(place.environment), closed);
    // By what the window has of its own, not by what a test has put there.
    if (jestDocuments.has(scope)) jestDocuments.get(scope).put();
    return leak;
  }

  function restoreMatchers(place, matchers) {
    if (matchers === undefined) return;
    if (place.matchers === null) place.matchers = { state: Object.assign({}, matchers.state), names: new Set() };
    for (const name of Object.keys(matchers.state)) if (!(name in place.matchers.state)) delete matchers.state[name];
    Object.assign(matchers.state, place.matchers.state);
    if (matchers.customEqualityTesters) matchers.customEqualityTesters.length = 0;
  }
`;

// src/trial/warm/loaded-tests-source.ts
var loadedTestsSource = String.raw`
  // ---- tests called by themselves: whatever may be otherwise than in their runner is told as skipped, and then judged with all modules anew ----
  const { isGeneratorFunction } = require('util').types;
  /** Whether nothing but a call is needed: no callback, no generator. */
  const isPlain = (fn) => typeof fn === 'function' && fn.length === 0 && !isGeneratorFunction(fn);

  /** Test and hooks have an fn, and may have a timeout of their own, in milliseconds; where hooks may not fail, that is otherwise. */
  async function callTest(test, before, after, { context, limit, hooksMayFail }) {
    let failure = null;
    let strange = false;
    const guard = async (one) => {
      try {
        const given = one.fn.call(context);
        if (given === undefined) return;
        if (given === null || typeof given.then !== 'function') strange = true;
        else if (!(await inTime(given, one.ms || limit))) throw new Error('it came to no end');
      } catch (error) {
        if (one !== test && !hooksMayFail) strange = true;
        failure = failure || { value: error };
      }
    };
    for (const hook of before) if (failure === null) await guard(hook);
    if (failure === null) await guard(test);
    for (const hook of after) await guard(hook);
    return { status: strange ? 'skipped' : failure !== null ? 'failed' : 'passed', error: failure };
  }
  /** False where it took too long. */
  async function inTime(promise, ms) {
    let timer = null;
    const late = new Promise((resolve) => { timer = timeout(() => resolve(false), ms || 5000); });
    try { return await Promise.race([promise.then(() => true), late]); } finally { clearTimeout(timer); }
  }
`;

// src/trial/warm/uvu-source.ts
var uvuEntry = String.raw`/\/uvu\/bin\.js$/`;
var uvuDriverSource = String.raw`
  // ---- uvu ----
  const uvuLine = /^\S.*\.\w+$| {2}\(\d+ \/ \d+\)$|^ {3}FAIL {2}|^ {2}(?:Total|Passed|Skipped): |^ \S|[•✘](?= |$)|[\u001b\r]/;

  /** What an earlier run has put into the queue is not for the next one, even where its globals were found to be kept. */
  function emptyQueue() {
    for (const name of ['UVU_QUEUE', 'UVU_INDEX', 'UVU_DEFER']) delete globalThis[name];
  }

  function uvuDriver(main) {
    // It sets this for all that it loads, and would be found to have changed the environment each time.
    if (!process.argv.slice(2).some((argument) => /colou?r|^-[a-z]*c/.test(argument))) process.env.FORCE_COLOR = '1';
    const program = scriptDriver(main);
    const drive = async () => {
      const printed = { out: '', err: '' };
      overhear = (stream, text) => { if (printed[stream].length < mostPrinted) printed[stream] += text; };
      const code = await program();
      overhear = null;
      const lines = linesOf(printed.out);
      const crash = linesOf(printed.err).filter((line) => / imported from /.test(line));
      heard.push({ e: 'output', file: null, stream: 'out', text: lines.filter((line) => uvuLine.test(line)).join('\n') });
      if (crash.length > 0) heard.push({ e: 'output', file: null, stream: 'err', text: crash.join('\n') });
      hearPrinted(printed.out + printed.err);
      words += lines.filter((line) => /^ {4}(?!at )/.test(line)).join('\n');
      return code;
    };
    return drive;
  }
`;

// src/trial/warm/loop-source.ts
var loopSource = String.raw`
  // ---- one run ----
  let silent = null;
  function silence() {
    silent = [process.stdout.write, process.stderr.write];
    const write = (stream) => function (chunk, encoding, done) {
      if (overhear !== null) overhear(stream, typeof chunk === 'string' ? chunk : String(Buffer.from(chunk)));
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') process.nextTick(callback);
      return true;
    };
    process.stdout.write = write('out');
    process.stderr.write = write('err');
  }
  /** Takes what is printed, as long as the run has not ended; null where nobody listens. */
  let overhear = null;

  async function once(drive, stays) {
    heard = [];
    numbers.clear();
    canaryHeard = false;
    deep = false;
    words = '';
    waitedMs = 0;
    syntaxError = null;
    exitCode = null;
    forgetRounds();
    tidy();
    if (!stays) {
      seeAll();
      forget();
      tellHooks();
    }
    globalThis[pickName] = active === null ? 0 : active.number;
    running = true;
    hearing = true;
    hasFallen = false;
    // One more that listens changes nothing where a runner does.
    const rejections = process.listenerCount('unhandledRejection') > 0 ? fall : null;
    if (rejections !== null) process.on('unhandledRejection', rejections);
    let code = 1;
    try { code = await drive(); } catch (error) { if (error !== exited) uncaught(error); }
    await pause();
    if (rejections !== null) process.off('unhandledRejection', rejections);
    hearing = false;
    ended = null;
    const events = heard;
    // A process of its own would have ended here: what goes on all the same must be over before the next run.
    for (let turn = 0; turn < 200 && resources().includes('Immediate'); turn += 1) await pause();
    let leak = restoreProcess(stays);
    if (leak === null && pending() > calm) {
      const calmDown = async () => {
        for (let turn = 0; turn < 20 && pending() > calm; turn += 1) await new Promise((resolve) => timeout(resolve, 1));
        return pending() <= calm;
      };
      if (!(await calmDown())) {
        closeNetwork();
        if (!(await calmDown())) leak = 'something is still open: ' + openNow();
      }
    }
    return { green: code === 0, outcome: stringify({ events: events, exitCode: code }), canary: canaryHeard, invalid: syntaxError, tooMany: tooMany, deep: deep, words: words, leak: leak };
  }

  // Counts and names that are made up go on from run to run.
  const withoutNumbers = (text) => text.replace(/[\w:«»-]*\d[\w:«»-]*/g, '0');
  const wordsOf = ({ words }) => withoutNumbers(words);

  // Outcomes repeat: each is told once, and by its number from then on.
  const outcomes = new Map();
  function numberOf(outcome) {
    if (outcomes.has(outcome)) return outcomes.get(outcome);
    const number = outcomes.size;
    outcomes.set(outcome, number);
    tell({ outcome: number, said: parse(outcome) });
    return number;
  }

  /** What a run tells when a file's text throws: on disk, in memory, or both. */
  async function canaryRun(drive, name, onDisk, inMemory) {
    const file = root + '/' + name;
    const text = 'throw new Error("' + canary + '");\n';
    reach.set(name, inMemory && !onDisk ? 'modules' : 'disk');
    apply(inMemory ? [[name, text]] : []);
    if (onDisk && !inMemory) {
      put(file, text);
      written.add(file);
    }
    return once(drive);
  }

  /** What of the tests sees the text of a file. */
  async function reachOf(drive, name, original) {
    if (reach.has(name)) return reach.get(name);
    const file = root + '/' + name;
    let found = 'nothing';
    if (!boot.has(file)) {
      const shows = (run) => run.canary || run.outcome !== original;
      const inModules = originalOf(file) !== null && shows(await canaryRun(drive, name, false, true));
      if (inModules) found = shows(await canaryRun(drive, name, true, false)) ? 'disk' : 'modules';
      else if (shows(await canaryRun(drive, name, true, true))) found = 'disk';
    }
    apply([]);
    reach.set(name, found);
    return found;
  }

  /** Whether the tests load what is built of a file. What others read as well, child processes perhaps, stays as it lies on disk. */
  async function reachBuilt(drive, name, original) {
    if (builds.has(name) || unbuilt.has(name)) return builds.has(name);
    let outputs = [];
    try { outputs = outputsOf(name); } catch (error) {}
    const seen = [];
    for (const output of outputs) seen.push([output, await reachOf(drive, output.name, original)]);
    const loaded = seen.filter(([, reach]) => reach === 'modules').map(([output]) => output);
    if (loaded.length === 0 || seen.some(([, reach]) => reach === 'disk')) unbuilt.add(name);
    else builds.set(name, loaded);
    return builds.has(name);
  }

  /** Jest and vitest take care of \`process.exit\` and of errors themselves. */
  async function work(drive, ownExit) {
    try {
      if (!ownExit) catchExit();
      silence();
      rememberProcess();
      for (let turn = 0; turn < 3; turn += 1) await pause();
      beCalm();
      rememberTree();
      const first = await once(drive);
      if (first.leak !== null) return unfit(first.leak);
      settled = true;
      let took = 0;
      let used = 0;
      let usedInAll = 0;
      const again = async () => {
        const [at, before, inAll] = [now(), cpu().user, worked()];
        mended = false;
        touched.clear();
        const run = await once(drive);
        took = now() - at;
        used = cpu().user - before;
        usedInAll = worked() - inAll;
        return run;
      };
      let second = await again();
      // What is red either way says little of whether a fix would be green: where more stays than modules, the words must be the same, twice.
      if (drive.retreat) {
        const third = await again();
        const differs = [second, third].some((run) => run.outcome !== first.outcome || run.words !== first.words);
        if (differs && (await drive.retreat())) second = await again();
      } else {
        const differs = () => second.leak === null && (second.outcome !== first.outcome || second.words !== first.words);
        if (differs() && drive.isProgram && renewPackages()) second = await again();
        if (differs() && keepFirst()) second = await again();
      }
      if (second.leak !== null) return unfit(second.leak);
      if (drive.sameWords && wordsOf(second) !== wordsOf(first)) return unfit('a second run in the same process fails in other words');
      if (first.outcome !== second.outcome) return unfit('a second run in the same process ends otherwise');
      const original = second.outcome;
      const restless = mended;
      // What the tests see by way of globals is made anew with the modules; the runner's own are asked for while they load.
      const expected = drive.globals === undefined ? [] : drive.globals();
      if ([...touched].some((name) => !expected.includes(name))) mayStay = false;
      // What the original was waited for is not what its tests take.
      allowed = tooMany ? Math.min(allowed, Math.max(300000, used - waited)) : Math.max(300000, 10 * used);
      allowedInAll = Math.max(4000000, 20 * usedInAll);
      tell({ ready: numberOf(original), took: took });
      for (;;) {
        const batch = nextBatch();
        for (const [name, places] of batch.loops) {
          loops.set(root + '/' + name, places);
          compiled.delete(root + '/' + name);
        }
        if (batch.loops.length > 0 && !(await same(drive, original))) return;
        if (!tooMany) limit = Math.max(limit, 10 * steps);
        await judgeBatch(drive, batch, original, { took: took, careful: restless || batch.careful });
      }
    } catch (error) {
      unfit('the worker failed: ' + String(error && error.stack));
    }
  }

  // Whoever asked may have no more time: what is not checked by then was judged in vain. A check costs a run.
  const uncheckedMs = (took) => Math.max(1000, 8 * took);

  async function judgeBatch(drive, batch, original, usual) {
    careful = usual.careful;
    wary = batch.careful;
    // The first candidate that was judged since the last check.
    let unchecked = 0;
    let sinceCheck = 0;
    let checkedAt = now();
    const versions = batch.versions.map(([name, text]) => ({ name: name, file: root + '/' + name, text: text, fit: null, stay: null }));
    for (let at = 0; at < batch.candidates.length; at += 1) {
      const run = await judgeOne(drive, batch.candidates[at], versions, original);
      if (run !== null && run.leak !== null) {
        apply([]);
        // What was judged before counts all the same when the original does not mind what is left over.
        if (careful && (await once(drive)).outcome === original) tell({ checked: true });
        tell({ leak: run.leak });
        return exitNow(0);
      }
      if (run !== null) sinceCheck += run.stayed ? 0.02 : 1;
      const isLast = at === batch.candidates.length - 1 || (run !== null && run.green);
      if (sinceCheck === 0 || !(isLast || sinceCheck >= batch.checkEvery || now() - checkedAt > uncheckedMs(usual.took))) continue;
      // Another text must not be judged before this one is known to have stayed as it was.
      const stayed = await keptAsBefore();
      if (stayed && ((careful && !unseen && !spoilt) || untouched())) {
        if (!(await same(drive, original))) return;
        careful = usual.careful;
        wary = batch.careful;
        unchecked = at + 1;
        // What looks green is judged again elsewhere at once: the rest can wait.
        if (isLast) break;
      } else {
        // One of them changed what the others saw: all are judged anew.
        const leak = untouched() ? null : putBack();
        if (leak !== null) {
          tell({ leak: leak });
          return exitNow(0);
        }
        if (stayed) careful = wary = true;
        at = unchecked - 1;
      }
      sinceCheck = 0;
      checkedAt = now();
    }
    tell({ ended: batch.number, heap: process.memoryUsage().heapUsed });
  }

  /** Null where the tests do not see what it changes. */
  async function judgeOne(drive, candidate, versions, original) {
    begin(candidate.id);
    for (const [name] of candidate.files) {
      if ((await reachOf(drive, name, original)) !== 'nothing' || (await reachBuilt(drive, name, original))) continue;
      done({ done: candidate.id, blind: name });
      return null;
    }
    const run = (await runInVersion(drive, candidate, versions, original)) || (await runAlone(drive, candidate));
    if (run.invalid !== null) done({ done: candidate.id, invalid: run.invalid });
    else if (run.tooMany) done({ done: candidate.id, endless: true });
    else done({ done: candidate.id, is: numberOf(run.outcome) });
    return run;
  }

  function runAlone(drive, candidate) {
    const files = builtFiles(candidate.files);
    apply(files);
    edited = new Map(files.map(([name, edits]) => [root + '/' + name, edits]));
    return once(drive);
  }

  /**
   * Runs a candidate as one of many in a text; null where it must be run alone. The text counts only when the tests end with it as with
   * the original while no candidate is meant, and with its first candidate as with that one alone.
   */
  async function runInVersion(drive, candidate, versions, original) {
    if (candidate.at === undefined) return null;
    const [at, number] = candidate.at;
    const version = versions[at];
    useBuiltVersion(version);
    if (version.fit === false || reach.get(version.name) !== 'modules') return null;
    const meant = (number) => {
      apply([]);
      active = { version: version, number: number };
      return once(drive);
    };
    if (version.fit === null) {
      const run = await meant(number);
      const alone = run.leak === null ? await runAlone(drive, candidate) : run;
      version.fit = run.outcome === alone.outcome;
      if (!version.fit || alone.leak !== null) return alone;
      const plain = await runPlain(drive, original, () => meant(0));
      version.fit = plain.outcome === original && plain.leak === null;
      // What looks green ends the batch.
      if (version.fit && !alone.green) await keep(drive, version, original, plain);
      return alone;
    }
    const staid = await runKept(version, number, original);
    if (staid !== null) return staid;
    const run = await meant(number);
    // Its frames are larger than those of the candidate alone.
    return run.deep && run.leak === null ? runAlone(drive, candidate) : run;
  }

  /** The original must behave as at the start: what was judged since the last such check counts only then. */
  async function same(drive, original) {
    apply([]);
    const run = await once(drive);
    if (run.outcome === original && run.leak === null) {
      tell({ checked: true });
      return true;
    }
    tell({ leak: 'the unchanged code behaves otherwise than at the start' });
    exitNow(0);
    return false;
  }

  // ---- where the process is taken over ----
  const argument = process.argv[1];
  let main = null;
  try { main = typeof argument === 'string' ? realpathSync(argument) : null; } catch (error) {
    try { main = realpathSync(argument + '.js'); } catch (failure) {}
  }
  probe.sink = undefined;
  // How a test failed matters little here, and takes longer to tell than many tests to run.
  const describe = (error) => {
    let message = null;
    try { message = String(error !== null && typeof error === 'object' ? error.message : error).slice(0, 2000); } catch (failure) {}
    return { name: null, message: message, stack: null, code: null, expected: null, actual: null };
  };
  const listen = () => {
    probe.describe = describe;
    probe.sink = (event) => { const own = hearRaw(event); if (own !== null) hear(own); };
  };
  const isAva = main !== null && ${avaEntry}.test(main);
  // From version 4 on.
  const isEsmAva = isAva && main.endsWith('.mjs');
  hookModules();
  const isUvu = main !== null && ${uvuEntry}.test(main);
  const isTap = process.env.REGREEN_TRIAL_TAP === '1';
  const isJasmine = main !== null && ${jasmineEntry}.test(main);
  const isProgram = main !== null && (isOwn(main) || isUvu || isJasmine || /\/node_modules\/tape\/bin\/tape$/.test(main)) && !process.execArgv.includes('--test');
  if (isProgram) {
    const runMain = Module.runMain;
    const begin = () => {
      listen();
      rememberBoot();
      working = true;
      // What the main file loads may use it, too: the process was given its reporter then.
      let usesNodeTest = isOwn(main) && process.execArgv.some((arg) => arg.includes('/node-reporter.mjs'));
      try { usesNodeTest = usesNodeTest || isOwn(main) && /['"]node:test['"]/.test(readFileSync(main, 'utf8')); } catch (error) {}
      const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [main];
      const driver = isUvu ? uvuDriver : isJasmine ? jasmineDriver : scriptDriver;
      work(isTap ? tapDriver(files) : usesNodeTest ? nodeTestDriver(files) : driver(main));
    };
    Module.runMain = function () {
      if (!claim()) return runMain.apply(this, arguments);
      Module.runMain = runMain;
      if (!/(?:^|\s)--import[\s=]/.test(process.execArgv.concat(process.env.NODE_OPTIONS || '').join(' '))) return begin();
      // What it names is loaded in there, before the main file: that is one of ours.
      const sign = Symbol.for('regreen.begin');
      globalThis[sign] = () => {
        delete globalThis[sign];
        process.mainModule = undefined;
        begin();
      };
      return runMain.call(this, dir + '/begin.cjs');
    };
  } else {
    const claimed = claim;
    claim = function () { const taken = claimed(); if (taken) listen(); return taken; };
    if (main !== null && /\/vitest\/vitest\.mjs$/.test(main)) hookVitestMain();
    else if (vitestHome !== undefined && typeof process.send === 'function') hookVitestWorker();
    else if (main !== null && jestEntry.test(main)) hookJest();
    else if (isAva) hookAva(main);
    else hookMocha();
  }
})();
`;

// src/trial/warm/modules-source.ts
var asyncHooks = `import { receiveMessageOnPort } from 'node:worker_threads';
let cell;
let texts = new Map();
export function initialize(data) { cell = data; }
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const g = Atomics.load(cell.shared, 0);
  const isFresh = cell.renewed.test(resolved.url) || (resolved.url.startsWith(cell.root) && !resolved.url.includes('/node_modules/'));
  if (g === 0 || /[?#]/.test(resolved.url) || !isFresh || context.conditions.includes('require')) return resolved;
  return { ...resolved, url: resolved.url + '?regreen=' + g };
}
export async function load(url, context, next) {
  if (cell.ava && ${avaFork}.test(url)) return { format: 'module', source: ${JSON.stringify(avaForkSource)}, shortCircuit: true };
  for (let told = receiveMessageOnPort(cell.port); told !== undefined; told = receiveMessageOnPort(cell.port)) texts = told.message;
  if (url.includes('?regreen=')) Atomics.add(cell.shared, 1, 1);
  const text = url.includes('?regreen=') ? texts.get(url.replace(/[?].*$/, '')) : undefined;
  return text === undefined ? next(url, context) : { format: 'module', source: text, shortCircuit: true };
}
`;
var modulesSource = String.raw`
  // ---- a fresh module graph for each candidate ----
  const vm = require('vm');
  let generation = 0;
  let running = false;
  const boot = new Set();
  const compiled = new Map();
  // Test frameworks that keep their state in the module.
  let renewed = /\/node_modules\/(?:tape|tap|libtap|@tapjs\/[^/]+|tap-parser|uvu|zora|baretest|jasmine|jasmine-core)\//;
  const isOwn = (file) => file.startsWith(root + '/') && !file.includes('/node_modules/');
  const freshness = new Map();
  function isFresh(file) {
    if (!freshness.has(file)) freshness.set(file, isOwn(file) || renewed.test(file));
    return freshness.get(file);
  }

  /** Whatever packages there are may keep state, too: all are evaluated anew from now on. False where they are so already. */
  function renewPackages() {
    if (renewed.test('/node_modules/')) return false;
    renewed = /\/node_modules\//;
    freshness.clear();
    return true;
  }

  function forget() {
    generation += 1;
    Atomics.store(shared, 0, generation);
    for (const file of Object.keys(Module._cache)) if (isFresh(file) && !boot.has(file)) delete Module._cache[file];
    forgetInEsm();
  }

  function rememberBoot() {
    for (const file of Object.keys(Module._cache)) if (isOwn(file)) boot.add(file);
  }

  /**
   * Loads files that the runner has loaded before its tests: they and what they load are then as fresh as any. False, and all as before, for
   * those that change how modules are loaded, or fail.
   */
  function renewBoot(files) {
    const before = new Map(Object.entries(Module._cache).filter(([file]) => isOwn(file)));
    const extensions = Object.assign({}, Module._extensions);
    const resolve = Module._resolveFilename;
    const prototype = [Module.prototype._compile, Module.prototype.require, Module.prototype.load, Module._load];
    for (const file of before.keys()) delete Module._cache[file];
    let sound = true;
    try { for (const file of files) require(file); } catch (error) { sound = false; }
    const now = [Module.prototype._compile, Module.prototype.require, Module.prototype.load, Module._load];
    const names = Object.keys(Module._extensions);
    if (names.length !== Object.keys(extensions).length || names.some((name) => Module._extensions[name] !== extensions[name])) sound = false;
    if (Module._resolveFilename !== resolve || now.some((one, at) => one !== prototype[at])) sound = false;
    if (sound) for (const [file, module] of before) if (Module._cache[file] === undefined) Module._cache[file] = module; else before.delete(file);
    if (!sound) {
      for (const name of names) if (extensions[name] === undefined) delete Module._extensions[name];
      Object.assign(Module._extensions, extensions);
      Module._resolveFilename = resolve;
      [Module.prototype._compile, Module.prototype.require, Module.prototype.load, Module._load] = prototype;
      for (const file of Object.keys(Module._cache)) if (isOwn(file)) delete Module._cache[file];
      for (const [file, module] of before) Module._cache[file] = module;
    }
    for (const file of before.keys()) boot.add(file);
    return sound;
  }

  function requireOf(module) {
    function require(id) { return module.require(id); }
    require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
    require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
    require.main = process.mainModule;
    require.extensions = Module._extensions;
    require.cache = Module._cache;
    return require;
  }

  function evaluate(fn, module, filename) {
    const exports = module.exports;
    return Reflect.apply(fn, exports, [exports, requireOf(module), module, filename, path.dirname(filename)]);
  }

  const dynamicImport = vm.constants && vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  // Whatever loads a module reads it by this function, of which nobody else gets another text.
  const readFile = fs.readFileSync;
  let serving = null;
  fs.readFileSync = function (file, options) {
    if (serving === null || file !== serving.file) return readFile.apply(this, arguments);
    return options === undefined || options === null ? Buffer.from(serving.text, 'utf8') : serving.text;
  };

  const versionOf = (file) => (active !== null && active.version.file === file ? active.version : null);
  const load = Module.prototype.load;
  // Modules of the repository that were loaded so far, by whatever way.
  let loads = 0;
  Module.prototype.load = function (filename) {
    if (!running || !isFresh(filename)) return load.apply(this, arguments);
    loads += 1;
    const known = changed.has(filename) ? undefined : compiled.get(filename);
    if (known === undefined || known.version !== versionOf(filename)) return loadText(this, arguments, filename, inMemory(filename));
    this.filename = filename;
    this.paths = known.paths;
    evaluate(known.fn, this, filename);
    this.loaded = true;
  };
  function loadText(module, args, filename, text) {
    if (text === null) return load.apply(module, args);
    const outer = serving;
    serving = { file: filename, text: text };
    try { return load.apply(module, args); } finally { serving = outer; }
  }
  const compile = Module.prototype._compile;
  Module.prototype._compile = function (content, filename, format) {
    if (!running || !isFresh(filename) || format === 'module' || typeof dynamicImport !== 'symbol') return compile.apply(this, arguments);
    let fn = null;
    try {
      const text = guarded(content, filename);
      fn = vm.compileFunction(text, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: filename, importModuleDynamically: dynamicImport });
    } catch (error) {
      noProgram(filename, error);
      return compile.apply(this, arguments);
    }
    if (!changed.has(filename)) compiled.set(filename, { fn: fn, paths: this.paths, version: versionOf(filename) });
    return evaluate(fn, this, filename);
  };
  const noProgram = (filename, error) => { if (changed.has(filename)) syntaxError = clipped(error); };
  let syntaxError = null;
  const clipped = (error) => String(error && error.message).slice(0, 300);

  // ES modules get another URL each time.
  const shared = new Int32Array(new SharedArrayBuffer(8));
  function fromDisk(url) {
    if (!url.startsWith('file:')) return null;
    try {
      const file = fileURLToPath(url.replace(/[?#].*$/, ''));
      return isFresh(file) ? file : null;
    } catch (error) { return null; }
  }
  function resolveHook(specifier, context, next) {
    const resolved = next(specifier, context);
    if (!running || /[?#]/.test(resolved.url) || context.conditions.includes('require')) return resolved;
    const file = fromDisk(resolved.url);
    return file === null || boot.has(file) ? resolved : Object.assign({}, resolved, { url: resolved.url + '?regreen=' + generation });
  }
  function loadHook(url, context, next) {
    if (isEsmAva && ${avaFork}.test(url)) return { format: 'module', source: ${JSON.stringify(avaForkSource)}, shortCircuit: true };
    const file = fromDisk(url);
    if (file !== null && running) loads += 1;
    const loaded = next(url, context);
    // Of CommonJS the cache of modules tells what the runner had loaded already, and that may have been loaded anew since.
    if (file !== null && !running && /^module/.test(loaded.format)) boot.add(file);
    // Import attributes and other formats are none of our business.
    if (file === null || !running || !/^module(?:-typescript)?$/.test(loaded.format) || loaded.source === null || loaded.source === undefined) return loaded;
    const text = inMemory(file);
    const onDisk = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source).toString('utf8');
    return Object.assign({}, loaded, { source: guarded(text === null ? onDisk : text, file, loaded.format !== 'module') });
  }
  const asyncHooks = ${JSON.stringify(asyncHooks)};
  let hooksKnow = new Map();
  let tellHooks = () => {};
  function hookModules() {
    if (typeof Module.registerHooks === 'function') Module.registerHooks({ resolve: resolveHook, load: loadHook });
    else if (typeof Module.register === 'function') {
      const { port1, port2 } = new (require('worker_threads').MessageChannel)();
      port1.unref();
      const data = { shared: shared, root: pathToFileURL(root + '/').href, port: port2, ava: isEsmAva, renewed: renewed };
      Module.register('data:text/javascript,' + encodeURIComponent(asyncHooks), { parentURL: pathToFileURL(__filename).href, data: data, transferList: [port2] });
      tellHooks = () => {
        const texts = new Map();
        for (const file of new Set([...loops.keys(), ...changed.keys(), ...written, ...(active === null ? [] : [active.version.file])])) {
          const text = inMemory(file) || (written.has(file) ? null : originalOf(file));
          if (text !== null && /\.m?js$/.test(file) && isEsm(file)) texts.set(pathToFileURL(file).href, guarded(text, file));
        }
        if (texts.size === hooksKnow.size && [...texts].every(([url, text]) => hooksKnow.get(url) === text)) return;
        hooksKnow = texts;
        port1.postMessage(texts);
      };
    }
  }

  const types = new Map();
  function isEsm(file) {
    if (/\.m[jt]s$/.test(file)) return true;
    if (/\.c[jt]s$/.test(file)) return false;
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      if (!types.has(folder)) {
        let type = null;
        try { type = parse(readFileSync(folder + '/package.json', 'utf8')).type === 'module'; } catch (error) {}
        types.set(folder, type);
      }
      if (types.get(folder) !== null) return types.get(folder);
      if (folder === path.dirname(folder)) return false;
    }
  }
  // TypeScript as the process itself loads it: a hook in require, or Node's own type stripping.
  const asScript = (file) => !isEsm(file);
`;

// src/trial/warm/stay-source.ts
var staySource = String.raw`
  // ---- all that tests can reach of the repository's own: variables of functions, by what the debugger tells of them, and properties ----
  const handName = '__regreenHand';
  let inHand = null;
  Object.defineProperty(globalThis, handName, { value: (given) => { if (given !== undefined) inHand = given; return inHand; }, configurable: true, writable: true, enumerable: false });
  let inspector = null;
  const urls = new Map();
  let guessed = false;
  function ask(method, parameters) {
    let answer = null;
    inspector.post(method, parameters, (error, result) => { if (!error) answer = result; });
    return answer;
  }
  // It is told of all scripts when it is enabled. Left so, it makes errors and promises slow.
  function learnScripts() {
    ask('Debugger.enable');
    ask('Debugger.disable');
  }
  function attach() {
    if (inspector !== null) return;
    inspector = new (require('inspector').Session)();
    inspector.connect();
    inspector.on('Debugger.scriptParsed', ({ params }) => { urls.set(params.scriptId, params.url); });
    learnScripts();
  }
  /** The file of a script; null where it has none, undefined for one that is younger than what was told. */
  function fileOfScript(id) {
    const url = urls.get(id);
    if (url === undefined) guessed = true;
    if (url === undefined) return undefined;
    try { return (url.startsWith('file:') ? fileURLToPath(url) : url).replace(/[?#].*$/, ''); } catch (error) { return null; }
  }

  // What a runner wraps a test in is followed to the test, and no further.
  const wrappers = new Set();
  // Functions of packages and of the language that keep nothing but what is their module's: that stays for good.
  const foreign = new WeakSet();

  // What knows all modules: that none is loaded is seen elsewhere.
  const leaves = /^node:|\/node_modules\/jest-runtime\//;
  /** Of each function the variables around it that may change; null where something of it cannot be seen. */
  function lookInto(functions) {
    inHand = functions;
    const list = ask('Runtime.evaluate', { expression: handName + '()', objectGroup: 'regreen' });
    const elements = ask('Runtime.getProperties', { objectId: list.result.objectId, ownProperties: true }).result;
    const seen = functions.map((one, at) => {
      const { internalProperties, privateProperties } = ask('Runtime.getProperties', { objectId: elements[at].value.objectId, ownProperties: true });
      const inner = new Map((internalProperties || []).map(({ name, value }) => [name, value]));
      const bound = ['[[TargetFunction]]', '[[BoundThis]]', '[[BoundArgs]]'].filter((name) => inner.has(name) && inner.get(name).objectId);
      if (bound.length > 0) return { own: false, variables: bound.flatMap((name) => [name, take(inner.get(name))]) };
      const location = inner.get('[[FunctionLocation]]');
      const file = location === undefined || !inner.has('[[Scopes]]') ? null : fileOfScript(location.value.scriptId);
      // What was loaded lately is most likely of a text with candidates, and nothing is missed when it is looked at as if it were.
      const own = file === undefined || (file !== null && isFresh(file));
      if (own && privateProperties !== undefined) return null;
      const isLeaf = file === null || (!own && (file === __filename || leaves.test(file)));
      return { own: own, file: file, variables: isLeaf ? [] : variablesOf(take(inner.get('[[Scopes]]')), own, wrappers.has(one)) };
    });
    ask('Runtime.releaseObjectGroup', { objectGroup: 'regreen' });
    inHand = null;
    return seen;
  }
  /** The object that the debugger means. */
  function take({ objectId }) {
    inHand = null;
    ask('Runtime.callFunctionOn', { objectId: objectId, functionDeclaration: 'function () { ' + handName + '(this); }' });
    return inHand;
  }
  // What a test is given by the table it is made from.
  const isGiven = /^(?:items?|cases?|params)$/;
  function variablesOf(scopes, own, wraps) {
    // An array without a prototype.
    let around = Array.prototype.filter.call(scopes, ({ object, description }) => object !== globalThis && description !== 'Global');
    if (!own) {
      around = around.filter(({ description }) => /^(?:Closure|Block|Catch|With)/.test(description));
      // Variables of a CommonJS module.
      const outermost = around[around.length - 1];
      if (outermost !== undefined && ['exports', 'require', 'module'].some((name) => name in outermost.object)) around.pop();
    }
    const found = [];
    for (const { object } of around) {
      for (const name of Object.getOwnPropertyNames(object)) {
        const value = object[name];
        if (own || !wraps || typeof value === 'function' || isGiven.test(name)) found.push(name, value);
      }
    }
    return found;
  }

  // Objects may be of another realm.
  const { isMap, isSet, isDate, isProxy, isWeakMap, isWeakSet, isGeneratorObject, isArrayBufferView, isAnyArrayBuffer, isModuleNamespaceObject } = require('util').types;
  const source = Function.prototype.toString;
  const getTime = Date.prototype.getTime;
  /** Whether it keeps what is not to be seen, or too much. */
  function isOpaque(object) {
    if ([isProxy, isWeakMap, isWeakSet, isGeneratorObject, isArrayBufferView, isAnyArrayBuffer].some((is) => is(object))) return true;
    for (let kind = Object.getPrototypeOf(object); kind !== null && kind !== Object.prototype; kind = Object.getPrototypeOf(kind)) {
      const maker = Object.getOwnPropertyDescriptor(kind, 'constructor');
      if (maker && typeof maker.value === 'function' && /#[\p{ID_Start}$_]/u.test(source.call(maker.value))) return true;
    }
    return false;
  }
  // Mocha keeps in a context what runs at the moment.
  const passing = new Set(['_runnable', 'test', 'currentTest']);
  /** Names and values of an object, one after the other. */
  function contentOf(object) {
    const content = [Object.getPrototypeOf(object)];
    const isContext = object.constructor && object.constructor.name === 'Context';
    for (const name of Reflect.ownKeys(object)) {
      if (isContext && passing.has(name)) continue;
      let own = null;
      try { own = Object.getOwnPropertyDescriptor(object, name); } catch (error) { continue; }
      if (own === undefined) continue;
      content.push(name);
      if ('value' in own) content.push(own.value);
      else content.push(own.get, own.set);
    }
    if (isMap(object)) for (const [key, value] of object) content.push(key, value);
    else if (isSet(object)) content.push(...object);
    else if (isDate(object)) content.push(getTime.call(object));
    return content;
  }

  const mostSeen = 20000;
  const mostFunctions = 500;
  // A candidate that keeps silent for seconds counts as one without end.
  const mostLooked = 2000;
  const mostWrappers = 20;
  const builtin = ['assert', 'buffer', 'child_process', 'crypto', 'events', 'fs', 'http', 'https', 'net', 'os', 'path', 'perf_hooks', 'querystring', 'readline', 'stream', 'string_decoder', 'timers', 'url', 'util', 'v8', 'vm', 'worker_threads', 'zlib'];

  // Packages and all that they export: they stay loaded in any case.
  const ofPackages = new Set();
  const metPackages = new Set();
  function meetPackages() {
    const fresh = metPackages.size === 0 ? builtin.map((name) => require(name)) : [];
    for (const [file, module] of Object.entries(Module._cache)) {
      if (metPackages.has(module) || isFresh(file)) continue;
      metPackages.add(module);
      fresh.push(module, module.exports);
    }
    for (const exported of fresh) {
      ofPackages.add(exported);
      if (exported === null || (typeof exported !== 'object' && typeof exported !== 'function') || isProxy(exported)) continue;
      for (const own of Object.values(Object.getOwnPropertyDescriptors(exported))) ofPackages.add(own.value);
    }
  }
  /** What is not followed besides: the language, and what is watched anyway. */
  function boundary(more) {
    meetPackages();
    const known = new Set([globalThis, process, Module, Module.prototype, Function.prototype, ...more]);
    for (const { object } of vital.concat(watched)) known.add(object);
    return known;
  }

  /** What is reachable from the roots, as it is now; null where it is too much, or not to be seen. */
  function remember(roots, more = []) {
    attach();
    guessed = false;
    const memory = follow(roots, more);
    if (memory !== null || !guessed) return memory;
    // To be told of all scripts takes as long as many candidates.
    learnScripts();
    return follow(roots, more);
  }
  function follow(roots, more) {
    const known = boundary(more);
    wrappers.clear();
    const memory = { objects: [], functions: [] };
    let open = [];
    let looked = 0;
    const find = (value) => {
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || known.has(value) || ofPackages.has(value) || foreign.has(value)) return;
      known.add(value);
      open.push(value);
    };
    const hold = (object) => {
      const content = contentOf(object);
      const entries = isMap(object) || isSet(object) ? [...object] : null;
      memory.objects.push({ object: object, content: content, own: Object.getOwnPropertyDescriptors(object), entries: entries });
      content.forEach(find);
    };
    for (const root of roots) if (typeof root === 'function') wrappers.add(root);
    roots.forEach(find);
    while (open.length > 0) {
      const objects = open.filter((one) => typeof one !== 'function' && !(one instanceof Module));
      const functions = open.filter((one) => typeof one === 'function');
      open = [];
      looked += functions.length;
      if (known.size > mostSeen || looked > mostLooked || memory.functions.length > mostFunctions) return null;
      for (const object of objects) {
        if (isOpaque(object)) return null;
        // Of a package everything stays, as it does for all who import it.
        const exported = isModuleNamespaceObject(object) ? contentOf(object).filter((one) => typeof one === 'function') : [];
        const looks = exported.length === 0 ? [] : lookInto(exported.slice(0, 1));
        if (exported.length > 0 && looks[0] !== null && !looks[0].own) for (const value of contentOf(object)) known.add(value);
        else hold(object);
      }
      const looks = functions.length === 0 ? [] : lookInto(functions);
      for (const [at, look] of looks.entries()) {
        const one = functions[at];
        if (look === null) return null;
        if (look.own) {
          memory.functions.push({ called: one, file: look.file, variables: look.variables });
          hold(one);
        } else if (look.variables.length === 0) foreign.add(one);
        else if (!wrappers.has(one)) memory.functions.push({ called: one, variables: look.variables });
        else if (wrappers.size < mostWrappers * roots.length) for (const value of look.variables) if (typeof value === 'function') wrappers.add(value);
        look.variables.forEach(find);
      }
    }
    return memory;
  }

  const alike = (before, after) => before.length === after.length && before.every((one, at) => Object.is(one, after[at]));
  const isAsIt = ({ object, content }) => alike(content, contentOf(object));
  /** Puts back what a candidate made of objects, as far as that goes. */
  function putBackObjects(memory) {
    try {
      for (const one of memory.objects) {
        if (isAsIt(one)) continue;
        const { object, own, entries } = one;
        for (const name of Reflect.ownKeys(object)) if (!Object.hasOwn(own, name)) delete object[name];
        for (const name of Reflect.ownKeys(own)) if (!isSettled(object, name, own[name])) Object.defineProperty(object, name, own[name]);
        if (entries !== null) {
          object.clear();
          for (const entry of entries) isMap(object) ? object.set(entry[0], entry[1]) : object.add(entry);
        }
      }
    } catch (error) {}
  }
  function isSettled(object, name, { value, get, set }) {
    const now = Object.getOwnPropertyDescriptor(object, name);
    return now !== undefined && Object.is(now.value, value) && now.get === get && now.set === set;
  }
  function unchanged(memory) {
    try {
      if (!memory.objects.every(isAsIt)) return false;
      const looks = memory.functions.length === 0 ? [] : lookInto(memory.functions.map(({ called }) => called));
      return looks.every((look, at) => look !== null && alike(memory.functions[at].variables, look.variables));
    } catch (error) { return false; }
  }

  // ---- the tests of a text that stay loaded: they are run again, and what fails as before is red ----
  // Times the modules turned out to keep something: then they are loaded anew for each candidate.
  let keptSomething = 0;
  let mayStay = true;
  const mostKept = 2;
  const kept = new Set();

  // What is loaded and not yet run is looked at once, in the run before: whose data a test changes for good, a second run does not change.
  let awaited = null;
  // One of each time something was loaded; null for what cannot be seen.
  let asLoaded = [];
  /** Told by what runs the tests, between loading and running them; \`failed\` are the paths of those that fail, as text. */
  function seeLoaded(find) {
    spared = false;
    if (awaited === null) return;
    let memory = null;
    try {
      const { roots, known } = find(awaited);
      memory = remember(roots.concat([...ownModules().values()].map((module) => module.exports)), known);
    } catch (error) {}
    asLoaded.push(memory);
  }
  /** What tests set up before each of them, in variables of their own files, may be otherwise than it was as nothing had run. */
  function isAsLoaded(original) {
    const tests = new Set(parse(original).events.map(({ file }) => file));
    const isSame = (memory) => memory !== null && unchanged({ objects: memory.objects, functions: memory.functions.filter(({ file }) => !tests.has(file)) });
    return asLoaded.length > 0 && asLoaded.every(isSame);
  }
  /** A run with no candidate meant, which looks at what it has loaded where that may stay. */
  async function runPlain(drive, original, run) {
    asLoaded = [];
    const may = mayStay && drive.stay !== undefined && keptSomething <= mostKept;
    awaited = may ? new Set(parse(original).events.filter(({ status }) => status === 'failed').map(({ path }) => stringify(path))) : null;
    try { return await run(); } finally { awaited = null; }
  }

  /** Whether the modules of a text stay for its other candidates; \`plain\` is the run before, with no candidate meant. */
  async function keep(drive, version, original, plain) {
    if (!mayStay || drive.stay === undefined || keptSomething > mostKept) return;
    // Whatever another candidate has changed must be found by the check.
    if (spoilt || !allIntact()) return;
    const before = wary;
    wary = true;
    mended = false;
    const stay = isAsLoaded(original) ? await settle(drive, version, original, plain) : null;
    asLoaded = [];
    version.stay = mended ? null : stay;
    wary = before;
    if (version.stay === null) keptSomething += 1;
    else kept.add(version.stay);
  }

  /** Keeps what \`plain\` has loaded, a text with no candidate meant; null where the tests in it cannot be run again, or end otherwise then. */
  async function settle(drive, version, original, plain) {
    const again = drive.stay();
    if (again === null) return null;
    const stay = { version: version, again: again, modules: ownModules(), generation: generation, memory: null, outcome: null, words: plain.words };
    // Of a test that is red anyway nobody sees whether it is red for what loading would have made: those that pass tell.
    const whole = await meantIn(stay, 0, again.whole);
    if (whole.outcome !== original || whole.words !== plain.words) return null;
    const first = await meantIn(stay, 0, again.run);
    stay.outcome = first.outcome;
    const roots = again.roots.concat([...stay.modules.values()].map((module) => module.exports));
    try { stay.memory = isAsBefore(stay, first) ? remember(roots, again.known) : null; } catch (error) {}
    if (stay.memory === null) return null;
    const second = await meantIn(stay, 0, again.run);
    return isAsBefore(stay, second) && unchanged(stay.memory) ? stay : null;
  }
  const ownModules = () => new Map(Object.entries(Module._cache).filter(([file]) => isFresh(file) && !boot.has(file)));
  const isAsBefore = (stay, run) => run.outcome === stay.outcome && run.words === stay.words && run.leak === null && !run.green && !run.loaded;

  function meantIn(stay, number, run) {
    apply([]);
    active = { version: stay.version, number: number };
    if (stay.generation !== generation) {
      forget();
      for (const [file, module] of stay.modules) Module._cache[file] = module;
      stay.generation = generation;
    }
    const before = loadsSoFar();
    return once(run, true).then((run) => {
      run.loaded = loadsSoFar() !== before;
      return run;
    });
  }
  const loadsSoFar = () => loads + Atomics.load(shared, 1);

  /** A run in which the tests fail as before; null where it must be run with all modules anew. */
  async function runKept(version, number, original) {
    const { stay } = version;
    if (stay === null) return null;
    kept.add(stay);
    const run = await meantIn(stay, number, stay.again.run);
    // What it made of objects is not for the next one. What cannot be put back is found by the check.
    putBackObjects(stay.memory);
    // Nobody has looked at what that module keeps for the next one.
    if (run.loaded) version.stay = null;
    if (run.leak !== null || run.tooMany) return run;
    return run.outcome === stay.outcome && !run.deep && !run.loaded ? Object.assign(run, { outcome: original, stayed: true }) : null;
  }

  /** Whether what was judged in modules that stayed counts: they are as they were. */
  async function keptAsBefore() {
    let sound = true;
    for (const stay of kept) {
      if (unchanged(stay.memory) && isAsBefore(stay, await meantIn(stay, 0, stay.again.run))) continue;
      stay.version.stay = null;
      sound = false;
    }
    kept.clear();
    if (!sound) keptSomething += 1;
    return sound;
  }
`;

// src/trial/warm/tap-source.ts
var tapDriverSource = String.raw`
  // ---- tap ----
  const tapLine = /^\s*(?:(?:not )?ok\b|\d+\.\.\d+|TAP version |Bail out!|# Subtest|\}\s*$)/;
  const tapWords = /^\s+(?:found|wanted|error|message|diff): /;

  function tapDriver(files) {
    const programs = files.map((file) => [file, scriptDriver(file)]);
    return async () => {
      let worst = 0;
      for (const [at, [file, program]] of programs.entries()) {
        if (at > 0) {
          forget();
          process.exitCode = undefined;
        }
        process.argv[1] = file;
        let printed = '';
        overhear = (stream, text) => { if (stream === 'out' && printed.length < mostPrinted) printed += text; };
        const code = await program();
        overhear = null;
        if (code !== 0) worst = code;
        hearPrinted(printed);
        const lines = linesOf(printed);
        const told = lines.filter((line) => tapLine.test(line)).map((line) => line.replace(/ # time=\S+/, ''));
        heard.push({ e: 'output', file: file, stream: 'out', text: told.join('\n') + '\n' });
        words += lines.filter((line) => tapWords.test(line)).join('\n');
      }
      return worst;
    };
  }
`;

// src/trial/warm/tidy-source.ts
var tidySource = String.raw`
  // ---- what runs leave on disk ----
  const { readdirSync, lstatSync, rmSync } = fs;
  const clock = Date.now;
  // More folders take too long to look at behind each candidate: those nearest to the root are.
  const mostFolders = 200;
  // Two changes within so many milliseconds may have the same time.
  const sameTime = 100;
  /** By path of the folder: the names in it at the start, and its time when there were no others; null where nobody asked for it. */
  let standing = null;
  /** Files of the red tree that the tests write over. */
  let disturbed = [];

  /** False behind a link: what that leads to is somebody else's. */
  const isWhere = (file) => realpathSync(file) === file;

  function rememberTree() {
    let asked = null;
    try { asked = parse(readFileSync(dir + '/tidy.json', 'utf8')); } catch (error) { return; }
    const kept = new RegExp(asked[0]);
    const found = new Map();
    const folders = [root];
    for (let at = 0; at < Math.min(folders.length, mostFolders); at += 1) {
      let entries = [];
      try { entries = readdirSync(folders[at], { withFileTypes: true }); } catch (error) { continue; }
      found.set(folders[at], { names: new Set(entries.map((entry) => entry.name)), at: null });
      for (const entry of entries) if (entry.isDirectory() && !kept.test(entry.name)) folders.push(folders[at] + '/' + entry.name);
    }
    disturbed = asked.slice(1).flatMap((name) => {
      const file = root + '/' + name;
      try {
        const found = lstatSync(file);
        return found.isFile() && isWhere(file) ? [{ file: file, bytes: readFileSync(file), time: found.mtimeMs }] : [];
      } catch (error) { return []; }
    });
    standing = { folders: found, kept: kept };
  }

  function tidy() {
    if (standing === null) return;
    for (const [folder, known] of standing.folders) {
      try {
        if (known.at !== null && lstatSync(folder).mtimeMs === known.at) continue;
        if (!isWhere(folder)) continue;
        for (const name of readdirSync(folder)) {
          if (!known.names.has(name) && !standing.kept.test(name)) removeLeft(folder + '/' + name);
        }
        const time = lstatSync(folder).mtimeMs;
        known.at = clock() - time > sameTime ? time : null;
      } catch (error) {}
    }
    for (const known of disturbed) {
      if (written.has(known.file)) continue;
      try {
        const found = lstatSync(known.file, { throwIfNoEntry: false });
        if (found !== undefined && found.isFile() && found.mtimeMs === known.time && isWhere(known.file)) continue;
        clearWay(known.file);
        mkdirSync(path.dirname(known.file), { recursive: true });
        if (!isWhere(path.dirname(known.file))) continue;
        writeFileSync(known.file, known.bytes);
        known.time = lstatSync(known.file).mtimeMs;
      } catch (error) {}
    }
  }

  /** Removes what stands where a file belongs, or one of its folders: a link, a pipe, a folder, a file. */
  function clearWay(file) {
    for (let end = file.indexOf('/', root.length + 1); ; end = file.indexOf('/', end + 1)) {
      const part = end < 0 ? file : file.slice(0, end);
      const found = lstatSync(part, { throwIfNoEntry: false });
      if (found === undefined) return;
      if (end < 0 ? found.isFile() : found.isDirectory()) {
        if (end < 0) return;
        continue;
      }
      rmSync(part, { recursive: true, force: true });
      return;
    }
  }

  /** What a candidate has made is none of it. */
  function removeLeft(file) {
    for (const own of written) if (own === file || own.startsWith(file + '/')) return;
    try { rmSync(file, { recursive: true, force: true }); } catch (error) {}
  }
`;

// src/trial/warm/vitest-document-source.ts
var vitestDocumentSource = String.raw`
  const ofRunner = /\/node_modules\/(?:vitest|vite|vite-node|@vitest\/(?!runner\/)[^/]+)\//;
  /** Whether a package that Node itself loads is being evaluated, which it is once: by the files of the calls that lead there. */
  function isLoadedOnce() {
    const before = ['stackTraceLimit', 'prepareStackTrace'].map((name) => [name, Object.getOwnPropertyDescriptor(Error, name)]);
    Error.stackTraceLimit = 50;
    Error.prepareStackTrace = (error, sites) => sites.filter((site) => !site.isAsync()).map((site) => site.getFileName());
    const files = new Error().stack;
    for (const [name, own] of before) if (own === undefined) delete Error[name]; else Object.defineProperty(Error, name, own);
    const decisive = files.find((file) => file && file !== __filename && (ofRunner.test(file) || !/\/node_modules\//.test(file)));
    return decisive !== undefined && decisive.startsWith('node:internal/modules/');
  }

  /** Hooks of packages, as those that clean up behind each test, are declared as they are loaded: each file gets them again. */
  function keptHooks(runner, getCurrentSuite) {
    if (typeof getCurrentSuite !== 'function' || typeof runner.importFile !== 'function') return () => {};
    const ofPackages = [];
    let isNew = false;
    let suite = null;
    const importFile = runner.importFile;
    runner.importFile = function () {
      if (isNew) {
        isNew = false;
        const current = getCurrentSuite();
        if (current !== suite) {
          suite = current;
          const on = suite.on;
          suite.on = function (...given) {
            if (running && isLoadedOnce()) ofPackages.push(given);
            return on.apply(this, given);
          };
        }
        for (const given of ofPackages.slice()) suite.on(...given);
      }
      return importFile.apply(this, arguments);
    };
    return () => { isNew = true; };
  }

  /** The document that vitest has made: packages stay loaded, and many hold the one that was there when they were. */
  function keptInVitest() {
    let runs = 0;
    const own = (globalThis.document && globalThis.document.defaultView || globalThis).happyDOM;
    const empty = keptDom(globalThis, (prototypes) => alsoWatched.push(...prototypes), () => {
      if (!isLoadedOnce()) unfit('elements of its own stay defined in a document');
    });
    if (empty === null) return null;
    unrefFirstTimers(() => runs);
    return async () => {
      runs += 1;
      // Of happy-dom, timers go on that belong to the document.
      if (own) await (own.abort || own.cancelAsync).call(own);
      empty();
    };
  }

  /** A package that is loaded once may start a timer once, as Vue does to look for its developer tools: no candidate has left that open. */
  function unrefFirstTimers(runs) {
    const start = globalThis.setTimeout;
    globalThis.setTimeout = Object.assign(function (...given) {
      const timer = start.apply(this, given);
      if (runs() === 0 && running && /\/node_modules\//.test(String(new Error().stack).split('\n')[2]) && timer && timer.unref) timer.unref();
      return timer;
    }, start);
  }
`;

// src/trial/warm/vitest-source.ts
var vitestDriverSource = String.raw`
  // ---- vitest: its worker keeps its runner; each candidate gets a module graph and an environment of its own ----
  const vitestHome = process.env.REGREEN_TRIAL_VITEST;
  const firstGlobals = new Map(Reflect.ownKeys(globalThis).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));

  function hookVitestMain() {
    process.env.REGREEN_TRIAL_VITEST = path.dirname(main);
    const dashes = process.argv.indexOf('--');
    process.argv.splice(dashes < 0 ? process.argv.length : dashes, 0, '--reporter=' + dir + '/node_modules/regreen/vitest-reporter.mjs');
  }

  function hookVitestWorker() {
    // Timers of vitest itself are none of a candidate's: its modules take this function, tests get the real one back.
    globalThis.setTimeout = Object.assign(function () {
      const timer = timeout.apply(this, arguments);
      return timer && timer.unref ? timer.unref() : timer;
    }, timeout);
    globalThis[Symbol.for('regreen.vitest')] = async () => {
      const { TestRunner } = await vitestModule('index');
      const Base = TestRunner || (await vitestModule('runners')).VitestTestRunner;
      return class extends Base {
        async onBeforeCollect(files) {
          if (!working) {
            if (!claim()) throw new Error('regreen: another process runs the tests');
            working = true;
            globalThis.setTimeout = timeout;
            try { await work(await vitestDriver(this), true); } catch (error) { unfit('vitest was not taken over: ' + String(error && error.stack)); }
          }
          if (super.onBeforeCollect) return super.onBeforeCollect(files);
        }
      };
    };
  }

  const isTyped = (file) => /\.[cm]?tsx?$/.test(file);
  const vitestModule = (name) => import(pathToFileURL(vitestHome + '/dist/' + name + '.js').href);
  const commentOf = (file, name) => {
    const found = new RegExp('@(?:vitest|jest)-' + name + '\\s+(.+)').exec(readFileSync(file, 'utf8'));
    return found === null ? null : found[1].trim().split(/\s+\*\/|\s+(?=\*)/)[0];
  };

  async function vitestDriver(runner) {
    const find = Module.createRequire(vitestHome + '/package.json');
    // Before version 1 only modules of ES find the package itself.
    const pathOf = (name) => { try { return find.resolve(name); } catch (error) { return find.resolve(name + '/dist/index.js'); } };
    const { startTests, getFn, getHooks, getCurrentSuite } = await import(pathToFileURL(pathOf('@vitest/runner')).href);
    const state = globalThis.__vitest_worker__;
    const { vi } = globalThis.__vitest_index__;
    const files = process.env.REGREEN_TRIAL_FILES ? parse(process.env.REGREEN_TRIAL_FILES).map((name) => root + '/' + name) : [];
    if (files.length === 0) return unfit('it is not known which files hold the tests');
    const environments = await environmentsFor(state, files);
    const modules = vitestModules(state, await vitestLink());
    // Snapshots are compared, never written.
    const snapshots = state.config.snapshotOptions && state.config.snapshotOptions.snapshotEnvironment;
    if (snapshots) snapshots.saveSnapshotFile = snapshots.removeSnapshotFile = async () => {};
    const beginHooks = environments.hasDom ? keptHooks(runner, getCurrentSuite) : () => {};
    let runs = 0;
    let last = [];
    const undo = () => {
      vi.useRealTimers();
      for (const undo of ['unstubAllGlobals', 'unstubAllEnvs', 'resetConfig', 'restoreAllMocks']) if (vi[undo]) vi[undo]();
    };
    // All mocks ever made are kept there, and put back one by one. Packages stay loaded, and so do theirs.
    const { mocks } = await import(pathToFileURL(pathOf('@vitest/spy')).href).catch(() => ({}));
    const firstMocks = new Set();
    const forgetMocks = () => {
      if (!(mocks instanceof Set)) return;
      for (const mock of mocks) {
        if (runs === 0) firstMocks.add(mock);
        else if (!firstMocks.has(mock)) mocks.delete(mock);
      }
    };
    // To tell the difference between what was expected and what came takes longer than most tests.
    if (!runner.runTask) runner.runTask = async (test) => {
      try { await getFn(test)(); } catch (error) { throw error !== null && typeof error === 'object' && error.name === 'AssertionError' ? { name: error.name, message: error.message } : error; }
    };
    const collected = runner.onCollected;
    const functionsOf = ({ task, suites }) => {
      const hooks = ['beforeEach', 'afterEach'].flatMap((name) => suites.flatMap((suite) => (getHooks(suite) || {})[name] || []));
      return [getFn(task)].concat(hooks);
    };
    runner.onCollected = async function (loaded) {
      if (collected) await collected.apply(this, arguments);
      seeLoaded((failed) => ({ roots: testsOf(loaded[0]).filter(({ path }) => failed.has(stringify(path))).flatMap(functionsOf), known: [] }));
    };
    const drive = async () => {
      const begun = Date.now();
      modules.begin();
      let failed = false;
      for (const file of files) {
        modules.reset(runner);
        beginFile();
        beginHooks();
        state.filepath = file;
        state.environment = environments.get(file);
        const setting = state.environment.name === 'node' || environments.kept !== null ? null : await state.environment.setup(globalThis, environments.options);
        try {
          last = await startTests([file], runner);
          for (const task of last) if (tellVitest(task)) failed = true;
          await pause();
        } finally {
          undo();
          forgetMocks();
          if (environments.kept !== null) await environments.kept();
          if (setting !== null) await setting.teardown(globalThis);
        }
        // Each file has a process of its own elsewhere.
        if (files.length > 1) restoreProcess();
      }
      runs += 1;
      if (runs === 2) for (const name of ['testTimeout', 'hookTimeout']) {
        const most = longestAfter(Date.now() - begun);
        if (!(runner.config[name] > 0 && runner.config[name] < most)) runner.config[name] = most;
      }
      return failed || modules.problems() > 0 ? 1 : 0;
    };
    // Packages that hold a document, or have tied themselves to it once, must not be what makes candidates red.
    drive.sameWords = environments.hasDom;
    drive.stay = () => {
      const file = last[0];
      const tests = files.length === 1 && state.environment.name === 'node' ? loadedTests(file, runner, { getFn, getHooks }) : null;
      if (tests === null) return null;
      let begun = null;
      const run = async (chosen) => {
        modules.begin();
        // Any other run has ended the file meanwhile.
        if (begun !== generation && runner.onBeforeRunSuite) await runner.onBeforeRunSuite(file);
        begun = generation;
        try { for (const test of chosen) await test.run(); } finally { undo(); }
        return 1;
      };
      const failed = tests.filter((test) => test.failed);
      return { run: () => run(failed), whole: () => run(tests), roots: failed.flatMap(({ roots }) => roots) };
    };
    return drive;
  }

  // What keeps something from test to test, or comes by another way than hooks before and after each.
  const unusual = /\b(?:vi|vitest|jest|sinon)\s*\.|\.extend\(|\bimport\(|[sS]napshot|\b[mM]ock/;
  /** The tests of a file, to be run once more each; null where that takes more than their hooks and themselves. */
  function loadedTests(file, runner, { getFn, getHooks }) {
    const texts = file === undefined ? [] : [file.filepath].concat(runner.config.setupFiles || []).map((one) => originalOf(one));
    if (texts.length === 0 || texts.some((text) => text === null || unusual.test(text))) return null;
    if (runner.config.sequence && runner.config.sequence.hooks === 'parallel') return null;
    const tests = testsOf(file);
    const run = tests.filter(({ status }) => status === 'passed' || status === 'failed');
    const suites = new Set(run.flatMap((one) => one.suites));
    const extra = (hooks) => ['beforeAll', 'afterAll', 'aroundAll', 'aroundEach'].some((name) => hooks && hooks[name] && hooks[name].length > 0);
    if (run.length > 500 || [...suites].some((suite) => extra(getHooks(suite)))) return null;
    if (run.some(({ task }) => task.retry || task.repeats || task.fails || task.concurrent)) return null;
    const hooksOf = (suites, name) => suites.flatMap((suite) => ((getHooks(suite) || {})[name] || []).map((hook) => ({ hook: hook, suite: suite })));
    return tests.map((test) => {
      const { task, suites, path } = test;
      if (!run.includes(test)) return { failed: false, roots: [], run: async () => sayVitest(file, path, test.status, null) };
      const before = hooksOf(suites, 'beforeEach');
      const after = hooksOf(suites, 'afterEach').reverse();
      const body = getFn(task);
      const attempt = { retry: 0, repeats: 0 };
      const again = async () => {
        task.result = { state: 'run', retryCount: 0, repeatCount: 0, startTime: Date.now() };
        task.onFinished = task.onFailed = undefined;
        let failure = null;
        const undo = [];
        const guard = async (step) => { try { await step(); } catch (error) { failure = failure || { error: error }; } };
        await guard(async () => {
          if (runner.onBeforeTryTask) await runner.onBeforeTryTask(task, attempt);
          for (const { hook, suite } of before) {
            const cleanup = await hook(task.context, suite);
            if (typeof cleanup === 'function') undo.unshift(cleanup);
          }
          await body();
          if (runner.onAfterTryTask) await runner.onAfterTryTask(task, attempt);
        });
        for (const { hook, suite } of after) await guard(() => hook(task.context, suite));
        for (const cleanup of undo) await guard(cleanup);
        const soft = errorOf(task.result);
        const error = failure !== null ? failure.error : soft;
        // Whoever asks for more than this is judged with all modules anew.
        const status = task.onFinished || task.onFailed ? 'skipped' : failure !== null || soft ? 'failed' : 'passed';
        // To make a stack takes longer than most tests.
        sayVitest(file, path, status, error ? { message: error.message } : null);
      };
      return { failed: test.status === 'failed', run: again, roots: [body].concat(before.concat(after).map(({ hook }) => hook)) };
    });
  }

  const vitestStates = { pass: 'passed', fail: 'failed', skip: 'skipped', todo: 'todo' };

  function sayVitest(file, path, status, error) {
    hear({ e: 'result', runner: 'vitest', file: file.filepath, path: path, status: status, error: error ? { message: error.message, stack: error.stack || error.stackStr } : null });
  }

  /** The tests of a file, each with the suites around it, its path of names and how it ended. */
  function testsOf(file) {
    const tests = [];
    const visit = (task, suites, names) => {
      const path = suites.length === 0 || (task.type === 'suite' && task.name === '') ? names : names.concat(String(task.name));
      if (task.type === 'suite') task.tasks.forEach((inner) => visit(inner, suites.concat(task), path));
      else tests.push({ task: task, suites: suites, path: path, status: vitestStates[(task.result && task.result.state) || task.mode] || 'skipped' });
    };
    visit(file, [], []);
    return tests;
  }

  /** Whether something failed. */
  function tellVitest(file) {
    const tests = testsOf(file);
    for (const { task, path, status } of tests) sayVitest(file, path, status, errorOf(task.result));
    const failed = tests.some(({ status }) => status === 'failed');
    const failedAlone = !failed && file.result && file.result.state === 'fail';
    if (failedAlone) sayVitest(file, ['(file)'], 'failed', errorOf(file.result));
    return failed || Boolean(failedAlone);
  }
  const errorOf = (result) => result && (result.error || (result.errors && result.errors[0]));

  /** The environment of each file, and globals as if none had been set up yet. */
  async function environmentsFor(state, files) {
    const environments = new Map();
    const own = (file) => commentOf(file, 'environment');
    // Moved in 4.1.
    const { builtinEnvironments } = await vitestModule(fs.existsSync(vitestHome + '/dist/runtime.js') ? 'runtime' : 'environments');
    // Before 0.34 only its name is told.
    if (state.environment === undefined) state.environment = builtinEnvironments[(state.ctx.environment && state.ctx.environment.name) || 'node'];
    if (state.environment === undefined) return unfit('files have environments of their own');
    const configured = own(state.filepath || files[0]) === null ? state.environment.name : state.config.environment || 'node';
    for (const file of files) {
      const name = own(file) || configured;
      const environment = name === state.environment.name ? state.environment : builtinEnvironments[name];
      if (environment === undefined) return unfit('files have environments of their own');
      environments.set(file, environment);
    }
    if (new Set(files.map((file) => commentOf(file, 'environment-options'))).size > 1) return unfit('files have environments of their own');
    const given = (state.ctx.environment && state.ctx.environment.options) || state.environment.options;
    environments.options = given || state.config.environmentOptions || {};
    environments.hasDom = files.some((file) => environments.get(file).name !== 'node');
    environments.kept = state.environment.name !== 'node' && files.every((file) => environments.get(file) === state.environment) ? keptInVitest() : null;
    if (state.environment.name !== 'node' && environments.kept === null) {
      const alone = {};
      const setting = await state.environment.setup(alone, environments.options);
      const names = Reflect.ownKeys(alone);
      await setting.teardown(alone);
      for (const name of names) {
        const before = firstGlobals.get(name);
        if (before === undefined) delete globalThis[name];
        else Object.defineProperty(globalThis, name, before);
      }
    }
    return environments;
  }

  /** Sends texts to vitest's main process; resolves when vite knows them. */
  function vitestLink() {
    return new Promise((resolve, reject) => {
      const waiting = [];
      const socket = require('net').connect(path.relative(process.cwd(), dir + '/main'));
      socket.on('error', reject);
      socket.on('data', (data) => { for (const byte of data) if (byte === 10) waiting.shift()(); });
      socket.on('connect', () => resolve((texts) => new Promise((known) => {
        waiting.push(known);
        socket.write(stringify(texts) + '\n');
      })));
    });
  }

  /** Modules as vite made them: each is asked for once, those of a candidate's files once a candidate. */
  function vitestModules(state, send) {
    const rpc = state.rpc;
    const base = new Map();
    const fresh = new Map();
    const held = new Map();
    const resolved = new Map();
    const told = new Map();
    const guards = new Map();
    let problems = 0;

    const textFor = (file) => {
      if (versionOf(file) !== null) return versionOf(file).text;
      if (changed.has(file)) return changed.get(file) === null ? null : guarded(changed.get(file), file, isTyped(file));
      return guards.has(file) ? guards.get(file) : null;
    };
    const tellTexts = async () => {
      const texts = [];
      for (const file of new Set([...told.keys(), ...changed.keys(), ...guards.keys(), ...(active === null ? [] : [active.version.file])])) {
        const text = textFor(file);
        // A text that is put on disk is none to remember, but one to forget.
        if (told.get(file) === text && told.has(file)) continue;
        told.set(file, text);
        texts.push([file, text]);
      }
      if (texts.length > 0) await send(texts);
    };
    const fileOf = (id, result) => {
      if (typeof result.file === 'string') return result.file;
      const file = id.replace(/[?#].*$/, '').replace(/^\/@fs\//, '/');
      return file.startsWith(root + '/') ? file : state.config.root + file;
    };
    const whole = (result) => {
      if (result === null || typeof result !== 'object' || result.externalize) return result;
      const { cached, tmp, ...rest } = result;
      if (cached && tmp) return Object.assign(rest, { code: readFileSync(tmp, 'utf8') });
      return typeof result.code !== 'string' && typeof result.id === 'string' ? { code: readFileSync(result.id, 'utf8') } : result;
    };
    const fetch = async (...args) => {
      loads += 1;
      const key = args.slice(0, 3).join('\n');
      if (fresh.has(key)) return Object.assign({}, fresh.get(key));
      const known = base.get(key);
      const version = known === undefined ? null : versionOf(known.file);
      if (version !== null && held.has(key) && held.get(key).version === version) return Object.assign({}, held.get(key).result);
      if (known !== undefined && version === null && !changed.has(known.file)) return Object.assign({}, known.result);
      await tellTexts();
      try {
        const result = whole(await rpc.fetch(...args));
        const file = fileOf(args[0], result);
        if (changed.has(file)) fresh.set(key, result);
        else if (versionOf(file) !== null) held.set(key, { version: versionOf(file), result: result });
        else base.set(key, { file: file, result: result });
        return Object.assign({}, result);
      } catch (error) {
        if (known !== undefined && /transform|pars|syntax|unexpected|expected/i.test(String(error && error.message))) syntaxError = clipped(error);
        throw error;
      }
    };
    const remembered = (name) => async (...args) => {
      const key = name + '\n' + args.join('\n');
      if (!resolved.has(key)) resolved.set(key, await rpc[name](...args));
      return resolved.get(key);
    };
    const own = {
      fetch: fetch,
      resolve: remembered('resolve'),
      resolveId: remembered('resolveId'),
      resolveSnapshotPath: remembered('resolveSnapshotPath'),
      getCountOfFailedTests: async () => 0,
      onTaskArtifactRecord: async (id, artifact) => artifact,
      onTaskAnnotate: async (id, annotation) => annotation,
      onUnhandledError(error) {
        problems += 1;
        uncaught(error, state.filepath);
      },
    };
    const nothing = Object.assign(async () => {}, { asEvent: () => {} });
    state.rpc = new Proxy(rpc, { get: (target, name) => own[name] || (/^(?:on|snapshotSaved)/.test(String(name)) ? nothing : target[name]) });

    return {
      problems: () => problems,
      begin() {
        problems = 0;
        fresh.clear();
        if ([...changed].some(([file, text]) => text === null || originalOf(file) === null)) resolved.clear();
        for (const file of loops.keys()) {
          if (guards.has(file) || originalOf(file) === null || guarded(originalOf(file), file, isTyped(file)) === originalOf(file)) continue;
          guards.set(file, guarded(originalOf(file), file, isTyped(file)));
          for (const [key, known] of base) if (known.file === file) base.delete(key);
        }
      },
      reset(runner) {
        const mocker = globalThis.__vitest_mocker__ || (runner.__vitest_executor && runner.__vitest_executor.mocker);
        if (mocker && mocker.reset) mocker.reset();
        if (mocker && mocker.constructor && mocker.constructor.pendingIds) mocker.constructor.pendingIds.length = 0;
        for (const map of [state.mockMap, state.moduleExecutionInfo]) if (map && map.clear) map.clear();
        // What Node itself has loaded of a package stays loaded.
        const stays = (id, module) => /\/node_modules\//.test(id) && !id.startsWith('mock:') && (module.meta ? 'externalize' in module.meta : module.code === undefined && module.exports !== undefined);
        const { idToModuleMap, urlToIdModuleMap, fileToModulesMap } = state.evaluatedModules || {};
        for (const map of [state.moduleCache, idToModuleMap, urlToIdModuleMap]) {
          for (const [id, module] of map || []) {
            if (!stays(module.id || id, module)) Map.prototype.delete.call(map, id);
            else if (module.importers) module.importers.clear();
          }
        }
        if (fileToModulesMap) fileToModulesMap.clear();
      },
    };
  }
`;

// src/trial/warm/worker-source.ts
var workerSource = coreSource + tidySource + builtSource + modulesSource + esmPackageSource + guardSource + globalsSource + driversSource + loadedTestsSource + avaDriverSource + uvuDriverSource + tapDriverSource + jasmineDriverSource + vitestDriverSource + documentSource + vitestDocumentSource + jestDriverSource + jestStaySource + staySource + jestKeptSource + loopSource;

// src/trial/warm/programs.ts
var node = /* @__PURE__ */ new Set(["mocha", "tape", "tap", "node:test", "uvu", "jasmine", "other"]);
var vitest = {
  name: "worker.cjs",
  source: workerSource,
  // As those of a package: newer versions of vite read no other files outside of its root.
  beside: {
    "node_modules/regreen/vitest-reporter.mjs": vitestReporterSource,
    "node_modules/regreen/vitest-runner.mjs": vitestRunnerSource
  },
  takesFiles: true,
  leavesFolders: true
};
var jest = {
  name: "worker.cjs",
  source: workerSource,
  beside: {
    "jest-runner.cjs": jestRunnerSource,
    "jest-runtime.cjs": jestRuntimeSource,
    "jest-framework.cjs": jestFrameworkSource,
    "jest-reporter.cjs": jestReporterSource
  }
};
function programFor({ ecosystem, runner }) {
  if (ecosystem === "javascript" && runner === "vitest") return vitest;
  if (ecosystem === "javascript" && runner === "jest") return jest;
  if (ecosystem === "javascript" && runner === "ava") return { name: "worker.cjs", source: workerSource, takesFiles: true };
  if (ecosystem === "javascript" && node.has(runner))
    return { name: "worker.cjs", source: workerSource, beside: { "begin.cjs": "globalThis[Symbol.for('regreen.begin')]();\n" } };
  if (ecosystem === "languages" && isPythonRunner(runner)) return { name: "worker.py", source: forkSource };
  return null;
}
function programForSome(plan) {
  return programFor(plan) !== null || (plan.parts ?? []).some(programForSome);
}

// src/trial/ahead.ts
var mostSeconds = 5;
var mostFiles = 5e3;
function startsSoon(suite, { failing, failingSeconds }) {
  const isSoon = failing.some(isEndless) || failingSeconds - secondsSaved(failing) <= mostSeconds;
  return isSoon && sharesOf(suite, failing).some((share) => programFor(share.suite.plan) !== null);
}
function isQuick({ plan }, { baseline }) {
  return programFor(plan) !== null && baseline.seconds <= mostSeconds;
}
async function isSmall(workspace) {
  return (await workspace.list()).length <= mostFiles;
}

// src/trial/confirmed.ts
var import_node_crypto = __toESM(require_crypto(), 1);
var Confirmed = class {
  #results = /* @__PURE__ */ new Set();
  async add(replica, edits) {
    const result = await resultOf(replica, edits);
    if (result !== null) this.#results.add(result);
  }
  async has(replica, edits) {
    const result = this.#results.size === 0 ? null : await resultOf(replica, edits);
    return result !== null && this.#results.has(result);
  }
};
async function resultOf(replica, edits) {
  const [preview] = await replica.preview([edits]);
  if (!preview?.ok) return null;
  const files = preview.files.map(
    ({ path: path2, after }) => `${path2}\0${after === null ? "" : (0, import_node_crypto.createHash)("sha256").update(after).digest("hex")}`
  );
  return files.sort().join("\0");
}

// src/trial/verdict.ts
function verdictOfFailing(run, options) {
  const { fixed, red } = turnedGreen(run, options.failing, options.baseline);
  const broke = brokenBy(run, options.baseline, ["failed"]);
  if (red.length > 0) return fixed.length > 0 ? { kind: "partial", fixed, broke } : { kind: "red" };
  return broke.length > 0 ? { kind: "breaks", broke } : null;
}
function verdictOfWider(run, { baseline, failing, scope: scope2 }) {
  const broke = brokenBy(run, baseline, ["failed", "skipped", "todo"]);
  const { fixed, red } = turnedGreen(run, failing, baseline);
  const known = new Set(baseline.failing);
  const crashed = !run.green && run.failing.every((id2) => known.has(id2)) && run.counts.executed === 0;
  if (broke.length === 0 && red.length === 0 && !crashed && !run.timedOut) return { kind: "green", ran: scope2 };
  if (red.length > 0 && fixed.length > 0 && !run.timedOut) return { kind: "partial", fixed, broke };
  return { kind: "breaks", broke: broke.length > 0 || run.timedOut ? broke : run.failing };
}
function brokenBy(run, baseline, now) {
  const passed = new Set(baseline.results.filter((result) => result.status === "passed").map((result) => result.id));
  return run.results.filter((result) => now.includes(result.status) && passed.has(result.id)).map((result) => result.id);
}

// src/trial/judge.ts
var graceMs = 1500;
var slowdown = 3;
var widerGraceMs = 15e3;
async function judgeCold(replica, suite, candidate2, options, signal) {
  await replica.tidy();
  const applied = await replica.apply(candidate2.edits);
  if (!applied.ok) return { kind: "invalid", reason: applied.reason };
  const changed = [...new Set(candidate2.edits.map((edit) => edit.path))];
  if (!(options.seemsGreen && options.scope === "all")) {
    const verdict = await judgeByFailing(replica, suite, options, signal);
    if (verdict !== null) return verdict;
    if (options.scope === "failing") return { kind: "green", ran: "failing" };
    await replica.tidy();
  }
  const wider = await suite.run(replica.root, {
    scope: options.scope,
    failing: options.failing,
    changed,
    later: true,
    timeoutMs: widerGraceMs + timeLimit(options.baseline.seconds + secondsUnreached(options.failing)),
    signal
  });
  return wider.aborted ? { kind: "not-run" } : verdictOfWider(wider, options);
}
async function judgeByFailing(replica, suite, options, signal) {
  const run = await suite.run(replica.root, {
    scope: "failing",
    failing: options.failing,
    later: true,
    timeoutMs: timeLimit(secondsOfFailing(suite.plan, options.failing, options.failingSeconds, options.baseline.seconds)),
    signal
  });
  return run.aborted ? { kind: "not-run" } : verdictOfFailing(run, options);
}
function timeLimit(seconds) {
  return Math.round(graceMs + slowdown * seconds * 1e3);
}

// src/trial/warm/course.ts
function courseKey({ failing }) {
  return JSON.stringify(failing.map(({ id: id2 }) => id2));
}
function failingCourse(options) {
  const quick = quickOnes(options.failing);
  const chosen = new Set(quick);
  const others = options.failing.flatMap((test) => chosen.has(test) ? [] : [test.id]);
  let judged = options.failing;
  const plainly = (run) => verdictOfFailing(run, { ...options, failing: judged });
  const [first] = options.failing;
  const verdictOf = (run) => {
    const verdict = plainly(run);
    const isDoubtful = others.length > 0 && judged.length < options.failing.length && verdict?.kind === "partial" && verdict.fixed.some((id2) => id2 === first?.id);
    return isDoubtful ? { kind: "maybe", told: verdict } : verdict;
  };
  return {
    scope: "failing",
    failing: quick,
    files: filesOf(quick),
    seconds: options.failingSeconds,
    baseline: options.baseline,
    verdictOf,
    unlike: (run) => {
      const absent = absentFrom(run, quick);
      if (absent.length > MOST_ABSENT * quick.length) return absence(absent, quick);
      const [ran, green] = [ranIn(run), passedIn(run)];
      const passed = others.length === 0 ? [] : quick.flatMap(({ id: id2 }) => green.has(id2) ? [id2] : []);
      const lacking = /* @__PURE__ */ new Set([...absent, ...others.filter((id2) => !ran.has(id2)), ...2 * passed.length > quick.length ? [] : passed]);
      judged = judged.filter(({ id: id2 }) => !lacking.has(id2));
      const kind = plainly(run)?.kind ?? "green";
      return kind === "red" ? null : `the unchanged code is ${kind} in it`;
    }
  };
}
var MOST_ABSENT = 0.5;
function absentFrom(run, failing) {
  const ran = ranIn(run);
  return failing.flatMap(({ id: id2 }) => ran.has(id2) || isOutsideOfTests(id2) ? [] : [id2]);
}
var withStatus = (run, ...wanted) => new Set(run.results.flatMap(({ id: id2, status }) => wanted.includes(status) ? [id2] : []));
var passedIn = (run) => withStatus(run, "passed");
var ranIn = (run) => withStatus(run, "passed", "failed");
var absence = (absent, failing) => `${absent.length} of the ${failing.length} failing tests do not run in it`;
function widerCourse(options) {
  const expected = passedIn(options.baseline);
  return {
    scope: "all",
    failing: options.failing,
    files: filesOf(options.baseline.results),
    seconds: options.baseline.seconds,
    baseline: options.baseline,
    verdictOf: (run) => {
      const verdict = verdictOfWider(run, options);
      return verdict.kind === "green" ? null : verdict;
    },
    unlike: (run) => {
      const absent = absentFrom(run, options.failing);
      if (absent.length > 0) return absence(absent, options.failing);
      const passed = passedIn(run);
      const missing = [...expected].filter((id2) => !passed.has(id2));
      return missing.length === 0 && passed.size === expected.size ? null : `other tests pass in it: ${missing.length} of ${expected.size} are missing`;
    }
  };
}
function filesOf(results) {
  return [...new Set(results.flatMap(({ file }) => file ?? []))];
}

// src/trial/differences.ts
var decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function textOf(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return void 0;
  }
}
function changedPart(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [start, before.length - end];
}

// src/trial/warm/program.ts
var import_parser = __toESM(require_lib(), 1);
var isTyped = (path2) => /\.[cm]?tsx?$/.test(path2);
function parseProgram(path2, text, more = {}) {
  const typescript = isTyped(path2);
  if (!typescript && !/\.[cm]?jsx?$/.test(path2)) return null;
  try {
    const tree = (0, import_parser.parse)(text, {
      sourceType: "unambiguous",
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      errorRecovery: true,
      ...more,
      plugins: typescript ? [...path2.endsWith("x") ? ["jsx"] : [], "typescript", "decorators-legacy"] : ["jsx"]
    });
    const errors = (tree.errors ?? []).map(({ reasonCode }) => String(reasonCode));
    return isNode(tree.program) ? { root: tree.program, sourceType: tree.program.sourceType === "module" ? "module" : "script", errors } : null;
  } catch {
    return null;
  }
}
var functions = /* @__PURE__ */ new Set([
  ...["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression", "ObjectMethod", "ClassMethod", "ClassPrivateMethod"]
]);
var loops = /* @__PURE__ */ new Set(["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"]);
function isFunction(node2) {
  return functions.has(node2.type) && "body" in node2 && isNode(node2.body);
}
function isLoop(node2) {
  return loops.has(node2.type) && "body" in node2 && isNode(node2.body);
}
function nodesOf(node2, enter = () => true) {
  const found = [];
  const visit = (one) => {
    found.push(one);
    if (enter(one)) for (const child of childrenOf(one)) visit(child);
  };
  visit(node2);
  return found;
}
var noChildren = /* @__PURE__ */ new Set(["type", "start", "end", "loc", "extra", "leadingComments", "trailingComments", "innerComments"]);
function childrenOf(node2) {
  const children = [];
  for (const key of Object.keys(node2)) {
    if (noChildren.has(key)) continue;
    const value = Reflect.get(node2, key);
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) children.push(value);
    } else for (const child of value) if (isNode(child)) children.push(child);
  }
  return children;
}
function startInside(block) {
  return listOf(block, "directives").at(-1)?.end ?? block.start + 1;
}
function listOf(node2, key) {
  const value = Reflect.get(node2, key);
  return Array.isArray(value) ? value.filter(isNode) : [];
}
function nodeOf(node2, key) {
  const value = Reflect.get(node2, key);
  return isNode(value) ? value : null;
}
function nameOf(node2) {
  return node2 !== null && "name" in node2 && typeof node2.name === "string" ? node2.name : null;
}
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value && typeof value.start === "number" && "end" in value && typeof value.end === "number";
}

// src/trial/warm/loops.ts
function loopPlaces(path2, text) {
  const program = parseProgram(path2, text);
  return program === null ? [] : placesIn(program.root);
}
function placesIn(root) {
  const places = [];
  for (const node2 of nodesOf(root)) {
    if (!isFunction(node2) && !isLoop(node2)) continue;
    const condition = isLoop(node2) ? nodeOf(node2, "test") : null;
    if (node2.body.type === "BlockStatement") places.push({ at: startInside(node2.body), in: "body", from: node2.start });
    else if (condition !== null) places.push({ at: condition.start, in: "condition", from: node2.start });
  }
  return places.sort((a, b) => a.at - b.at);
}
function tickAt(place, call) {
  return place.in === "body" ? `;${call};` : `${call},`;
}

// src/trial/warm/sites.ts
function sitesOf({ root }, text) {
  const sites = [];
  const derived = /* @__PURE__ */ new Set();
  for (const node2 of nodesOf(root)) {
    if (/^Class(?:Declaration|Expression)$/.test(node2.type) && nodeOf(node2, "superClass") !== null) {
      const body = nodeOf(node2, "body");
      for (const member of body === null ? [] : listOf(body, "body")) derived.add(member);
    }
    if (!isFunction(node2)) continue;
    const site = siteOf(node2, text, derived.has(node2));
    if (site !== null) sites.push(site);
  }
  return sites.sort((a, b) => a.start - b.start || b.end - a.end);
}
function bodyOf(program, site, text) {
  const start = site.around[0].length;
  const node2 = nodesOf(program.root, (one) => !isFunction(one)).find(isFunction);
  if (node2 === void 0 || node2.start !== start || node2.end !== text.length - site.around[1].length) return null;
  const whole = listOf(program.root, "body");
  if (whole.length !== 1 || whole[0]?.start !== 0 || whole[0].end !== text.length || !isAlone(whole[0], node2)) return null;
  const found = siteOf(node2, text, false);
  return found === null ? null : { site: found, places: placesIn(node2.body) };
}
function isAlone(statement, fn) {
  const expression = nodeOf(statement, "expression");
  if (expression === null) return false;
  if (expression === fn) return true;
  const members = expression.type === "ObjectExpression" ? listOf(expression, "properties") : listOf(nodeOf(expression, "body") ?? fn, "body");
  return members.length === 1 && members[0] === fn;
}
function siteOf(node2, text, derived) {
  if (derived && "kind" in node2 && node2.kind === "constructor") return null;
  if (listOf(node2, "params").some(({ type }) => type === "TSParameterProperty") || listOf(node2, "decorators").length > 0) return null;
  const isBlock = node2.body.type === "BlockStatement";
  const from = isBlock ? startInside(node2.body) : behindArrow(node2, text);
  const names = isBlock ? functionNames(node2.body) : "";
  if (from === null || names === null) return null;
  const around = surroundings(node2.type);
  return { start: node2.start, end: node2.end, from, to: isBlock ? node2.body.end - 1 : node2.end, isBlock, around, names };
}
function surroundings(type) {
  if (type === "ObjectMethod") return ["({", "});"];
  return type.startsWith("Class") ? ["(class extends Object {", "});"] : ["(", ");"];
}
function behindArrow(node2, text) {
  const at = text.lastIndexOf("=>", node2.body.start);
  return at >= node2.start && /^[\s(]*$/.test(text.slice(at + 2, node2.body.start)) ? at + 2 : null;
}
function functionNames(body) {
  const variables = /* @__PURE__ */ new Set();
  const own = listOf(body, "body").flatMap((node2) => node2.type === "FunctionDeclaration" ? nameOf(nodeOf(node2, "id")) ?? [] : []);
  const inner = /* @__PURE__ */ new Set();
  for (const node2 of nodesOf(body, (one) => !isFunction(one) && one.type !== "StaticBlock")) {
    if (node2.type === "FunctionDeclaration") inner.add(nameOf(nodeOf(node2, "id")) ?? "");
    if (node2.type === "VariableDeclaration" && "kind" in node2 && node2.kind === "var") {
      for (const declared of listOf(node2, "declarations")) addNames(nodeOf(declared, "id"), variables);
    }
  }
  if (new Set(own).size < own.length || own.some((name) => variables.has(name))) return null;
  return [.../* @__PURE__ */ new Set([...variables, ...inner])].sort().join();
}
function addNames(pattern, names) {
  if (pattern === null) return;
  for (const node2 of nodesOf(pattern)) {
    const name = node2.type === "Identifier" ? nameOf(node2) : null;
    if (name !== null) names.add(name);
  }
}

// src/trial/warm/slots.ts
var statements = /* @__PURE__ */ new Set(["ReturnStatement", "ExpressionStatement", "ThrowStatement"]);
var expressions = {
  IfStatement: "test",
  WhileStatement: "test",
  DoWhileStatement: "test",
  ForStatement: "test",
  VariableDeclarator: "init"
};
var named = /^(?:Function|ArrowFunction|Class)Expression$/;
function slotsOf(root) {
  const nodes = nodesOf(root);
  const functions2 = nodes.filter(isFunction).sort((a, b) => a.start - b.start);
  const slots = [];
  for (const node2 of nodes) {
    const kind = statements.has(node2.type) ? "statement" : "expression";
    const part = kind === "statement" ? node2 : nodeOf(node2, expressions[node2.type] ?? "");
    if (part === null || named.test(part.type)) continue;
    const { start, end } = part;
    slots.push({ start, end, kind, owner: functions2.findLast((one) => one.start <= start && end <= one.end)?.start ?? null });
  }
  return slots.sort((a, b) => a.start - b.start || b.end - a.end);
}

// src/trial/warm/schemata.ts
var mostBodies = 60;
var mostStatements = 200;
var mostExpressions = 60;
var mostAdded = 4e5;
var longest = 3e4;
var mostKept = 5e3;
var fewest = 4;
var Schemata = class {
  #path;
  #text;
  #sites;
  #slots;
  #sourceType;
  #strictMode;
  #places;
  #known = /* @__PURE__ */ new Map();
  constructor(path2, text) {
    this.#path = path2;
    this.#text = text;
    const program = parseProgram(path2, text);
    const sound = program !== null && program.errors.length === 0;
    this.#sites = sound ? sitesOf(program, text) : [];
    this.#slots = sound ? slotsOf(program.root) : [];
    this.#places = sound ? placesIn(program.root) : [];
    this.#sourceType = program?.sourceType ?? "script";
    this.#strictMode = this.#sourceType === "module" || /['"]use strict['"]/.test(text);
  }
  /** Texts that hold the candidates, in their order; those that no text can hold are in none. */
  versions(candidates) {
    const versions = [];
    let open2 = new Open();
    const close = () => {
      const numbers = open2.numbers();
      if (numbers.size >= fewest) versions.push({ text: this.#compose(open2.beside, numbers), numbers });
      open2 = new Open();
    };
    for (const [id2, replacement] of candidates) {
      const alternative = this.#alternative(replacement);
      if (alternative === null) continue;
      if (!open2.takes(alternative)) close();
      open2.add(id2, alternative);
    }
    close();
    return versions;
  }
  #alternative(replacement) {
    const key = replacement.join("\0");
    let known = this.#known.get(key);
    if (known === void 0) {
      known = this.#make(replacement);
      if (this.#known.size >= mostKept) this.#known.clear();
      this.#known.set(key, known);
    }
    return known;
  }
  #make([start, end, fresh]) {
    const site = this.#sites.findLast((one) => one.from <= start && end <= one.to);
    if (site === void 0 || site.end - site.start + fresh.length > longest) return null;
    const [before, after] = site.around;
    const text = before + this.#text.slice(site.start, start) + fresh + this.#text.slice(end, site.end) + after;
    const own = privateNames(this.#text.slice(site.start, site.end));
    if ([...privateNames(text)].some((name) => !own.has(name))) return null;
    const program = parseProgram(this.#path, text, { sourceType: this.#sourceType, strictMode: this.#strictMode });
    if (program === null || program.errors.some((code) => code !== "InvalidPrivateFieldResolution")) return null;
    const body = bodyOf(program, site, text);
    if (body === null || body.site.names !== site.names || site.isBlock && !body.site.isBlock) return null;
    const part = this.#part(site, [start, end, fresh], program.root);
    const { from, to, isBlock } = part ?? body.site;
    const ticks = this.#ticks(body.places.filter(({ at }) => at > from && at < to));
    return { place: part?.slot ?? site, isBlock, text: withInsertions(text, from, to, ticks) };
  }
  /** The part of a function that changes, and where it is in `changed`, the function as it is then; null when that is no part like it. */
  #part(site, [start, end, fresh], changed) {
    const slot = this.#slots.findLast((one) => one.start <= start && end <= one.end);
    if (slot === void 0 || slot.owner !== site.start) return null;
    const shift = site.around[0].length - site.start;
    const [from, to] = [slot.start + shift, slot.end + shift + fresh.length - (end - start)];
    const like = slotsOf(changed).some((one) => one.start === from && one.end === to && one.kind === slot.kind);
    return like ? { slot, from, to, isBlock: slot.kind === "statement" } : null;
  }
  #ticks(places) {
    return places.map((place) => ({ at: place.at, text: tickAt(place, `${this.#global}__regreenLoop()`) }));
  }
  /** In typed text the name must please the compiler's checks. */
  get #global() {
    return isTyped(this.#path) ? "(globalThis as any)." : "";
  }
  #compose(beside, numbers) {
    const insertions = this.#ticks(this.#places);
    const ends = [];
    for (const [place, alternatives] of [...beside].sort(([a], [b]) => a.start - b.start || b.end - a.end)) {
      const { from, to, head, tail } = this.#around(
        place,
        alternatives.map(([id2, alternative]) => [numbers.get(id2) ?? 0, alternative])
      );
      insertions.push({ at: from, text: head });
      ends.unshift({ at: to, text: tail });
    }
    return withInsertions(this.#text, 0, this.#text.length, [...insertions, ...ends]);
  }
  /** What stands around the original in a text that has numbered alternatives to it. */
  #around(place, alternatives) {
    const meant = `${this.#global}__regreenIs`;
    if ("kind" in place && place.kind === "expression") {
      const chain = alternatives.map(([number3, { text }]) => `${meant} === ${number3} ? (${text}
) : `);
      return { from: place.start, to: place.end, head: `(${chain.join("")}(`, tail: "\n))" };
    }
    const cases = alternatives.map(
      ([number3, { text, isBlock: isBlock2 }]) => isBlock2 ? `case ${number3}: {${text}
} break; ` : `case ${number3}: return (${text}
); `
    );
    const head = `switch (${meant}) { ${cases.join("")}default: `;
    if ("kind" in place) return { from: place.start, to: place.end, head: `{ ${head}{`, tail: "\n}}}" };
    const { from, to, isBlock } = place;
    return isBlock ? { from, to, head: `${head}{`, tail: "\n}}" } : { from, to, head: `{ ${head}return (`, tail: "\n); } }" };
  }
};
function privateNames(text) {
  return new Set(text.match(/#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}
var Open = class {
  beside = /* @__PURE__ */ new Map();
  #added = 0;
  takes({ place, text }) {
    const most = "kind" in place ? place.kind === "statement" ? mostStatements : mostExpressions : mostBodies;
    return this.#added + text.length <= mostAdded && (this.beside.get(place)?.length ?? 0) < most;
  }
  add(id2, alternative) {
    this.#added += alternative.text.length;
    const there = this.beside.get(alternative.place);
    if (there === void 0) this.beside.set(alternative.place, [[id2, alternative]]);
    else there.push([id2, alternative]);
  }
  /** Those at one place get numbers that follow each other: then it takes one jump to each. */
  numbers() {
    return new Map([...this.beside.values()].flat().map(([id2], at) => [id2, at + 1]));
  }
};
function withInsertions(text, from, to, insertions) {
  const ordered = insertions.toSorted((a, b) => a.at - b.at);
  let result = "";
  let at = from;
  for (const insertion of ordered) {
    result += text.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return result + text.slice(at, to);
}

// src/trial/warm/worker.ts
import { mkdir, mkdtemp, rm, writeFile as writeFile2 } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { dirname, join as join2 } from "node:path";

// src/trial/warm/channel.ts
import { open, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/trial/warm/messages.ts
var id = number().int().nonnegative();
var reason = string().transform((text) => text.slice(0, 2e3));
var messageSchema = union([
  strictObject({ unfit: reason }),
  /** `took`: milliseconds of the last run of the unchanged code. */
  strictObject({ ready: id, took: number().nonnegative().optional() }),
  /** How the tests ended, under a number for the times when they end the same way. */
  strictObject({ outcome: id, said: object({ events: array(unknown()), exitCode: number().nullable() }) }),
  strictObject({ begin: id }),
  /** An error was caught by nobody: what waits for something may wait in vain. */
  strictObject({ fell: literal(true) }),
  strictObject({ done: id, is: id }),
  /** The text is no program. */
  strictObject({ done: id, invalid: reason }),
  strictObject({ done: id, endless: literal(true) }),
  /** The tests do not see what stands in this file. */
  strictObject({ done: id, blind: string() }),
  /** The original still behaves as at the start: what was judged before counts. */
  strictObject({ checked: literal(true) }),
  strictObject({ leak: reason }),
  strictObject({ ended: id, heap: number() })
]);
function parseMessage(line) {
  try {
    const parsed = messageSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// src/trial/warm/channel.ts
var maxLine = 16 * 2 ** 20;
var [leastPollMs, mostPollMs] = [5, 20];
var Channel = class {
  folder;
  #file = null;
  #isClosed = false;
  #offset = 0;
  #pollMs = leastPollMs;
  #rest = Buffer.alloc(0);
  #buffer = Buffer.allocUnsafe(256 * 1024);
  constructor(folder) {
    this.folder = folder;
  }
  async send(batch) {
    const file = join(this.folder, `batch-${batch.number}.json`);
    await writeFile(`${file}.part`, JSON.stringify(batch));
    await rename(`${file}.part`, file);
    this.#pollMs = leastPollMs;
  }
  /** New messages; waits a moment when there are none. Null when the worker tells nonsense. */
  async receive() {
    for (; ; ) {
      const { messages, isCut } = await this.#receiveSome();
      if (messages === null || messages.length > 0 || !isCut) return messages;
    }
  }
  /** `isCut`: something came, and no message of it whole. */
  async #receiveSome() {
    let chunk = await this.#read();
    if (chunk.length === 0) {
      await sleep(this.#pollMs);
      this.#pollMs = Math.min(mostPollMs, this.#pollMs + 1);
      chunk = await this.#read();
    }
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = data.lastIndexOf(10);
    this.#rest = data.subarray(end + 1);
    if (this.#rest.length > maxLine) return { messages: null, isCut: false };
    const messages = [];
    for (const line of data.subarray(0, Math.max(0, end)).toString("utf8").split("\n")) {
      if (line === "") continue;
      const message = parseMessage(line);
      if (message === null) return { messages: null, isCut: false };
      messages.push(message);
    }
    return { messages, isCut: chunk.length > 0 && messages.length === 0 };
  }
  async #read() {
    if (this.#isClosed) return Buffer.alloc(0);
    this.#file ??= await open(join(this.folder, "results.jsonl")).catch(() => null);
    if (this.#file === null) return Buffer.alloc(0);
    const { bytesRead } = await this.#file.read(this.#buffer, 0, this.#buffer.length, this.#offset);
    this.#offset += bytesRead;
    return Buffer.from(this.#buffer.subarray(0, bytesRead));
  }
  async close() {
    this.#isClosed = true;
    await this.#file?.close();
    this.#file = null;
  }
};

// src/trial/warm/worker.ts
var lifeMs = 60 * 6e4;
var patienceMs = 2e3;
var slowest = 20;
var fallenMs = 300;
var fallenSlowest = 2;
var mostStrain = 4;
var CALLED_OFF = "it was called off";
var maxFileBytes = 4 << 20;
var maxOutcomes = 2e4;
var WarmWorker = class _WarmWorker {
  #start;
  #channel;
  #stop = new AbortController();
  #outcomes = /* @__PURE__ */ new Map();
  #process = Promise.reject(new Error("not started"));
  #running = true;
  #batches = 0;
  /** What the tests take in here, in milliseconds. */
  #tookMs = Number.POSITIVE_INFINITY;
  constructor(start, folder) {
    this.#start = start;
    this.#channel = new Channel(folder);
    this.#process.catch(() => {
    });
  }
  /** A worker that is ready, or why there is none. */
  static async start(start, signal) {
    const folder = await mkdtemp(join2(start.replica.root, "..", "warm-"));
    const worker = new _WarmWorker(start, folder);
    if (signal.aborted) {
      await worker.end();
      return CALLED_OFF;
    }
    const stop = () => worker.#stop.abort();
    signal.addEventListener("abort", stop, { once: true });
    const reason2 = await worker.#begin(folder);
    signal.removeEventListener("abort", stop);
    if (reason2 === null && !signal.aborted) return worker;
    await worker.end();
    return reason2 ?? CALLED_OFF;
  }
  async #begin(folder) {
    const { suite, replica, course } = this.#start;
    await Promise.all([mkdir(folder, { recursive: true }), replica.tidy()]);
    const disturbed = replica.disturbed();
    if (disturbed !== null) await writeFile2(join2(folder, "tidy.json"), JSON.stringify([keptNames, ...disturbed]));
    const program = programFor(suite.plan);
    if (program === null) return `nothing takes over ${suite.plan.runner}`;
    const temporary = program.leavesFolders === true ? join2(folder, "tmp") : null;
    if (temporary !== null) await mkdir(temporary);
    const file = join2(folder, program.name);
    await writeFile2(file, program.source);
    for (const [name, source] of Object.entries(program.beside ?? {})) {
      await mkdir(dirname(join2(folder, name)), { recursive: true });
      await writeFile2(join2(folder, name), source);
    }
    const isNamed = course.scope === "failing" && course.files.length === 1;
    const isTap = suite.plan.runner === "tap";
    const endless = suite.plan.ecosystem === "javascript" ? course.failing.filter(isEndless) : [];
    if (endless.length > 0) await writeFile2(join2(folder, "loops.json"), JSON.stringify(await loopsIn(replica.root, endless)));
    const only = suite.plan.runner === "node:test" && course.files.length > 0 && !isNamed || isTap ? course.files : null;
    const files = program.takesFiles === true ? course.files : only;
    this.#process = suite.run(replica.root, {
      ...scopeOf(course, only?.[0] ?? null),
      companion: {
        file,
        folder,
        env: {
          REGREEN_TRIAL_DIR: folder,
          REGREEN_TRIAL_ROOT: replica.root,
          ...temporary === null ? {} : { TMPDIR: temporary },
          ...endless.length > 0 ? { REGREEN_TRIAL_ENDLESS: `${microsAllowed(course.baseline)}` } : {},
          ...isTap ? { REGREEN_TRIAL_TAP: "1" } : {},
          ...files === null ? {} : { REGREEN_TRIAL_FILES: JSON.stringify(files) }
        }
      },
      testLimit: againLimit(course.baseline),
      timeoutMs: lifeMs,
      signal: this.#stop.signal
    });
    const ended = () => {
      this.#running = false;
    };
    this.#process.then(ended, ended);
    return this.#awaitReady(performance.now() + timeLimit(4 * course.seconds) + 1e4);
  }
  async #awaitReady(deadline) {
    while (performance.now() < deadline) {
      const running = this.#running;
      const messages = await this.#channel.receive();
      if (messages === null) return "it tells nonsense";
      for (const message of messages) {
        if ("unfit" in message) return message.unfit;
        if ("outcome" in message) {
          const run = await this.#learn(message.outcome, message.said);
          const reason2 = this.#start.course.unlike(run);
          if (reason2 !== null) return reason2;
        }
        if ("ready" in message) {
          this.#tookMs = message.took ?? Number.POSITIVE_INFINITY;
          return null;
        }
      }
      if (!running && messages.length === 0) return `the tests ran as ever: nothing took them over${await this.#whatTheyDid()}`;
    }
    return "it was not ready in time";
  }
  /** How a run that should have become a warm process ended, as far as it is not what the tests do anyway. */
  async #whatTheyDid() {
    const run = await this.#process.catch((error) => String(error));
    if (typeof run === "string") return `: ${run}`;
    const known = new Set(this.#start.course.failing.map(({ id: id2 }) => id2));
    const strange = run.results.find(({ id: id2, status }) => status === "failed" && !known.has(id2));
    const said = strange === void 0 ? lastWords(run.tail) : `${strange.id}: ${strange.message?.trim()}`;
    return ` (exit code ${run.exitCode ?? "none"}, ${said})`;
  }
  async #learn(number3, said) {
    const run = await this.#start.suite.runOf(this.#start.replica.root, said);
    if (this.#outcomes.size < maxOutcomes) this.#outcomes.set(number3, this.#start.course.verdictOf(run) ?? { kind: "maybe" });
    return run;
  }
  /** Judges candidates one after another, up to the first that looks green. Never rejects for what the tests do. */
  async judge(given, signal) {
    const batch = { ...given, number: ++this.#batches };
    await this.#channel.send(batch);
    const { seconds, failing } = this.#start.course;
    const hangMs = Math.min(timeLimit(seconds), patienceMs + slowest * this.#tookMs) + 1e3 * secondsUnreached(failing);
    const verdicts = /* @__PURE__ */ new Map();
    const unchecked = /* @__PURE__ */ new Map();
    let begun = null;
    let patience2 = hangMs;
    let heardAt = performance.now();
    const finish = (ended, heap = 0, hung = false) => ({ verdicts, ended, heap, hung });
    for (; ; ) {
      const running = this.#running;
      const messages = await this.#channel.receive();
      if (messages === null) return finish("it tells nonsense");
      if (signal.aborted) return finish(CALLED_OFF);
      if (messages.length > 0) heardAt = performance.now();
      for (const message of messages) {
        if ("begin" in message) {
          begun = message.begin;
          patience2 = hangMs;
        } else if ("fell" in message) patience2 = Math.min(hangMs, fallenMs + fallenSlowest * this.#tookMs);
        else if ("outcome" in message) await this.#learn(message.outcome, message.said);
        else if ("done" in message) {
          begun = null;
          if ("blind" in message) verdicts.set(message.done, { kind: "unseen", path: message.blind });
          else unchecked.set(message.done, this.#verdictOf(message));
        } else if ("checked" in message) {
          for (const [id2, verdict] of unchecked) verdicts.set(id2, verdict);
          unchecked.clear();
        } else if ("leak" in message || "unfit" in message) {
          const [only] = unchecked;
          if (unchecked.size === 1 && only !== void 0) verdicts.set(only[0], only[1]);
          return finish("leak" in message ? message.leak : message.unfit);
        } else if ("ended" in message) return finish(null, message.heap);
      }
      const hangs = performance.now() - heardAt > patience2 * strain();
      if (hangs || !running && messages.length === 0) {
        if (begun !== null) verdicts.set(begun, { kind: "red" });
        if (begun === null) return finish(hangs ? "the worker went silent" : "the worker ended");
        return finish(hangs ? "a candidate did not end" : "a candidate ended the process", 0, hangs);
      }
    }
  }
  #verdictOf(message) {
    if (message.invalid !== void 0) return { kind: "invalid", reason: `It is no program: ${message.invalid}` };
    if (message.endless === true) return { kind: "red" };
    if (message.is === void 0) return { kind: "unseen" };
    return this.#outcomes.get(message.is) ?? { kind: "unseen" };
  }
  async end() {
    this.#stop.abort();
    await this.#process.catch(() => {
    });
    await this.#channel.close();
    await rm(this.#channel.folder, { recursive: true, force: true }).catch(() => {
    });
  }
};
function strain() {
  return Math.min(mostStrain, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));
}
async function loopsIn(root, endless) {
  const frames = endless.flatMap((test) => test.frames.filter(({ inRepository }) => inRepository));
  const paths = [...new Set(frames.map(({ file }) => file))];
  return Promise.all(
    paths.map(async (path2) => [path2, loopPlaces(path2, await readPlainFile(join2(root, path2), maxFileBytes) ?? "")])
  );
}
function microsAllowed({ results }) {
  const slowest2 = Math.max(0, ...results.map(({ status, seconds }) => status === "passed" ? seconds ?? 0 : 0));
  return Math.min(5e6, Math.max(7e5, Math.round(3e6 * slowest2)));
}
function lastWords(tail) {
  const lines = tail.trimEnd().split("\n");
  return (lines.findLast((line) => /\w*Error\b.*:/.test(line)) ?? lines.at(-1) ?? "").trim();
}
function scopeOf({ scope: scope2, failing }, only) {
  if (scope2 === "all") return { scope: only === null ? "all" : { files: [only] } };
  return { scope: scope2, failing: only === null ? failing : failing.map((test) => ({ ...test, file: only })) };
}

// src/trial/warm/lane.ts
var maxHeap = 700 * 2 ** 20;
var checkEvery = 40;
var worthwhile = 4;
var WarmLane = class {
  #suite;
  #replica;
  #course;
  #worker = null;
  #starting = null;
  /** Files whose loops the worker knows, and the texts of all files met so far. */
  #known = /* @__PURE__ */ new Set();
  #texts = /* @__PURE__ */ new Map();
  #schemata = /* @__PURE__ */ new Map();
  #prepared = /* @__PURE__ */ new WeakMap();
  #renewals = 0;
  /** Workers started so far. */
  starts = 0;
  #judged = 0;
  #heap = 0;
  /** Why there is no going on warm; null while there is. */
  unfit = null;
  constructor(suite, replica, course) {
    this.#suite = suite;
    this.#replica = replica;
    this.#course = course;
  }
  /** Starts a worker, so that the first candidates find one. */
  async prepare(signal) {
    var _stack = [];
    try {
      const _slot = __using(_stack, await this.#suite.slots.take({ later: true, signal }));
      await this.#ready(signal);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  async judge(candidates, signal) {
    const verdicts = /* @__PURE__ */ new Map();
    let todo = await this.#prepare(candidates, verdicts);
    let every = checkEvery;
    while (todo.length > 0 && this.unfit === null && !signal.aborted) {
      var _stack = [];
      try {
        const _slot = __using(_stack, await this.#suite.slots.take({ later: true, signal }));
        const worker = await this.#ready(signal);
        if (worker === null) break;
        const batch = todo;
        const result = await worker.judge(
          { ...this.#inVersions(batch), loops: this.#loops(todo), checkEvery: every, careful: this.#renewals > 0 },
          signal
        );
        for (const [id2, verdict] of result.verdicts) verdicts.set(id2, verdict);
        this.#judged += result.verdicts.size;
        this.#heap = result.heap;
        todo = todo.filter(({ id: id2 }) => !verdicts.has(id2));
        if (result.ended === null && result.verdicts.size > 0) break;
        await this.#renew(result.hung);
        await this.#replica.restore(pathsOf(batch));
        every = result.verdicts.size === 0 ? Math.max(1, Math.floor(every / 4)) : every;
        if (this.#renewals > 8 && this.#judged < worthwhile * this.#renewals) this.unfit = result.ended ?? "it judges nothing";
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        __callDispose(_stack, _error, _hasError);
      }
    }
    if (signal.aborted) {
      await this.close();
      await this.#replica.restore(pathsOf(todo));
    }
    return candidates.map((_2, id2) => verdicts.get(id2) ?? (this.unfit === null || signal.aborted ? null : { kind: "unseen" }));
  }
  async #prepare(candidates, verdicts) {
    const unknown2 = candidates.filter((candidate2) => !this.#prepared.has(candidate2));
    const previews = await this.#replica.preview(unknown2.map(({ edits }) => edits));
    for (const [index, preview] of previews.entries()) {
      const candidate2 = unknown2[index];
      if (candidate2 !== void 0) this.#prepared.set(candidate2, this.#preparedBy(preview));
    }
    const prepared = [];
    for (const [id2, candidate2] of candidates.entries()) {
      const known = this.#prepared.get(candidate2) ?? { kind: "unseen" };
      if ("kind" in known) verdicts.set(id2, known);
      else prepared.push({ id: id2, files: known.files });
    }
    return prepared;
  }
  #preparedBy(preview) {
    if (!preview.ok) return { kind: "invalid", reason: preview.reason };
    for (const { path: path2, before } of preview.files) {
      const text = before === null || this.#texts.has(path2) ? void 0 : textOf(before);
      if (text !== void 0) this.#texts.set(path2, text);
    }
    const files = [];
    for (const { path: path2, before, after } of preview.files) {
      const replacements = replacementsOf(before, after);
      if (replacements === void 0) return { kind: "unseen" };
      files.push([path2, replacements]);
    }
    return { files };
  }
  /** Candidates that change one function share the text of its file. */
  #inVersions(candidates) {
    const byPath = /* @__PURE__ */ new Map();
    for (const { id: id2, files } of candidates) {
      const [file, ...others] = files;
      const [replacement] = Array.isArray(file?.[1]) ? file[1] : [];
      if (file === void 0 || replacement === void 0 || others.length > 0) continue;
      const there = byPath.get(file[0]);
      if (there === void 0) byPath.set(file[0], /* @__PURE__ */ new Map([[id2, replacement]]));
      else there.set(id2, replacement);
    }
    const versions = [];
    const places = /* @__PURE__ */ new Map();
    for (const [path2, replacements] of byPath) {
      for (const { text, numbers } of this.#schemataOf(path2)?.versions(replacements) ?? []) {
        for (const [id2, number3] of numbers) places.set(id2, [versions.length, number3]);
        versions.push([path2, text]);
      }
    }
    const placed = candidates.map((one) => {
      const at = places.get(one.id);
      return at === void 0 ? one : { ...one, at };
    });
    return { candidates: placed, versions };
  }
  #schemataOf(path2) {
    const text = this.#texts.get(path2);
    const known = this.#schemata.get(path2) ?? (text === void 0 ? null : new Schemata(path2, text));
    if (known !== null) this.#schemata.set(path2, known);
    return known;
  }
  #loops(candidates) {
    const loops2 = [];
    for (const path2 of pathsOf(candidates)) {
      if (this.#known.has(path2)) continue;
      this.#known.add(path2);
      const text = this.#texts.get(path2);
      if (text !== void 0) loops2.push([path2, loopPlaces(path2, text)]);
    }
    return loops2;
  }
  async #ready(signal) {
    if (this.#heap > maxHeap) await this.#renew();
    if (this.#worker !== null) return this.#worker;
    this.#starting ??= this.#start(signal).finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }
  async #start(signal) {
    this.starts += 1;
    const started = await WarmWorker.start({ suite: this.#suite, replica: this.#replica, course: this.#course }, signal);
    if (typeof started === "string") {
      if (!signal.aborted) this.unfit = started;
      return null;
    }
    this.#worker = started;
    return started;
  }
  async #renew(hung = false) {
    if (!hung) this.#renewals += 1;
    await this.close();
  }
  async close() {
    const worker = this.#worker;
    this.#worker = null;
    this.#known = /* @__PURE__ */ new Set();
    this.#heap = 0;
    await worker?.end();
  }
};
function pathsOf(candidates) {
  return new Set(candidates.flatMap(({ files }) => files.map(([path2]) => path2)));
}
function replacementsOf(before, after) {
  if (after === null) return null;
  const to = textOf(after);
  if (before === null || to === void 0) return to;
  const from = textOf(before);
  if (from === void 0) return void 0;
  const [start, end] = changedPart(from, to);
  return [[start, end, to.slice(start, end + to.length - from.length)]];
}

// src/trial/warm/parts.ts
var mostPackages = 3;
var FailingLane = class {
  #lanes;
  /** By lane: the tests it judges by. */
  #tests;
  constructor(suite, replica, options) {
    const shares = sharesOf(suite, options.failing).slice(0, mostPackages);
    this.#lanes = shares.map((share) => new WarmLane(share.suite, replica, failingCourse({ ...options, failing: share.failing })));
    this.#tests = shares.map(({ failing }) => failing.map(({ id: id2 }) => id2));
  }
  get starts() {
    return this.#lanes.reduce((sum2, { starts }) => sum2 + starts, 0);
  }
  get unfit() {
    return unfitness(this.#lanes);
  }
  async prepare(signal) {
    for (const lane of this.#lanes) {
      await lane.prepare(signal);
      if (lane.unfit === null) return;
    }
  }
  async judge(candidates, signal) {
    const verdicts = candidates.map(() => null);
    const passed = /* @__PURE__ */ new Map();
    let open2 = [...candidates.entries()];
    for (const [number3, lane] of this.#lanes.entries()) {
      const judged = await lane.judge(
        open2.map(([, candidate2]) => candidate2),
        signal
      );
      for (const [at, [index]] of open2.entries()) {
        const verdict = judged[at] ?? null;
        verdicts[index] = verdict === null ? null : behind(passed.get(index) ?? [], verdict);
        if (verdict?.kind === "maybe") passed.set(index, [...passed.get(index) ?? [], ...this.#tests[number3] ?? []]);
      }
      open2 = open2.filter(([index]) => isOpen(verdicts[index] ?? null));
      if (open2.length === 0 || signal.aborted) break;
    }
    return verdicts;
  }
  async close() {
    for (const lane of this.#lanes) await lane.close();
  }
};
function isOpen(verdict) {
  return verdict?.kind === "unseen" || verdict?.kind === "maybe" && verdict.told === void 0;
}
function behind(passed, verdict) {
  if (passed.length === 0) return verdict;
  if (verdict.kind === "unseen") return { kind: "maybe" };
  if (verdict.kind === "red") return { kind: "partial", fixed: passed, broke: [] };
  return verdict.kind === "partial" ? { ...verdict, fixed: [...passed, ...verdict.fixed] } : verdict;
}
var RefutingLane = class {
  #suite;
  #replica;
  #options;
  #shares;
  #lanes = /* @__PURE__ */ new Map();
  constructor(suite, replica, options) {
    this.#suite = suite;
    this.#replica = replica;
    this.#options = options;
    this.#shares = sharesOf(suite, options.failing);
  }
  get starts() {
    return [...this.#lanes.values()].reduce((sum2, { starts }) => sum2 + starts, 0);
  }
  get unfit() {
    return unfitness([...this.#lanes.values()]);
  }
  /** Which packages are changed is not known before there are candidates. */
  async prepare() {
  }
  async judge(candidates, signal) {
    const verdicts = [];
    for (const candidate2 of candidates) verdicts.push(await this.#refuted(candidate2, signal) ?? { kind: "unseen" });
    return verdicts;
  }
  async #refuted(candidate2, signal) {
    const changed = candidate2.edits.map(({ path: path2 }) => packageOf(this.#suite, path2));
    const red = this.#shares.map(({ suite }) => suite);
    for (const suite of /* @__PURE__ */ new Set([...changed, ...red])) {
      if (signal.aborted) return null;
      const [verdict] = await this.#laneOf(suite)?.judge([candidate2], signal) ?? [];
      if (verdict?.kind === "breaks" || verdict?.kind === "partial") return verdict;
    }
    return null;
  }
  #laneOf(suite) {
    const known = this.#lanes.get(suite) ?? null;
    if (known !== null || this.#lanes.size >= mostPackages || suite === this.#suite) return known;
    const { baseline, scope: scope2 } = this.#options;
    const share = this.#shares.find((one) => one.suite === suite);
    const course = widerCourse({ scope: scope2, failing: share?.failing ?? [], baseline: ofPackage(suite, baseline) });
    const lane = new WarmLane(suite, this.#replica, course);
    this.#lanes.set(suite, lane);
    return lane;
  }
  async close() {
    for (const lane of this.#lanes.values()) await lane.close();
  }
};
function unfitness(lanes) {
  return lanes.every(({ unfit }) => unfit !== null) ? lanes[0]?.unfit ?? null : null;
}

// src/trial/confirmer.ts
var worthWarming = 2;
var worthWarmingPackages = 1;
var Confirmer = class {
  #suite;
  #makeReplica;
  #replica = null;
  /** Where the warm process was started ahead, once it is there: others may be at work in the first. */
  #ahead = null;
  #confirmed;
  #wider = null;
  /** Found by processes of their own. */
  #green = 0;
  #broke = 0;
  #preparing = null;
  #last = Promise.resolve();
  warmlyJudged = 0;
  /** The replica is made when there is something to confirm. */
  constructor(suite, makeReplica, confirmed) {
    this.#suite = suite;
    this.#makeReplica = makeReplica;
    this.#confirmed = confirmed;
  }
  /** Starts the warm process that runs everything, when `turn` has come. Never rejects: what goes wrong shows when it is needed. */
  prepare(options, signal, turn) {
    this.#preparing ??= turn.then(() => signal.aborted ? void 0 : this.#startAhead(options, signal)).catch(() => {
    });
    return this.#preparing;
  }
  async #startAhead(options, signal) {
    const replica = await this.#makeReplica();
    const lane = new WarmLane(this.#suite, replica, widerCourse({ ...options, scope: "all" }));
    await lane.prepare(signal).catch(() => {
    });
    if (this.#wider === null && lane.unfit === null && !signal.aborted) {
      this.#wider = { key: courseKey(options), lane };
      this.#ahead = replica;
    } else {
      await lane.close();
      await replica[Symbol.asyncDispose]();
    }
  }
  /** Whether a warm process is there, or is worth waiting for. */
  #isWarm({ scope: scope2, failing }) {
    if (scope2 === "failing") return false;
    const worth2 = this.#suite.parts === void 0 ? worthWarming : worthWarmingPackages;
    return this.#wider?.key === courseKey({ failing }) || this.#green > 0 || this.#broke >= worth2;
  }
  /** False where each candidate takes processes of its own: these had better run in the replicas of the slots, side by side. */
  get isWorthwhile() {
    return this.#wider === null || this.#wider.lane.unfit === null;
  }
  /** The verdict on a candidate that looks green, when those handed over before it have theirs. */
  confirm(candidate2, options, signal) {
    const verdict = this.#last.then(() => this.#confirm(candidate2, options, signal));
    this.#last = verdict.catch(() => {
    });
    return verdict;
  }
  async #confirm(candidate2, options, signal) {
    if (signal.aborted) return { kind: "not-run" };
    this.#replica ??= this.#makeReplica();
    const replica = await this.#replica;
    if (this.#isWarm(options)) {
      const lane = await this.#laneFor(this.#ahead ?? replica, options);
      const [verdict2] = lane.unfit === null ? await lane.judge([candidate2], signal) : [];
      const isWrong = verdict2?.kind === "breaks" || verdict2?.kind === "partial";
      if (isWrong || verdict2?.kind === "maybe" && this.#green > 0) {
        this.warmlyJudged += 1;
        return isWrong ? verdict2 : { kind: "green", ran: options.scope };
      }
    }
    if (signal.aborted) return { kind: "not-run" };
    const verdict = await judgeCold(replica, this.#suite, candidate2, { ...options, seemsGreen: true }, signal);
    if (verdict.kind === "green") {
      this.#green += 1;
      await this.#confirmed.add(replica, candidate2.edits);
    }
    if (verdict.kind === "breaks" || verdict.kind === "partial") this.#broke += 1;
    await replica.apply([]);
    return verdict;
  }
  async #laneFor(replica, options) {
    const key = courseKey(options);
    if (this.#wider?.key === key) return this.#wider.lane;
    await this.#wider?.lane.close();
    const lane = this.#suite.parts === void 0 ? new WarmLane(this.#suite, replica, widerCourse(options)) : new RefutingLane(this.#suite, replica, options);
    this.#wider = { key, lane };
    return lane;
  }
  async [Symbol.asyncDispose]() {
    await this.#preparing;
    await this.#last;
    await this.#wider?.lane.close();
    await (await this.#replica?.catch(() => null))?.[Symbol.asyncDispose]();
    await this.#ahead?.[Symbol.asyncDispose]();
  }
};

// src/trial/slot.ts
var import_node_crypto2 = __toESM(require_crypto(), 1);
import { access, readFile, rm as rm3 } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/trial/compiled/go.ts
import { posix } from "node:path";

// src/trial/compiled/compiler-source.ts
var compilerName = "regreen-compile";
var treeVariable = "REGREEN_TREE";
var unchangedVariable = "REGREEN_UNCHANGED";
var complaintsVariable = "REGREEN_COMPLAINTS";
function compilerSource({ needless, isOurs, compile, instead }) {
  return `#!/bin/sh
hasComplaints() { [ -n "$(ls "$${complaintsVariable}")" ]; }
${needless}
${isOurs} || exec "$@"
compile() {
${compile}
}
said="$${complaintsVariable}-$$"
if compile "$@" > "$said" 2>&1; then
  cat "$said" >&2
  rm -f "$said"
  exit 0
fi
mv "$said" "$${complaintsVariable}/$$"
${instead}
exec "$@"
`;
}

// src/trial/compiled/runner-source.ts
var runnerName = "regreen-each";
var candidateVariable = "REGREEN_CANDIDATE";
var numbersVariable = "REGREEN_CANDIDATES";
var runsVariable = "REGREEN_RUNS";
function runnerSource(limited) {
  return `#!/bin/sh
[ -z "$(ls "$${complaintsVariable}")" ] || exit 0
own="$${runsVariable}/$(printf '%s' "$PWD/\${1##*/}" | cksum | tr -c '0-9
' -)"
mkdir -p "$own" || exit 1
pwd > "$own/folder"
# A candidate that writes without end must not fill the disk.
ulimit -f 400000 2>/dev/null
limit=60
[ ! -f "$own/limit" ] || read -r limit < "$own/limit"
began=$(date +%s)
for number in 0 $${numbersVariable}; do
  [ ! -f "$own/$number.code" ] || continue
  ${candidateVariable}=$number ${limited} > "$own/$number.out" 2>&1
  echo $? > "$own/$number.code"
  [ "$number" -eq 0 ] || continue
  limit=$((3 + 3 * ($(date +%s) - began)))
  echo "$limit" > "$own/limit"
done
exit 0
`;
}

// src/trial/compiled/go.ts
var switchName = "regreenCandidate";
var compiler = {
  needless: "case $1 in */link) ! hasComplaints || exit 1 ;; esac",
  isOurs: `unchanged() {
  case $1 in
    "$${treeVariable}"/*.go) at=$${unchangedVariable}/\${1#"$${treeVariable}"/} ;;
    /*) return 1 ;;
    *.go) at=$${unchangedVariable}\${PWD#"$${treeVariable}"}/\${1#./} ;;
    *) return 1 ;;
  esac
  [ -f "$at" ] && [ ! -L "$at" ]
}
hasChanged() {
  for word do unchanged "$word" && return 0; done
  return 1
}
hasChanged "$@"`,
  // All errors, and not only the first ten.
  compile: 'tool=$1; shift; "$tool" -e "$@"',
  instead: `for word do
  shift
  unchanged "$word" && word=$at
  set -- "$@" "$word"
done`
};
var go = {
  lexis: goLexis,
  isSource: (path2) => path2.endsWith(".go") && !path2.endsWith("_test.go"),
  functions(code) {
    const found = [];
    for (let at = 0; ; ) {
      const next = nextFunction(code, at);
      if (next === null) return found;
      const body = bodyOf2(code, next);
      if (body !== null) found.push(body);
      at = body?.to ?? next + 4;
    }
  },
  // As functions of their own: labels belong to each of them, and no function becomes too large for the compiler.
  inFront: ({ result }, alternatives) => {
    const cases = alternatives.flatMap(({ number: number3, text }) => [
      { text: `case ${number3}:
${result === "" ? "" : "return "}func() ${result} {
` },
      { text: `${text}
`, number: number3 },
      { text: `}()
${result === "" ? "return\n" : ""}`, number: number3 }
    ]);
    return [{ text: `switch ${switchName} {
` }, ...cases, { text: "}\n" }];
  },
  beside(path2, code) {
    const name = /^package\s+(\w+)/m.exec(code)?.[1];
    if (name === void 0) return null;
    const text = [
      `package ${name}`,
      "",
      "import (",
      '	regreenOs "os"',
      '	regreenStrconv "strconv"',
      ")",
      "",
      `var ${switchName} = func() int {`,
      `	number, _ := regreenStrconv.Atoi(regreenOs.Getenv("${candidateVariable}"))`,
      "	return number",
      "}()",
      ""
    ].join("\n");
    return { path: posix.join(posix.dirname(path2), "zz_regreen_switch.go"), text };
  },
  // What `go vet` says is asked when a candidate is confirmed.
  flags: { GOFLAGS: `-vet=off -toolexec=${compilerName} -exec=${runnerName}` },
  compiler,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the shell
  limited: '"$@" -test.timeout=${limit}s',
  namesAreOfFolders: true,
  complaints(output) {
    const lines = output.replaceAll("\\n", "\n").replaceAll('"Output":"', "\n").split("\n");
    return lines.flatMap((line) => {
      const match = /^(?:vet: )?((?:\.\.?\/)?[^\s:"]+\.go):(\d+)(?::\d+)?: (.*)$/.exec(line);
      return match === null ? [] : [{ path: posix.normalize(match[1] ?? ""), line: Number(match[2]), message: match[3] ?? "" }];
    });
  },
  results: (output) => [...output.matchAll(/^[\x16 \t]*--- (PASS|FAIL|SKIP): (\S+)/gm)].map(
    ([, word = "", name = ""]) => ({ name, status: statuses[word] ?? "failed" })
  )
};
var statuses = { PASS: "passed", FAIL: "failed", SKIP: "skipped" };
function nextFunction(code, from) {
  const pattern = /[{(]|\bfunc\b/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
    if (match[0] === "func" && /(?:^|[\n;}])[^\S\n]*$/.test(code.slice(Math.max(0, match.index - 40), match.index))) return match.index;
    if (match[0] === "func") continue;
    const end = closing(code, match.index);
    if (end === -1) return null;
    pattern.lastIndex = end + 1;
  }
  return null;
}
function bodyOf2(code, at) {
  let next = at + 4;
  let parameters = -1;
  let named2 = false;
  while (next < code.length) {
    const char = code[next] ?? "";
    if (char === "\n") return null;
    if (char === "(" || char === "[" || char === "{") {
      const end = closing(code, next);
      if (end === -1) return null;
      const isType = /\b(?:interface|struct)\s*$/.test(code.slice(Math.max(0, next - 20), next));
      if (char === "{" && !isType) {
        return parameters === -1 ? null : { from: next + 1, to: end, result: code.slice(parameters, next).trim() };
      }
      if (char === "(" && named2 && parameters === -1) parameters = end + 1;
      next = end + 1;
      continue;
    }
    if (/\w/.test(char)) named2 = true;
    next += 1;
  }
  return null;
}

// src/trial/compiled/rust.ts
import { posix as posix2 } from "node:path";
var number2 = `{
extern crate std as regreen_std;
static REGREEN: regreen_std::sync::atomic::AtomicUsize = regreen_std::sync::atomic::AtomicUsize::new(9999999);
if REGREEN.load(regreen_std::sync::atomic::Ordering::Relaxed) == 9999999 {
let told = regreen_std::env::var("${candidateVariable}").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
REGREEN.store(told, regreen_std::sync::atomic::Ordering::Relaxed);
}
REGREEN.load(regreen_std::sync::atomic::Ordering::Relaxed)
}`;
var compiler2 = {
  // No candidate changes a program of tests alone.
  needless: `isOfTests() {
  for word do case $word in tests/*.rs|*/tests/*.rs|benches/*.rs|*/benches/*.rs|examples/*.rs|*/examples/*.rs) return 0 ;; esac; done
  return 1
}
! hasComplaints || ! isOfTests "$@" || exit 0`,
  isOurs: `${hasRustSource}
hasSource "$@"`,
  // What is only advised against is no fault of a candidate, and a body in front of another one is.
  compile: '"$@" --cap-lints warn',
  instead: `for word do [ "$word" != --test ] || exit 0; done
cd "$${unchangedVariable}\${PWD#"$${treeVariable}"}" || exit 1`
};
var rust = {
  lexis: rustLexis,
  namesAreOfFolders: false,
  isSource: isRustSource,
  // What a macro of a crate does, it does inside of the compiler, which nobody tells a number.
  manifest: { name: "Cargo.toml", isOfCompiler: isMacroCrate },
  functions: (code) => rustFunctions(code).map((body) => ({ ...body, result: "" })),
  inFront: (_, alternatives) => {
    const cases = alternatives.flatMap((one) => [
      { text: `if regreen_number == ${one.number} {
return {
` },
      { text: `${one.text}
`, number: one.number },
      { text: "};\n}\n", number: one.number }
    ]);
    return [{ text: `
let regreen_number: usize = ${number2};
` }, ...cases];
  },
  beside: () => null,
  // Tests in documentation are compiled one by one by rustdoc, and are none of the program.
  flags: { RUSTC_WORKSPACE_WRAPPER: compilerName, RUSTDOC: "true", ...rustRunner(runnerName) },
  compiler: compiler2,
  // libtest knows no limit for a whole run.
  limited: 'timeout -s KILL "$limit" "$@"',
  complaints: (output) => [...inEvents(output), ...inWords(output)],
  results: (output) => [...output.matchAll(/^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)\b/gm)].map(
    ([, name = "", word = ""]) => ({ name, status: statuses2[word] ?? "failed" })
  )
};
var statuses2 = { ok: "passed", FAILED: "failed", ignored: "skipped" };
var spanSchema = object({
  file_name: string(),
  line_start: number(),
  is_primary: boolean(),
  get expansion() {
    return object({ span: spanSchema }).nullable();
  }
});
var eventSchema = object({ level: literal("error"), message: string(), spans: array(spanSchema) });
function inEvents(output) {
  return output.split("\n").flatMap((line) => {
    const event = line.startsWith("{") ? eventSchema.safeParse(jsonOrNull(line)) : null;
    return !event?.success ? [] : event.data.spans.filter(({ is_primary }) => is_primary).map((span) => complaintAt(span, event.data.message));
  });
}
function complaintAt(span, message) {
  if (span.expansion !== null) return complaintAt(span.expansion.span, message);
  return { path: posix2.normalize(span.file_name), line: span.line_start, message };
}
function inWords(output) {
  return output.split(/^(?=(?:error|warning)(?:\[\w+\])?: )/m).flatMap((part) => {
    const said = /^error(?:\[E\d+\])?: (.*)/.exec(part);
    const place = /^ *--> (\S+\.rs):(\d+):\d+/m.exec(part);
    return said === null || place === null ? [] : [{ path: posix2.normalize(place[1] ?? ""), line: Number(place[2]), message: said[1] ?? "" }];
  });
}

// src/trial/compiled/index.ts
var byRunner = { "go test": go, "cargo test": rust };
function compiledBy({ ecosystem, runner, parts }) {
  return ecosystem === "languages" && parts === void 0 ? byRunner[runner] ?? null : null;
}

// src/trial/compiled/lane.ts
import { realpath as realpath2 } from "node:fs/promises";
import { join as join4, posix as posix5 } from "node:path";

// src/trial/compiled/batch.ts
import { mkdir as mkdir2, mkdtemp as mkdtemp2, readdir, realpath, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { join as join3, posix as posix3 } from "node:path";
var mostPrinted = 2 ** 20;
var mostComplaints = 16 * 2 ** 20;
var Batch = class _Batch {
  #language;
  #root;
  #folder;
  #round = 0;
  constructor(language, root, folder) {
    this.#language = language;
    this.#root = root;
    this.#folder = folder;
  }
  /** `unchanged`: the text of each file that candidates change, by its path in the tree at `givenRoot`. */
  static async open(language, givenRoot, unchanged) {
    const root = await realpath(givenRoot);
    const folder = await mkdtemp2(join3(root, "..", "compiled-"));
    await mkdir2(join3(folder, "runs"));
    await shadowTree(root, join3(folder, "unchanged"), unchanged);
    await writeFile3(join3(folder, compilerName), compilerSource(language.compiler), { mode: 493 });
    await writeFile3(join3(folder, runnerName), runnerSource(language.limited), { mode: 493 });
    return new _Batch(language, root, folder);
  }
  /** What compiles the tree as it is now, and runs for each of `numbers` what was not run before. */
  async next(numbers) {
    this.#round += 1;
    await mkdir2(this.#complaints);
    return {
      file: join3(this.#folder, runnerName),
      folder: this.#folder,
      env: {
        [treeVariable]: this.#root,
        [unchangedVariable]: join3(this.#folder, "unchanged"),
        [complaintsVariable]: this.#complaints,
        [runsVariable]: join3(this.#folder, "runs"),
        [numbersVariable]: numbers.join(" ")
      },
      flags: this.#language.flags
    };
  }
  get #complaints() {
    return join3(this.#folder, `complaints-${this.#round}`);
  }
  /** What the compiler said of packages since `next`; their paths begin at the root, or where it was started. */
  async complaints() {
    const names = await readdir(this.#complaints).catch(() => []);
    const texts = await Promise.all(names.map((name) => readPlainFile(join3(this.#complaints, name), mostComplaints)));
    return texts.flatMap((text) => this.complaintsIn(text ?? ""));
  }
  complaintsIn(output) {
    return this.#language.complaints(output.replaceAll(`${this.#root}/`, ""));
  }
  /** Null where a program was not run to its end for this candidate. It ran beside the repository's code, so nothing it wrote is sure. */
  async endingOf(number3) {
    const runs = join3(this.#folder, "runs");
    const programs = [];
    let exitCode = 0;
    for (const name of await readdir(runs).catch(() => [])) {
      const [folder, output, code] = await Promise.all(
        ["folder", `${number3}.out`, `${number3}.code`].map((file) => readPlainFile(join3(runs, name, file), mostPrinted))
      );
      if (folder === null || code === null || !/^\d+\s*$/.test(code ?? "")) return null;
      programs.push({ folder: posix3.relative(this.#root, folder?.trim() ?? "") || ".", output: output ?? "" });
      exitCode = Math.max(exitCode, Number(code));
    }
    return programs.length === 0 ? null : { programs, exitCode };
  }
  async [Symbol.asyncDispose]() {
    await rm2(this.#folder, { recursive: true, force: true });
  }
};

// src/trial/compiled/switched.ts
import { posix as posix4 } from "node:path";
var Sources = class {
  #language;
  #known = /* @__PURE__ */ new Map();
  constructor(language) {
    this.#language = language;
  }
  codeOf(text) {
    return this.#of(text).code;
  }
  /** Where the change lies in one function alone, that function and its other body; else null. */
  alternativeOf({ before, after, number: number3 }) {
    const [start, end] = changedPart(before, after);
    const body = this.#of(before).functions.find(({ from, to }) => from <= start && end <= to);
    if (body === void 0) return null;
    const text = after.slice(body.from, body.to + after.length - before.length);
    const code = blanked(`{${text}
}`, this.#language.lexis);
    return closing(code, 0) === code.length - 1 ? [body, { number: number3, text }] : null;
  }
  /** One text that holds all of them. */
  together(before, changes) {
    const byBody = /* @__PURE__ */ new Map();
    for (const change of changes) {
      const found = this.alternativeOf(change);
      if (found === null) continue;
      const there = byBody.get(found[0]);
      if (there === void 0) byBody.set(found[0], [found[1]]);
      else there.push(found[1]);
    }
    const parts = [];
    const lines = [];
    const functions2 = [];
    let line = 1;
    let at = 0;
    const add = (text, number3) => {
      const from = line;
      line += text.split("\n").length - 1;
      parts.push(text);
      if (number3 !== void 0) lines.push({ from, to: line, numbers: [number3] });
    };
    for (const [body, alternatives] of [...byBody].toSorted(([a], [b]) => a.from - b.from)) {
      add(before.slice(at, body.from));
      const from = line;
      for (const piece of this.#language.inFront(body, alternatives)) add(piece.text, piece.number);
      add(before.slice(body.from, body.to));
      functions2.push({ from, to: line, numbers: alternatives.map(({ number: number3 }) => number3) });
      at = body.to;
    }
    add(before.slice(at));
    const all = changes.map(({ number: number3 }) => number3);
    return {
      text: parts.join(""),
      numberAt: (wanted) => linesAt(lines, wanted)?.numbers[0] ?? null,
      numbersAround: (wanted) => linesAt(functions2, wanted)?.numbers ?? all
    };
  }
  #of(text) {
    const known = this.#known.get(text);
    if (known !== void 0) return known;
    const code = blanked(text, this.#language.lexis);
    const made = { text, code, functions: this.#language.functions(code) };
    this.#known.set(text, made);
    return made;
  }
};
function linesAt(all, wanted) {
  return all.find(({ from, to }) => from <= wanted && wanted <= to);
}
function blamed(complaints, texts, directory) {
  const invalid = /* @__PURE__ */ new Map();
  const unseen = /* @__PURE__ */ new Set();
  for (const { path: path2, line, message } of complaints) {
    const text = texts.get(posix4.join(directory, path2)) ?? texts.get(path2);
    if (text === void 0) continue;
    const number3 = text.numberAt(line);
    if (number3 === null) for (const other of text.numbersAround(line)) unseen.add(other);
    else if (!invalid.has(number3)) invalid.set(number3, message);
  }
  if (invalid.size > 0) return { invalid, unseen: /* @__PURE__ */ new Set() };
  return unseen.size > 0 ? { invalid, unseen } : null;
}

// src/trial/compiled/lane.ts
var mostRounds = 6;
var eachMs = 1e3;
var mostMs = 15 * 6e4;
var mostPrinted2 = 16 * 2 ** 20;
var CompiledLane = class {
  #language;
  #suite;
  #replica;
  #options;
  #course;
  /** Null where several tests have the name. */
  #known;
  #sources;
  #ofCompiler = /* @__PURE__ */ new Map();
  starts = 0;
  unfit = null;
  constructor(language, suite, replica, options) {
    this.#language = language;
    this.#suite = suite;
    this.#replica = replica;
    this.#options = options;
    this.#course = failingCourse(options);
    this.#known = byKey(
      [...options.baseline.results, ...options.failing],
      (result) => this.#keyOf(posix5.dirname(result.file ?? "."), result.name)
    );
    this.#sources = new Sources(language);
  }
  #keyOf(folder, name) {
    return this.#language.namesAreOfFolders ? `${folder}
${name}` : name;
  }
  /** Nothing can be built before the candidates are known. */
  async prepare() {
  }
  async close() {
  }
  async judge(candidates, signal) {
    const verdicts = /* @__PURE__ */ new Map();
    const changes = await this.#changesOf(candidates, verdicts);
    if (changes.size > 0) await this.#judgeTogether(changes, verdicts, signal);
    const left = this.unfit === null ? null : { kind: "unseen" };
    return candidates.map((_, index) => verdicts.get(index + 1) ?? left);
  }
  async #judgeTogether(changes, verdicts, signal) {
    var _stack = [];
    try {
      const unchanged = new Map([...changes].map(([path2, { before }]) => [path2, before]));
      const batch = __using(_stack, await Batch.open(this.#language, this.#replica.root, unchanged), true);
      let left = changes;
      for (let round = 0; left.size > 0 && this.unfit === null && !signal.aborted; round += 1) {
        const failed = await this.#round(batch, left, verdicts, signal);
        if (typeof failed === "string") this.unfit = failed;
        else if (failed === null) break;
        else left = without(left, failed, verdicts, round < mostRounds ? "candidates" : "files");
      }
      await this.#replica.apply([]);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
  /** Changes by path, under the candidate's place plus one. What cannot stand beside others is `unseen`. */
  async #changesOf(candidates, verdicts) {
    const changes = /* @__PURE__ */ new Map();
    const previews = await this.#replica.preview(candidates.map(({ edits }) => edits));
    for (const [index, preview] of previews.entries()) {
      const number3 = index + 1;
      if (!preview.ok) {
        verdicts.set(number3, { kind: "invalid", reason: preview.reason });
        continue;
      }
      const found = await this.#changeOf(preview, number3);
      if (found === null) {
        verdicts.set(number3, { kind: "unseen" });
        continue;
      }
      const there = changes.get(found.path);
      if (there === void 0) changes.set(found.path, { before: found.change.before, changes: [found.change] });
      else there.changes.push(found.change);
    }
    return changes;
  }
  async #changeOf(preview, number3) {
    const [file, ...others] = preview.files;
    if (file === void 0 || others.length > 0 || !this.#language.isSource(file.path)) return null;
    if (await this.#isOfCompiler(posix5.dirname(file.path))) return null;
    const [before, after] = [plainText(file.before), plainText(file.after)];
    if (before === null || after === null) return null;
    const change = { number: number3, before, after };
    return this.#sources.alternativeOf(change) === null ? null : { path: file.path, change };
  }
  /** Whether what lies in this folder runs inside of the compiler: by the nearest manifest. */
  #isOfCompiler(folder) {
    const { manifest } = this.#language;
    if (manifest === void 0) return Promise.resolve(false);
    const known = this.#ofCompiler.get(folder);
    if (known !== void 0) return known;
    const look = async () => {
      const text = await readPlainFile(join4(await realpath2(this.#replica.root), folder, manifest.name), mostPrinted2);
      if (text !== null) return manifest.isOfCompiler(text);
      return folder !== "." && await this.#isOfCompiler(posix5.dirname(folder));
    };
    const looking = look();
    this.#ofCompiler.set(folder, looking);
    return looking;
  }
  /** Null when it ran; the candidates that do not compile; or why none can be judged like this. */
  async #round(batch, changes, verdicts, signal) {
    this.starts += 1;
    const texts = new Map([...changes].map(([path2, one]) => [path2, this.#sources.together(one.before, one.changes)]));
    const applied = await this.#replica.apply(this.#editsOf(changes, texts));
    if (!applied.ok) return applied.reason;
    const numbers = [...changes.values()].flatMap((one) => one.changes.map(({ number: number3 }) => number3)).sort((a, b) => a - b);
    const run = await this.#run(await batch.next(numbers), numbers.length, signal);
    const complaints = await complaintsAbout(run, batch);
    if (complaints.length > 0) {
      if (signal.aborted) return null;
      return blamed(complaints, texts, this.#suite.plan.directory) ?? `the unchanged code does not compile in it: ${complaints[0]?.message ?? ""}`;
    }
    const unchanged = await batch.endingOf(0);
    if (unchanged === null) return signal.aborted ? null : "the tests ran as ever: nothing took them over";
    const asItIs = this.#runOf(unchanged);
    this.#narrow(asItIs);
    const unlike = this.#course.unlike(asItIs);
    if (unlike !== null) return signal.aborted ? null : unlike;
    let hasEnded = signal.aborted;
    for (const number3 of numbers) {
      const ending = await batch.endingOf(number3);
      if (ending !== null) verdicts.set(number3, this.#course.verdictOf(this.#runOf(ending)) ?? { kind: "maybe" });
      else if (!hasEnded) {
        verdicts.set(number3, { kind: "red" });
        hasEnded = true;
      }
    }
    return null;
  }
  /** Failing tests that are not part of the program, as those in documentation, are run when a candidate is confirmed. */
  #narrow({ results }) {
    const ran = new Set(results.map(({ id: id2 }) => id2));
    const failing = this.#options.failing.filter(({ id: id2 }) => ran.has(id2));
    if (failing.length > 0) this.#course = failingCourse({ ...this.#options, failing });
  }
  #editsOf(changes, texts) {
    const beside = /* @__PURE__ */ new Map();
    const edits = [];
    for (const [path2, { before }] of changes) {
      edits.push({ path: path2, start: 0, end: before.length, text: texts.get(path2)?.text ?? before });
      const own = this.#language.beside(path2, this.#sources.codeOf(before));
      if (own !== null) beside.set(own.path, own.text);
    }
    return [...edits, ...[...beside].map(([path2, newText]) => ({ path: path2, oldText: "", newText }))];
  }
  async #run(companion, count, signal) {
    var _stack = [];
    try {
      const _slot = __using(_stack, await this.#suite.slots.take({ later: true, signal }));
      return await this.#suite.run(this.#replica.root, {
        scope: "failing",
        failing: this.#options.failing,
        companion,
        timeoutMs: Math.min(mostMs, timeLimit(4 * this.#options.failingSeconds) + 1e4 + count * eachMs),
        signal
      });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  #runOf({ programs, exitCode }) {
    const told = programs.flatMap(({ folder, output }) => withOwnWords(this.#language.results(output)).map((one) => ({ ...one, folder })));
    const results = told.flatMap(({ folder, name, status }) => {
      const known = this.#known.get(this.#keyOf(folder, name)) ?? null;
      return known === null ? [] : [{ ...known, status, message: null, stack: null, frames: [], expected: null, actual: null }];
    });
    const count = (status) => results.filter((result) => result.status === status).length;
    const green = exitCode === 0;
    const believed = green || count("failed") > 0 ? results : [];
    return {
      command: this.#suite.plan.testCommand,
      exitCode,
      timedOut: false,
      aborted: false,
      green,
      reader: "report",
      results: believed,
      counts: { executed: count("passed") + count("failed"), passed: count("passed"), failed: count("failed"), skipped: count("skipped") },
      failing: believed.filter(({ status }) => status === "failed").map(({ id: id2 }) => id2),
      seconds: 0,
      tail: "",
      outputFile: null,
      coverage: null
    };
  }
};
function byKey(results, keyOf2) {
  const known = /* @__PURE__ */ new Map();
  for (const result of results) {
    const there = known.get(keyOf2(result));
    known.set(keyOf2(result), there === void 0 || there?.id === result.id ? result : null);
  }
  return known;
}
function withOwnWords(told) {
  const failed = told.filter(({ status }) => status === "failed").map(({ name }) => name);
  return told.map(
    (one) => one.status === "failed" && failed.some((name) => name.startsWith(`${one.name}/`)) ? { ...one, status: "passed" } : one
  );
}
async function complaintsAbout({ exitCode, timedOut, outputFile, tail }, batch) {
  const complaints = await batch.complaints();
  if (complaints.length > 0 || exitCode === 0 || timedOut) return complaints;
  return batch.complaintsIn(outputFile === null ? tail : await readPlainFile(outputFile, mostPrinted2) || tail);
}
function without(changes, { invalid, unseen }, verdicts, what) {
  for (const [number3, reason2] of invalid) verdicts.set(number3, { kind: "invalid", reason: `It does not compile: ${reason2}` });
  for (const number3 of unseen) verdicts.set(number3, { kind: "unseen" });
  const left = /* @__PURE__ */ new Map();
  for (const [path2, one] of changes) {
    const kept = one.changes.filter(({ number: number3 }) => !invalid.has(number3) && !unseen.has(number3));
    if (kept.length === one.changes.length || what === "candidates" && kept.length > 0) left.set(path2, { ...one, changes: kept });
    else for (const { number: number3 } of kept) verdicts.set(number3, { kind: "unseen" });
  }
  return left;
}
function plainText(bytes) {
  const text = bytes === null ? void 0 : textOf(bytes);
  return text === void 0 || text.includes("\r") || text.startsWith("\uFEFF") ? null : text;
}

// src/trial/slot.ts
var worthWarming2 = 6;
var batchSeconds = 2;
var minBatch = 40;
var mostAtOnce = 3e3;
var minCompiled = 60;
var mostCompiled = 500;
var Slot = class {
  #suite;
  #makeReplica;
  #made = null;
  /** Null where nothing is compiled in front of the tests, or nobody knows how to compile many candidates at once. */
  #language;
  /** Null where no warm process could take what looks green. */
  #confirmer;
  #confirmed;
  #lane = null;
  #enabled;
  warmlyJudged = 0;
  /** Why there is no warm process; null while there may be one. */
  notWarm = null;
  /** A file of the last candidates that the tests run where the warm process does not see it; null where there is none. */
  blindTo = null;
  /** Warm candidates a second, as far as known. */
  #rate = 40;
  /** By path: whether nothing runs it; null while only a candidate in it was judged by processes of its own. */
  #unused = /* @__PURE__ */ new Map();
  /** Files that something was seen to run all the same. */
  #run = /* @__PURE__ */ new Set();
  /** Null where no warm process is being started ahead. */
  #preparing = null;
  constructor({ suite, makeReplica, warm, confirmer, confirmed }) {
    this.#suite = suite;
    this.#makeReplica = makeReplica;
    this.#confirmed = confirmed;
    this.#language = compiledBy(suite.plan);
    this.#confirmer = this.#language === null ? confirmer : null;
    const takesOver = programForSome(suite.plan) || this.#language !== null;
    this.#enabled = warm && takesOver;
    if (warm && !takesOver) this.notWarm = `none is known for tests run by ${suite.plan.runner}`;
  }
  #replica() {
    this.#made ??= this.#makeReplica();
    return this.#made;
  }
  /**
   * Starts a warm process when `turn` has come, where there can be one; not while anything is judged here. Never rejects: what goes wrong shows when
   * it is needed.
   */
  prepare(options, signal, turn) {
    if (!this.#enabled || this.#lane !== null || this.#preparing !== null) return this.ready;
    this.#preparing = turn.then(async () => {
      if (signal.aborted) return;
      const lane = await this.#laneFor(options);
      await lane.prepare(signal);
      this.#noteFitness(lane);
    }).catch(() => {
    }).finally(() => {
      this.#preparing = null;
    });
    return this.ready;
  }
  /** When no warm process is being started ahead any more. */
  get ready() {
    return this.#preparing ?? Promise.resolve();
  }
  get isReady() {
    return this.#preparing === null;
  }
  /** How many candidates to take at a time, when `fair` is this slot's share of what is left. */
  appetite(options, fair) {
    if (!this.#isWarm(options)) return 1;
    if (this.#language !== null) return Math.min(Math.max(fair, minCompiled), mostCompiled);
    return Math.max(1, Math.min(fair, mostAtOnce, Math.max(minBatch, Math.ceil(this.#rate * batchSeconds))));
  }
  #isWarm(options) {
    return this.#enabled && (this.#lane !== null || options.candidates.length >= worthWarming2);
  }
  /**
   * Judges candidates `from` to `to`, in this order. What a warm process finds green is confirmed while it goes on with the others; the rest of
   * what it leaves open is judged by processes of its own at once.
   */
  async judge(options, from, to, settle, signal) {
    let todo = Array.from({ length: to - from }, (_, offset) => from + offset);
    const pending = [];
    const judgesAll = sharesOf(this.#suite, options.failing).length === 1;
    try {
      while (todo.length > 0 && !signal.aborted) {
        const { green, open: open2, unseen, told, left } = this.#isWarm(options) ? await this.#judgeWarm(options, todo, settle, signal) : allOpen(todo);
        let cold = false;
        for (const index of [...green, ...open2].toSorted((a, b) => a - b)) {
          const candidate2 = options.candidates[index];
          if (candidate2 === void 0 || signal.aborted) return;
          const seemsGreen = green.includes(index);
          if (seemsGreen && options.scope === "failing" && options.confirm === false && judgesAll) {
            this.warmlyJudged += 1;
            settle(index, told.get(index) ?? { kind: "green", ran: "failing" });
          } else if (seemsGreen && this.#confirmer?.isWorthwhile) {
            const confirmed = this.#confirmer.confirm(candidate2, options, signal).then((verdict) => settle(index, verdict));
            confirmed.catch(() => {
            });
            pending.push(confirmed);
          } else {
            cold = true;
            const path2 = unseen.get(index);
            const isAlone2 = candidate2.edits.every((edit) => edit.path === path2);
            const isUnused = path2 !== void 0 && isAlone2 && await this.#isUnused(path2, options, signal);
            settle(index, isUnused ? { kind: "red" } : await this.#judgeCold(candidate2, { ...options, seemsGreen }, signal));
          }
        }
        if (cold) await this.rest();
        todo = left;
      }
    } finally {
      await Promise.all(pending);
    }
  }
  /** `green` looks so, `open` must be judged in processes of their own, and `left` was not reached. */
  async #judgeWarm(options, indices, settle, signal) {
    await this.#preparing;
    const failing = await this.#laneFor(options);
    const renewals = failing.starts;
    const started = performance.now();
    const candidates = indices.flatMap((index) => options.candidates[index] ?? []);
    const verdicts = await failing.judge(candidates, signal);
    const seconds = (performance.now() - started) / 1e3;
    const reached = verdicts.filter((verdict) => verdict !== null).length;
    if (reached >= 8 && failing.starts === renewals) this.#rate = reached / Math.max(seconds, 1e-3);
    this.#noteFitness(failing);
    const [green, open2, left] = [[], [], []];
    const unseen = /* @__PURE__ */ new Map();
    const told = /* @__PURE__ */ new Map();
    for (const [offset, index] of indices.entries()) {
      const verdict = verdicts[offset] ?? null;
      if (verdict === null) left.push(index);
      else if (verdict.kind === "maybe") {
        green.push(index);
        if (verdict.told !== void 0) told.set(index, verdict.told);
      } else if (verdict.kind === "unseen") {
        open2.push(index);
        if (verdict.path !== void 0) unseen.set(index, verdict.path);
      } else {
        this.warmlyJudged += 1;
        settle(index, verdict);
      }
    }
    return { green, open: open2, unseen, told, left };
  }
  #noteFitness({ unfit }) {
    if (unfit === null) return;
    this.#enabled = false;
    this.notWarm = unfit;
  }
  /**
   * Whether nothing runs the file in a run of the failing tests, in processes of their own, nor in what these start: then nothing that changes it
   * turns them green. Only a script can tell, and not where modules do not fit together: then none of them is run that has to change. To ask takes as
   * long as a candidate does: the first of each file is judged.
   */
  async #isUnused(path2, { failing, failingSeconds }, signal) {
    if (!isScript.test(path2) || failing.some(({ id: id2, message }) => isOutsideOfTests(id2) && doesNotLink.test(message ?? ""))) return false;
    const known = this.#unused.get(path2);
    if (known === false && this.#run.has(path2)) this.blindTo = path2;
    if (typeof known === "boolean") return known;
    if (known === void 0) {
      this.#unused.set(path2, null);
      return false;
    }
    const replica = await this.#replica();
    const mark = join5(replica.root, `.regreen-${(0, import_node_crypto2.randomUUID)()}`);
    const text = await readFile(join5(replica.root, path2), "utf8").catch(() => "");
    const start = text.startsWith("#!") ? text.indexOf("\n") + 1 : 0;
    await replica.tidy();
    const applied = await replica.apply([{ path: path2, start, end: start, text: `${leavingMark(path2, mark)}
` }]);
    const timeoutMs = timeLimit(failingSeconds);
    const run = applied.ok ? await this.#suite.run(replica.root, { scope: "failing", failing, later: true, timeoutMs, signal }) : null;
    if (run?.aborted === true) return false;
    const names = new Set(failing.map(({ id: id2 }) => id2));
    const isRun = await access(mark).then(
      () => true,
      () => false
    );
    await rm3(mark, { force: true });
    const isUnused = !isRun && run !== null && run.reader !== "exit-code" && failsAlike(run, failing) && run.failing.every((id2) => names.has(id2));
    this.#unused.set(path2, isUnused);
    if (isRun) {
      this.#run.add(path2);
      this.blindTo = path2;
    }
    return isUnused;
  }
  async #judgeCold(candidate2, options, signal) {
    const replica = await this.#replica();
    const verdict = await judgeCold(replica, this.#suite, candidate2, options, signal);
    if (verdict.kind === "green") await this.#confirmed.add(replica, candidate2.edits);
    return verdict;
  }
  /** Whether processes of their own, in whatever replica, have found green what `edits` lead to. */
  async hasConfirmed(edits) {
    const replica = await this.#made;
    return replica !== null && await this.#confirmed.has(replica, edits);
  }
  async #laneFor(options) {
    const key = courseKey(options);
    if (this.#lane?.key === key) return this.#lane.lane;
    await this.#lane?.lane.close();
    this.#unused.clear();
    this.#run.clear();
    const replica = await this.#replica();
    const lane = this.#language === null ? new FailingLane(this.#suite, replica, options) : new CompiledLane(this.#language, this.#suite, replica, options);
    this.#lane = { key, lane };
    return lane;
  }
  /** The replica's files as they were. */
  async rest() {
    await (await this.#made)?.apply([]);
  }
  async [Symbol.asyncDispose]() {
    await this.#preparing;
    await this.#lane?.lane.close();
    await (await this.#made?.catch(() => null))?.[Symbol.asyncDispose]();
  }
};
var isScript = /\.[cm]?[jt]sx?$/;
var doesNotLink = /SyntaxError|does not provide an export|No matching export|Cannot find (?:module|package)|Failed to (?:resolve import|load url)/;
function leavingMark(path2, mark) {
  const scope2 = isTyped(path2) ? "(globalThis as any)." : "";
  const fs = `(${scope2}process.getBuiltinModule?${scope2}process.getBuiltinModule("fs"):${scope2}require("fs"))`;
  return `;${fs}.appendFileSync(${JSON.stringify(mark)},"");`;
}
var allOpen = (indices) => ({ green: [], open: indices, unseen: /* @__PURE__ */ new Map(), told: /* @__PURE__ */ new Map(), left: [] });

// src/trial/glance.ts
function openGlance(workspace, suite, options) {
  const [share, ...others] = sharesOf(suite, options.failing);
  if (share === void 0 || others.length > 0) return null;
  return startsSoon(share.suite, options) ? new WarmGlance(workspace, share.suite, options) : null;
}
var WarmGlance = class {
  #stop = new AbortController();
  #replica;
  #lane;
  #last;
  constructor(workspace, suite, options) {
    this.#replica = copyOf(workspace).catch(() => null);
    this.#lane = this.#replica.then((replica) => replica === null ? null : new WarmLane(suite, replica, failingCourse(options)));
    this.#last = this.#judge([]);
  }
  looksGreen(edits) {
    this.#last = this.#last.then(() => this.#judge(edits));
    return this.#last;
  }
  /** It is a help: what goes wrong in it is no matter. */
  async #judge(edits) {
    try {
      const lane = await this.#lane;
      if (lane === null || lane.unfit !== null || this.#stop.signal.aborted) return false;
      const [verdict] = await lane.judge([{ label: "", edits }], this.#stop.signal);
      return verdict?.kind === "maybe";
    } catch {
      return false;
    }
  }
  async [Symbol.asyncDispose]() {
    this.#stop.abort();
    await this.#last;
    await (await this.#lane)?.close();
    await (await this.#replica)?.[Symbol.asyncDispose]();
  }
};
async function copyOf(workspace) {
  return await isSmall(workspace) ? await workspace.fresh({ text: "", files: [] }) : null;
}

// src/trial/index.ts
var mostWaitedFor = 8;
var mostStarting = 3;
var nothing = () => {
};
function createTrials(workspace, suite, settings = {}) {
  const { workers = availableParallelism2(), warm = true } = settings;
  let slots = [];
  let confirmed = new Confirmed();
  let confirmer = new Confirmer(suite, () => workspace.replica(), confirmed);
  let preparing = new AbortController();
  let running = 0;
  const slotOf = (worker) => {
    slots[worker] ??= new Slot({ suite, warm, confirmer, confirmed, makeReplica: () => workspace.replica() });
    return slots[worker];
  };
  const prepare = async (options) => {
    if (!warm || running > 0 || !startsSoon(suite, options)) return;
    const call = new AbortController();
    const signal = AbortSignal.any([preparing.signal, call.signal]);
    const [first, ...others] = Array.from({ length: workers }, (_, worker) => slotOf(worker));
    const size = isSmall(workspace).then(
      (small) => {
        if (!small) call.abort();
      },
      () => call.abort()
    );
    const turns = Array.from({ length: Math.max(1, Math.min(mostStarting, workers - 1)) }, () => size);
    turns[0] = (first?.prepare(options, signal, size) ?? size).then(() => {
      if (first?.notWarm !== null) call.abort();
    });
    const wider = workers > 1 && isQuick(suite, options) ? [confirmer] : [];
    for (const [at, one] of [...wider, ...others].entries()) {
      const turn = (at + 1) % turns.length;
      turns[turn] = one.prepare(options, signal, turns[turn] ?? size);
    }
    await Promise.all(turns);
  };
  const invalidate = async () => {
    preparing.abort();
    preparing = new AbortController();
    const [old, oldConfirmer] = [slots, confirmer];
    slots = [];
    confirmed = new Confirmed();
    confirmer = new Confirmer(suite, () => workspace.replica(), confirmed);
    await oldConfirmer[Symbol.asyncDispose]();
    for (const slot of old) await slot[Symbol.asyncDispose]();
  };
  const run = async (options) => {
    var _stack = [];
    try {
      const started = performance.now();
      const warmlyJudged = () => slots.reduce((sum2, slot) => sum2 + slot.warmlyJudged, confirmer.warmlyJudged);
      const warmBefore = warmlyJudged();
      const verdicts = options.candidates.map(() => ({ kind: "not-run" }));
      const stop = new AbortController();
      const bound = __using(_stack, timeBound(options.limitMs, stop.signal, options.signal));
      const { signal } = bound;
      let next = 0;
      const open2 = new Set(options.candidates.keys());
      const green = [];
      const settle = (index, verdict) => {
        verdicts[index] = verdict;
        open2.delete(index);
        if (verdict.kind === "green") green.push(index);
        const last = green.toSorted((a, b) => a - b)[options.keep - 1];
        if (last === void 0) return;
        const better = [...open2].filter((other) => other < last && other < next);
        if (better.length === 0 || better.length > mostWaitedFor) stop.abort();
      };
      const team = Array.from({ length: Math.min(workers, options.candidates.length) }, (_2, worker) => slotOf(worker));
      for (const slot of team) slot.blindTo = null;
      let allTaken = nothing;
      const taken = new Promise((resolve) => {
        allTaken = resolve;
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
      const work = async (slot) => {
        if (!slot.isReady) await Promise.race([slot.ready, taken]);
        if (!slot.isReady) return;
        try {
          while (!signal.aborted && green.length < options.keep && next < options.candidates.length) {
            const from = next;
            const fair = Math.ceil((options.candidates.length - from) / team.length);
            next = Math.min(options.candidates.length, from + slot.appetite(options, fair));
            await slot.judge(options, from, next, settle, signal);
          }
        } finally {
          allTaken();
        }
        await slot.rest();
      };
      running += 1;
      const settled = await Promise.allSettled(team.map(work)).finally(() => {
        running -= 1;
      });
      const failed = settled.find((result) => result.status === "rejected");
      if (failed && !signal.aborted) throw failed.reason;
      return {
        verdicts,
        warm: warmlyJudged() - warmBefore,
        notWarm: team.find((slot) => slot.notWarm !== null)?.notWarm ?? null,
        blindTo: team.find(({ blindTo }) => blindTo !== null)?.blindTo ?? null,
        judged: verdicts.filter((verdict) => verdict.kind !== "not-run").length,
        seconds: (performance.now() - started) / 1e3
      };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  };
  const hasConfirmed = async (edits) => {
    for (const slot of slots) if (await slot.hasConfirmed(edits).catch(() => false)) return true;
    return false;
  };
  return { run, prepare, hasConfirmed, invalidate, [Symbol.asyncDispose]: invalidate };
}

// src/agent/answers.ts
var hostedLimits = { readChars: 4e4, failingTests: 10, verdicts: 20, suspects: 20 };
var engineLimits = { readChars: 2e6, failingTests: 50, verdicts: 5e3, suspects: 2e3 };
function clip(text, max) {
  if (text.length <= max) return text;
  const head = Math.ceil(max * 0.7);
  return `${text.slice(0, head)}
\u2026 ${text.length - max} characters cut \u2026
${text.slice(text.length - (max - head))}`;
}
function errorAnswer(error) {
  return JSON.stringify({ error });
}
function scanAnswer(result) {
  if (!result.ok) return `error: ${result.reason}`;
  const lines = result.hits.map((hit) => hit.line === null ? hit.path : `${hit.path}:${hit.line}: ${hit.text ?? ""}`);
  if (lines.length === 0) lines.push("(nothing found)");
  if (result.cut) lines.push(`(cut: ${result.cut})`);
  return lines.join("\n");
}
function readAnswer(slice) {
  if (!slice.ok) return `error: ${slice.reason}`;
  const end = slice.finalNewline ? "final newline" : "no final newline";
  const header = `${slice.path}, lines ${slice.firstLine}-${slice.lastLine} of ${slice.totalLines}, ${slice.eol}, ${end}`;
  return [header, numbered(slice.text, slice.firstLine), ...slice.cut ? [`(cut: ${slice.cut})`] : []].filter(Boolean).join("\n");
}
function numbered(text, firstLine) {
  if (text === "") return "";
  const lines = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  return lines.map((line, index) => `${firstLine + index}	${line}`).join("\n");
}
var mostFrames = 10;
function failingTestView(test) {
  const sorted = [...test.frames].sort((a, b) => Number(b.inRepository) - Number(a.inRepository));
  const entry = sorted.slice(mostFrames - 1).findLast(({ inRepository }) => inRepository);
  const frames = entry === void 0 ? sorted.slice(0, mostFrames) : [...sorted.slice(0, mostFrames - 1), entry];
  return {
    id: test.id,
    file: test.file,
    line: test.line,
    message: test.message === null ? null : clip(test.message, 2e3),
    expected: test.expected === null ? null : clip(test.expected, 1e3),
    actual: test.actual === null ? null : clip(test.actual, 1e3),
    frames: frames.map((f) => [`${f.file}:${f.line}${f.column === null ? "" : `:${f.column}`}`, f.function].filter(Boolean).join(" ")),
    ...test.byExitCode ? { by_exit_code: true } : {}
  };
}
function suspectLine(suspect) {
  return `${suspect.path}:${suspect.line} ${suspect.score.toFixed(2)}`;
}
function testRunView(run, scope2, limits, suspects) {
  const failed = run.results.filter((result) => result.status === "failed");
  return {
    scope: scope2,
    green: run.green,
    exit_code: run.exitCode,
    ...run.timedOut ? { timed_out: true } : {},
    counts: run.counts,
    failing: failed.slice(0, limits.failingTests).map(failingTestView),
    ...failed.length > limits.failingTests ? { cut: `${failed.length - limits.failingTests} more failing tests` } : {},
    ...suspects ? { suspects: suspects.slice(0, limits.suspects).map(suspectLine) } : {},
    ...run.reader === "exit-code" ? { output_tail: clip(run.tail, 4e3) } : {},
    seconds: Number(run.seconds.toFixed(2))
  };
}
function trialView(report, candidates, limits) {
  const rows = report.verdicts.map((verdict, index) => ({ index, label: candidates[index]?.label ?? "", verdict }));
  const pick = (kind) => rows.filter((row) => row.verdict.kind === kind).slice(0, limits.verdicts).map(({ index, label, verdict: { kind: _, ...rest } }) => ({ index, label, ...firstIds(rest) }));
  const count = (kind) => rows.filter((row) => row.verdict.kind === kind).length;
  return {
    judged: report.judged,
    warm: report.warm,
    ...report.notWarm === null ? {} : { not_warm: report.notWarm },
    ...report.blindTo === null ? {} : { not_warm_for: report.blindTo },
    seconds: Number(report.seconds.toFixed(2)),
    green: pick("green"),
    partial: pick("partial"),
    breaks: pick("breaks"),
    invalid: pick("invalid"),
    red: count("red"),
    not_run: count("not-run")
  };
}
function describeTrials({ judged, warm, notWarm, blindTo, seconds }) {
  const rate = judged / Math.max(seconds, 1e-3);
  const speed = judged === 0 ? "" : ` (${rate.toFixed(rate < 10 ? 1 : 0)}/s)`;
  const way = warm === 0 ? "each in a process of its own" : warm === judged ? "in a warm process" : `${warm} in a warm process`;
  const blind = blindTo === null ? "" : `; none of ${clip(blindTo, 200)}, which the tests run elsewhere`;
  const reason2 = notWarm === null ? blind : `; no warm process: ${clip(notWarm.replaceAll(/\s+/g, " "), 200)}`;
  return `judged ${judged} ${judged === 1 ? "candidate" : "candidates"}${speed}${judged === 0 ? "" : `, ${way}`}${reason2}`;
}
function firstIds(fields) {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 20) : value]));
}

// src/agent/brief.ts
var firstTurnChars = 24e3;
var contextLines = 20;
async function writeBrief(options) {
  const { diagnosis, budget, forEngine, limits, room = forEngine ? Number.POSITIVE_INFINITY : firstTurnChars } = options;
  const { counts } = diagnosis.baseline;
  const suite = forEngine ? ` suite_seconds=${diagnosis.baseline.seconds.toFixed(1)}` : "";
  const suspects = diagnosis.suspects.slice(0, limits.suspects).map(suspectLine).join("\n");
  const told = failuresWithin(diagnosis.failing.slice(0, limits.failingTests), room / 4);
  const notes = notesOf(options, diagnosis.failing.length - told.count, room / 4);
  const failedRun = forEngine || !diagnosis.failedRun ? "" : asData(clip(diagnosis.failedRun, room / 8));
  const left = room - [told.text, suspects, notes, failedRun].reduce((sum2, text) => sum2 + text.length, 0);
  const change = diagnosis.change?.diff ?? "";
  const shown = forEngine ? { sections: [], chars: 0 } : await sources(
    options.workspace,
    diagnosis.failing.slice(0, told.count),
    diagnosis.suspects,
    left - Math.min(change.length, left / 3)
  );
  const sections = [
    `Test command: \`${diagnosis.testCommand}\`. ${counts.failed} of ${counts.executed} tests fail.`,
    section("budget", `seconds=${Math.round(budget.seconds)} test_runs=${budget.testRuns} turns=${budget.turns}${suite}`),
    section("failing_tests", told.text),
    section("suspects", suspects),
    ...shown.sections,
    section("change_since_green", changeText(change, left - shown.chars), `ref="${diagnosis.change?.green.slice(0, 12)}"`),
    section("failed_run", failedRun),
    section("notes", notes)
  ];
  return sections.filter((text) => text !== "").join("\n");
}
function failuresWithin(failing, room) {
  const views = [];
  let used = 0;
  for (const test of failing) {
    const view = jsonOf(failingTestView(test));
    used += view.length + 1;
    if (views.length > 0 && used > room) break;
    views.push(view);
  }
  return { text: `[${views.join(",")}]`, count: views.length };
}
function notesOf({ diagnosis, evidence }, unseen, room) {
  const notes = [
    ...unseen > 0 ? [`${unseen} more failing tests are not shown.`] : [],
    ...diagnosis.aside !== "" ? [`They may stay red, whatever the tools say of them. ${diagnosis.aside}`] : [],
    ...diagnosis.change?.cut ? [`Change since green: ${diagnosis.change.cut}.`] : [],
    ...diagnosis.baseline.reader === "exit-code" ? [`There is no test report. The end of the output:
${clip(diagnosis.baseline.tail, 4e3)}`] : [],
    ...evidence ? [evidence] : []
  ];
  return asData(clip(notes.join("\n"), room));
}
function section(name, body, attributes = "") {
  if (body.trim() === "") return "";
  return `<${name}${attributes ? ` ${attributes}` : ""}>
${body.replace(/\n$/, "")}
</${name}>`;
}
var asData = (text) => text.replace(/^<(?=\/?[a-z_]+(?: [^>]*)?>$)/gm, " <");
function jsonOf(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
function changeText(diff, room) {
  if (diff.length <= room) return diff;
  const end = diff.lastIndexOf("\n", room);
  return `${diff.slice(0, end)}
@@ cut: ${diff.length - end} characters of the change are left out @@`;
}
async function sources(workspace, failing, suspects, room) {
  const wanted = [
    ...failing.flatMap((test) => test.file !== null && test.line !== null ? [{ path: test.file, line: test.line }] : []),
    ...failing.flatMap(
      (test) => test.frames.filter((frame) => frame.inRepository).map((frame) => ({ path: frame.file, line: frame.line }))
    ),
    ...suspects
  ];
  const shown = [];
  const sections = [];
  let chars = 0;
  for (const { path: path2, line } of wanted) {
    if (chars >= room) break;
    if (shown.some((window) => window.path === path2 && line >= window.first + 3 && line <= window.last - 3)) continue;
    const slice = await workspace.read(path2, {
      start: Math.max(1, line - contextLines),
      end: line + contextLines,
      maxChars: Math.ceil(room - chars)
    });
    if (!slice.ok) continue;
    shown.push({ path: path2, first: slice.firstLine, last: slice.lastLine });
    const lines = `path=${JSON.stringify(path2)} lines="${slice.firstLine}-${slice.lastLine}"`;
    const text = section("source", numbered(slice.text, slice.firstLine), lines);
    chars += text.length;
    sections.push(text);
  }
  return { sections, chars };
}

// src/agent/engine-note.ts
var note = object({
  source: _enum(["revert", "template"]),
  summary: string(),
  alternatives: array(string()).default([])
});
function parseEngineNote(text) {
  const block = /```regreen\n([\s\S]*?)\n```\s*$/.exec(text);
  const plain2 = { explanation: text.trim(), source: "model", alternatives: [] };
  if (!block) return plain2;
  const parsed = note.safeParse(jsonOrNull2(block[1] ?? ""));
  if (!parsed.success) return plain2;
  const prose = text.slice(0, block.index).trim();
  return { explanation: prose || parsed.data.summary, source: parsed.data.source, alternatives: parsed.data.alternatives };
}
function jsonOrNull2(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/agent/tools.ts
var path = string().describe("Path relative to the repository root, with forward slashes.");
var textEdit = strictObject({
  path,
  old_text: string().describe("Text to replace; must match exactly once. Empty to create the file."),
  new_text: string().nullable().describe("Replacement; null deletes the file.")
});
var rangeEdit = strictObject({
  path,
  start: int().min(0).describe("Offset of the first UTF-16 unit replaced, in the file as read."),
  end: int().min(0).describe("Offset behind the last unit replaced."),
  text: string().nullable().describe("Replacement; null deletes the file.")
});
var scope = union([_enum(["failing", "related", "all"]), strictObject({ files: array(path) })]);
var trialScope = _enum(["failing", "related", "all"]).nullable();
var toolArguments = {
  scan: strictObject({
    query: string().nullable().describe("Text, or /regex/flags. Null lists files."),
    glob: string().nullable().describe("Only paths that match, such as src/**/*.ts."),
    max_results: int().min(1).max(1e3).nullable()
  }),
  read: strictObject({
    path,
    start_line: int().min(1).nullable(),
    end_line: int().min(1).nullable()
  }),
  edit: strictObject({ edits: array(textEdit).min(1) }),
  run_tests: strictObject({
    scope,
    suspects: boolean().nullable().describe("True adds the most suspicious lines by coverage.")
  }),
  try_edits: strictObject({
    candidates: array(strictObject({ label: string(), edits: array(textEdit).min(1) })).min(1).max(8),
    scope: trialScope.describe("Candidates that turn the failing tests green are judged by these tests too."),
    keep: int().min(1).nullable().describe("Stop after so many green candidates; 1 unless given.")
  }),
  give_up: strictObject({
    reason: string(),
    diagnosis: string().describe("What is wrong and where, for the person who takes over.")
  })
};
var engineTryEdits = strictObject({
  candidates: array(strictObject({ label: string(), edits: array(union([textEdit, rangeEdit])).min(1) })).min(1).max(5e3),
  scope: trialScope,
  keep: int().min(1).nullable()
});
var readOnlyTools = /* @__PURE__ */ new Set(["scan", "read"]);
var judgingTools = /* @__PURE__ */ new Set(["run_tests", "try_edits"]);
function isToolName(name) {
  return Object.hasOwn(toolArguments, name);
}

// src/agent/loop.ts
var patience = 2;
var wordsKept = 2e4;
async function runAgent(options) {
  var _stack = [];
  try {
    const { workspace, budget, emit, signal } = options;
    const deadline = __using(_stack, timeBound(budget.remainingMs(), signal));
    deadline.rest();
    let input = [userMessage(options.brief)];
    let green = false;
    let idle = 0;
    let lastWords2 = "";
    const giveUp = (reason2, diagnosis) => ({ kind: "gave-up", reason: reason2, diagnosis, alternatives: [] });
    for (let turn = 1; ; turn++) {
      if (signal.aborted) return { kind: "aborted" };
      const limit = budget.refuses(spendingOf(options, input, green || turn === 1 ? 1 : 2));
      if (limit !== null) {
        return green ? await candidate(workspace, lastWords2) : await endAtLimit(options, deadline, input, turn, limit, lastWords2);
      }
      const answered = await takeTurn(options, deadline, input, turn);
      if ("failed" in answered) {
        if (signal.aborted) return { kind: "aborted" };
        if (answered.late && !green) return await atBound(options, "minutes", lastWords2 || answered.failed);
        return green ? await candidate(workspace, lastWords2) : { kind: "provider", reason: answered.failed, diagnosis: lastWords2 || null };
      }
      const { result, answers } = answered;
      lastWords2 = clip(result.text, wordsKept) || lastWords2;
      const gaveUp = answers.find((answer) => answer.gaveUp)?.gaveUp;
      if (gaveUp) return giveUp(gaveUp.reason, gaveUp.diagnosis);
      for (const { edited } of answers) {
        if (!edited) continue;
        emit({ type: "edited", diff: edited.diff });
        green = edited.green;
        if (edited.stuck) return giveUp("The same edit led to the same failure twice.", lastWords2 || "The attempt went round in circles.");
      }
      if (green && answers.some((answer) => answer.edited)) emit({ type: "tests-green", patch: workspace.patch() });
      if (result.calls.length === 0) {
        if (green) return await candidate(workspace, result.text);
        idle += 1;
        if (idle >= patience) return giveUp("The model stopped without a fix.", lastWords2);
        input = [userMessage(typeof result.status === "object" ? `Your answer was cut (${result.status.incomplete}). ${nudge}` : nudge)];
        continue;
      }
      idle = 0;
      input = [...outputsOf(result.calls, answers), ...warningsOf(budget, emit)];
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function takeTurn(options, deadline, input, turn) {
  const { conversation, emit, budget } = options;
  deadline.renew(budget.remainingMs());
  const early = /* @__PURE__ */ new Map();
  const start = (call, use) => {
    const key = keyOf(call);
    if (early.has(key)) return;
    const answer = use();
    answer.catch(() => {
    });
    early.set(key, answer);
  };
  emit({ type: "turn-started", turn });
  try {
    const result = await conversation.turn(input, {
      signal: deadline.signal,
      onItem: (item) => {
        const call = callOf(item);
        if (call && readOnlyTools.has(call.name)) start(call, () => useTool(options, call, turn));
      }
    });
    deadline.rest();
    budget.spendTurn(options.estimate.counted(result.usage, conversation.contextBytes));
    emit({ type: "turn-ended", turn, result });
    const answers = [];
    for (const [index, call] of result.calls.entries()) {
      for (const beside of sideBySide(result.calls.slice(index))) start(beside, () => answerTo(options, beside, result, turn));
      answers.push(await (early.get(keyOf(call)) ?? answerTo(options, call, result, turn)));
    }
    return { result, answers };
  } catch (error) {
    await Promise.allSettled(early.values());
    if (!(error instanceof ResponsesError)) throw error;
    const late = deadline.expired() && error.kind === "aborted";
    return { failed: late ? "The model had not answered when the time was up." : error.message, late };
  }
}
function sideBySide(calls) {
  const end = calls.findIndex(({ name }, at) => !judgingTools.has(name) || calls.slice(0, at).some((other) => other.name === name));
  return end < 0 ? calls : calls.slice(0, end);
}
async function answerTo(options, call, { status }, turn) {
  if (status === "completed" || readOnlyTools.has(call.name)) return await useTool(options, call, turn);
  const output = errorAnswer(`Not done: your answer was cut (${status.incomplete}). Send the call again, in a shorter answer.`);
  return { output, testSeconds: 0 };
}
function keyOf({ callId, name, arguments: json }) {
  return `${callId}\0${name}\0${json}`;
}
async function useTool({ tools, emit, signal, now }, call, turn) {
  emit({ type: "tool-started", turn, call, at: now() });
  const answer = await tools.call(call, signal);
  const { output, testSeconds, note: note2, suspects } = answer;
  emit({ type: "tool-ended", turn, call, output, at: now(), testSeconds, ...note2 === void 0 ? {} : { note: note2 } });
  if (suspects !== void 0) emit({ type: "suspected", suspects });
  return answer;
}
async function endAtLimit(options, deadline, input, turn, limit, lastWords2) {
  const { conversation, budget, emit, signal } = options;
  const ask2 = [...input, userMessage(lastTurnPrompt(limitWords[limit]))];
  if (turn === 1 || budget.refuses(spendingOf(options, ask2, 1)) !== null) return atBound(options, limit, lastWords2);
  deadline.renew(budget.remainingMs());
  emit({ type: "turn-started", turn });
  try {
    const result = await conversation.turn(ask2, { signal: deadline.signal });
    budget.spendTurn(options.estimate.counted(result.usage, conversation.contextBytes));
    emit({ type: "turn-ended", turn, result });
    return await atBound(options, limit, clip(result.text, wordsKept) || lastWords2);
  } catch (error) {
    if (error instanceof ResponsesError) return signal.aborted ? { kind: "aborted" } : atBound(options, limit, lastWords2);
    throw error;
  }
}
async function atBound({ workspace }, limit, diagnosis) {
  const patch = await workspace.patch();
  return { kind: "budget", limit, diagnosis, best: patch.text === "" ? null : patch };
}
async function candidate(workspace, text) {
  const { explanation, source, alternatives } = parseEngineNote(text);
  return { kind: "candidate", patch: await workspace.patch(), explanation: clip(explanation, wordsKept), source, alternatives };
}
function outputsOf(calls, answers) {
  return calls.map((call, index) => ({ type: "function_call_output", call_id: call.callId, output: answers[index]?.output ?? "" }));
}
function warningsOf(budget, emit) {
  const used = budget.used();
  return budget.warnings().map((limit) => {
    emit({ type: "budget-warning", limit, used: used[limit], of: budget.limits[limit] });
    return userMessage(warningPrompt(limitWords[limit], used[limit].toFixed(1), String(budget.limits[limit])));
  });
}
function callOf(item) {
  return item.type === "function_call" ? { callId: item.call_id, name: item.name, arguments: item.arguments } : null;
}
function userMessage(text) {
  return { type: "message", role: "user", content: [{ type: "input_text", text }] };
}
function spendingOf({ conversation, estimate, outputReserve }, input, turns) {
  return { turns, inputTokens: turns * estimate.next(conversation.contextBytes, input), outputTokens: turns * outputReserve };
}

// src/agent/tool-host.ts
var import_node_crypto3 = __toESM(require_crypto(), 1);
function createToolHost(options) {
  const { workspace, suite, trials, glance, failing, baseline, budget, limits, forEngine } = options;
  const seen = /* @__PURE__ */ new Map();
  const failingSeconds = secondsOfFailing(suite.plan, failing, options.failingSeconds, baseline.seconds);
  const timeLimit2 = (seconds) => Math.max(1, Math.min(budget.remainingMs(), Math.ceil(15e3 + seconds * 4e3)));
  const trialLimit = () => {
    const left = budget.remainingMs();
    return Math.max(1, Math.floor(left * 0.75), Math.floor(left - 1500 - options.failingSeconds * 2e3));
  };
  const timeLeft = () => forEngine ? { seconds_left: Math.round(budget.remainingMs() / 1e3) } : {};
  let stopped = Promise.resolve();
  const edit = async ({ edits }, signal) => {
    await stopped;
    const before = workspace.patch();
    before.catch(() => {
    });
    const outcome = await workspace.edit(edits.map(toEdit));
    if (!outcome.ok) return plain(JSON.stringify({ ok: false, error: outcome.reason }));
    const { diff } = outcome;
    const isKnown = await isConfirmed();
    await trials.invalidate();
    const refused = isKnown ? null : refuseTestRun(budget);
    const stop = new AbortController();
    const mustRun = !isKnown && refused === null;
    const running = mustRun ? rerun(AbortSignal.any([signal, stop.signal])) : Promise.resolve(null);
    stopped = running.catch(() => {
    });
    const glanced = mustRun ? looksGreen() : Promise.resolve(false);
    const started = performance.now();
    try {
      const lines = changedLinesOf(await workspace.patch());
      if (!budget.allowsChangedLines(lines)) {
        stop.abort();
        await running;
        await workspace.reset(await before);
        return plain(JSON.stringify({ ok: false, error: tooManyLines(lines, budget.limits.changedLines) }));
      }
      const run = isKnown ? "green" : await sooner(running, glanced);
      if (run === "green") return whenGreen(diff, (performance.now() - started) / 1e3);
      if (run === null) {
        return { ...plain(JSON.stringify({ ok: true, diff, tests: { error: refused } })), edited: { diff, green: false, stuck: false } };
      }
      const green = turnedGreen(run, failing, baseline).red.length === 0;
      return {
        output: JSON.stringify({ ok: true, diff, tests: testRunView(run, "failing", limits) }),
        testSeconds: run.seconds,
        edited: { diff, green, stuck: !green && repeats(`${diff}
${messagesOf(run)}`) }
      };
    } finally {
      stop.abort();
    }
  };
  const isConfirmed = async () => {
    const edits = await workspace.edits().catch(() => null);
    return edits !== null && edits.length > 0 && await trials.hasConfirmed(edits);
  };
  const looksGreen = async () => {
    const edits = glance === null ? null : await workspace.edits().catch(() => null);
    return glance !== null && edits !== null && await glance.looksGreen(edits);
  };
  const whenGreen = (diff, seconds) => {
    const counts = { executed: failing.length, passed: failing.length, failed: 0, skipped: 0 };
    const tests = { scope: "failing", green: true, exit_code: 0, counts, failing: [], seconds: Number(seconds.toFixed(2)) };
    return { output: JSON.stringify({ ok: true, diff, tests }), testSeconds: seconds, edited: { diff, green: true, stuck: false } };
  };
  const rerun = async (signal) => {
    await workspace.tidy();
    return await suite.run(workspace.root, { scope: "failing", failing, timeoutMs: timeLimit2(failingSeconds), signal });
  };
  const repeats = (text) => {
    const key = (0, import_node_crypto3.createHash)("sha256").update(text).digest("hex");
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count >= 2;
  };
  const runTests = async ({ scope: scope2, suspects }, signal) => {
    if (forEngine && suspects === true) void trials.prepare({ failing, baseline, failingSeconds: options.failingSeconds });
    await stopped;
    const refused = refuseTestRun(budget);
    if (refused) return plain(errorAnswer(refused));
    const changed = (await workspace.patch()).files.map((file) => file.path);
    const compared = suspects === true && scope2 === "failing" ? comparedTests(baseline, failing) : null;
    const wide = suspects === true && scope2 === "failing" && compared === null ? "all" : scope2;
    const isNarrow = wide === "failing" && compared === null;
    await workspace.tidy();
    const run = await suite.run(workspace.root, {
      scope: wide,
      failing: compared?.tests ?? failing,
      changed,
      coverage: suspects === true,
      timeoutMs: timeLimit2((wide === "failing" ? failingSeconds : secondsUnreached(failing)) + (isNarrow ? 0 : baseline.seconds)),
      signal
    });
    const coverage = compared === null ? run.coverage : weighted(run.coverage, compared.weight);
    const ranked = suspects === true ? rankSuspects(coverage, failing, limits.suspects) : void 0;
    const name = typeof wide === "string" ? wide : wide.files.join(" ");
    const ofRedTree = changed.length === 0 && ranked !== void 0 && ranked.length > 0 ? { suspects: ranked } : {};
    const output = JSON.stringify({ ...testRunView(run, name, limits, ranked), ...timeLeft() });
    return { output, testSeconds: run.seconds, ...ofRedTree };
  };
  const tryEdits = async ({ candidates, scope: scope2, keep }, signal) => {
    const refused = refuseTestRun(budget);
    if (refused) return plain(errorAnswer(refused));
    const batch = candidates.map(({ label, edits }) => ({ label, edits: edits.map(toEdit) }));
    const report = await trials.run({
      candidates: batch,
      scope: scope2 ?? "failing",
      failing,
      baseline,
      keep: keep ?? 1,
      // The engine only compares by the failing tests alone: what it makes an edit of is judged by all.
      confirm: !forEngine || scope2 !== "failing",
      failingSeconds: options.failingSeconds,
      limitMs: trialLimit(),
      signal
    });
    const output = JSON.stringify({ ...trialView(report, batch, limits), ...timeLeft() });
    return { output, testSeconds: report.seconds, note: describeTrials(report) };
  };
  const handlers = {
    scan: handler(
      toolArguments.scan,
      async ({ query, glob, max_results }) => plain(scanAnswer(await workspace.scan({ query: query ?? void 0, glob: glob ?? void 0, maxResults: max_results ?? void 0 })))
    ),
    read: handler(
      toolArguments.read,
      async ({ path: path2, start_line, end_line }) => plain(
        readAnswer(await workspace.read(path2, { start: start_line ?? void 0, end: end_line ?? void 0, maxChars: limits.readChars }))
      )
    ),
    edit: handler(toolArguments.edit, edit),
    run_tests: handler(toolArguments.run_tests, runTests),
    try_edits: handler(forEngine ? engineTryEdits : toolArguments.try_edits, tryEdits),
    give_up: handler(toolArguments.give_up, async (gaveUp) => ({ ...plain('{"ok":true}'), gaveUp }))
  };
  const call = async ({ name, arguments: json }, signal) => {
    if (!isToolName(name)) {
      return plain(errorAnswer(`There is no tool '${name}'. The tools are: ${Object.keys(toolArguments).join(", ")}.`));
    }
    const parsed = parseArguments(json);
    if (parsed === null) return plain(errorAnswer(`The arguments of ${name} are not a JSON object. Send the call again with valid JSON.`));
    return handlers[name](withNulls(name, parsed), signal);
  };
  return { call };
}
function handler(schema, run) {
  return async (args, signal) => {
    const checked = schema.safeParse(args);
    if (checked.success) return run(checked.data, signal);
    return plain(errorAnswer(`Wrong arguments: ${issuesOf(checked.error.issues)}. Send the call again, corrected.`));
  };
}
function refuseTestRun(budget) {
  const limit = budget.refuses({ testRuns: 1 });
  if (limit === null) {
    budget.spendTestRun();
    return null;
  }
  return limit === "testRuns" ? `All ${budget.limits.testRuns} test runs are used. Finish with what you know, or give_up with a diagnosis.` : "The time for tests is used up. Finish with what you know, or give_up with a diagnosis.";
}
function sooner(run, green) {
  return Promise.race([run, green.then((is) => is ? "green" : run)]);
}
function tooManyLines(lines, most) {
  return `The patch would change ${lines} lines; at most ${most} are allowed. Make a smaller change.`;
}
function plain(output) {
  return { output, testSeconds: 0 };
}
function toEdit(edit) {
  return "old_text" in edit ? { path: edit.path, oldText: edit.old_text, newText: edit.new_text } : { path: edit.path, start: edit.start, end: edit.end, text: edit.text };
}
function parseArguments(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
function withNulls(name, args) {
  const missing = Object.keys(toolArguments[name].shape).filter((key) => !(key in args));
  return { ...args, ...Object.fromEntries(missing.map((key) => [key, null])) };
}
function issuesOf(issues) {
  return issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "the arguments"}: ${issue.message}`).join("; ");
}
function messagesOf(run) {
  return run.results.filter((result) => result.status === "failed").map((result) => `${result.id}: ${result.message ?? ""}`).join("\n");
}

// src/agent/attempt.ts
function openAttempt(model, signal) {
  return attemptOf(model, model.warm(), signal);
}
function openRivals({ rivals }, signal) {
  return rivals.map((model) => attemptOf(model, Promise.resolve(null), signal));
}
function attemptOf({ choice, conversation, estimate }, warm, runSignal) {
  const repair = async (job) => {
    var _stack = [];
    try {
      const { workspace, suite, diagnosis, budget, emit, now } = job;
      const signal = job.signal === void 0 ? runSignal : AbortSignal.any([runSignal, job.signal]);
      const limits = choice.isEngine ? engineLimits : hostedLimits;
      const used = budget.used();
      const trials = __using(_stack, createTrials(workspace, suite), true);
      const { baseline } = diagnosis;
      if (choice.isEngine && diagnosis.change === null) void trials.prepare({ ...job, baseline });
      const glance = __using(_stack, choice.isEngine ? null : openGlance(workspace, suite, { ...job, baseline }), true);
      const brief = await writeBrief({
        diagnosis,
        workspace,
        limits,
        forEngine: choice.isEngine,
        evidence: job.evidence,
        budget: {
          seconds: Math.max(0, budget.remainingMs() / 1e3),
          testRuns: budget.limits.testRuns - used.testRuns,
          turns: budget.limits.turns - used.turns - 1
        }
      });
      const toolHost = createToolHost({
        workspace,
        suite,
        trials,
        glance,
        budget,
        limits,
        failing: job.failing,
        baseline,
        failingSeconds: job.failingSeconds,
        forEngine: choice.isEngine
      });
      const result = await runAgent({
        conversation,
        tools: toolHost,
        workspace,
        brief,
        budget,
        emit: (event) => emit(event.type === "turn-ended" ? { ...event, model: choice.model } : event),
        signal,
        now,
        estimate,
        outputReserve: choice.isEngine ? 0 : maxOutputTokens
      });
      return choice.isEngine && result.kind === "candidate" && result.source === "model" ? { ...result, source: "template" } : result;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  };
  return {
    conversation,
    warm,
    repair,
    [Symbol.asyncDispose]: () => conversation.close()
  };
}

// src/agent/beside.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/agent/engine-budget.ts
function engineBudget({ budget, now }, { ms, testRuns = budget.limits.testRuns }) {
  const own = createBudget({
    limits: { ...budget.limits, testRuns, minutes: Math.min(ms, Math.max(0, budget.remainingMs())) / 6e4 },
    now,
    startedAt: now(),
    costOf: null,
    countTokens: false,
    reserveMs: () => 0
  });
  return {
    ...own,
    refuses: (next) => own.refuses(next) ?? budget.refuses({ testRuns: next.testRuns ?? 0 }),
    spendTestRun: () => {
      own.spendTestRun();
      budget.spendTestRun();
    },
    allowsChangedLines: (lines) => own.allowsChangedLines(lines) && budget.allowsChangedLines(lines)
  };
}

// src/agent/beside.ts
function goOnBeside(engine, job) {
  const stop = new AbortController();
  const signal = job.signal === void 0 ? stop.signal : AbortSignal.any([job.signal, stop.signal]);
  const work = async () => {
    var _stack = [];
    try {
      const workspace = __using(_stack, await job.workspace.fork(), true);
      const _one = __using(_stack, job.suite.slots.keepOne());
      const { limits, remainingMs, used } = job.budget;
      const testRuns = Math.floor((limits.testRuns - used().testRuns) / 4);
      const budget = engineBudget(job, { ms: remainingMs(), testRuns });
      return await engine.repair({ ...job, workspace, budget, evidence: null, emit: () => {
      }, signal });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  };
  const working = work().catch(() => null);
  return {
    result: async (waitMs) => {
      const waited = new AbortController();
      const late = sleep2(Math.max(0, waitMs), null, { signal: waited.signal }).catch(() => null);
      const result = await Promise.race([working, late]);
      waited.abort();
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await working;
    }
  };
}

// src/agent/shared-budget.ts
function shareBudget(budget, count) {
  const members = Array.from({ length: count }, () => ({ used: noAmounts, pledged: noAmounts, active: true }));
  return members.map((own) => shareOf(budget, own, members));
}
function shareOf(budget, own, members) {
  const others = members.filter((member) => member !== own);
  const setAside = () => {
    const fair = fairShare(
      budget,
      members.filter((member) => member.active || member === own)
    );
    return sum(others.map((other) => dueTo(other, fair)));
  };
  const spend = (spending) => {
    const before = budget.used();
    spending();
    const after = budget.used();
    own.used = each((name) => own.used[name] + after[name] - before[name]);
  };
  const limits = () => {
    const [used2, aside] = [budget.used(), setAside()];
    return { ...budget.limits, ...each((name) => budget.limits[name] - (used2[name] - own.used[name]) - aside[name]) };
  };
  const used = () => ({ ...budget.used(), ...own.used });
  const warnings = createWarnings();
  return {
    budget: {
      ...budget,
      get limits() {
        return limits();
      },
      used,
      warnings: () => warnings(used(), limits()),
      refuses: (next) => {
        const limit = budget.refuses(next, setAside());
        if ((next.turns ?? 0) === 0) return limit;
        if (limit === null) own.pledged = budget.amountOf(next);
        else own.active = false;
        return limit;
      },
      spendTurn: (usage) => {
        own.pledged = noAmounts;
        spend(() => budget.spendTurn(usage));
      },
      spendUsage: (usage) => spend(() => budget.spendUsage(usage)),
      spendTestRun: () => spend(() => budget.spendTestRun())
    },
    leave: () => {
      own.pledged = noAmounts;
      own.active = false;
    }
  };
}
function fairShare(budget, among) {
  const theirs = sum(among.map((member) => member.used));
  const used = budget.used();
  return each((name) => {
    const share = (budget.limits[name] - used[name] + theirs[name]) / among.length;
    return name === "turns" || name === "testRuns" ? Math.floor(share) : share;
  });
}
function dueTo({ used, pledged, active }, fair) {
  return each((name) => Math.max(pledged[name], active ? fair[name] - used[name] : 0));
}
function sum(amounts) {
  return each((name) => amounts.reduce((total, amount) => total + amount[name], 0));
}
function each(amountOf) {
  return { turns: amountOf("turns"), tokens: amountOf("tokens"), costUsd: amountOf("costUsd"), testRuns: amountOf("testRuns") };
}

// src/agent/race.ts
var worth = { candidate: 5, "gave-up": 4, budget: 3, provider: 2, aborted: 1 };
async function race(attempts, job) {
  const stop = new AbortController();
  const signal = job.signal === void 0 ? stop.signal : AbortSignal.any([job.signal, stop.signal]);
  const shares = shareBudget(job.budget, attempts.length);
  const emitFor = numberedTogether(job.emit);
  const ended = [];
  let winner = null;
  let proving = Promise.resolve();
  const prove = async (entry, candidate2) => {
    if (winner !== null || signal.aborted || !await job.holds(candidate2) || winner !== null) return;
    winner = entry;
    stop.abort();
  };
  const runOne = async (by, index) => {
    var _stack = [];
    try {
      const share = shares[index];
      if (share === void 0) return;
      const own = __using(_stack, await workspaceOf(job.workspace, index), true);
      const evidence = [job.evidence, index === 0 ? null : otherWay(index, attempts.length)].filter(Boolean).join("\n\n") || null;
      const emit = emitFor();
      try {
        const result = await by.repair({ ...job, workspace: own.workspace, budget: share.budget, evidence, emit, signal });
        const entry = { result, by };
        ended.push(entry);
        if (result.kind !== "candidate") return;
        const proof = proving.then(() => prove(entry, result));
        proving = proof.catch(() => {
        });
        await proof;
      } finally {
        share.leave();
      }
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  };
  const settled = await Promise.allSettled(attempts.map(runOne));
  const failed = settled.find((one) => one.status === "rejected");
  if (winner === null && failed !== void 0) throw failed.reason;
  const best = winner ?? [...ended].sort((a, b) => worth[b.result.kind] - worth[a.result.kind])[0];
  if (best === void 0) throw new Error("no attempt ended");
  await job.workspace.reset(patchOf(best.result) ?? void 0);
  return best;
}
async function workspaceOf(workspace, index) {
  if (index === 0) return { workspace, [Symbol.asyncDispose]: async () => {
  } };
  const fork = await workspace.fork();
  return { workspace: fork, [Symbol.asyncDispose]: () => fork[Symbol.asyncDispose]() };
}
function otherWay(index, count) {
  return `You are attempt ${index + 1} of ${count} that work side by side, each on a copy of its own. Look for another cause or another fix than the first that comes to mind.`;
}
function numberedTogether(emit) {
  let last = 0;
  return () => {
    const numbers = /* @__PURE__ */ new Map();
    return (event) => {
      if (!("turn" in event)) return emit(event);
      if (event.type === "turn-started") numbers.set(event.turn, ++last);
      emit({ ...event, turn: numbers.get(event.turn) ?? event.turn });
    };
  };
}

// src/agent/find-fix.ts
var leadMs = 2e4;
async function findFix(minds, job) {
  var _stack = [];
  try {
    const { engine, model } = minds;
    if (model === null) {
      if (engine === null) throw new Error("findFix needs an engine or a model");
      return { result: await engine.repair(job), draft: false, by: engine };
    }
    const { result: lead, suspects } = await letLead(engine, job);
    if (engine !== null && (lead?.kind === "aborted" || lead?.kind === "candidate" && lead.source === "revert")) {
      return { result: lead, draft: false, by: engine };
    }
    await job.workspace.reset();
    const evidence = [job.evidence, lead ? evidenceOf(lead) : null].filter(Boolean).join("\n\n") || null;
    const beside = __using(_stack, engine !== null && lead?.kind === "budget" ? goOnBeside(engine, job) : null, true);
    const { result, by } = await ask(minds.rivals, model, { ...job, diagnosis: { ...job.diagnosis, suspects }, evidence });
    if (engine === null || result.kind === "candidate" || result.kind === "aborted") return { result, draft: false, by };
    const waitMs = result.kind === "provider" ? job.budget.remainingMs() : Math.min(leadMs, job.budget.remainingMs());
    const known = beside === null ? lead : await beside.result(waitMs) ?? lead;
    if (known?.kind === "aborted") return { result: known, draft: false, by: engine };
    if (known?.kind === "candidate") {
      await job.workspace.reset(known.patch);
      return { result: known, draft: true, by: engine };
    }
    return { result: result.kind === "provider" ? toldBy(known, result) : result, draft: false, by };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function letLead(engine, job) {
  let { suspects } = job.diagnosis;
  if (engine === null) return { result: null, suspects };
  const emit = (event) => {
    if (event.type === "suspected") suspects = event.suspects;
    if (event.type !== "budget-warning") job.emit(event);
  };
  const result = await engine.repair({ ...job, budget: engineBudget(job, { ms: leadMs }), emit });
  return { result, suspects };
}
function toldBy(engine, result) {
  const known = engine?.kind === "gave-up" || engine?.kind === "budget" ? engine.diagnosis : null;
  return { ...result, diagnosis: result.diagnosis || known };
}
async function ask(rivals, model, job) {
  if (rivals.length === 0) return { result: await model.repair(job), by: model };
  return await race([model, ...rivals], job);
}
function evidenceOf(lead) {
  switch (lead.kind) {
    case "candidate":
      return `A mechanical search found a patch that turns the failing tests green. It may be right or overfitted:
${patchText(lead.patch)}
${lead.explanation}`;
    case "gave-up":
      return `A mechanical search found no fix. ${lead.diagnosis}`;
    default:
      return null;
  }
}
function patchText(patch) {
  return patch.text.length > 4e3 ? `${patch.text.slice(0, 4e3)}
\u2026` : patch.text;
}

// src/agent/number-turns.ts
function numberTurns(emit) {
  let before = 0;
  let last = 0;
  return (event) => {
    if (!("turn" in event)) return emit(event);
    if (event.type === "turn-started" && event.turn === 1) before = last;
    last = before + event.turn;
    emit({ ...event, turn: last });
  };
}

export {
  openAttempt,
  openRivals,
  findFix,
  numberTurns
};
//# sourceMappingURL=chunk-GST6AZ5H.js.map
