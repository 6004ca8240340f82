import { describe, expect, it } from 'vitest';
import type { TestRun } from '../../src/suite/index.ts';
import { readTap } from '../../src/suite/read-tap.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';

const timeoutMs = 60_000;

/** A run of a command of which nothing is known but what it prints and how it ends. */
async function runOf(printed: string, paths: readonly string[], exitCode = 1, to = '>&2'): Promise<TestRun> {
  const files = Object.fromEntries(paths.map((path) => [path, '\n'.repeat(40)]));
  await using repository = await makeRepository({
    ...files,
    'printed.txt': printed,
    'check.sh': `cat printed.txt ${to}; exit ${exitCode}\n`,
  });
  await using scratch = await scratchFolder();
  const suite = await suiteOf(repository.root, scratch.root, 'sh check.sh');
  return await suite.run(repository.root, { scope: 'all', timeoutMs });
}

const places = (run: TestRun): string[] =>
  run.results.flatMap(({ frames }) => frames.filter(({ inRepository }) => inRepository).map(({ file, line }) => `${file}:${line}`));

describe('the trace that a command prints leads to the test and the code', () => {
  it.each([
    {
      language: 'Python',
      printed:
        'FAIL check_cart.test_total\nTraceback (most recent call last):\n  File "tests/run.py", line 9, in main\n    check()\n  File "tests/check_cart.py", line 7, in test_total\n    assert cart.total() != 3\n  File "shop/cart.py", line 4, in total\n    raise ValueError("no")\nValueError: no\n',
      frames: ['shop/cart.py:4', 'tests/check_cart.py:7', 'tests/run.py:9'],
      test: { file: 'tests/check_cart.py', line: 7, expected: null, actual: null },
    },
    {
      language: 'Ruby',
      printed:
        "tests/cart.rb:4:in `same': got 2, want 3 (RuntimeError)\n\tfrom lib/cart.rb:2:in `total'\n\tfrom tests/cart.rb:8:in `<main>'\n",
      frames: ['tests/cart.rb:4', 'lib/cart.rb:2', 'tests/cart.rb:8'],
      test: { file: 'tests/cart.rb', line: 4, expected: '3', actual: '2' },
    },
    {
      language: 'PHP',
      printed:
        'PHP Fatal error:  Uncaught Exception: want 3, got 2 in tests/run.php:3\nStack trace:\n#0 src/cart.php(5): total()\n#1 tests/run.php(9): same()\n#2 {main}\n',
      frames: ['src/cart.php:5', 'tests/run.php:9'],
      test: { file: 'tests/run.php', line: 9, expected: '3', actual: '2' },
    },
    {
      language: 'Go',
      printed:
        'panic: want 3\n\ngoroutine 1 [running]:\nmain.total(...)\n\tcart/cart.go:5 +0x1d\nmain.main()\n\ttests/main.go:7 +0x2f\nexit status 2\n',
      frames: ['cart/cart.go:5', 'tests/main.go:7'],
      test: { file: 'tests/main.go', line: 7, expected: null, actual: null },
    },
    {
      language: 'behave',
      printed:
        'Feature: cart # features/cart.feature:1\n\n  Scenario: ten\n    Given a cart      # features/steps/cart.py:6\n    Then it costs 10  # features/steps/cart.py:16\n      Assertion Failed: 20\n\nFailing scenarios:\n  features/cart.feature:3  ten\n',
      frames: ['features/steps/cart.py:16'],
      test: { file: 'features/steps/cart.py', line: 16, expected: null, actual: null },
    },
  ])('of $language', async ({ printed, frames, test }) => {
    const run = await runOf(
      printed,
      frames.map((frame) => frame.replace(/:\d+$/, '')),
    );
    expect(run).toMatchObject({ reader: 'exit-code', green: false, failing: ['sh check.sh'] });
    expect(places(run)).toEqual(frames);
    expect(run.results[0]).toMatchObject(test);
  });

  it('and a command that passes has neither, whatever it prints', async () => {
    const run = await runOf('Traceback (most recent call last):\n  File "tests/a.py", line 9, in main\n', ['tests/a.py'], 0);
    expect(run.results).toMatchObject([{ id: 'sh check.sh', status: 'passed', file: null, frames: [] }]);
  });
});

