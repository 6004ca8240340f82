/**
 * Joins the runners of Python: a thread looks at what the main one is in. Where it has been in the same call of the repository's code for
 * fifteen seconds, be it at work or waiting, the calls that it is still in after five looks go into a file of the folder named by
 * REGREEN_STUCK_DIR. Kept as text.
 */
export const pythonWatchSource = String.raw`import json, os, sys, threading, time

folder = os.environ["REGREEN_STUCK_DIR"]
root = os.environ["REGREEN_STUCK_ROOT"] + os.sep
still_seconds = 15
wanted = 5


def is_own(frame):
    file = frame.f_code.co_filename
    return file.startswith(root) and "site-packages" not in file


def frames_of(main):
    """Innermost first."""
    frames = []
    frame = sys._current_frames().get(main)
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames


def told(frame):
    code = frame.f_code
    return {"name": getattr(code, "co_qualname", code.co_name), "file": code.co_filename, "map": "", "line": frame.f_lineno, "column": 0}


def watch(main):
    outermost, since, looks, kept = None, time.monotonic(), 0, []
    while looks < wanted:
        time.sleep(0.2 if looks else 0.5)
        frames = frames_of(main)
        own = [frame for frame in frames if is_own(frame)]
        if not own or own[-1] is not outermost:
            outermost, since, looks, kept = own[-1] if own else None, time.monotonic(), 0, []
        elif time.monotonic() - since > still_seconds:
            kept = [frame for frame in frames if any(frame is one for one in kept)] if looks else frames
            looks += 1
    file = os.path.join(folder, "stuck-%d.json" % os.getpid())
    with open(file + ".part", "w") as out:
        json.dump([told(frame) for frame in kept[:200]], out)
    os.replace(file + ".part", file)


def join():
    threading.Thread(target=watch, args=(threading.main_thread().ident,), daemon=True).start()
`;
