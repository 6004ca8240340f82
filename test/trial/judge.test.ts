// In which order tests judge a candidate that looks green, where all of them take long.
import { describe, expect, it } from 'vitest';
import type { RunOptions, Suite, TestRun } from '../../src/suite/index.ts';
import { judgeCold } from '../../src/trial/judge.ts';
import type { Replica } from '../../src/workspace/index.ts';
import { result, runOf } from '../suite/made-runs.ts';

const red = result('adds', 'failed', 'expected 3');
const near = result('knows zero', 'passed');
const far = result('prints', 'passed');
const slow = { ...runOf([red, near, far]), seconds: 60 };
const passing = (...ids: readonly string[]): TestRun => runOf(ids.map((id) => result(id, 'passed')));
const replica: Pick<Replica, 'root' | 'apply'> = { root: '/r', apply: async () => ({ ok: true, changed: [] }) as never };

async function judged(runs: Partial<Record<'related' | 'all', TestRun>>, baseline: TestRun = slow) {
  const asked: RunOptions[] = [];
  const suite: Pick<Suite, 'run'> = {
    run: async (_, options) => {
      asked.push(options);
      const run = options.scope === 'related' || options.scope === 'all' ? runs[options.scope] : undefined;
      if (run === undefined) throw new Error(`nobody expects a run of ${JSON.stringify(options.scope)}`);
      return run;
    },
  };
  const candidate = { label: 'a', edits: [{ path: 'a.js', start: 0, end: 0, text: ' ' }] };
  const options = {
    baseline,
    failing: [red],
    failingSeconds: 0.1,
    candidates: [candidate],
    scope: 'all',
    keep: 1,
    limitMs: 60_000,
  } as const;
  const verdict = await judgeCold(
    replica as Replica,
    suite as Suite,
    candidate,
    { ...options, seemsGreen: true },
    new AbortController().signal,
  );
  return { verdict, asked: asked.map(({ scope }) => scope), options: asked };
}

describe('where all tests take long, a candidate that looks green', () => {
  it('is refuted by those about what it changes, without the others', async () => {
    const related = runOf([result('adds', 'passed'), result('knows zero', 'failed', 'expected 0')]);
    const { verdict, asked } = await judged({ related });
    expect(verdict).toEqual({ kind: 'breaks', broke: ['knows zero'] });
    expect(asked).toEqual(['related']);
  });

  it('is green only by all of them', async () => {
    const { verdict, asked } = await judged({ related: passing('adds', 'knows zero'), all: passing('adds', 'knows zero', 'prints') });
    expect(verdict).toEqual({ kind: 'green', ran: 'all' });
    expect(asked).toEqual(['related', 'all']);
  });

  it('is not run again where those are all', async () => {
    const { verdict, asked } = await judged({ related: passing('adds', 'knows zero', 'prints') });
    expect(verdict).toEqual({ kind: 'green', ran: 'all' });
    expect(asked).toEqual(['related']);
  });

  it('is refuted where it works without end, and not where these tests only took too long', async () => {
    const late = { ...runOf([]), timedOut: true };
    const still = await judged({ related: { ...late, stoodStill: true } });
    expect(still).toMatchObject({ verdict: { kind: 'breaks', broke: [] }, asked: ['related'] });
    const patient = await judged({ related: late, all: passing('adds', 'knows zero', 'prints') });
    expect(patient).toMatchObject({ verdict: { kind: 'green' }, asked: ['related', 'all'] });
    expect(patient.options.every(({ noticeStill = 0 }) => noticeStill >= 15)).toBe(true);
  });

  it('that works as long as the slowest test did counts as one that ends', async () => {
    const patient = { ...slow, results: [red, { ...near, seconds: 20 }, far] };
    const { options } = await judged({ related: passing('adds', 'knows zero'), all: passing('adds', 'knows zero', 'prints') }, patient);
    // The first are ended by their time limit sooner.
    expect(options.map(({ noticeStill }) => noticeStill)).toEqual([undefined, 80]);
  });

  it('is judged by all at once in a quick suite', async () => {
    const { asked } = await judged({ all: passing('adds', 'knows zero', 'prints') }, { ...slow, seconds: 2 });
    expect(asked).toEqual(['all']);
  });
});