describe('the TAP of bats', () => {
  const tap = (last: readonly string[]): string => ['1..3', 'ok 1 seconds', ...last, 'ok 3 hours', ''].join('\n');
  const runOfTap = (last: readonly string[]): Promise<TestRun> =>
    runOf(tap(last), [], last.some((line) => line.startsWith('not ok')) ? 1 : 0, '');

  it('tells file, line and command of what failed, and what the test printed', async () => {
    const told = ['# (in test file test/time.bats, line 15)', '#   `[ "$output" = "1m" ]\' failed', '# expected : 1m', '# actual   : 60s'];
    const red = await runOfTap(['not ok 2 a minute', ...told]);
    expect(red.failing).toEqual(['a minute']);
    const failure = red.results.find(({ status }) => status === 'failed');
    expect(failure).toMatchObject({ file: 'test/time.bats', line: 15, expected: '1m', actual: '60s' });
    expect(failure?.message).toBe('`[ "$output" = "1m" ]\' failed\nexpected : 1m\nactual   : 60s');
  });

  it('tells the line of the test where a helper failed', async () => {
    const told = [
      "# (from function `same' in file test/help.bash, line 5,",
      '#  in test file test/time.bats, line 20)',
      "#   `same 1 2' failed",
    ];
    const red = await runOfTap(['not ok 2 a minute', ...told]);
    expect(red.results.find(({ status }) => status === 'failed')).toMatchObject({ file: 'test/time.bats', line: 20 });
  });

  it('is read in no time, however long the lines are that it holds', async () => {
    const told = [
      "# (from function `same' in file test/help.bash, line 5,",
      `# ${'file '.repeat(60_000)}`,
      '#  in test file test/time.bats, line 20)',
      ...Array.from({ length: 180 }, () => `#   ${'x'.repeat(20_000)}`),
    ];
    const started = performance.now();
    const { results } = await readTap(tap(['not ok 2 a minute', ...told]));
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(results[1]).toMatchObject({ file: 'test/time.bats', line: 20 });
  });

  it('gives the other tests the names that they have when all pass', async () => {
    const red = await runOfTap(['not ok 2 a minute', '# (in test file test/time.bats, line 15)', "#   `false' failed"]);
    const green = await runOfTap(['ok 2 a minute']);
    expect(red.results.map(({ id }) => id)).toEqual(green.results.map(({ id }) => id));
    expect(green.green).toBe(true);
  });
});

describe('what QUnit prints', () => {
  const failed = (stack: string): string =>
    `TAP version 13\nok 1 stats > odd\nnot ok 2 stats > even\n  ---\n  message: failed\n  severity: failed\n  actual  : 3.5\n  expected: 2.5\n  stack: |\n${stack}  ...\n1..2\n# fail 1\n`;

  it('leads to the test by what called it', async () => {
    const paths = ['test/stats.js', 'src/stats.js'];
    const run = await runOf(
      failed('        at Object.<anonymous> (test/stats.js:4:63)\n        at run (node_modules/qunit/qunit/qunit.js:9:1)\n'),
      paths,
      1,
      '',
    );
    expect(run.results.map(({ id, file, line }) => [id, file, line])).toEqual([
      ['stats > odd', null, null],
      ['stats > even', 'test/stats.js', 4],
    ]);
    const thrown = await runOf(
      failed('        at median (src/stats.js:3:5)\n        at Object.<anonymous> (test/stats.js:7:63)\n        at node:internal/a:1:1\n'),
      paths,
      1,
      '',
    );
    expect(thrown.results[1]).toMatchObject({ file: 'test/stats.js', line: 7 });
    expect(places(thrown)).toEqual(['src/stats.js:3', 'test/stats.js:7']);
  });

  it.each([
    ['a promise', 'at Object.<anonymous> (test/stats.js:7:63)\n        at new Promise (<anonymous>)\n', 'test/stats.js'],
    ['what was awaited', 'at async test/stats.js:7:5\n', 'test/stats.js'],
    ['a module', 'at async file:///elsewhere/x.mjs:3:5\n', null],
    ['an installed program', 'at main (/usr/lib/qunit/bin/qunit.js:3:5)\n', null],
    ['the runtime', 'at internal/process/task_queues.js:3:5\n', null],
    ['what starts the tests', 'at Object.<anonymous> (test/stats.js:7:63)\n        at main (scripts/run.js:9:1)\n', 'test/stats.js'],
  ])('is the file of %s only where that holds tests, or lies in the repository', async (_, stack, file) => {
    const run = await runOf(failed(`        ${stack}`), ['test/stats.js', 'scripts/run.js'], 1, '');
    expect(run.results[1]?.file).toBe(file);
  });

  it('is no place where it names none', async () => {
    const run = await runOf(failed('        at <anonymous>\n'), [], 1, '');
    expect(run.results[1]).toMatchObject({ id: 'stats > even', file: null, expected: '2.5', actual: '3.5' });
  });
});
