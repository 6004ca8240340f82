// The fork server of Python: a program that joins the runner's process before any code of the repository is loaded, and makes a process of
// its own for each candidate by forking there: interpreter, runner and third-party modules are loaded once. Kept as text, as the other
// worker is. Nothing that is told from here is trusted: the repository's code runs in the children.
import { forkRunSource } from './fork-run-source.ts';
import { forkTidySource } from './fork-tidy-source.ts';
import { forkWarmSource } from './fork-warm-source.ts';
import { forkWithinSource } from './fork-within-source.ts';

/** Speaks the same files as the other worker (`channel.ts`). `join` returns in each child: the folder for what it has to report. */
export const forkSource = String.raw`import atexit, gc, importlib, json, os, re, select, shutil, signal, sys, time, warnings

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
