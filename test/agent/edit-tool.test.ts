import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostedLimits } from '../../src/agent/answers.ts';
import { createBudget } from '../../src/agent/budget.ts';
import { createToolHost, type ToolAnswer } from '../../src/agent/tool-host.ts';
import type { RunOptions, TestRun } from '../../src/suite/index.ts';
import type { Edit, Workspace } from '../../src/workspace/index.ts';
import { result, runOf } from '../suite/made-runs.ts';
import { suiteOf } from '../suite/repository.ts';
import { repository } from '../workspace/repositories.ts';

const red = result('adds', 'failed', 'expected 3');
const baseline = runOf([red]);
const green = runOf([result('adds', 'passed')]);

interface Stage extends AsyncDisposable {
  readonly workspace: Workspace;
  readonly testRuns: () => number;
  edit(oldText: string, newText: string): Promise<ToolAnswer>;
  runTests(suspects: boolean): Promise<ToolAnswer>;
}

interface Beside {
  readonly wrap?: (workspace: Workspace) => Workspace;
  /** What a warm process says of the edits. */
  readonly looksGreen?: (edits: readonly Edit[]) => Promise<boolean>;
  /** Whether a trial has found green what the edits lead to. */
  readonly hasConfirmed?: (edits: readonly Edit[]) => Promise<boolean>;
  readonly forEngine?: boolean;
}

/** The tool over a real tree, at most two changed lines; `run` stands for the tests. */
async function stage(
  run: (options: RunOptions) => Promise<TestRun>,
  { wrap = (one) => one, looksGreen, hasConfirmed = async () => false, forEngine = false }: Beside = {},
): Promise<Stage> {
  const repo = await repository({ 'add.js': 'one\ntwo\nthree\n', 'package.json': '{ "scripts": { "test": "node --test" } }\n' });
  const workspace = await repo.workspace();
  const suite = { ...(await suiteOf(workspace.root, repo.temp)), run: (_root: string, options: RunOptions) => run(options) };
  const limits = { turns: 20, minutes: 2, tokens: 1e9, costUsd: 1, testRuns: 4, changedLines: 2 };
  const budget = createBudget({ limits, now: () => 0, startedAt: 0, reserveMs: () => 0, costOf: null, countTokens: false });
  const host = createToolHost({
    ...{ workspace: wrap(workspace), suite, failing: [red], baseline, failingSeconds: 0, budget, limits: hostedLimits, forEngine },
    glance: looksGreen === undefined ? null : { looksGreen, [Symbol.asyncDispose]: async () => {} },
    trials: {
      run: () => Promise.reject(new Error('nothing is tried here')),
      hasConfirmed,
      prepare: async () => {},
      invalidate: async () => {},
      [Symbol.asyncDispose]: async () => {},
    },
  });
  const call = (name: string, args: object): Promise<ToolAnswer> =>
    host.call({ callId: '1', name, arguments: JSON.stringify(args) }, new AbortController().signal);
  return {
    workspace,
    testRuns: () => budget.used().testRuns,
    edit: (old_text, new_text) => call('edit', { edits: [{ path: 'add.js', old_text, new_text }] }),
    runTests: (suspects) => call('run_tests', { scope: 'failing', suspects }),
    [Symbol.asyncDispose]: async () => {
      await workspace[Symbol.asyncDispose]();
      await repo[Symbol.asyncDispose]();
    },
  };
}

/** Tests that run until they are stopped. */
const untilStopped = ({ signal }: RunOptions): Promise<TestRun> =>
  new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve({ ...baseline, aborted: true }), { once: true });
  });

test('an edit is answered with what the failing tests make of it', async () => {
  await using on = await stage(async () => green);
  const { output, edited } = await on.edit('two', '2');
  expect(JSON.parse(output)).toMatchObject({ ok: true, tests: { scope: 'failing', green: true } });
  expect(edited).toMatchObject({ green: true, stuck: false });
});

test('an edit that makes what a trial found green is answered without a further run', async () => {
  const runs: RunOptions[] = [];
  const asked: (readonly Edit[])[] = [];
  await using on = await stage(
    async (options) => {
      runs.push(options);
      return baseline;
    },
    { hasConfirmed: async (edits) => asked.push(edits) === 1 },
  );
  const { output, edited } = await on.edit('two', '2');
  expect(JSON.parse(output)).toMatchObject({ ok: true, tests: { scope: 'failing', green: true } });
  expect(edited).toMatchObject({ green: true, stuck: false });
  expect(asked).toEqual([[{ path: 'add.js', start: 0, end: 14, text: 'one\n2\nthree\n' }]]);
  expect([runs.length, on.testRuns()]).toEqual([0, 0]);
  expect((await on.edit('2', 'II')).edited).toMatchObject({ green: false });
  expect([runs.length, on.testRuns()]).toEqual([1, 1]);
});

