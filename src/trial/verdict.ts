import { type TestId, type TestResult, type TestRun, turnedGreen } from '../suite/index.ts';
import type { TrialOptions, Verdict } from './types.ts';

/** What a run of the failing tests says of a candidate; null when they pass and nothing they ran with broke. */
export function verdictOfFailing(run: TestRun, options: Pick<TrialOptions, 'failing' | 'baseline'>): Verdict | null {
  const { fixed, red } = turnedGreen(run, options.failing, options.baseline);
  // Tests that the choice of the failing ones left out may be told as skipped.
  const broke = brokenBy(run, options.baseline, ['failed']);
  if (red.length > 0) return fixed.length > 0 ? { kind: 'partial', fixed, broke } : { kind: 'red' };
  return broke.length > 0 ? { kind: 'breaks', broke } : null;
}

/** What a run in a wider scope says of a candidate that turned the failing tests green. */
export function verdictOfWider(run: TestRun, { baseline, failing, scope }: Pick<TrialOptions, 'baseline' | 'failing' | 'scope'>): Verdict {
  const broke = brokenBy(run, baseline, ['failed', 'skipped', 'todo']);
  const { fixed, red } = turnedGreen(run, failing, baseline);
  // Tests that were red for other reasons before (flaky ones) may stay red: what counts is what the candidate changed.
  const known = new Set<TestId>(baseline.failing);
  const crashed = !run.green && run.failing.every((id) => known.has(id)) && run.counts.executed === 0;
  if (broke.length === 0 && red.length === 0 && !crashed && !run.timedOut) return { kind: 'green', ran: scope };
  // Of very many failing tests only some were run before.
  if (red.length > 0 && fixed.length > 0 && !run.timedOut) return { kind: 'partial', fixed, broke };
  // One that did not end in time says nothing of any test: the machine may have been busy.
  return { kind: 'breaks', broke: broke.length > 0 || run.timedOut ? broke : run.failing };
}

/** Tests that passed on the red tree and are one of `now` in this run. */
function brokenBy(run: TestRun, baseline: TestRun, now: readonly TestResult['status'][]): TestId[] {
  const passed = new Set(baseline.results.filter((result) => result.status === 'passed').map((result) => result.id));
  return run.results.filter((result) => now.includes(result.status) && passed.has(result.id)).map((result) => result.id);
}
