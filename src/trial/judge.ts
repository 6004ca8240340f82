import { type Suite, type TestId, type TestResult, type TestRun, turnedGreen } from '../suite/index.ts';
import type { Replica } from '../workspace/index.ts';

import type { Candidate, TrialOptions, Verdict } from './types.ts';

/** Start-up of a test process on a busy machine, on top of a multiple of what the tests took. */
const graceMs = 1_500;
const slowdown = 3;

/**
 * Judges one candidate in a replica: by the failing tests first, and only if these are green by the wider scope. A candidate that hangs
 * is ended after three times what the same tests took on the red tree.
 */
export async function judge(
  replica: Replica,
  suite: Suite,
  candidate: Candidate,
  options: TrialOptions,
  signal: AbortSignal,
): Promise<Verdict> {
  const applied = await replica.apply(candidate.edits);
  if (!applied.ok) return { kind: 'invalid', reason: applied.reason };
  const changed = [...new Set(candidate.edits.map((edit) => edit.path))];

  const run = await suite.run(replica.root, {
    scope: 'failing',
    failing: options.failing,
    timeoutMs: limit(options.failingSeconds),
    signal,
  });
  if (run.aborted) return { kind: 'not-run' };
  const { fixed, red } = turnedGreen(run, options.failing, options.baseline);
  const broke = brokenBy(run, options.baseline);
  if (red.length > 0) return fixed.length > 0 ? { kind: 'partial', fixed, broke } : { kind: 'red' };
  if (broke.length > 0) return { kind: 'breaks', broke };
  if (options.scope === 'failing') return { kind: 'green', ran: 'failing' };

  const wider = await suite.run(replica.root, {
    scope: options.scope,
    failing: options.failing,
    changed,
    timeoutMs: limit(options.baseline.seconds),
    signal,
  });
  if (wider.aborted) return { kind: 'not-run' };
  return judgeWider(wider, options);
}

function judgeWider(run: TestRun, { baseline, failing, scope }: TrialOptions): Verdict {
  const broke = brokenBy(run, baseline);
  const { red } = turnedGreen(run, failing, baseline);
  // Tests that were red for other reasons before (flaky ones) may stay red: what counts is what the candidate changed.
  const known = new Set<TestId>(baseline.failing);
  const crashed = !run.green && run.failing.every((id) => known.has(id)) && run.counts.executed === 0;
  if (broke.length === 0 && red.length === 0 && !crashed && !run.timedOut) return { kind: 'green', ran: scope };
  return { kind: 'breaks', broke: broke.length > 0 ? broke : run.failing };
}

/** Tests that passed on the red tree and do not pass now. */
function brokenBy(run: TestRun, baseline: TestRun): TestId[] {
  const passed = new Set(baseline.results.filter((result: TestResult) => result.status === 'passed').map((result) => result.id));
  return run.results.filter((result) => result.status !== 'passed' && passed.has(result.id)).map((result) => result.id);
}

function limit(seconds: number): number {
  return Math.round(graceMs + slowdown * seconds * 1000);
}
