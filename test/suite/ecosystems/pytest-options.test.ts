import { describe, expect, it } from 'vitest';
import { hasPythonModule } from '../python-module.ts';
import { makeRepository, scratchFolder, suiteOf } from '../repository.ts';

const hasPytest = hasPythonModule('pytest');
if (!hasPytest) console.warn('SKIPPED: options of plugins of pytest: pytest is not installed');
const hasCoverage = hasPythonModule('pytest_cov');

const tests = 'from sums import add\n\n\ndef test_adds():\n    assert add(1, 2) == 3\n\n\ndef test_more():\n    assert add(2, 2) == 5\n';

describe.skipIf(!hasPytest)('options of plugins that are not installed', () => {
  it.each([
    ['in the configuration', '--cov=sums --cov-report term-missing --no-cov-on-fail --random-order --json-report-file=x'],
    ['with values of their own', '--html report.html --self-contained-html --cov --splits 1'],
  ])('are passed over where they do not change the tests: %s', { timeout: 60_000 }, async (_, addopts) => {
    if (hasCoverage) console.warn('pytest-cov is installed: only the other options stand for something that is not');
    await using repository = await makeRepository({
      'sums.py': 'def add(a, b):\n    return a + b\n',
      'test_sums.py': tests,
      'pytest.ini': `[pytest]\naddopts = ${addopts}\n`,
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 50_000 });
    expect(run, run.tail).toMatchObject({ failing: ['test_sums.py > test_more'], counts: { executed: 2, passed: 1 } });
  });

  it('stay what a conftest makes of them', { timeout: 60_000 }, async () => {
    const conftest =
      'def pytest_addoption(parser):\n    parser.addoption("--timeout", type=int, default=1)\n\n\nimport pytest\n\n@pytest.fixture\ndef waited(request):\n    return request.config.getoption("--timeout")\n';
    await using repository = await makeRepository({
      'conftest.py': conftest,
      'test_sums.py': 'def test_own(waited):\n    assert waited == 7\n',
      'pytest.ini': '[pytest]\naddopts = --timeout=7 --random-order\n',
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 50_000 });
    expect(run, run.tail).toMatchObject({ green: true, counts: { executed: 1 } });
  });

  it('are named where they may change what tests do', { timeout: 60_000 }, async () => {
    await using repository = await makeRepository({ 'test_sums.py': tests, 'pytest.ini': '[pytest]\naddopts = --no-such-thing\n' });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs: 50_000 });
    expect(run.results[0]?.message).toContain('unrecognized arguments: --no-such-thing');
  });
});
