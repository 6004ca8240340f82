import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostedLimits } from '../../src/agent/answers.ts';
import { createBudget } from '../../src/agent/budget.ts';
import { createToolHost, type ToolAnswer } from '../../src/agent/tool-host.ts';
import type { RunOptions, TestRun } from '../../src/suite/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';
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
}

/** The tool over a real tree, at most two changed lines; `run` stands for the tests. */
async function stage(run: (options: RunOptions) => Promise<TestRun>, wrap = (workspace: Workspace) => workspace): Promise<Stage> {
  const repo = await repository({ 'add.js': 'one\ntwo\nthree\n', 'package.json': '{ "scripts": { "test": "node --test" } }\n' });
  const workspace = await repo.workspace();
  const suite = { ...(await suiteOf(workspace.root, repo.temp)), run: (_root: string, options: RunOptions) => run(options) };
  const limits = { turns: 20, minutes: 2, tokens: 1e9, costUsd: 1, testRuns: 2, changedLines: 2 };
  const budget = createBudget({ limits, now: () => 0, startedAt: 0, reserveMs: () => 0, costOf: null, countTokens: false });
  const host = createToolHost({
    ...{ workspace: wrap(workspace), suite, failing: [red], baseline, failingSeconds: 0, budget, limits: hostedLimits, forEngine: false },
    trials: {
      run: () => Promise.reject(new Error('nothing is tried here')),
      invalidate: async () => {},
      [Symbol.asyncDispose]: async () => {},
    },
  });
  return {
    workspace,
    testRuns: () => budget.used().testRuns,
    edit: (old_text, new_text) => {
      const args = JSON.stringify({ edits: [{ path: 'add.js', old_text, new_text }] });
      return host.call({ callId: '1', name: 'edit', arguments: args }, new AbortController().signal);
    },
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

test('an edit stands without a test run when all runs are used', async () => {
  await using on = await stage(async () => baseline);
  for (const [from, to] of [
    ['two', '2'],
    ['2', 'II'],
  ] as const)
    await on.edit(from, to);
  const { output, edited } = await on.edit('II', 'deux');
  expect(JSON.parse(output)).toMatchObject({ ok: true, tests: { error: expect.stringContaining('All 2 test runs are used') } });
  expect(edited).toMatchObject({ green: false });
  expect(await readFile(join(on.workspace.root, 'add.js'), 'utf8')).toBe('one\ndeux\nthree\n');
  expect(on.testRuns()).toBe(2);
});

test('tests do not run on when the patch cannot be made', async () => {
  const runs: RunOptions[] = [];
  const broken = (workspace: Workspace): Workspace => ({
    ...workspace,
    root: workspace.root,
    edit: (edits) => workspace.edit(edits),
    patch: () => Promise.reject(new Error('git is gone')),
  });
  await using on = await stage((options) => {
    runs.push(options);
    return untilStopped(options);
  }, broken);
  await expect(on.edit('two', '2')).rejects.toThrow('git is gone');
  expect(runs.map(({ signal }) => signal?.aborted)).toEqual([true]);
});
