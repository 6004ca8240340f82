import { describe, expect, it } from 'vitest';
import { installDependencies, withInstallation } from '../../src/phases/tests.ts';
import type { InstallOutcome } from '../../src/suite/index.ts';

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
    expect(await endingOf({ ok: true, seconds: 3, did: 'ran `npm ci`' })).toEqual({ kind: 'installed', failed: null });
  });

  it('that fails where the checkout has packages leaves it to the tests whether they are all that is needed', async () => {
    expect(await endingOf({ ok: false, seconds: 90.2, reason: 'it took too long' }, true)).toEqual({
      kind: 'installed',
      failed: 'it took too long',
    });
  });

  it('that failed but for what the tests need is told where it may be why nothing was repaired', async () => {
    expect(await endingOf({ ok: true, seconds: 3, did: 'installed', failed: 'tsc failed' })).toEqual({
      kind: 'installed',
      failed: 'tsc failed',
    });
    const reasonWith = (outcome: 'fixed' | 'not-fixed' | 'already-green' | 'flaky') =>
      withInstallation({ outcome, reason: 'So.' }, 'tsc failed');
    expect(reasonWith('fixed')).toEqual({ outcome: 'fixed', reason: 'So.' });
    expect(reasonWith('not-fixed')).toEqual({ outcome: 'not-fixed', reason: 'So.\nThe installation failed before: tsc failed' });
    expect(reasonWith('already-green')).toMatchObject({ outcome: 'cannot-reproduce', reason: expect.stringContaining('tsc failed') });
    expect(withInstallation({ outcome: 'already-green', reason: 'So.' }, null).outcome).toBe('already-green');
  });
});
