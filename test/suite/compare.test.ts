import { describe, expect, it } from 'vitest';
import { compareRuns, rankSuspects, type TestResult, type TestRun } from '../../src/suite/index.ts';

type Status = TestResult['status'];

function result(id: string, status: Status = 'passed'): TestResult {
  return {
    id,
    name: id,
    file: null,
    line: null,
    status,
    seconds: null,
    message: null,
    stack: null,
    frames: [],
    expected: null,
    actual: null,
  };
}

function run(tests: Readonly<Record<string, Status>>, changes: Partial<TestRun> = {}): TestRun {
  const results = Object.entries(tests).map(([id, status]) => result(id, status));
  const of = (status: Status): number => results.filter((each) => each.status === status).length;
  const failing = results.filter(({ status }) => status === 'failed').map(({ id }) => id);
  return {
    command: 'npm test',
    exitCode: failing.length === 0 ? 0 : 1,
    timedOut: false,
    aborted: false,
    green: failing.length === 0,
    reader: 'report',
    results,
    counts: { executed: of('passed') + of('failed'), passed: of('passed'), failed: of('failed'), skipped: of('skipped') + of('todo') },
    failing,
    seconds: 1,
    tail: '',
    outputFile: null,
    coverage: null,
    ...changes,
  };
}

describe('comparing a run with a fix to the run before', () => {
  const before = run({ 'a > x': 'failed', 'a > y': 'passed', 'a > z': 'skipped' });

  it('is content when the failure passes and all else stays', () => {
    expect(compareRuns(before, run({ 'a > x': 'passed', 'a > y': 'passed', 'a > z': 'skipped' }), ['a > x'])).toEqual({
      ok: true,
      problems: [],
    });
  });

  it.each<[string, Record<string, Status>, string]>([
    ['a failure stays', { 'a > x': 'failed', 'a > y': 'passed' }, 'a > x still fails'],
    ['a failure is skipped', { 'a > x': 'skipped', 'a > y': 'passed' }, 'a > x is skipped now'],
    ['a failure is made a todo', { 'a > x': 'todo', 'a > y': 'passed' }, 'a > x is todo now'],
    ['a failure vanishes', { 'a > y': 'passed' }, 'a > x ran before and is gone now'],
    ['what passed fails', { 'a > x': 'passed', 'a > y': 'failed' }, 'a > y passed before and fails now'],
    ['what passed is skipped', { 'a > x': 'passed', 'a > y': 'skipped' }, 'a > y ran before and is skipped now'],
    ['what passed vanishes', { 'a > x': 'passed' }, 'a > y ran before and is gone now'],
    ['one comes for it elsewhere', { 'a > x': 'passed', 'b > y': 'passed' }, 'a > y ran before and is gone now'],
  ])('objects when %s', (_, tests, problem) => {
    expect(compareRuns(before, run(tests), ['a > x']).problems).toContain(problem);
  });

  it('takes a changed name in the same group, but not fewer tests', () => {
    expect(compareRuns(before, run({ 'a > x': 'passed', 'a > y at 12:01': 'passed' }), ['a > x']).ok).toBe(true);
    const two = run({ 'a > x': 'failed', 'a > y': 'passed', 'a > w': 'passed' });
    expect(compareRuns(two, run({ 'a > x': 'passed', 'a > y2': 'passed' }), ['a > x']).ok).toBe(false);
  });

  it('lets a crash be gone, but only when the command passes', () => {
    const crash = run({ 'a > (file)': 'failed', 'b > y': 'passed' });
    expect(compareRuns(crash, run({ 'a > t': 'passed', 'b > y': 'passed' }), ['a > (file)']).ok).toBe(true);
    expect(compareRuns(crash, run({ 'b > y': 'passed' }, { exitCode: 1, green: false }), ['a > (file)']).ok).toBe(false);
  });

  it('wants exit code 0 even when no test fails', () => {
    const after = run({ 'a > x': 'passed', 'a > y': 'passed' }, { exitCode: 1, green: false });
    expect(compareRuns(before, after, ['a > x']).problems).toEqual(['the test command fails (exit code 1)']);
  });

  it('tolerates other failures of before that are not to be fixed', () => {
    const two = run({ x: 'failed', old: 'failed' });
    expect(compareRuns(two, run({ x: 'passed', old: 'failed' }), ['x']).ok).toBe(true);
    expect(compareRuns(two, run({ x: 'passed', fresh: 'failed' }), ['x']).ok).toBe(false);
  });

  it('goes by the exit code when there is nothing else', () => {
    const red = run({ 'npm test': 'failed' }, { reader: 'exit-code' });
    expect(compareRuns(red, run({ 'npm test': 'passed' }, { reader: 'exit-code' }), ['npm test']).ok).toBe(true);
    expect(compareRuns(red, run({ 'npm test': 'failed' }, { reader: 'exit-code' }), ['npm test']).ok).toBe(false);
    expect(compareRuns(before, run({ 'npm test': 'passed' }, { reader: 'exit-code' }), ['a > x']).ok).toBe(false);
  });

  it('never takes a run that did not end', () => {
    expect(
      compareRuns(before, run({ 'a > x': 'passed', 'a > y': 'passed' }, { timedOut: true, exitCode: null, green: false }), ['a > x']).ok,
    ).toBe(false);
  });
});

