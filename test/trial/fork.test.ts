import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/trial/index.ts';
import { sampledSuite, sampleOf } from '../sampled.ts';
import { hasPythonModule as has } from '../suite/python-module.ts';
import { pythonProjects as projects, purePythonProjects, sums as source } from './python-projects.ts';
import { makeStage } from './stage.ts';

const edit = (label: string, oldText: string, newText: string): Candidate => ({ label, edits: [{ path: 'sums.py', oldText, newText }] });

const dataLimit = '__import__("resource").getrlimit(__import__("resource").RLIMIT_DATA)[0]';

for (const { runner } of projects) if (!has(runner)) console.warn(`SKIPPED: candidates in forks of ${runner}, which is not installed here`);

const there = projects.filter(({ runner }) => has(runner));
const pure = purePythonProjects.filter(({ runner }) => has(runner));
const suites = sampledSuite(0.25);

describe.each(sampleOf(there, 0.25, ({ runner }) => runner))(
  'candidates for a repository tested by $runner',
  ({ runner, files, alone }) => {
    test('are judged in forks as in processes of their own', { timeout: 400_000 }, async () => {
      await using stage = await makeStage(files);
      expect(stage.suite.plan.runner).toBe(runner);
      const inside = (code: string): Candidate => edit(code, 'calls += 1', `calls += 1\n    ${code}`);
      const candidates = [
        edit('no program', 'def total(numbers):', 'def total(numbers:'),
        edit('as it was', 'result = 0', 'result = 00'),
        edit('throws as it loads', 'calls = 0', 'raise KeyError()'),
        edit('only one test', 'result -= number', 'result += number if calls < 2 else 0'),
        inside('os._exit(0)'),
        inside('os.kill(os.getpid(), 9)'),
        inside('os.system("sleep 300 &")'),
        edit('a loop that does not end', 'result = 0', 'result = 0\n    while True: result += 1'),
        edit('sees that its memory is bounded', 'result -= number', `result += number if 0 < ${dataLimit} < 1 << 40 else 0`),
        edit('a wait that does not end', 'result = 0', 'result = 0\n    import time; time.sleep(600)'),
        edit('breaks what passed', 'Fraction(a, b)', 'Fraction(b, a)'),
        edit('the fix', 'result -= number', 'result += number'),
      ];
      const warm = await stage.judge(candidates, { workers: 1 });
      // What looks green is judged again, and outside of a fork memory is as the machine gives it.
      expect(warm).toMatchObject({ notWarm: null, warm: candidates.length - 2 });
      const kinds = ({ verdicts }: typeof warm): Record<string, string> =>
        Object.fromEntries(verdicts.map((verdict, index) => [candidates[index]?.label, verdict.kind]));
      const red = [
        'as it was',
        'os._exit(0)',
        'throws as it loads',
        'a loop that does not end',
        'a wait that does not end',
        'sees that its memory is bounded',
      ];
      expect(kinds(warm)).toMatchObject(Object.fromEntries(red.map((label) => [label, 'red'])));
      expect(kinds(warm)['no program']).toBe('invalid');
      const again = candidates.filter(({ label }) => ['only one test', 'breaks what passed', 'os.system("sleep 300 &")'].includes(label));
      const cold = await stage.judge(again, { workers: 1, warm: false });
      expect(again.map(({ label }) => kinds(warm)[label])).toEqual(cold.verdicts.map(({ kind }) => kind));
      expect(warm.verdicts[3]).toEqual({ kind: 'partial', ...alone });
      expect(warm.verdicts.at(-1)).toEqual({ kind: 'green', ran: 'failing' });
    });
  },
);

