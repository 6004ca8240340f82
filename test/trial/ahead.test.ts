import { expect, vi } from 'vitest';
import type { TestRun } from '../../src/suite/index.ts';
import { createTrials, type Trials } from '../../src/trial/index.ts';
import type { Candidate, TrialReport } from '../../src/trial/types.ts';
import { sampledTest } from '../sampled.ts';
import { makeStage, type Stage } from './stage.ts';

const sampled = sampledTest(0.7);

const files = {
  'package.json': '{ "scripts": { "test": "mocha test.js others.js" } }',
  'index.js': 'exports.area = (a, b) => a + b;\n',
  'test.js': "it('has an area', () => require('assert').equal(require('./index.js').area(2, 3), 6));\n",
  'others.js': `const assert = require('assert');
const { area } = require('./index.js');
it('is nothing', () => assert.equal(area(0, 0), 0));
it('is a square', () => assert.equal(area(2, 2), 4));
`,
};

const change = (newText: string): Candidate => ({ label: newText, edits: [{ path: 'index.js', oldText: 'a + b', newText }] });

/** Four break other tests. */
const candidates = ['6', 'a + b + 1', 'a', 'b', '3 * a', 'a + 4', 'a * b'].map(change);

function judge(trials: Trials, { failing, baseline }: Stage, asked: readonly Candidate[] = candidates): Promise<TrialReport> {
  return trials.run({ candidates: asked, scope: 'all', failing, baseline, keep: asked.length, failingSeconds: 5, limitMs: 60_000 });
}

sampled('what breaks other tests is refuted by a warm process that was started ahead', { timeout: 120_000 }, async () => {
  await using stage = await makeStage(files, ['mocha']);
  await using trials = createTrials(stage.workspace, stage.suite, { workers: 2 });
  await trials.prepare({ failing: stage.failing, baseline: stage.baseline, failingSeconds: 1 });
  const { verdicts, judged, warm } = await judge(trials, stage);
  expect(verdicts.map(({ kind }) => kind)).toEqual(['breaks', 'breaks', 'red', 'red', 'breaks', 'breaks', 'green']);
  // What is green is seen so by processes of its own.
  expect({ judged, warm }).toEqual({ judged: 7, warm: 6 });
});

sampled('a batch does not wait for a second process that is still being started', { timeout: 120_000 }, async () => {
  await using stage = await makeStage(files, ['mocha']);
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let started = 0;
  const suite: Stage['suite'] = {
    ...stage.suite,
    run: async (root, options) => {
      // One judges by the failing tests, one confirms by all; the third is the other that judges.
      if (options.companion !== undefined && ++started === 3) await gate;
      return await stage.suite.run(root, options);
    },
  };
  const trials = createTrials(stage.workspace, suite, { workers: 2 });
  try {
    void trials.prepare({ failing: stage.failing, baseline: stage.baseline, failingSeconds: 1 });
    await vi.waitFor(() => expect(started).toBe(3), { timeout: 60_000 });
    expect(await judge(trials, stage)).toMatchObject({ judged: 7, warm: 6 });
  } finally {
    open();
    await trials[Symbol.asyncDispose]();
  }
});

sampled('the one file of node:test is run by a warm process as well that runs everything', { timeout: 120_000 }, async () => {
  const all = "const test = require('node:test');\n".concat(files['test.js'], files['others.js']).replaceAll(/^it\(/gm, 'test(');
  await using stage = await makeStage({
    ...files,
    'package.json': '{ "scripts": { "test": "node --test" } }',
    'test.js': all,
    'others.js': '',
  });
  await using trials = createTrials(stage.workspace, stage.suite, { workers: 2 });
  await trials.prepare({ failing: stage.failing, baseline: stage.baseline, failingSeconds: 1 });
  const report = await judge(trials, stage, ['a', 'b', 'a * b', 'b * a', '2 * b', 'a - b'].map(change));
  expect(report.verdicts.map(({ kind }) => kind)).toEqual(['red', 'red', 'green', 'green', 'green', 'red']);
  expect(report).toMatchObject({ judged: 6, warm: 5 });
});

/** The stage's suite, and how often it started what stays, and the most runs at a time that do not. */
function watched(stage: Stage, staying: (run: () => Promise<TestRun>) => Promise<TestRun>) {
  const seen = { started: 0, atOnce: 0 };
  let now = 0;
  const suite: Stage['suite'] = {
    ...stage.suite,
    run: async (root, options) => {
      const run = () => stage.suite.run(root, options);
      if (options.companion !== undefined) {
        seen.started += 1;
        return await staying(run);
      }
      seen.atOnce = Math.max(seen.atOnce, ++now);
      return await run().finally(() => {
        now -= 1;
      });
    },
  };
  return { suite, seen };
}

sampled('where no process can be started ahead, the batch is judged side by side', { timeout: 120_000 }, async () => {
  await using stage = await makeStage(files, ['mocha']);
  const { suite, seen } = watched(stage, async () => {
    throw new Error('there is none');
  });
  await using trials = createTrials(stage.workspace, suite, { workers: 2 });
  void trials.prepare({ failing: stage.failing, baseline: stage.baseline, failingSeconds: 1 });
  const { verdicts, warm } = await judge(trials, stage);
  expect(verdicts.map(({ kind }) => kind)).toEqual(['breaks', 'breaks', 'red', 'red', 'breaks', 'breaks', 'green']);
  expect({ warm, atOnce: seen.atOnce }).toEqual({ warm: 0, atOnce: 2 });
});

sampled('nothing is started ahead beside a batch that starts its own', { timeout: 120_000 }, async () => {
  await using stage = await makeStage(files, ['mocha']);
  const { suite, seen } = watched(stage, (run) => run());
  await using trials = createTrials(stage.workspace, suite, { workers: 1 });
  const judging = judge(trials, stage, ['a', 'b', '7', 'a - b', '0', '1', 'b - a'].map(change));
  await trials.prepare({ failing: stage.failing, baseline: stage.baseline, failingSeconds: 1 });
  expect(await judging).toMatchObject({ judged: 7, warm: 7 });
  expect(seen.started).toBe(1);
});
