import { describe, expect, it } from 'vitest';
import { installDependencies, seeFailure, withInstallation } from '../../src/phases/tests.ts';
import type { InstallOutcome, TestRun } from '../../src/suite/index.ts';
import { result, runOf } from '../suite/made-runs.ts';

type Given = Parameters<typeof installDependencies>;

async function endingOf(installed: InstallOutcome, hasModules = false): Promise<unknown> {
  const run = { wholeLimitMs: 90_000, signal: new AbortController().signal, progress: { line: () => {} } } as unknown as Given[0];
  const suite = { plan: { ecosystem: 'javascript' }, install: async () => installed } as unknown as Given[1];
  const workspace = { root: '/x', installed: async () => {}, modulesOfCheckout: async () => hasModules } as unknown as Given[2];
  return installDependencies(run, suite, workspace);
}

describe('an installation', () => {
  it('that takes all the time there is ends at that bound, with what to do', async () => {
    expect(await endingOf({ ok: false, seconds: 90.2, reason: '`npm install` did not end within 90 s' })).toEqual({
      kind: 'ended',
      ending: {
        outcome: 'budget-exhausted',
        reason:
          'The dependencies could not be installed within 90 seconds, half of max-minutes: give the run more minutes, or install them in an earlier step of the job.',
      },
    });
  });

  it('that fails is told in its own words', async () => {
    expect(await endingOf({ ok: false, seconds: 3, reason: '`npm ci` failed (exit code 1)' })).toEqual({
      kind: 'ended',
      ending: { outcome: 'cannot-reproduce', reason: 'The dependencies could not be installed: `npm ci` failed (exit code 1)' },
    });
    expect(await endingOf({ ok: true, seconds: 3, did: 'ran `npm ci`' })).toEqual({ kind: 'installed', failed: null, ran: true });
  });

  it('that fails where the checkout has packages leaves it to the tests whether they are all that is needed', async () => {
    expect(await endingOf({ ok: false, seconds: 90.2, reason: 'it took too long' }, true)).toEqual({
      kind: 'installed',
      failed: 'it took too long',
      ran: false,
    });
  });

  it('that failed but for what the tests need is told where it may be why nothing was repaired', async () => {
    expect(await endingOf({ ok: true, seconds: 3, did: 'installed', failed: 'tsc failed' })).toEqual({
      kind: 'installed',
      failed: 'tsc failed',
      ran: true,
    });
    const reasonWith = (outcome: 'fixed' | 'not-fixed' | 'already-green' | 'flaky') =>
      withInstallation({ outcome, reason: 'So.' }, 'tsc failed');
    expect(reasonWith('fixed')).toEqual({ outcome: 'fixed', reason: 'So.' });
    expect(reasonWith('not-fixed')).toEqual({ outcome: 'not-fixed', reason: 'So.\nThe installation failed before: tsc failed' });
    expect(reasonWith('already-green')).toMatchObject({ outcome: 'cannot-reproduce', reason: expect.stringContaining('tsc failed') });
    expect(withInstallation({ outcome: 'already-green', reason: 'So.' }, null).outcome).toBe('already-green');
  });
});

describe('tests that do not run with what was installed', () => {
  const suiteOf = (message: string) => runOf([result('(suite)', 'failed', message)]);
  const broken = suiteOf('TypeError: util.isRegExp is not a function');
  const unnamed = suiteOf("Cannot find module 'left-pad'\nRequire stack:\n- /x/a.js");
  const red = runOf([result('a', 'failed', 'expected 3, got 2'), result('b', 'passed')]);
  const green = runOf([result('a', 'passed'), result('b', 'passed')]);

  interface Case {
    readonly ours: TestRun;
    /** With the packages of the checkout; null where it has none. */
    readonly theirs: TestRun | null;
    readonly hasInstalled?: boolean;
  }

  async function seenWith({ ours, theirs, hasInstalled = true }: Case): Promise<unknown> {
    type Seen = Parameters<typeof seeFailure>;
    let runs = ours;
    const nothing = () => {};
    const run = {
      wholeLimitMs: 1_000,
      signal: new AbortController().signal,
      ledger: { span: (_kind: string, _name: string, work: () => unknown) => work() },
      progress: { line: nothing },
      budget: { remainingMs: () => 60_000 },
      noteSpending: nothing,
      reserve: nothing,
      record: { note: nothing },
      inputs: { sandboxNetwork: 'none' },
    } as unknown as Seen[0];
    const plan = { ecosystem: 'javascript', directory: '', runner: 'mocha', testCommand: 'npm test' };
    const suite = { plan, run: async () => runs } as unknown as Seen[1];
    const tree = { tidy: async () => {}, setAside: async () => false, putBack: async () => {} };
    const modulesOfCheckout = async () => {
      if (theirs !== null) runs = theirs;
      return theirs !== null;
    };
    const ownModules = async () => {
      runs = ours;
    };
    const workspace = { ...tree, root: '/x', modulesOfCheckout, ownModules } as unknown as Seen[2];
    const seen = await seeFailure(run, suite, workspace, hasInstalled);
    expect(runs).toBe(seen.kind === 'red' && seen.baseline.results === red.results ? red : ours);
    return seen.kind === 'red' ? seen.failing.map(({ message }) => message) : seen.kind;
  }

  it('are seen with the packages of the checkout, if it has some', async () => {
    expect(await seenWith({ ours: broken, theirs: red })).toEqual(['expected 3, got 2']);
    expect(await seenWith({ ours: broken, theirs: null })).toEqual([expect.stringContaining('isRegExp')]);
    expect(await seenWith({ ours: broken, theirs: red, hasInstalled: false })).toEqual([expect.stringContaining('isRegExp')]);
  });

  it('are red all the same where those of the checkout make them green, or bring what nobody asks for', async () => {
    expect(await seenWith({ ours: broken, theirs: green })).toEqual([expect.stringContaining('isRegExp')]);
    expect(await seenWith({ ours: unnamed, theirs: red })).toEqual([expect.stringContaining('left-pad')]);
  });
});
