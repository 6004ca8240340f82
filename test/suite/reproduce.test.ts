import { describe, expect, test } from 'vitest';
import { reproduce } from '../../src/suite/index.ts';
import { ProcessSlots } from '../../src/suite/process-slots.ts';
import type { ReproduceOptions } from '../../src/suite/reproduce.ts';
import type { RunOptions, Suite, TestRun } from '../../src/suite/types.ts';
import { result, runOf } from './made-runs.ts';

const scopeName = ({ scope }: RunOptions): string => (typeof scope === 'string' ? scope : 'files');

/** A suite that answers each scope with its runs, in order. */
function suiteOf(answers: Readonly<Record<string, readonly TestRun[]>>): { suite: Suite; scopes: string[]; limits: number[] } {
  const scopes: string[] = [];
  const limits: number[] = [];
  const left = Object.fromEntries(Object.entries(answers).map(([scope, runs]) => [scope, [...runs]]));
  const run = async (_root: string, options: RunOptions): Promise<TestRun> => {
    const name = scopeName(options);
    scopes.push(name);
    limits.push(options.timeoutMs);
    const next = left[name]?.shift();
    if (next === undefined) throw new Error(`no more runs of scope ${name}`);
    return next;
  };
  const plan = {
    ecosystem: 'javascript',
    directory: '',
    packageManager: 'npm',
    runner: 'mocha',
    testCommand: 'npm test',
    setupCommand: null,
    reasons: [],
  } as const;
  const install: Suite['install'] = async () => ({ ok: true, seconds: 0, did: '' });
  return { suite: { plan, slots: new ProcessSlots(1), run, install, runOf: async () => runOf([]) }, scopes, limits };
}

const red = runOf([result('a', 'failed', 'expected 3, got 2'), result('b', 'passed')]);
const otherwise = runOf([result('a', 'failed', 'subject is not a function')]);
const green = runOf([result('a', 'passed'), result('b', 'passed')]);

