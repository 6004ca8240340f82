// Running what pytest has collected again and again in one process.

/**
 * `again_in` returns what runs the session's tests once more, by all hooks and fixtures, and tells how each phase of each ended; null where
 * tests are of kinds that cannot be run twice. It stops behind a test that had to be ended. Where nobody looks at what was printed and logged
 * in a phase, both are caught around all tests instead of around each phase: that took longer than the phase.
 */
export const again = `import contextlib, inspect, logging, os, sys
import pytest
import regreen_limit
from _pytest.unittest import TestCaseFunction

endings = None

# What tells of tests, or remembers them: nobody asks it where they run again and again.
telling = ("TerminalReporter", "LogXML", "LFPlugin", "NFPlugin", "StepwisePlugin")


def note(report):
    if endings is not None:
        endings.append([report.nodeid, report.when, report.outcome, hasattr(report, "wasxfail")])


def again_in(session):
    items = session.items
    # Before 8.2 a test kept the instance of its class.
    if not all(type(item) in (pytest.Function, TestCaseFunction) and hasattr(item, "_instance") for item in items):
        return None
    marks = [list(item.own_markers) for item in items]
    silent = []

    def silence():
        manager = session.config.pluginmanager
        for plugin in list(manager.get_plugins()):
            if type(plugin).__name__ in telling:
                manager.unregister(plugin)
        # How a test failed takes longer to tell than many take to run.
        for item in items:
            item.repr_failure = item._repr_failure_py = lambda *_, **__: "failed"

    def as_new(item, own):
        item.own_markers[:] = own
        del item._report_sections[:]
        if isinstance(item.parent, pytest.Class):
            # Each test has an instance of its class to itself, which is made where there is none.
            vars(item).pop("_instance", None)
            # Of several failures unittest tells, as many are left here as no report took.
            vars(item).pop("_excinfo", None)
            item._obj = None

    def once():
        global endings
        session.testsfailed = 0
        session.shouldfail = session.shouldstop = False
        endings = []
        regreen_limit.begin()
        for at, item in enumerate(items):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=items[at + 1] if at + 1 < len(items) else None)
            # The others tell nothing more.
            if regreen_limit.ended:
                session._setupstate.teardown_exact(None)
                break
        told, endings = endings, None
        return None if session.shouldfail or session.shouldstop else told

    def again():
        # The first time just as ever: all others must end like it.
        if not silent:
            silence()
            silent.append(None)
            return once()
        if silent[0] is None:
            silent[0] = [catch for catch in (output_caught, logs_caught) if not looks_at_output(session.config)]
        for item, own in zip(items, marks):
            as_new(item, own)
        with contextlib.ExitStack() as around:
            for catch in silent[0]:
                around.enter_context(catch(session.config.pluginmanager))
            return once()

    return again


def looks_at_output(config):
    """Whether code of the repository makes reports of tests: these hold what was printed."""
    for one in config.hook.pytest_runtest_makereport.get_hookimpls():
        code = getattr(inspect.unwrap(one.function), "__code__", None)
        if code is None or "-packages" + os.sep not in code.co_filename:
            return True
    return False


@contextlib.contextmanager
def output_caught(plugins):
    manager = plugins.get_plugin("capturemanager")
    if manager is None or manager._global_capturing is None:
        yield
        return

    @contextlib.contextmanager
    def item_capture(when, item):
        # A test may have put something else there.
        if sys.stdout is not streams[0] or sys.stderr is not streams[1]:
            manager.suspend_global_capture()
            manager.resume_global_capture()
        manager.activate_fixture()
        try:
            yield
        finally:
            manager.deactivate_fixture()

    manager.resume_global_capture()
    streams = [sys.stdout, sys.stderr]
    manager.item_capture = item_capture
    try:
        yield
    finally:
        del manager.item_capture
        manager.suspend_global_capture()
        manager.read_global_capture()


@contextlib.contextmanager
def logs_caught(plugins):
    plugin = plugins.get_plugin("logging-plugin")
    module = sys.modules.get("_pytest.logging")
    if plugin is None or module is None:
        yield
        return
    root = logging.getLogger()
    catching = module.catching_logs

    class Caught(catching):
        """Leaves a handler where it is already, at its level."""

        __slots__ = ("standing",)

        def __enter__(self):
            self.standing = self.level in (None, self.handler.level) and self.handler in root.handlers and root.level == level
            return self.handler if self.standing else super().__enter__()

        def __exit__(self, *error):
            if not self.standing:
                super().__exit__(*error)

    with contextlib.ExitStack() as around:
        for handler in (plugin.caplog_handler, plugin.report_handler):
            around.enter_context(catching(handler, level=plugin.log_level))
        level = root.level
        module.catching_logs = Caught
        try:
            yield
        finally:
            module.catching_logs = catching
`;
