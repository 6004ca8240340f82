// Options of plugins of pytest that are not installed.

/**
 * `stand_in` makes pytest accept, and pass over, those options in its arguments and its configuration that nobody knows, as far as they only
 * measure, report, time or spread the tests, or judge the style of the code: the tests are what they are without them, and without this not
 * one would run. Options that change what tests do stay unknown.
 */
export const standInOptions = `KNOWN = {
    "?": ["--cov"],
    1: [
        "--cov-report", "--cov-config", "--cov-fail-under", "--cov-context", "--cov-precision", "-n", "--numprocesses", "--dist", "--maxprocesses",
        "--timeout", "--timeout-method", "--session-timeout", "--html", "--css", "--json-report-file", "--report-log", "--ctrf", "--randomly-seed",
        "--random-order-seed", "--random-order-bucket", "--reruns", "--reruns-delay", "--benchmark-columns", "--benchmark-sort",
        "--benchmark-group-by", "--profile-svg", "--alluredir", "--mypy-config-file", "--splits", "--group",
    ],
    0: [
        "--cov-append", "--cov-branch", "--cov-reset", "--no-cov", "--no-cov-on-fail", "--self-contained-html", "--json-report", "--random-order",
        "--flake8", "--black", "--isort", "--mypy", "--pylint", "--ruff", "--ruff-format", "--pycodestyle", "--pydocstyle", "--codestyle",
        "--docstyle", "--instafail", "--spec", "--benchmark-skip", "--benchmark-disable", "--benchmark-autosave", "--force-sugar", "--pretty",
    ],
}


def stand_in(parser, args):
    try:
        unknown = {each.split("=", 1)[0] for each in parser.parse_known_and_unknown_args(list(args))[1]}
        group = parser.getgroup("regreen")
        for values, names in KNOWN.items():
            for name in names:
                # Joined to its value: -n4.
                if name not in unknown and not (name == "-n" and any(each.startswith("-n") and not each.startswith("-no") for each in unknown)):
                    continue
                settings = {"action": "append", "nargs": values} if values == "?" else {"action": "append"} if values else {"action": "store_true"}
                group._addoption(name, dest="regreen_" + name.strip("-").replace("-", "_"), default=None, help="passed over", **settings)
    except Exception:
        # As unknown as they were.
        pass
`;
