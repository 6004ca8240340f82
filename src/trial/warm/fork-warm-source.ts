/**
 * Part of the fork server: a process that has loaded the repository and collected its tests already, and forks where it would run them. A
 * candidate that only changes the bodies of functions which have not run until then is put into the fork as other code of the same
 * functions; all others get a process that begins before anything of the repository is loaded.
 */
export const forkWarmSource = String.raw`
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
