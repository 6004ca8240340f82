// Executed lines per test of Python, by a tracer of ours: it knows only files of the repository, and says of each test what it ran.

/** `sys.settrace` with a local tracer only where the code is the repository's own: everything else runs at nearly full speed. */
export const tracer = `import json, os, sys, threading

root = os.environ.get("REGREEN_TRACE")
folder = os.path.dirname(os.path.abspath(__file__))
lines = {}
known = {}
state = {"before": None, "loaded": False}


def wanted(name):
    path = os.path.abspath(name)
    parts = path[len(root) + 1:].split(os.sep) if path.startswith(root + os.sep) else []
    inside = parts and not any(part in ("site-packages", "node_modules") or part.startswith(".") for part in parts)
    return path if inside and path.endswith(".py") else ""


def each_line(frame, event, arg):
    if event == "line":
        lines[known[frame.f_code.co_filename]].add(frame.f_lineno)
    return each_line


def each_call(frame, event, arg):
    name = frame.f_code.co_filename
    path = known.get(name)
    if path is None:
        path = known[name] = wanted(name)
    if not path:
        return None
    own = lines.setdefault(path, set())
    # A module begins at no line.
    if frame.f_lineno > 0:
        own.add(frame.f_lineno)
    return each_line


def write(**event):
    told = {path: sorted(own) for path, own in lines.items() if own}
    for own in lines.values():
        own.clear()
    with open(os.path.join(folder, "trace-%d.jsonl" % os.getpid()), "a", encoding="utf-8", errors="replace") as file:
        file.write(json.dumps(dict(event, lines=told)) + "\\n")


def trace():
    threading.settrace(each_call)
    sys.settrace(each_call)


def start():
    if root is None:
        return
    if not state["loaded"]:
        state["loaded"] = True
        sys.settrace(None)
        write(loaded=True)
    state["before"] = sys.gettrace()
    trace()


def stop(test):
    if root is None:
        return
    sys.settrace(state["before"])
    threading.settrace(state["before"])
    write(test=test)


if root is not None:
    trace()
`;
