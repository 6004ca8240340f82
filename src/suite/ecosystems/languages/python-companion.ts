// How a companion joins a run of Python's tests.

/** The variable that names the companion's file to the programs of ours that run Python's tests. */
export const companionVariable = 'REGREEN_COMPANION';

/**
 * `join` calls the companion's own `join` in the first of the run's processes that comes by, before code of the repository is loaded. It
 * may return many times over, in processes that it forked: each time with the folder for that process's reports; `None` without one.
 */
export const companion = `import os, runpy


def join():
    path = os.environ.pop("${companionVariable}", None)
    return None if path is None else runpy.run_path(path)["join"]()
`;