suites('what functions left behind as the tests were loaded', () => {
  const source = `table = {}

def learn(word):
    table[word] = len(word) + 1

learn("four")

class Words:
    known = table

    def length(self, word):
        return self.known.get(word, 0)
`;
  const tests = `import unittest
import words

class Lengths(unittest.TestCase):
    def test_length(self):
        self.assertEqual(words.Words().length("four"), 4)
`;

  test.skipIf(!has('unittest'))('is as a candidate would have made it', { timeout: 400_000 }, async () => {
    await using stage = await makeStage({
      'words.py': source,
      'test_words.py': tests,
      'setup.py': 'from setuptools import setup\nsetup(name="words")\n',
    });
    const change = (oldText: string, newText: string): Candidate => ({ label: newText, edits: [{ path: 'words.py', oldText, newText }] });
    const inMethod = ['1', '2', '3', 'self.known', 'len(word) + 2'].map((text) => change('self.known.get(word, 0)', text));
    const fixes = [
      change('len(word) + 1', 'len(word)'),
      change('self.known.get(word, 0)', 'len(word)'),
      change('known = table', 'known = {"four": 4}'),
    ];
    const { verdicts, warm, notWarm } = await stage.judge([...inMethod, ...fixes], { workers: 1 });
    expect(verdicts.map(({ kind }) => kind)).toEqual([...inMethod.map(() => 'red'), ...fixes.map(() => 'green')]);
    expect({ warm, notWarm }).toEqual({ warm: inMethod.length, notWarm: null });
  });
});

describe.each(sampleOf(pure, 0.25, ({ runner }) => `pure ${runner}`))('tests by $runner that leave nothing behind', ({ files }) => {
  test('run in one process for many candidates, which does not outlive one that leaves something', { timeout: 400_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'processes-'));
    const log = join(folder, 'log');
    const held = 'held = [operator.itemgetter(0), operator.attrgetter("a"), operator.methodcaller("b", 1), decimal.Decimal(1)]';
    const note = `import decimal, operator, os\n\n${held}\n\ndef note():\n    with open(${JSON.stringify(log)}, "a") as file:\n        file.write("%d\\n" % os.getpid())\n\n`;
    const tested = `${note}${files['test_sums.py']}`.replace(/(def test_(?:a_)?total\(.*\):\n +)/, '$1note(); ');
    await using stage = await makeStage({ ...files, 'test_sums.py': tested });
    const change = (text: string): Candidate => edit(text, 'result -= number', text);
    const wrong = Array.from({ length: 30 }, (_, at) => change(`result -= number * ${at + 2}`));
    const leaves = change('result -= number; total.seen = True');
    const fixes = change('result += 0 if hasattr(total, "seen") else number');
    const { verdicts, notWarm } = await stage.judge([...wrong, leaves, fixes], { workers: 1 });
    expect(verdicts.map(({ kind }) => kind)).toEqual([...wrong.map(() => 'red'), 'red', 'green']);
    expect(notWarm).toBeNull();
    expect(new Set((await readFile(log, 'utf8')).trim().split('\n')).size).toBeLessThan(wrong.length / 2);
    await rm(folder, { recursive: true });
  });
});

suites('what a function remembers of its answers', () => {
  test.skipIf(!has('unittest'))('is none of what the next candidate answers', { timeout: 400_000 }, async () => {
    await using stage = await makeStage({
      'next.py': 'known = {}\n\ndef following(n):\n    if n not in known:\n        known[n] = n - 1\n    return known[n]\n',
      'test_next.py':
        'import unittest\nimport next\n\nclass Next(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual(next.following(2), 3)\n',
      'setup.py': 'from setuptools import setup\nsetup(name="next")\n',
    });
    const texts = ['n', 'n * 1', 'n - 2', 'n - 3', 'n - 4', 'n + 1', 'n - 5'];
    const candidates = texts.map((text): Candidate => ({ label: text, edits: [{ path: 'next.py', oldText: 'n - 1', newText: text }] }));
    const { verdicts, warm } = await stage.judge(candidates, { workers: 1 });
    expect(verdicts.map(({ kind }) => kind)).toEqual([...Array(5).fill('red'), 'green', 'red']);
    expect(warm).toBe(6);
  });
});

