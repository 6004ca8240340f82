import { describe, expect, it } from 'vitest';
import { compareRuns, rankSuspects, type TestRun } from '../../../src/suite/index.ts';
import { sampleOf } from '../../sampled.ts';
import { makeRepository, planOf, scratchFolder, suiteOf } from '../repository.ts';
import { cases } from './cases.ts';
import { furtherCases } from './further-cases.ts';
import { missing } from './missing.ts';

const timeoutMs = 120_000;
const failuresOf = (run: TestRun) => run.results.filter(({ status }) => status === 'failed');

/** Says so where a program is missing without which tests are skipped. */
function isWithout(name: string): boolean {
  const reason = missing({ needs: [name] });
  if (reason !== null) console.warn(`SKIPPED: what only ${name} can show: ${reason}`);
  return reason !== null;
}
const statuses = (run: TestRun): Record<string, string> => Object.fromEntries(run.results.map(({ id, status }) => [id, status]));

describe.each(sampleOf([...cases, ...furtherCases], 0.2, ({ title }) => title))('a repository tested by $title', (one) => {
  const reason = missing(one);
  if (reason !== null) console.warn(`SKIPPED: ${one.title}: ${reason}`);

  it.skipIf(reason !== null)('is detected, run, read, narrowed and compared', { timeout: 300_000 }, async () => {
    await using repository = await makeRepository(one.files);
    await using scratch = await scratchFolder();
    const plan = await planOf(repository.root, one.testCommand ?? null);
    expect(plan.runner).toBe(one.runner);
    const suite = await suiteOf(repository.root, scratch.root, one.testCommand ?? null);

    const red = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(red.failing, red.tail).toEqual([one.failing.id]);
    expect(red).toMatchObject({ green: false, timedOut: false });
    expect(red.reader).not.toBe('exit-code');
    expect(red.counts).toEqual({ executed: one.executed, passed: one.executed - 1, failed: 1, skipped: one.skipped });
    const [failure] = failuresOf(red);
    expect(failure).toMatchObject({ ...one.failing, expected: one.expected, actual: one.actual });
    expect(failure?.message).toMatch(one.message);
    expect(`${failure?.message}${failure?.stack}`).not.toContain(repository.root);
    if (failure?.file !== null)
      expect(failure?.frames.filter(({ inRepository }) => inRepository).map(({ file }) => file)).toContain(failure?.file);

    // A name that holds the folder would name a test of another copy of the tree.
    expect(failure?.name).not.toMatch(/\.\.\/|\/tmp\//);

    const alone = await suite.run(repository.root, { scope: 'failing', failing: failuresOf(red), timeoutMs });
    expect(alone.failing, alone.command).toEqual([one.failing.id]);
    expect(alone.counts.executed).toBe(one.alone);

    const before = one.files[one.fix.path] ?? '';
    expect(before).toContain(one.fix.old_text);
    await repository.write({ [one.fix.path]: before.replace(one.fix.old_text, one.fix.new_text) });
    const related = await suite.run(repository.root, { scope: 'related', failing: failuresOf(red), changed: [one.fix.path], timeoutMs });
    expect(related, related.tail).toMatchObject({ green: true, failing: [] });
    const green = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(green, green.tail).toMatchObject({ green: true, exitCode: 0, failing: [] });
    expect(statuses(green)).toEqual({ ...statuses(red), [one.failing.id]: 'passed' });
    expect(compareRuns(red, green, red.failing)).toEqual({ ok: true, problems: [] });
    expect(compareRuns(green, red, []).ok).toBe(false);

    await repository.write(one.broken);
    const broken = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(broken.green).toBe(false);
    expect(broken.counts.failed).toBeGreaterThan(0);
    expect(
      failuresOf(broken)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(/error|syntax/i);
  });
});

describe.each(cases.filter(({ runner }) => ['pytest', 'unittest', 'django'].includes(runner)))('executed lines by $title', (one) => {
  it.skipIf(missing(one) !== null)('are told per test, point at the fault, and change no result', { timeout: 300_000 }, async () => {
    await using repository = await makeRepository({
      ...one.files,
      'sums.py': `import threading\n\nwide = {1: 2}\n\n\n${one.files['sums.py']}`,
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, one.testCommand ?? null);
    const plain = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(plain.coverage).toBeNull();
    const traced = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    expect(statuses(traced)).toEqual(statuses(plain));
    const { coverage } = traced;
    expect(coverage?.tests.map(({ id }) => id).toSorted()).toEqual(
      traced.results
        .filter(({ status }) => status === 'passed' || status === 'failed')
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(rankSuspects(coverage, failuresOf(traced), 3)[0]).toEqual({ path: 'sums.py', line: 13, score: 1 });
    // What ran when the module was loaded counts for every test; tests themselves are never suspects.
    for (const { loaded } of coverage?.tests ?? []) expect(loaded?.get('sums.py')).toEqual(expect.arrayContaining([1, 3, 6, 10]));
    expect(coverage?.tests.every(({ lines }) => [...lines.keys()].every((path) => path === 'sums.py'))).toBe(true);
  });
});

it.skipIf(isWithout('pytest'))(
  'very many failures of pytest are told with their places and reasons, the last like the first',
  { timeout: 120_000 },
  async () => {
    await using repository = await makeRepository({
      'calc.py': 'def twice(n):\n    if n < 0:\n        raise ValueError("too small: %d" % n)\n    return n\n',
      'test_calc.py':
        'import pytest\nfrom calc import twice\n\n\n@pytest.mark.parametrize("n", range(1, 131))\ndef test_twice(n):\n    assert twice(n) == 2 * n\n\n\ndef test_small():\n    twice(-3)\n',
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, 'pytest');
    const run = await suite.run(repository.root, { scope: 'all', timeoutMs });
    const failing = failuresOf(run);
    expect(failing).toHaveLength(131);
    const told = failing.map(({ message, expected, actual }) => [message?.split('\n')[0], expected, actual]);
    const numbers = Array.from({ length: 130 }, (_, at) => at + 1);
    expect(told.slice(0, 130)).toEqual(numbers.map((n) => [`assert ${n} == (2 * ${n})`, `(2 * ${n})`, `${n}`]));
    expect(told.at(-1)?.[0]).toBe('ValueError: too small: -3');
    const [place] = failing.at(-1)?.frames.filter(({ inRepository, file }) => inRepository && file !== 'test_calc.py') ?? [];
    expect(place).toMatchObject({ file: 'calc.py', line: 3, function: 'twice' });
  },
);

describe('executed lines of code whose documentation is its tests', () => {
  const documented = 'def twice(n):\n    """Doubles.\n\n    >>> twice(3)\n    6\n    """\n    if n:\n        return n * n\n    return 0\n';
  const loads =
    'import doctest\nimport unittest\n\nimport calc\n\n\ndef load_tests(loader, tests, ignore):\n    tests.addTests(doctest.DocTestSuite(calc))\n    return tests\n\n\nclass More(unittest.TestCase):\n    def test_zero(self):\n        self.assertEqual(calc.twice(0), 0)\n';

  it.skipIf(isWithout('pytest')).each([
    ['python -m unittest', { 'calc.py': documented, 'test_calc.py': loads }],
    [
      'pytest --doctest-modules',
      { 'calc.py': documented, 'test_calc.py': 'import calc\n\n\ndef test_zero():\n    assert calc.twice(0) == 0\n' },
    ],
  ])('are told by %s', async (command, files) => {
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, command);
    const traced = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    const failing = failuresOf(traced);
    expect(failing.map(({ file }) => file)).toEqual(['calc.py']);
    expect(rankSuspects(traced.coverage, failing, 1)).toEqual([{ path: 'calc.py', line: 8, score: 1 }]);
  });
});

describe('a line that says itself where modules lie', () => {
  const inner = {
    'lib/calc.py': 'def twice(n):\n    return n * n\n',
    'tests/test_calc.py':
      'import unittest\n\nimport calc\n\n\nclass Twice(unittest.TestCase):\n    def test_three(self):\n        self.assertEqual(calc.twice(3), 6)\n',
  };
  const ruby = {
    'lib/calc.rb': 'def twice(n)\n  n * n\nend\n',
    'test/calc_test.rb':
      "require 'minitest/autorun'\nrequire 'calc'\n\nclass CalcTest < Minitest::Test\n  def test_three\n    assert_equal 6, twice(3)\n  end\nend\n",
  };

  const lines = [
    ['pytest', 'PYTHONPATH=lib pytest', inner],
    ['pytest', 'env PYTHONPATH="$PWD/lib" python3 -m pytest -q tests', inner],
    ['pytest', 'export PYTHONPATH=lib PYTEST_ADDOPTS=-q; pytest', inner],
    ['python3', 'PYTHONPATH=lib:$PYTHONPATH python3 -m unittest discover -s tests', inner],
    ['ruby', 'RUBYLIB=lib RUBYOPT=-W0 ruby test/calc_test.rb', ruby],
  ] as const;

  it.each(lines.filter(([needs]) => !isWithout(needs)))('runs with %s and reports all the same: %s', async (_needs, command, files) => {
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, command);
    const run = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    expect(run.reader).toBe('report');
    expect(failuresOf(run)).toHaveLength(1);
    expect(rankSuspects(run.coverage, failuresOf(run), 2)).toContainEqual({ path: expect.stringMatching(/^lib\/calc/), line: 2, score: 1 });
  });
});

describe.each(cases.filter(({ runner }) => runner === 'rspec' || runner === 'minitest'))('executed lines by $title', (one) => {
  it.skipIf(missing(one) !== null)('are told of each test, and change no result', { timeout: 300_000 }, async () => {
    await using repository = await makeRepository(one.files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, one.testCommand ?? null);
    const plain = await suite.run(repository.root, { scope: 'all', timeoutMs });
    expect(plain.coverage).toBeNull();
    const traced = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    expect(statuses(traced)).toEqual(statuses(plain));
    const ran = traced.results.filter(({ status }) => status !== 'skipped').map(({ id }) => id);
    const covered = traced.coverage?.tests.filter(({ lines }) => lines.size > 0) ?? [];
    expect(covered.map(({ id }) => id).toSorted()).toEqual(ran.toSorted());
    expect(covered.every(({ lines }) => [...lines.keys()].every((path) => path === 'lib/sums.rb'))).toBe(true);
    // What ran when the file was loaded counts for every test.
    for (const { loaded } of covered) expect(loaded?.get('lib/sums.rb')).toEqual(expect.arrayContaining([1, 2, 4]));
    const [suspect] = rankSuspects(traced.coverage, failuresOf(traced), 1);
    expect(one.files['lib/sums.rb']?.split('\n')[(suspect?.line ?? 0) - 1]).toContain(one.fix.old_text.trim().split('\n')[0]);
  });
});

it.skipIf(isWithout('rspec'))(
  'executed lines of RSpec are told whatever the tests put in the place of files',
  { timeout: 120_000 },
  async () => {
    await using repository = await makeRepository({
      '.rspec': '--require spec_helper\n',
      'lib/late.rb': 'module Late\n  def self.one\n    1\n  end\nend\n',
      'spec/spec_helper.rb': "$LOAD_PATH.unshift File.join(__dir__, '..', 'lib')\n",
      'spec/late_spec.rb':
        "RSpec.describe 'late' do\n  it 'loads' do\n    allow(File).to receive(:expand_path).with('x').and_return('y')\n    load File.join(__dir__, '..', 'lib', 'late.rb')\n    expect(Late.one).to eq 1\n  end\nend\n",
    });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, 'rspec');
    const traced = await suite.run(repository.root, { scope: 'all', coverage: true, timeoutMs });
    expect(statuses(traced)).toEqual({ 'spec/late_spec.rb > late loads': 'passed' });
    expect(traced.coverage?.tests[0]?.lines.get('lib/late.rb')).toContain(3);
  },
);

describe.each(cases.filter(({ runner }) => runner === 'go test'))('executed lines by $title', (one) => {
  it.skipIf(missing(one) !== null)('are told of each test alone, and change no result', { timeout: 300_000 }, async () => {
    const panics = '\nfunc TestPanics(t *testing.T) { panic(Add(1, 1)) }\n';
    await using repository = await makeRepository({ ...one.files, 'calc/more_test.go': `package calc\n\nimport "testing"\n${panics}` });
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root, null);
    const plain = await suite.run(repository.root, { scope: 'all', timeoutMs });
    const failing = failuresOf(plain);
    const counted = await suite.run(repository.root, { scope: 'all', failing, coverage: true, timeoutMs });
    expect(statuses(counted)).toEqual(statuses(plain));
    const lines = (name: string) => counted.coverage?.tests.find(({ id }) => id === `calc/calc_test.go > ${name}`);
    expect(lines(failing[0]?.name.replaceAll('/', ' > ') ?? '')).toEqual({
      id: one.failing.id,
      failed: true,
      lines: new Map([['calc/calc.go', [5, 6, 9]]]),
    });
    expect(lines('TestAdd')).toMatchObject({ failed: false, lines: new Map([['calc/calc.go', [3]]]) });
    expect(rankSuspects(counted.coverage, failing, 3).map(({ line }) => line)).toContain(9);
  });
});
