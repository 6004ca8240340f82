// Tests that do not end, under the runners that can end them one by one.
import { describe, expect, test } from 'vitest';
import { reproduce } from '../../src/suite/index.ts';
import { ProcessSlots } from '../../src/suite/process-slots.ts';
import { endingSoon, endsTests, isEndless, withoutEndless } from '../../src/suite/test-limit.ts';
import type { RunOptions, Suite, TestLimit, TestRun } from '../../src/suite/types.ts';
import { result, runOf } from './made-runs.ts';
import { hasPythonModule } from './python-module.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';

const waits = `import threading
import time


def works():
    turns = 0
    while True:
        turns += 1


def works_on():
    while True:
        try:
            works()
        except Exception:
            pass


def waits():
    threading.Event().wait()


def sleeps():
    for _ in range(5):
        time.sleep(0.1)
    return True
`;
const names = ['works', 'works_on', 'waits', 'sleeps'] as const;
type Name = (typeof names)[number];
const runners = [
  {
    runner: 'pytest',
    command: 'python3 -m pytest',
    file: (tests: readonly Name[]) =>
      `import loops\n\n\ndef test_first():\n    pass\n${tests.map((name) => `\n\ndef test_${name}():\n    assert loops.${name}()\n`).join('')}`,
  },
  {
    runner: 'unittest',
    command: 'python3 -m unittest',
    file: (tests: readonly Name[]) =>
      `import unittest\n\nimport loops\n\n\nclass Loops(unittest.TestCase):\n    def test_first(self):\n        pass\n${tests.map((name) => `\n    def test_${name}(self):\n        self.assertTrue(loops.${name}())\n`).join('')}`,
  },
];

for (const { runner } of runners)
  if (!hasPythonModule(runner)) console.warn(`SKIPPED: tests of ${runner} without end, which is not installed here`);

async function endingsOf(
  { command, file }: (typeof runners)[number],
  tests: readonly Name[],
  testLimit: TestLimit,
): Promise<[TestRun, Record<string, string>]> {
  await using repository = await makeRepository({ 'loops.py': waits, 'test_loops.py': file(tests) });
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root, command);
  expect(endsTests(suite.plan)).toBe('always');
  const run = await suite.run(repository.root, { scope: 'all', testLimit, timeoutMs: 120_000 });
  const word = (one: TestRun['results'][number]): string => (isEndless(one) ? 'endless' : one.status);
  return [run, Object.fromEntries(run.results.map((one) => [/test_(\w+)$/.exec(one.id)?.[1] ?? one.id, word(one)]))];
}

describe.each(runners.filter(({ runner }) => hasPythonModule(runner)))('$runner', (runner) => {
  test('ends a test that works or waits for too long by the clock, and goes on', { timeout: 180_000 }, async () => {
    const [run, endings] = await endingsOf(runner, names, { clock: [3, 4] });
    expect(endings).toEqual({ first: 'passed', works: 'endless', works_on: 'endless', waits: 'endless', sleeps: 'passed' });
    expect(run).toMatchObject({ timedOut: false, green: false });
    const works = run.results.find(({ id }) => id.endsWith('test_works'));
    expect(works?.message?.split('\n')[0]).toMatch(/^DidNotEnd: it did not end within [\d.]+ seconds$/);
    expect(works?.frames).toContainEqual(expect.objectContaining({ file: 'loops.py', inRepository: true }));
  });

  test('counts by processor time nothing that a test waits for', { timeout: 180_000 }, async () => {
    const [run, endings] = await endingsOf(runner, ['works', 'works_on', 'sleeps'], { processor: [2, 1] });
    expect(endings).toEqual({ first: 'passed', works: 'endless', works_on: 'endless', sleeps: 'passed' });
    expect(run.results.find(({ id }) => id.endsWith('test_works'))?.message).toContain(' of processor time');
  });
});

