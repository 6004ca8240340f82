import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { pytest } from '../../../src/suite/ecosystems/languages/pytest.ts';
import { companionVariable } from '../../../src/suite/ecosystems/languages/python-companion.ts';

const run = promisify(execFile);
const isThere = await run('python3', ['-c', 'import pytest']).then(
  () => true,
  () => false,
);
if (!isThere) console.warn('SKIPPED: tests that pytest runs again, which is not installed here');

/** Runs what was collected five times in one process: which phases of which tests did not pass, each time. */
async function endings(files: Readonly<Record<string, string>>): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'pytest again '));
  try {
    const tools = join(folder, 'tools');
    const tree = join(folder, 'tree');
    for (const made of [tools, tree]) await mkdir(made);
    for (const [name, text] of Object.entries(pytest.files ?? {})) await writeFile(join(tools, name), text);
    for (const [name, text] of Object.entries(files)) await writeFile(join(tree, name), text);
    const told = join(folder, 'told.json');
    const companion = join(folder, 'companion.py');
    await writeFile(
      companion,
      `import json, os
def join():
    return ${JSON.stringify(folder)}
def collected(again):
    with open(${JSON.stringify(told)}, "w") as file:
        json.dump([again() for _ in range(5)], file)
    os._exit(0)
`,
    );
    const env = {
      ...process.env,
      PYTHONPATH: tools,
      PYTEST_ADDOPTS: '-p regreen_pytest',
      REGREEN_REPORTS: folder,
      [companionVariable]: companion,
    };
    await run('python3', ['-m', 'pytest', '-q'], { cwd: tree, env });
    const runs: [id: string, when: string, outcome: string, xfail: boolean][][] = JSON.parse(await readFile(told, 'utf8'));
    return runs.map((one) =>
      one.flatMap(([id, when, outcome]) => (outcome === 'passed' ? [] : [`${id.replace(/.*::/, '')} ${when} ${outcome}`])),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.skipIf(!isThere)('tests that pytest runs again in one process', () => {
  test('find output, logs and streams as the first time, whatever the ones before did to them', { timeout: 60_000 }, async () => {
    const tests = `import io, logging, os, sys

def test_print():
    print("!")

def test_fails():
    print("!")
    assert False

def test_capsys(capsys):
    print("a")
    assert capsys.readouterr().out == "a\\n"
    with capsys.disabled():
        print("b")

def test_capfd(capfd):
    os.system("echo c")
    assert capfd.readouterr().out == "c\\n"

def test_leaves_a_stream():
    assert not isinstance(sys.stdout, io.StringIO)
    sys.stdout = sys.stderr = io.StringIO()

def test_has_its_streams():
    assert not isinstance(sys.stdout, io.StringIO) and not isinstance(sys.stderr, io.StringIO)

def test_caplog(caplog):
    assert caplog.messages == []
    logging.getLogger("x").warning("d")
    assert caplog.messages == ["d"]

def test_leaves_no_handlers():
    assert len(logging.getLogger().handlers) > 0
    logging.getLogger().handlers.clear()

def test_has_its_handlers(caplog):
    logging.getLogger("x").warning("e")
    assert caplog.messages == ["e"]
`;
    expect(await endings({ 'test_it.py': tests })).toEqual(Array(5).fill(['test_fails call failed']));
  });

  test('have their classes and instances to themselves each time', { timeout: 60_000 }, async () => {
    const tests = `import unittest

class TestPlain:
    def test_writes(self):
        self.seen = True
        assert self.seen

    def test_reads(self):
        assert not hasattr(self, "seen")

class TestOfUnittest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.base = [1]

    @classmethod
    def tearDownClass(cls):
        cls.base.append(2)

    def setUp(self):
        self.own = list(self.base)

    def tearDown(self):
        assert self.own != [1, 3]

    def test_own(self):
        self.own.append(4)
        self.assertEqual(self.own, [1, 4])

    def test_twice_wrong(self):
        self.addCleanup(self.fail)
        self.own.append(3)
        self.assertEqual(self.own, [])

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)
`;
    const expected = ['test_twice_wrong call failed', 'test_twice_wrong teardown failed', 'test_expected call skipped'].sort();
    expect((await endings({ 'test_it.py': tests })).map((one) => one.sort())).toEqual(Array(5).fill(expected));
  });

  test('show what they printed to a hook of the repository that makes reports, and nothing of the time before', {
    timeout: 60_000,
  }, async () => {
    const conftest = `import pytest

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.when == "call" and report.capstdout.count("!") != 1:
        report.outcome = "failed"
`;
    const tests = 'def test_once():\n    print("!")\n\ndef test_twice():\n    print("!!")\n';
    expect(await endings({ 'conftest.py': conftest, 'test_it.py': tests })).toEqual(Array(5).fill(['test_twice call failed']));
  });
});
