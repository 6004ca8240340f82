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
`;
