// What a worker's process may do besides judging.
import { appendFile, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSuite, type Suite, type TestResult, type TestRun } from '../../src/suite/index.ts';
import type { Course } from '../../src/trial/warm/course.ts';
import { WarmWorker } from '../../src/trial/warm/worker.ts';
import type { Replica } from '../../src/workspace/index.ts';
import { runOf } from '../suite/made-runs.ts';
import { noSandbox } from '../suite/repository.ts';

let folder = '';
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'worker-')));
});
afterAll(() => rm(folder, { recursive: true }));

const run: TestRun = {
  ...{ command: 'true', exitCode: 1, timedOut: false, aborted: true, green: false, reader: 'exit-code', results: [], failing: [] },
  ...{ counts: { executed: 0, passed: 0, failed: 0, skipped: 0 }, seconds: 0, tail: '', outputFile: null, coverage: null },
};
const known: TestResult = {
  ...{ id: 'a.test.js > a', name: 'a', file: 'a.test.js', line: null, status: 'failed', seconds: 0, message: 'as ever' },
  ...{ stack: null, frames: [], expected: null, actual: null },
};
const course: Course = {
  scope: 'failing',
  failing: [known],
  files: [],
  seconds: 1,
  baseline: runOf([known]),
  verdictOf: () => null,
  unlike: () => null,
};

/** A worker, or why there is none, whose process is this function: it is told where to write and when it is stopped. */
async function startWith(process: (told: { readonly dir: string; readonly ended: Promise<void> }) => Promise<TestRun>) {
  const root = join(await mkdtemp(join(folder, 'copy-')), 'tree');
  await mkdir(root);
  const plan = {
    ecosystem: 'javascript',
    runner: 'mocha',
    directory: '',
    packageManager: 'npm',
    testCommand: 'mocha',
    setupCommand: null,
    reasons: [],
  } as const;
  const suite: Suite = {
    ...openSuite(plan, { sandbox: noSandbox, testEnv: {}, scratch: folder }),
    run: (_, { companion, signal }) =>
      process({
        dir: companion?.folder ?? '',
        ended: new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
      }),
  };
  const nothing = async () => {};
  const replica: Replica = {
    root,
    apply: async () => ({ ok: true, diff: '', files: [] }),
    preview: async () => [],
    restore: nothing,
    tidy: nothing,
    disturbed: () => null,
    [Symbol.asyncDispose]: nothing,
  };
  return await WarmWorker.start({ suite, replica, course }, new AbortController().signal);
}

/** What a batch comes to when `messages` are told of it, and nothing more. */
async function judgedBy(...messages: readonly object[]) {
  const worker = await startWith(async ({ dir, ended }) => {
    const tell = (message: object): Promise<void> => appendFile(join(dir, 'results.jsonl'), `${JSON.stringify(message)}\n`);
    await tell({ ready: 0, took: 0 });
    await expect.poll(() => readdir(dir)).toContain('batch-1.json');
    for (const message of messages) await tell(message);
    await ended;
    return run;
  });
  if (typeof worker === 'string') throw new Error(worker);
  const result = await worker.judge(
    { candidates: [], versions: [], loops: [], checkEvery: 40, careful: false },
    new AbortController().signal,
  );
  await worker.end();
  return result;
}

describe.concurrent('a process that says nothing any more', () => {
  test('hangs in the candidate it has begun, which is red', async () => {
    const { hung, ended, verdicts } = await judgedBy({ begin: 7 });
    expect({ hung, ended, verdicts: [...verdicts] }).toEqual({
      hung: true,
      ended: 'a candidate did not end',
      verdicts: [[7, { kind: 'red' }]],
    });
  });

  test('hangs sooner behind an error that nobody caught, and no other candidate does', async () => {
    const order: string[] = [];
    const note = async (name: string, ...messages: readonly object[]): Promise<void> => {
      const { hung, verdicts } = await judgedBy(...messages);
      expect([hung, ...verdicts.keys()]).toEqual([true, 7]);
      order.push(name);
    };
    await Promise.all([
      note('silent', { begin: 7 }),
      note('another has fallen', { begin: 6 }, { fell: true }, { done: 6, is: 0 }, { begin: 7 }),
      note('fallen', { begin: 7 }, { fell: true }),
    ]);
    expect(order[0]).toBe('fallen');
  });

  test('is at fault itself where it has begun none: were that a candidate, a new one would be started for ever', async () => {
    const { hung, ended, verdicts } = await judgedBy();
    expect({ hung, ended, verdicts: [...verdicts] }).toEqual({ hung: false, ended: 'the worker went silent', verdicts: [] });
  });
});

test('a process that cannot be started is no worker, and nothing else', async () => {
  const started = await startWith(async () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, mkdir'), { code: 'ENOSPC' });
  });
  expect(started).toMatch(/nothing took them over.*ENOSPC: no space left/);
});

test('a run that nothing takes over says what it did, beside the failures that are known', async () => {
  const ended = { ...run, tail: 'one\nlast words\n' };
  const crashed = { ...run, tail: 'TypeError: it is a getter\n    at x\n\nNode.js v24.21.0\n' };
  expect(await startWith(async () => crashed)).toContain('(exit code 1, TypeError: it is a getter)');
  const strange = { ...known, id: 'a.test.js > (file)', message: 'Cannot find module "x"\n' };
  expect(await startWith(async () => ({ ...ended, results: [known, strange] }))).toContain(
    '(exit code 1, a.test.js > (file): Cannot find module "x")',
  );
  expect(await startWith(async () => ({ ...ended, results: [known] }))).toContain('(exit code 1, last words)');
});
