import { type Suite, secondsOfFailing, secondsUnreached } from '../suite/index.ts';
import type { Replica } from '../workspace/index.ts';
import type { Candidate, TrialOptions, Verdict } from './types.ts';
import { verdictOfFailing, verdictOfWider } from './verdict.ts';

/** Start-up of a test process on a busy machine, on top of a multiple of what the tests took. */
const graceMs = 1_500;
const slowdown = 3;
/** Few come as far as the wider scope, and a machine that is busy must not refuse a repair. */
const widerGraceMs = 15_000;

/**
 * Judges one candidate in a replica, in processes of its own: by the failing tests first, and only if these are green by the wider scope.
 * One that `seemsGreen` is judged by everything at once, the failing tests among it. A candidate that hangs is ended after three times what
 * the same tests took on the red tree, and where none was reached there, after most of a minute.
 */
export async function judgeCold(
  replica: Replica,
  suite: Suite,
  candidate: Candidate,
  options: TrialOptions & { readonly seemsGreen: boolean },
  signal: AbortSignal,
): Promise<Verdict> {
  await replica.tidy();
  const applied = await replica.apply(candidate.edits);
  if (!applied.ok) return { kind: 'invalid', reason: applied.reason };
  const changed = [...new Set(candidate.edits.map((edit) => edit.path))];
  if (!(options.seemsGreen && options.scope === 'all')) {
    const verdict = await judgeByFailing(replica, suite, options, signal);
    if (verdict !== null) return verdict;
    if (options.scope === 'failing') return { kind: 'green', ran: 'failing' };
    await replica.tidy();
  }
  const wider = await suite.run(replica.root, {
    scope: options.scope,
    failing: options.failing,
    changed,
    later: true,
    timeoutMs: widerGraceMs + timeLimit(options.baseline.seconds + secondsUnreached(options.failing)),
    signal,
  });
  return wider.aborted ? { kind: 'not-run' } : verdictOfWider(wider, options);
}

/** Null when the failing tests are green. */
async function judgeByFailing(replica: Replica, suite: Suite, options: TrialOptions, signal: AbortSignal): Promise<Verdict | null> {
  const run = await suite.run(replica.root, {
    scope: 'failing',
    failing: options.failing,
    later: true,
    timeoutMs: timeLimit(secondsOfFailing(suite.plan, options.failing, options.failingSeconds, options.baseline.seconds)),
    signal,
  });
  return run.aborted ? { kind: 'not-run' } : verdictOfFailing(run, options);
}

/** In milliseconds, for tests that took `seconds` on the red tree. */
export function timeLimit(seconds: number): number {
  return Math.round(graceMs + slowdown * seconds * 1000);
}