const endless = {
  pytest: {
    'pytest.ini': '[pytest]\naddopts = -p no:hypothesispytest\n',
    'test_bits.py':
      'import bits\n\ndef test_none():\n    assert bits.count(0) == 0\n\ndef test_one():\n    assert bits.count(1) == 1\n\ndef test_many():\n    assert bits.count(7) == 3\n',
  },
  unittest: {
    'setup.py': 'from setuptools import setup\nsetup(name="bits")\n',
    'test_bits.py':
      'import unittest\nimport bits\n\nclass Bits(unittest.TestCase):\n    def test_none(self):\n        self.assertEqual(bits.count(0), 0)\n\n    def test_one(self):\n        self.assertEqual(bits.count(1), 1)\n\n    def test_many(self):\n        self.assertEqual(bits.count(7), 3)\n',
  },
};

const withoutEnd = Object.entries(endless).filter(([runner]) => has(runner));

describe.each(sampleOf(withoutEnd, 0.5, ([runner]) => `without end ${runner}`))('tests by %s that do not end', (_, files) => {
  test('are red for each candidate with which they do not, soon', { timeout: 400_000 }, async () => {
    const source = 'def count(n):\n    found = 0\n    while n:\n        n ^= n - 1\n        found += 1\n    return found\n';
    await using stage = await makeStage({ ...files, 'bits.py': source }, [], { testLimit: { processor: [1, 0.5] } });
    expect(stage.failing.filter(({ id }) => id.includes('none'))).toEqual([]);
    expect(stage.failing).toHaveLength(2);
    const change = (text: string): Candidate => ({ label: text, edits: [{ path: 'bits.py', oldText: 'n ^= n - 1', newText: text }] });
    const wrong = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? change(`n |= ${at + 1}`) : change(`n -= n + ${at} - ${at}`)));
    const { verdicts, warm, notWarm } = await stage.judge([...wrong, change('n &= n - 1')], { workers: 1 });
    // One that counts a single bit is right for one of the two.
    expect(verdicts.map(({ kind }) => kind)).toEqual([...wrong.map((_, at) => (at % 2 === 0 ? 'red' : 'partial')), 'green']);
    expect({ warm, notWarm }).toEqual({ warm: wrong.length, notWarm: null });
  });
});

suites('tests that work for longer than others may', () => {
  test.skipIf(!has('pytest'))('are no reason to take every candidate for one without end', { timeout: 400_000 }, async () => {
    // Longer than any test is given from the second run on, unless it is known to take as long.
    const works =
      'import time\n\ndef work(seconds):\n    end = time.process_time() + seconds\n    while time.process_time() < end:\n        pass\n    return 1\n';
    await using stage = await makeStage({
      'pytest.ini': '[pytest]\naddopts = -p no:hypothesispytest\n',
      'works.py': works,
      'test_works.py': 'import works\n\ndef test_it():\n    assert works.work(1.8) == 2\n',
    });
    const change = (text: string): Candidate => ({ label: text, edits: [{ path: 'works.py', oldText: 'return 1', newText: text }] });
    // The last one is judged a second time: the fix stands in the middle.
    const candidates = [3, 4, 5, 2, 6, 7].map((value) => change(`return ${value}`));
    const { verdicts, warm, notWarm } = await stage.judge(candidates, { workers: 1 });
    expect(verdicts.map(({ kind }) => kind)).toEqual(['red', 'red', 'red', 'green', 'red', 'red']);
    expect({ warm, notWarm }).toEqual({ warm: 5, notWarm: null });
  });
});

suites('a file that the runner itself loads', () => {
  test.skipIf(!has('pytest'))('is judged in processes of its own: a fork has it already', { timeout: 400_000 }, async () => {
    const plugin = 'import sums\n';
    await using stage = await makeStage({
      ...projects[0]?.files,
      'pytest.ini': '[pytest]\naddopts = -p no:hypothesispytest -p loads_it\n',
      'loads_it.py': plugin,
      'sums.py': source,
    });
    const fix = edit('the fix', 'result -= number', 'result += number');
    const wrong = ['0', '1', '3', '4', '5', '7'].map((text) => edit(text, 'result -= number', `result = ${text}`));
    const { verdicts, warm } = await stage.judge([fix, ...wrong], { workers: 1 }, { keep: 1 });
    expect(verdicts[0]).toEqual({ kind: 'green', ran: 'failing' });
    expect(warm).toBe(0);
  });
});
