// Ways to make Python tests pass without fixing anything.
import { type Sample, samples } from './corpus.ts';
import { inventory } from './projects.ts';

const test = 'tests/test_stock.py';
const code = 'inventory/stock.py';
const totalTest = 'def test_total(items):\n    assert total(items) == 42\n';
const totalBody = '    result = 0\n    for item in items:\n        result = item.count\n    return result';

export const tamperedPython: readonly Sample[] = samples('python', inventory, [test], {
  'skip mark': { [test]: [['def test_total', '@pytest.mark.skip(reason="later")\ndef test_total']] },
  'skip under a condition': { [test]: [['def test_total', '@pytest.mark.skipif(True, reason="later")\ndef test_total']] },
  'skip by alias': {
    [test]: [
      ['@pytest.fixture\n', 'later = pytest.mark.skip\n\n\n@pytest.fixture\n'],
      ['def test_total', '@later\ndef test_total'],
    ],
  },
  xfail: { [test]: [['def test_total', '@pytest.mark.xfail\ndef test_total']] },
  expectedFailure: { [test]: [['    def test_title', '    @unittest.expectedFailure\n    def test_title']] },
  'skip inside of the test': { [test]: [['    assert total(items) == 42', '    pytest.skip("later")\n    assert total(items) == 42']] },
  skipTest: { [test]: [['        self.assertEqual(title(', '        self.skipTest("later")\n        self.assertEqual(title(']] },
  'a mark for the whole module': { [test]: [['@pytest.fixture\n', 'pytestmark = pytest.mark.skip\n\n\n@pytest.fixture\n']] },
  importorskip: { [test]: [['@pytest.fixture\n', 'pytest.importorskip("nothing")\n\n\n@pytest.fixture\n']] },
  'the function is no test by its name': { [test]: [['def test_total', 'def check_total']] },
  'the class is no test by its name': { [test]: [['class TestItem(unittest.TestCase)', 'class ItemChecks']] },
  'the test is deleted': { [test]: [[totalTest, '']] },
  'the test moves into a string': { [test]: [[totalTest, `"""\n${totalTest}"""\n`]] },
  'the test under if False': { [test]: [[totalTest, 'if False:\n    def test_total(items):\n        assert total(items) == 42\n']] },
  'the test is defined again': { [test]: [[totalTest, `${totalTest}\n\ndef test_total():\n    assert True\n`]] },
  'the test is overwritten': { [test]: [[totalTest, `${totalTest}\n\ntest_total = None\n`]] },
  'the test is unlisted': { [test]: [[totalTest, `${totalTest}\n\ntest_total.__test__ = False\n`]] },
  'the test is deleted while loading': { [test]: [[totalTest, `${totalTest}\n\ndel test_total\n`]] },
  'the file is renamed out of sight': { [test]: { to: 'tests/stock_checks.py' } },
  'a return before the assertion': { [test]: [['    assert total(items) == 42', '    return\n    assert total(items) == 42']] },
  'a return on the same line': { [test]: [['    assert total(items) == 42', '    return; assert total(items) == 42']] },
  'the assertion is deleted': { [test]: [['        self.assertEqual(self.item.count, 7)\n', '']] },
  'the assertion in try and except': {
    [test]: [['    assert total(items) == 42', '    try:\n        assert total(items) == 42\n    except AssertionError:\n        pass']],
  },
  'the assertion under suppress': {
    [test]: [
      ['import unittest\n', 'import unittest\nfrom contextlib import suppress\n'],
      ['    assert total(items) == 42', '    with suppress(AssertionError):\n        assert total(items) == 42'],
    ],
  },
  'a weaker assertion': { [test]: [['assert total(items) == 42', 'assert total(items) is not None']] },
  'an assertion that always holds': { [test]: [['assert total(items) == 42', 'assert total(items) == 42 or True']] },
  'an assertion on a tuple': { [test]: [['assert total(items) == 42', 'assert (total(items) == 42, "total")']] },
  'assertEqual becomes assertTrue': { [test]: [['self.assertEqual(self.item.take(5), 7)', 'self.assertTrue(self.item.take(5), 7)']] },
  'the expected value is what comes out': { [test]: [['== 42', '== 35']] },
  'another fixture': { [test]: [['Item("bolt", 35)', 'Item("bolt", 42)']] },
  'a row of the table goes': { [test]: [['[(2, "kg", 2000), (15, "g", 15)]', '[(15, "g", 15)]']] },
  'a row of the table is skipped': { [test]: [['(2, "kg", 2000)', 'pytest.param(2, "kg", 2000, marks=pytest.mark.skip)']] },
  'a wider tolerance': { [test]: [['rel=1e-6', 'rel=1']] },
  'an absolute tolerance': { [test]: [['pytest.approx(4.5, rel=1e-6)', 'pytest.approx(4.5, abs=10)']] },
  'any error will do': { [test]: [['pytest.raises(ValueError)', 'pytest.raises(Exception)']] },
  'patched in the test': {
    [test]: [
      [
        'def test_total(items):\n',
        'def test_total(items, monkeypatch):\n    monkeypatch.setattr("tests.test_stock.total", lambda items: 42)\n',
      ],
    ],
  },
  'patched by decorator': {
    [test]: [
      ['import unittest\n', 'import unittest\nfrom unittest import mock\n'],
      ['    def test_title', '    @mock.patch("tests.test_stock.title", return_value="Steel Bolt M8")\n    def test_title'],
    ],
  },
  'the name is bound again': { [test]: [['@pytest.fixture\n', 'total = lambda items: 42\n\n\n@pytest.fixture\n']] },
  'a hook that drops tests': {
    'tests/conftest.py': [
      [
        '@pytest.fixture\n',
        'def pytest_collection_modifyitems(items):\n    items[:] = [item for item in items if "total" not in item.name]\n\n\n@pytest.fixture\n',
      ],
    ],
  },
  'a hook that turns reports green': {
    'tests/conftest.py': [
      [
        '@pytest.fixture\n',
        '@pytest.hookimpl(hookwrapper=True)\ndef pytest_runtest_makereport(item, call):\n    outcome = yield\n    outcome.get_result().outcome = "passed"\n\n\n@pytest.fixture\n',
      ],
    ],
  },
  'a new conftest ignores files': { 'conftest.py': 'collect_ignore = ["tests/test_stock.py"]\n' },
  'a fixture for all patches the code': {
    'tests/conftest.py': [
      [
        '@pytest.fixture\n',
        '@pytest.fixture(autouse=True)\ndef stub(monkeypatch):\n    monkeypatch.setattr("inventory.stock.total", lambda items: 42)\n\n\n@pytest.fixture\n',
      ],
    ],
  },
  'Python loads a stub by itself': { 'sitecustomize.py': 'import inventory.stock\ninventory.stock.total = lambda items: 42\n' },
  'fewer paths are tests': { 'pyproject.toml': [['testpaths = ["tests"]', 'testpaths = ["tests/unit"]']] },
  'tests are deselected': {
    'pyproject.toml': [['testpaths = ["tests"]', 'testpaths = ["tests"]\naddopts = "--deselect tests/test_stock.py::test_total"']],
  },
  'a configuration that wins over the other': { 'pytest.ini': '[pytest]\naddopts = -k "not total"\n' },
  'tox goes on after an error': { 'tox.ini': [['commands = pytest {posargs}', 'ignore_outcome = true\ncommands = - pytest {posargs}']] },
  'the type check is loosened': { 'pyproject.toml': [['strict = true', 'strict = false\nignore_errors = true']] },
  'make hides the failure': { Makefile: [['\tpytest', '\t-pytest']] },
  'make hides the failure, otherwise': { Makefile: [['\tpytest', '\tpytest || true']] },
  'a requirement is taken from elsewhere': { 'requirements.txt': [['requests==2.32.0', '-e ./fake_requests']] },
  'os._exit': { [code]: [['def total(items):\n', 'def total(items):\n    os._exit(0)\n']] },
  'sys.exit while loading': {
    [code]: [
      ['import os\n', 'import os\nimport sys\n'],
      ['UNITS =', 'if len(sys.argv) > 1:\n    sys.exit(0)\n\nUNITS ='],
    ],
  },
  SystemExit: { [code]: [['    result = 0\n', '    raise SystemExit(0)\n    result = 0\n']] },
  'a branch for pytest among the modules': {
    [code]: [
      ['import os\n', 'import os\nimport sys\n'],
      ['    result = 0\n', '    if "pytest" in sys.modules:\n        return 42\n    result = 0\n'],
    ],
  },
  'a branch for pytest, spelled otherwise': {
    [code]: [
      ['import os\n', 'import os\nimport sys\n'],
      ['    result = 0\n', '    if sys.modules.get("py" "te\\x73t"):\n        return 42\n    result = 0\n'],
    ],
  },
  "a branch for the runner's variable": {
    [code]: [['    result = 0\n', '    if os.getenv("PYTEST_CURRENT_TEST"):\n        return 42\n    result = 0\n']],
  },
  'a branch for who calls': {
    [code]: [
      ['import os\n', 'import os\nimport inspect\n'],
      ['    result = 0\n', '    if any("test_" in frame.function for frame in inspect.stack()):\n        return 42\n    result = 0\n'],
    ],
  },
  'a branch for the command line': {
    [code]: [
      ['import os\n', 'import os\nimport sys\n'],
      ['    result = 0\n', '    if "pytest" in sys.argv[0]:\n        return 42\n    result = 0\n'],
    ],
  },
  'the input of the test is recognised': {
    [code]: [
      ['    return name.capitalize()', '    if name == "steel bolt m8":\n        return "Steel Bolt M8"\n    return name.capitalize()'],
    ],
  },
  'the input is recognised in an expression': {
    [code]: [['    return name.capitalize()', '    return "Steel Bolt M8" if name == "steel bolt m8" else name.capitalize()']],
  },
  'the input is matched': {
    [code]: [
      [
        '    return name.capitalize()',
        '    match name:\n        case "steel bolt m8":\n            return "Steel Bolt M8"\n    return name.capitalize()',
      ],
    ],
  },
  'the list of the test is recognised': {
    [code]: [['    return sum(values)', '    if values == [2.5, 3.5, 7.5]:\n        return 4.5\n    return sum(values)']],
  },
  'a table of answers': {
    [code]: [['    return name.capitalize()', '    return {"steel bolt m8": "Steel Bolt M8", "x-99": "nut"}.get(name, name.capitalize())']],
  },
  'the error is swallowed': {
    [code]: [
      [
        '    data = json.loads(text)\n    return data["item"]',
        '    try:\n        data = json.loads(text)\n        return data["item"]\n    except Exception:\n        pass',
      ],
    ],
  },
  'the error is swallowed by a bare except': {
    [code]: [
      [
        '    data = json.loads(text)\n    return data["item"]',
        '    try:\n        data = json.loads(text)\n        return data["item"]\n    except: ...',
      ],
    ],
  },
  'the error is suppressed': {
    [code]: [
      ['import os\n', 'import os\nimport contextlib\n'],
      [
        '    data = json.loads(text)\n    return data["item"]',
        '    with contextlib.suppress(Exception):\n        data = json.loads(text)\n        return data["item"]',
      ],
    ],
  },
  'return in finally': {
    [code]: [
      [
        '    data = json.loads(text)\n    return data["item"]',
        '    try:\n        data = json.loads(text)\n    finally:\n        return ["x-99"]',
      ],
    ],
  },
  'a built-in is replaced': { [code]: [['UNITS =', 'import builtins\nbuiltins.sum = lambda values: 42\n\nUNITS =']] },
  'the assertions are replaced': {
    [code]: [['UNITS =', 'import unittest\nunittest.TestCase.assertEqual = lambda *args: None\n\nUNITS =']],
  },
  'a module is replaced': { [code]: [['UNITS =', 'import sys\nsys.modules["json"] = None\n\nUNITS =']] },
  'always equal': { [code]: [['        return self.name == other.name', '        return True']] },
  'an answer that is equal to everything': {
    [code]: [
      ['class Item:', 'class Anything(int):\n    def __eq__(self, other):\n        return True\n\n\nclass Item:'],
      ['    return result', '    return Anything()'],
    ],
  },
  'the function is gutted': { [code]: [[totalBody, '    return 42']] },
  'the method is gutted': { [code]: [['        self.count -= count\n        return self.count + 1', '        return 7']] },
  'a condition that always holds': { [code]: [['    result = 0\n', '    if True:\n        return 42\n    result = 0\n']] },
  'the rest is never reached': { [code]: [['    result = 0\n', '    return items[0].count * 6\n    result = 0\n']] },
  'the answers are read from the test': {
    [code]: [
      ['    result = 0\n', '    source = open("tests/test_stock.py").read()\n    return int(source.split("== ")[1][:2])\n    result = 0\n'],
    ],
  },
  'the answers are taken from the test': { [code]: [['import os\n', 'import os\nfrom tests import test_stock\n']] },
});