describe('a suite with tests that do not end', () => {
  const slow = { ...result('b', 'passed'), seconds: 4 };
  const works = { ...result('a', 'failed', 'DidNotEnd: it did not end within 20 seconds of processor time'), seconds: 21 };
  const again = { ...works, message: 'DidNotEnd: it did not end within 0.5 seconds of processor time' };
  const plan = {
    ecosystem: 'python',
    directory: '',
    packageManager: 'pip',
    runner: 'pytest',
    testCommand: 'pytest',
    setupCommand: null,
    reasons: [],
  } as const;
  const made = (runs: TestRun[], asked: RunOptions[]): Suite => ({
    plan,
    slots: new ProcessSlots(1),
    install: async () => ({ ok: true, seconds: 0, did: '' }),
    runOf: async () => runOf([]),
    run: async (_, options) => {
      asked.push(options);
      const next = runs.shift();
      if (next === undefined) throw new Error('no more runs');
      return next;
    },
  });

  test('is red by them, ends them sooner from then on, and is as quick as it would be without them', async () => {
    const asked: RunOptions[] = [];
    const seen = await reproduce(made([runOf([works, slow], { seconds: 26 }), runOf([again]), runOf([works])], asked), '/', {
      timeoutMs: 450_000,
    });
    expect(seen).toMatchObject({ kind: 'red', failing: [{ id: 'a', seconds: null }], baseline: { seconds: 5 }, flaky: [] });
    if (seen.kind !== 'red') return;
    await seen.suite.run('/', { scope: 'all', timeoutMs: 1, companion: { file: '', folder: '', env: {} } });
    expect(asked.map(({ testLimit }) => testLimit)).toEqual([{ processor: [112.5, 5] }, { processor: [12, 12] }, { processor: [12, 12] }]);
  });

  test('that does not end at all is run again without waiting for any', async () => {
    const late = runOf([], { timedOut: true, seconds: 60 });
    const waited = { ...works, message: 'DidNotEnd: it did not end within 10 seconds' };
    const asked: RunOptions[] = [];
    const seen = await reproduce(made([late, runOf([waited]), runOf([waited])], asked), '/', { timeoutMs: 60_000 });
    expect(seen).toMatchObject({ kind: 'red', failing: [{ id: 'a' }] });
    expect(asked.map(({ testLimit }) => testLimit)).toEqual([
      { processor: [20, 5] },
      { processor: [10, 5], clock: [10, 5] },
      { processor: [3, 2], clock: [3, 2] },
    ]);
    const none = await reproduce(made([late, runOf([result('a', 'passed')])], []), '/', { timeoutMs: 60_000 });
    expect(none).toMatchObject({ kind: 'timed-out', again: false, run: late });
  });

  test('of Node is run once more where it did not end, or only as a loop has filled what it made', async () => {
    const node = { ...plan, ecosystem: 'javascript', runner: 'mocha' } as const;
    const ofNode = (runs: TestRun[], asked: RunOptions[]): Suite => ({ ...made(runs, asked), plan: node });
    const grew = { ...result('a', 'failed', 'RangeError: Invalid array length'), seconds: 9 };
    const ended = result('a', 'failed', 'DidNotEnd: it did not end within its share of processor time');
    for (const [first, limit] of [
      [runOf([grew, slow]), { processor: [12, 3] }],
      [{ ...runOf([result('(suite)', 'failed')]), tail: 'FATAL ERROR: JavaScript heap out of memory' }, { processor: [5, 3] }],
      [runOf([], { timedOut: true }), { processor: [10, 5], clock: [10, 5] }],
    ] as const) {
      const asked: RunOptions[] = [];
      const seen = await reproduce(ofNode([first, runOf([ended]), runOf([ended])], asked), '/', { timeoutMs: 60_000 });
      expect(seen).toMatchObject({ kind: 'red', failing: [{ id: 'a' }] });
      expect(asked.map(({ testLimit }) => testLimit)).toEqual([undefined, limit, { processor: [3, 2] }]);
    }
    // Asked for too much at once.
    const asked: RunOptions[] = [];
    const quick = runOf([{ ...grew, seconds: 0.1 }]);
    expect(await reproduce(ofNode([quick, quick], asked), '/', { timeoutMs: 60_000 })).toMatchObject({ kind: 'red', baseline: quick });
    expect(asked.map(({ testLimit }) => testLimit)).toEqual([undefined, undefined]);
  });

  test('is left alone where a run says so, and where every test ends', async () => {
    const asked: RunOptions[] = [];
    const run = runOf([works, slow]);
    await endingSoon(made([run], asked), run).run('/', { scope: 'all', testLimit: null, timeoutMs: 1 });
    expect(asked).toMatchObject([{ testLimit: null }]);
    const green = runOf([slow]);
    const suite = made([], []);
    expect(endingSoon(suite, green)).toBe(suite);
    expect(withoutEndless(green)).toBe(green);
  });
});
