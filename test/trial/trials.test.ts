import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RunOptions, Suite, TestRun } from '../../src/suite/index.ts';
import { ProcessSlots } from '../../src/suite/process-slots.ts';
import { createTrials, type TrialOptions } from '../../src/trial/index.ts';
import type { Edit, Replica, Workspace } from '../../src/workspace/index.ts';
import { result, runOf } from '../suite/made-runs.ts';

const baseline = runOf([result('red one', 'failed'), result('red two', 'failed'), result('green', 'passed')]);
const failing = baseline.results.filter((one) => one.status === 'failed');

/** What the tests say of a candidate, named by the path of its edit. */
type Effects = Readonly<Record<string, Effect>>;

interface Effect {
  readonly failing: TestRun;
  readonly all?: TestRun;
  readonly delayMs?: number;
  /** What a run is said to take: nobody waits for it. */
  readonly takesMs?: number;
}

const mended = runOf([result('red one', 'passed'), result('red two', 'passed')]);
const whole = runOf([result('red one', 'passed'), result('red two', 'passed'), result('green', 'passed')]);

function stage(effects: Effects, delayMs = 0) {
  let running = 0;
  const seen = { most: 0, replicas: 0, judged: [] as string[], disposed: 0 };
  const inForce = new Map<string, string>();

  const workspace: Pick<Workspace, 'replica'> = {
    replica: async (): Promise<Replica> => {
      const root = `/replica/${++seen.replicas}`;
      return {
        root,
        apply: async (edits) => {
          const path = edits[0]?.path ?? '';
          if (path === 'stale') return { ok: false, reason: 'old_text does not match' };
          inForce.set(root, path);
          return { ok: true, diff: '', files: [path] };
        },
        preview: async (many) => many.map(() => ({ ok: false, reason: 'not asked for here' })),
        restore: async () => {},
        tidy: async () => {},
        disturbed: () => null,
        [Symbol.asyncDispose]: async () => {
          seen.disposed += 1;
        },
      };
    },
  };
  const plan = {
    ecosystem: 'other',
    directory: '',
    packageManager: 'none',
    runner: 'other',
    testCommand: 'test',
    setupCommand: null,
    reasons: [],
  } as const;
  const suite: Pick<Suite, 'run' | 'plan' | 'slots'> = {
    plan,
    slots: new ProcessSlots(8),
    run: async (root: string, { scope, signal, timeoutMs }: RunOptions) => {
      running += 1;
      seen.most = Math.max(seen.most, running);
      const path = inForce.get(root) ?? '';
      if (scope === 'failing') seen.judged.push(path);
      await sleep(effects[path]?.delayMs ?? delayMs, undefined, { signal }).catch(() => {});
      running -= 1;
      if (signal?.aborted) return runOf([], { aborted: true, green: false });
      const effect = effects[path];
      if ((effect?.takesMs ?? 0) > timeoutMs) return runOf([], { timedOut: true, green: false, exitCode: null });
      return (scope === 'failing' ? effect?.failing : effect?.all) ?? runOf(failing);
    },
  };
  return { seen, workspace: workspace as Workspace, suite: suite as Suite };
}

const edit = (path: string): Edit => ({ path, oldText: 'a', newText: 'b' });
const options = (paths: readonly string[], more: Partial<TrialOptions> = {}): TrialOptions => ({
  candidates: paths.map((path) => ({ label: path, edits: [edit(path)] })),
  scope: 'failing',
  failing,
  baseline,
  keep: 1,
  failingSeconds: 0.01,
  limitMs: 60_000,
  ...more,
});

