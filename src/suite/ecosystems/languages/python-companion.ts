// How a companion joins a run of Python's tests.

/** The variable that names the companion's file to the programs of ours that run Python's tests. */
export const companionVariable = 'REGREEN_COMPANION';

/**
 * `join` calls the companion's own `join` in the first of the run's processes that comes by, before code of the repository is loaded. It
 * may return many times over, in processes that it forked: each time with the folder for that process's reports; `None` without one.
 * `collected` is called where the tests are known and none has run; it may return in forks as well, for the same folder. What it is given
 * runs the tests in this process, any number of times, and returns how each ended; `None` where they cannot be run again. `leave`, where
 * nothing is left to do but to end with a code, may end such a process at once.
 */
export const companion = `import os, runpy

own = {}


def join():
    path = os.environ.pop("${companionVariable}", None)
    if path is None:
        return None
    own.update(runpy.run_path(path))
    return own["join"]()


def collected(again=None):
    if "collected" in own:
        own["collected"](again)


def leave(code):
    if "leave" in own:
        own["leave"](code)
`;