test('an edit beyond the bound of changed lines is undone, and the tests under way are stopped', async () => {
  const runs: RunOptions[] = [];
  await using on = await stage((options) => {
    runs.push(options);
    return runs.length === 1 ? Promise.resolve(baseline) : untilStopped(options);
  });
  await on.edit('two', '2');
  const { output, edited } = await on.edit('three', '3');
  expect(JSON.parse(output)).toEqual({
    ok: false,
    error: 'The patch would change 4 lines; at most 2 are allowed. Make a smaller change.',
  });
  expect(edited).toBeUndefined();
  expect(runs.at(-1)?.signal?.aborted).toBe(true);
  expect(await readFile(join(on.workspace.root, 'add.js'), 'utf8')).toBe('one\n2\nthree\n');
  expect((await on.workspace.patch()).files).toEqual([{ path: 'add.js', added: 1, removed: 1 }]);
});

test('a run with coverage names suspects of the red tree, and none once something is edited', async () => {
  const lines = new Map([['add.js', [2]]]);
  const tests = [{ id: 'adds', failed: true, lines }];
  await using on = await stage(async ({ coverage }) => ({ ...baseline, coverage: coverage === true ? { tests } : null }));
  expect((await on.runTests(true)).suspects).toEqual([{ path: 'add.js', line: 2, score: 1 }]);
  expect((await on.runTests(false)).suspects).toBeUndefined();
  await on.edit('two', '2');
  expect((await on.runTests(true)).suspects).toBeUndefined();
});

test.each([
  [true, 120],
  [false, undefined],
])('a run tells the engine how much time is left: %s', async (forEngine, seconds) => {
  await using on = await stage(async () => baseline, { forEngine });
  expect(JSON.parse((await on.runTests(false)).output).seconds_left).toBe(seconds);
});

test('an edit stands without a test run when all runs are used', async () => {
  await using on = await stage(async () => baseline);
  for (const [from, to] of [
    ['two', '2'],
    ['2', 'II'],
    ['II', 'zwei'],
    ['zwei', 'dva'],
  ] as const)
    await on.edit(from, to);
  const { output, edited } = await on.edit('dva', 'deux');
  expect(JSON.parse(output)).toMatchObject({ ok: true, tests: { error: expect.stringContaining('All 4 test runs are used') } });
  expect(edited).toMatchObject({ green: false });
  expect(await readFile(join(on.workspace.root, 'add.js'), 'utf8')).toBe('one\ndeux\nthree\n');
  expect(on.testRuns()).toBe(4);
});

test('tests do not run on when the patch cannot be made', async () => {
  const runs: RunOptions[] = [];
  const broken = (workspace: Workspace): Workspace => ({
    ...workspace,
    root: workspace.root,
    edit: (edits) => workspace.edit(edits),
    edits: () => workspace.edits(),
    tidy: () => workspace.tidy(),
    patch: () => Promise.reject(new Error('git is gone')),
  });
  await using on = await stage(
    (options) => {
      runs.push(options);
      return untilStopped(options);
    },
    { wrap: broken },
  );
  await expect(on.edit('two', '2')).rejects.toThrow('git is gone');
  expect(runs.map(({ signal }) => signal?.aborted)).toEqual([true]);
});

test('what a warm process finds green is told before a process of its own has ended, which is stopped and gone before the next run', async () => {
  const runs: RunOptions[] = [];
  const asked: (readonly Edit[])[] = [];
  let running = 0;
  await using on = await stage(
    async (options) => {
      runs.push(options);
      expect(++running).toBe(1);
      const run = await untilStopped(options);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running -= 1;
      return run;
    },
    {
      looksGreen: async (edits) => {
        asked.push(edits);
        return true;
      },
    },
  );
  for (const [from, to] of [
    ['two', '2'],
    ['2', 'II'],
  ] as const) {
    const { output, edited } = await on.edit(from, to);
    expect(JSON.parse(output)).toMatchObject({ ok: true, tests: { green: true, counts: { passed: 1, failed: 0 }, failing: [] } });
    expect(edited).toMatchObject({ green: true, stuck: false });
  }
  expect(runs).toHaveLength(2);
  // Of the red tree, whatever was edited before.
  expect(asked).toEqual(['one\n2\nthree\n', 'one\nII\nthree\n'].map((text) => [{ path: 'add.js', start: 0, end: 14, text }]));
});

test('where a warm process does not find it green, the answer is that of a process of its own', async () => {
  await using on = await stage(async () => baseline, { looksGreen: async () => false });
  const { output } = await on.edit('two', '2');
  expect(JSON.parse(output)).toMatchObject({ tests: { green: false, failing: [{ id: 'adds', message: 'expected 3' }] } });
});
