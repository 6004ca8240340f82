"""Runs candidate programs one after another; prints the indices of those that pass as a JSON list, at most "most" of them.

Standard input: {"programs": [source, ...], "most": number, "seconds": limit of each}.
"""
import ast
import contextlib
import io
import json
import os
import resource
import signal
import sys

# Rounds of loops after which a candidate is taken for endless.
STEPS = 300_000


class Endless(BaseException):
    pass


class Counted(ast.NodeTransformer):
    """Every loop's body begins with a call that counts."""

    def visit_loop(self, node):
        self.generic_visit(node)
        node.body.insert(0, ast.Expr(ast.Call(ast.Name("__tick", ast.Load()), [], [])))
        return node

    visit_For = visit_While = visit_loop


def main():
    asked = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    # Time of the processor alone: a machine that is busy with other things must not decide.
    signal.signal(signal.SIGPROF, stop)
    out = sys.stdout
    sys.setrecursionlimit(2000)
    found = []
    for index, program in enumerate(asked["programs"]):
        if len(found) >= asked["most"]:
            break
        try:
            if passes(program, asked["seconds"]):
                found.append(index)
        except BaseException:
            # The clock may ring a last time while it is being stopped.
            signal.setitimer(signal.ITIMER_PROF, 0)
        # And it may have rung while the standard streams were being put back.
        sys.stdout, sys.stderr = out, sys.__stderr__
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)


def stop(signum, frame):
    raise TimeoutError


def ticker():
    left = STEPS

    def tick():
        nonlocal left
        left -= 1
        if left < 0:
            raise Endless

    return tick


def passes(program, seconds):
    try:
        tree = ast.fix_missing_locations(Counted().visit(ast.parse(program)))
        code = compile(tree, "candidate", "exec")
    except (SyntaxError, ValueError, RecursionError):
        return False
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.05)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(code, {"__name__": "candidate", "__tick": ticker()})
        return True
    except BaseException:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


main()
