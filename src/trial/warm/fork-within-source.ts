/**
 * Part of the fork server: a fork that runs the tests over and over in one process, with other code in the same functions each time. It only
 * says which tests ended how; an ending that is new is seen in full by a fork of its own. Sound while nothing stays: the repository's modules,
 * and all that can be reached from them, must hold the very same objects after each run, and the process must be as before. Where they do
 * not, and for objects that hide what they hold, candidates get forks of their own.
 */
export const forkWithinSource = String.raw`
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
