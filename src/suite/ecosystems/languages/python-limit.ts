// How a run of Python's tests ends a test that does not end.
import { didNotEnd } from '../../did-not-end.ts';

/** The variable that tells the limits to the programs of ours that run Python's tests: a `TestLimit` as JSON. */
export const limitVariable = 'REGREEN_TEST_LIMIT';

/**
 * `limited` is put around each part of a test. Where it works or waits for too long, a signal raises an error in the main thread, and again
 * after a while, as the test may catch it. Processor time is that of the main thread, so that neither a busy machine nor threads beside it
 * count. What follows a test without end is given less, but ten times as long as any that passed.
 */
export const limit = `import contextlib, json, os, signal, sys, threading, time


class ${didNotEnd}(BaseException):
    """What is raised in a test that does not end; handlers of Exception are no obstacle to it."""


${didNotEnd}.__module__ = "builtins"

given = json.loads(os.environ.get("${limitVariable}") or "null") if hasattr(signal, "setitimer") and hasattr(time, "thread_time") else None
# Seconds between two errors raised in one test: telling of the first takes a while.
AGAIN = 1.0
ended = 0
# Whether the tests have run in this process before, so that it is known what they take.
begun = False
expected = False
slowest = {}


class Limit:
    def __init__(self, kind, least, timer, number, now, words):
        self.kind = kind
        # What any test is given, in seconds: by the clock a busy machine takes its part.
        self.least = least
        self.timer = timer
        self.number = number
        self.now = now
        self.words = words
        self.since = None

    def seconds(self):
        first, later = given[self.kind]
        before = ended + expected
        return max(later / 2 ** (before - 1), self.least, 10 * slowest.get(self.kind, 0)) if before else first

    def arm(self):
        """Whether it was armed: not where some other limit is at work, or this one already."""
        if self.kind not in given or signal.getsignal(self.number) != signal.SIG_DFL:
            return False
        self.allowed = self.seconds()
        self.counted = False
        signal.signal(self.number, self.rung)
        self.since = self.now()
        signal.setitimer(self.timer, self.allowed, AGAIN)
        return True

    def rung(self, *_):
        global ended
        if self.since is None:
            return
        left = self.allowed - (self.now() - self.since)
        if left > 0.001:
            signal.setitimer(self.timer, left, AGAIN)
            return
        if not self.counted:
            self.counted = True
            ended += 1
        raise ${didNotEnd}("it did not end within %g seconds%s" % (round(self.allowed, 1), self.words))

    def disarm(self):
        if self.since is None:
            return
        used, self.since = self.now() - self.since, None
        # A test may have put its own there, with a timer of its own.
        if signal.getsignal(self.number) == self.rung:
            signal.setitimer(self.timer, 0)
            signal.signal(self.number, signal.SIG_DFL)
        if not self.counted:
            slowest[self.kind] = max(used, slowest.get(self.kind, 0))


limits = [
    Limit("processor", 0.1, signal.ITIMER_PROF, signal.SIGPROF, time.thread_time, " of processor time"),
    Limit("clock", 0.5, signal.ITIMER_REAL, signal.SIGALRM, time.monotonic, ""),
] if given else []


def begin():
    """One of many runs begins in this process."""
    global ended, begun, expected
    ended = 0
    expected = begun
    begun = True


def arm():
    """The limits that were armed: none outside of the main thread."""
    return [limit for limit in limits if limit.arm()] if threading.current_thread() is threading.main_thread() else []


def disarm():
    for limit in limits:
        limit.disarm()


@contextlib.contextmanager
def limited():
    armed = arm()
    try:
        yield
    finally:
        for limit in armed:
            limit.disarm()


def end(code):
    """Ends a process in which a test was ended: threads that it waited for may never end."""
    if not ended:
        return
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    os._exit(code)
`;