describe('suspects', () => {
  const lines = (...numbers: number[]): ReadonlyMap<string, readonly number[]> => new Map([['src/a.js', numbers]]);

  it('are ranked by Ochiai', () => {
    const coverage = {
      tests: [
        { id: 'f', failed: true, lines: new Map([...lines(1, 2, 3), ['test/a.test.js', [1]]]) },
        { id: 'p', failed: false, lines: lines(1, 2) },
        { id: 'q', failed: false, lines: lines(1) },
      ],
    };
    expect(rankSuspects(coverage, [], 10).map(({ line, score }) => [line, Math.round(score * 100)])).toEqual([
      [3, 100],
      [2, 71],
      [1, 58],
    ]);
  });

  it('come from stack frames alone, nearest first, never from tests', () => {
    const frame = (file: string, line: number) => ({
      file,
      line,
      column: null,
      function: null,
      inRepository: !file.startsWith('node_modules'),
    });
    const failing = {
      ...result('x', 'failed'),
      frames: [frame('node_modules/x.js', 1), frame('src/b.js', 7), frame('src/a.js', 3), frame('test/a.js', 9)],
    };
    expect(rankSuspects(null, [failing], 10)).toEqual([
      { path: 'src/b.js', line: 7, score: 0.5 },
      { path: 'src/a.js', line: 3, score: 0.25 },
    ]);
  });

  it('are not lines of a test that failed only while it was measured', () => {
    const tests = [
      { id: 'f', failed: true, lines: lines(1, 2) },
      { id: 'timed out', failed: true, lines: lines(1, 8, 9) },
      { id: 'p', failed: false, lines: lines(1, 2) },
    ];
    expect(rankSuspects({ tests }, [result('f', 'failed')], 10).map(({ line }) => line)).toEqual([1, 2]);
    expect(rankSuspects({ tests }, [result('another name', 'failed')], 10)).toHaveLength(4);
  });

  it('that ran while loading come after those that a test ran itself', () => {
    const coverage = { tests: [{ id: 'f', failed: true, lines: lines(5), loaded: lines(1, 9) }] };
    expect(rankSuspects(coverage, [], 3).map(({ line }) => line)).toEqual([5, 1, 9]);
  });

  it('that are loaded for every test count less than those that the failing one runs itself, though others run these as well', () => {
    const loaded = lines(1, 9);
    const tests = [
      { id: 'f', failed: true, lines: lines(5, 9), loaded },
      { id: 'p', failed: false, lines: lines(5), loaded },
      { id: 'q', failed: false, lines: lines(9), loaded, weight: 2 },
    ];
    const [first, second, third] = rankSuspects({ tests }, [], 3);
    expect(first).toEqual({ path: 'src/a.js', line: 5, score: Math.round(1000 / Math.sqrt(2)) / 1000 });
    // Two and a half of the others: two tests, and the half of one that only loaded it.
    expect(second).toEqual({ path: 'src/a.js', line: 9, score: Math.round(1000 / Math.sqrt(3.5)) / 1000 });
    expect(third).toEqual({ path: 'src/a.js', line: 1, score: Math.round(500 / Math.sqrt(2)) / 1000 });
  });

  it('that tie are put next to the frame', () => {
    const coverage = { tests: [{ id: 'f', failed: true, lines: lines(1, 5, 9) }] };
    const failing = { ...result('f', 'failed'), frames: [{ file: 'src/a.js', line: 8, column: null, function: null, inRepository: true }] };
    expect(rankSuspects(coverage, [failing], 4).map(({ line }) => line)).toEqual([9, 5, 1, 8]);
  });
});