describe('trials', () => {
  test('each candidate gets the verdict its tests give it', async () => {
    const { workspace, suite } = stage({
      good: { failing: mended, all: whole },
      half: { failing: runOf([result('red one', 'passed'), result('red two', 'failed')]) },
      harmful: { failing: mended, all: runOf([result('red one', 'passed'), result('red two', 'passed'), result('green', 'failed')]) },
      nothing: { failing: runOf(failing) },
    });
    await using trials = createTrials(workspace, suite, { workers: 2, warm: false });
    const { verdicts } = await trials.run(options(['half', 'harmful', 'nothing', 'stale', 'good'], { scope: 'all', keep: 5 }));
    expect(verdicts).toEqual([
      { kind: 'partial', fixed: ['red one'], broke: [] },
      { kind: 'breaks', broke: ['green'] },
      { kind: 'red' },
      { kind: 'invalid', reason: 'old_text does not match' },
      { kind: 'green', ran: 'all' },
    ]);
  });

  test('a candidate whose tests do not run at all is red: a filter that matches nothing exits with 0', async () => {
    const { workspace, suite } = stage({ silent: { failing: runOf([]) } });
    await using trials = createTrials(workspace, suite, { workers: 1, warm: false });
    expect((await trials.run(options(['silent']))).verdicts).toEqual([{ kind: 'red' }]);
  });

  test('a crash outside of the tests is mended when it is gone and tests run', async () => {
    const crashed = [result('a.test.js > (crash)', 'failed')];
    const { workspace, suite } = stage({ good: { failing: runOf([result('green', 'passed')]) }, silent: { failing: runOf([]) } });
    await using trials = createTrials(workspace, suite, { workers: 1, warm: false });
    const { verdicts } = await trials.run(options(['silent', 'good'], { failing: crashed, baseline: runOf(crashed) }));
    expect(verdicts.map((verdict) => verdict.kind)).toEqual(['red', 'green']);
  });

  test('tests may take longer than the red tree did where none of them was reached there, and not where they were', async () => {
    const slow = { failing: mended, all: whole, takesMs: 20_000 };
    const { workspace, suite } = stage({ slow });
    await using trials = createTrials(workspace, suite, { workers: 1, warm: false });
    const kinds = async (red: TestRun): Promise<readonly string[]> => {
      const more = { failing: red.results.filter((one) => one.status === 'failed'), baseline: red, scope: 'all' } as const;
      return (await trials.run(options(['slow'], more))).verdicts.map(({ kind }) => kind);
    };
    expect(await kinds(runOf([result('(suite)', 'failed')], { reader: 'exit-code' }))).toEqual(['green']);
    expect(await kinds(runOf([result('a.test.js > (file)', 'failed')]))).toEqual(['green']);
    expect(await kinds(baseline)).toEqual(['red']);
  });

  test.each([1, 2, 3])('never more than %i test processes, in as many replicas', async (workers) => {
    const { workspace, suite, seen } = stage({}, 5);
    await using trials = createTrials(workspace, suite, { workers: workers, warm: false });
    const paths = Array.from({ length: 20 }, (_, index) => `candidate ${index}`);
    const report = await trials.run(options(paths));
    expect(report.judged).toBe(20);
    expect(seen.most).toBe(workers);
    expect(seen.replicas).toBe(workers);
  });

  test('enough green ones end the batch: the rest is not run, and what runs is called off', async () => {
    const { workspace, suite, seen } = stage({ good: { failing: mended } }, 20);
    await using trials = createTrials(workspace, suite, { workers: 2, warm: false });
    const { verdicts } = await trials.run(options(['bad', 'good', 'later 1', 'later 2', 'later 3', 'later 4']));
    expect(verdicts[1]).toEqual({ kind: 'green', ran: 'failing' });
    expect(verdicts.slice(4)).toEqual([{ kind: 'not-run' }, { kind: 'not-run' }]);
    expect(seen.judged).not.toContain('later 4');
  });

  test('of two that are judged side by side the better one counts, though the other is green before it', async () => {
    const { workspace, suite, seen } = stage({ smaller: { failing: mended, delayMs: 60 }, larger: { failing: mended } });
    await using trials = createTrials(workspace, suite, { workers: 2, warm: false });
    const { verdicts } = await trials.run(options(['smaller', 'larger', 'later']));
    expect(verdicts[0]).toEqual({ kind: 'green', ran: 'failing' });
    expect(seen.judged).not.toContain('later');
  });

  test('at the time limit the rest is not run', async () => {
    const { workspace, suite } = stage({}, 30);
    await using trials = createTrials(workspace, suite, { workers: 1, warm: false });
    const paths = Array.from({ length: 200 }, (_, index) => `candidate ${index}`);
    const report = await trials.run(options(paths, { limitMs: 100 }));
    expect(report.judged).toBeLessThan(200);
    expect(report.verdicts.at(-1)).toEqual({ kind: 'not-run' });
  });

  test('replicas are kept from batch to batch, and made anew after an edit', async () => {
    const { workspace, suite, seen } = stage({});
    const trials = createTrials(workspace, suite, { workers: 1, warm: false });
    await trials.run(options(['a']));
    await trials.run(options(['b']));
    expect(seen.replicas).toBe(1);
    await trials.invalidate();
    expect(seen.disposed).toBe(1);
    await trials.run(options(['c']));
    expect(seen.replicas).toBe(2);
    await trials[Symbol.asyncDispose]();
    expect(seen.disposed).toBe(2);
  });
});
