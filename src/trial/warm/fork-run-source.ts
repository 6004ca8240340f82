/** Part of the fork server: how a child ended, and what makes two endings the same. */
export const forkRunSource = String.raw`
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