describe('reproduce', () => {
  test('a failure that shows alone needs one more run', async () => {
    const { suite, scopes } = suiteOf({ all: [red], failing: [red] });
    expect(await reproduce(suite, '/', { timeoutMs: 1 })).toMatchObject({ kind: 'red', failing: [{ id: 'a' }], flaky: [] });
    expect(scopes).toEqual(['all', 'failing']);
  });

  test('a test that alone fails for another reason is run with its file from then on', async () => {
    const { suite, scopes } = suiteOf({ all: [red], failing: [otherwise], files: [red, green] });
    const seen = await reproduce(suite, '/', { timeoutMs: 1 });
    expect(seen.kind).toBe('red');
    if (seen.kind === 'red') expect(await seen.suite.run('/', { scope: 'failing', failing: seen.failing, timeoutMs: 1 })).toBe(green);
    expect(scopes).toEqual(['all', 'failing', 'files', 'files']);
  });

  test('a failure that needs the whole run is judged by the whole run', async () => {
    const { suite, scopes } = suiteOf({ all: [red, red, green], failing: [green], files: [green] });
    const seen = await reproduce(suite, '/', { timeoutMs: 1 });
    expect(seen).toMatchObject({ kind: 'red', failing: [{ id: 'a' }], flaky: [] });
    if (seen.kind === 'red') expect(await seen.suite.run('/', { scope: 'failing', failing: seen.failing, timeoutMs: 1 })).toBe(green);
    expect(scopes).toEqual(['all', 'failing', 'files', 'all', 'all']);
  });

  test('a part that takes far longer than the whole took is not waited for, and all runs share the time there is', async () => {
    const hangs = runOf([], { timedOut: true, seconds: 10 });
    const { suite, scopes, limits } = suiteOf({ all: [red, hangs], failing: [hangs], files: [hangs] });
    const seen = await reproduce(suite, '/', { timeoutMs: 60_000, totalMs: 30_000 });
    expect(seen).toMatchObject({ kind: 'timed-out', again: true });
    expect(scopes).toEqual(['all', 'failing', 'files', 'all']);
    const [first = 0, ...parts] = limits;
    const last = parts.pop() ?? 0;
    expect(parts).toEqual([10_050, 10_050]);
    expect(Math.max(first, last)).toBeLessThanOrEqual(30_000);
  });

  test('what passes in a second whole run is flaky', async () => {
    const { suite, scopes } = suiteOf({ all: [red, green], failing: [green, green, red, green], files: [green] });
    expect(await reproduce(suite, '/', { timeoutMs: 60_000 })).toMatchObject({
      kind: 'flaky',
      flaky: ['a'],
      rates: [{ id: 'a', passed: 5, runs: 7 }],
    });
    expect(scopes).toEqual(['all', 'failing', 'files', 'all', 'failing', 'failing', 'failing']);
  });

  test('what fails under another name each time is not flaky, unless it passes once', async () => {
    const named = (id: string): TestRun => runOf([result(id, 'failed'), result('b', 'passed')]);
    const runs = { failing: ['2', '5', '6', '7'].map(named), files: [named('3')] };
    const { suite } = suiteOf({ ...runs, all: [named('1'), named('4')] });
    expect(await reproduce(suite, '/', { timeoutMs: 60_000 })).toMatchObject({ kind: 'renamed', anew: '4' });
    const passing = suiteOf({ ...runs, all: [named('1'), runOf([result('1', 'passed'), result('4', 'failed')])] });
    expect((await reproduce(passing.suite, '/', { timeoutMs: 60_000 })).kind).toBe('flaky');
  });

  test('a number in a message does not make it another failure', async () => {
    const later = runOf([result('a', 'failed', 'expected 3, got 1764')]);
    const { suite, scopes } = suiteOf({ all: [red], failing: [later] });
    expect((await reproduce(suite, '/', { timeoutMs: 1 })).kind).toBe('red');
    expect(scopes).toEqual(['all', 'failing']);
  });

  describe('what the first run leaves in the tree', () => {
    const treeOf = (leaves: boolean) => {
      const did: string[] = [];
      const note = (name: string, answer?: boolean) => async () => {
        did.push(name);
        return answer;
      };
      const tree = { tidy: note('tidy'), setAside: note('aside', leaves), putBack: note('back') } as Required<ReproduceOptions>['tree'];
      return { tree, did };
    };

    test('is out of the way of the second', async () => {
      const { suite } = suiteOf({ all: [red], failing: [red] });
      const { tree, did } = treeOf(true);
      expect(await reproduce(suite, '/', { timeoutMs: 1, tree })).toMatchObject({ kind: 'red', failing: [{ id: 'a' }] });
      expect(did).toEqual(['aside', 'tidy']);
    });

    test('is put back where the failure does not show without it', async () => {
      const { suite, scopes } = suiteOf({ all: [red], failing: [otherwise, red], files: [otherwise] });
      const { tree, did } = treeOf(true);
      expect(await reproduce(suite, '/', { timeoutMs: 1, tree })).toMatchObject({ kind: 'red', failing: [{ id: 'a' }] });
      expect(scopes).toEqual(['all', 'failing', 'files', 'failing']);
      expect(did).toEqual(['aside', 'tidy', 'tidy', 'back', 'tidy']);
    });

    test('is out of the way of a whole run, which makes it anew', async () => {
      const { suite, scopes } = suiteOf({ all: [red, red], failing: [green, green], files: [green, green] });
      const { tree, did } = treeOf(true);
      expect(await reproduce(suite, '/', { timeoutMs: 1, tree })).toMatchObject({ kind: 'red', failing: [{ id: 'a' }] });
      expect(scopes).toEqual(['all', 'failing', 'files', 'failing', 'files', 'all']);
      expect(did.slice(-2)).toEqual(['tidy', 'aside']);
    });

    test('costs no run where it is nothing', async () => {
      const { suite, scopes } = suiteOf({ all: [red, red], failing: [otherwise], files: [green] });
      const { tree, did } = treeOf(false);
      expect(await reproduce(suite, '/', { timeoutMs: 1, tree })).toMatchObject({ kind: 'red', failing: [{ id: 'a' }] });
      expect(scopes).toEqual(['all', 'failing', 'files', 'all']);
      expect(did).not.toContain('back');
    });
  });
});
