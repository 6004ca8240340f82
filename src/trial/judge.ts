import { type RunOptions, type Suite, secondsOfFailing, secondsUnreached, stillSeconds } from '../suite/index.ts';
import type { Replica } from '../workspace/index.ts';
import type { Candidate, TrialOptions, Verdict } from './types.ts';
import { verdictOfFailing, verdictOfWider } from './verdict.ts';

/** Start-up of a test process on a busy machine, on top of a multiple of what the tests took. */
const graceMs = 1_500;
const slowdown = 3;
/** Few come as far as the wider scope, and a machine that is busy must not refuse a repair. */
const widerGraceMs = 15_000;

/** Suites that take longer, in seconds, are run in part first: by the tests that are about what is changed most candidates that break others are told. */
const slowSuite = 6;
/** What that part may take of the whole, and what it may take in any case, so that work without end is noticed. */
const relatedShare = 0.5;
const relatedMs = 20_000;

/**
 * Judges one candidate in a replica, in processes of its own: by the failing tests first, and only if these are green by the wider scope.
 * One that `seemsGreen` is judged by everything at once, the failing tests among it. A candidate that hangs is ended after three times what
 * the same tests took on the red tree, where none was reached there after most of a minute, and sooner where it is seen to work without end.
 */
export async function judgeCold(
  replica: Replica,
  suite: Suite,
  candidate: Candidate,
  options: TrialOptions & { readonly seemsGreen: boolean },
  signal: AbortSignal,
): Promise<Verdict> {
  const applied = await replica.apply(candidate.edits);
  if (!applied.ok) return { kind: 'invalid', reason: applied.reason };
  const changed = [...new Set(candidate.edits.map((edit) => edit.path))];
  if (!(options.seemsGreen && options.scope === 'all')) {
    const verdict = await judgeByFailing(replica, suite, options, signal);
    if (verdict !== null) return verdict;
    if (options.scope === 'failing') return { kind: 'green', ran: 'failing' };
  }
  const isSlow = options.scope === 'all' && options.baseline.seconds > slowSuite;
  const sooner = isSlow ? await judgeByRelated(replica, suite, changed, options, signal) : null;
  if (sooner !== null) return sooner;
  const wider = await suite.run(replica.root, {
    scope: options.scope,
    failing: options.failing,
    changed,
    later: true,
    ...within(widerGraceMs + timeLimit(options.baseline.seconds + secondsUnreached(options.failing)), options),
    signal,
  });
  return wider.aborted ? { kind: 'not-run' } : verdictOfWider(wider, options);
}

/** Null where these tests alone do not tell. */
async function judgeByRelated(
  replica: Replica,
  suite: Suite,
  changed: readonly string[],
  options: TrialOptions,
  signal: AbortSignal,
): Promise<Verdict | null> {
  const { baseline, failing } = options;
  const run = await suite.run(replica.root, {
    scope: 'related',
    failing,
    changed,
    later: true,
    ...within(Math.max(relatedMs, graceMs + relatedShare * baseline.seconds * 1_000), options),
    signal,
  });
  if (run.aborted) return { kind: 'not-run' };
  if (run.timedOut) return run.stoodStill === true ? { kind: 'breaks', broke: [] } : null;
  const verdict = verdictOfWider(run, options);
  const isWhole = baseline.results.every(({ id, status }) => status !== 'passed' || run.results.some((result) => result.id === id));
  return verdict.kind === 'breaks' && verdict.broke.length > 0 ? verdict : isWhole ? verdict : null;
}

/** Null when the failing tests are green. */
async function judgeByFailing(replica: Replica, suite: Suite, options: TrialOptions, signal: AbortSignal): Promise<Verdict | null> {
  const run = await suite.run(replica.root, {
    scope: 'failing',
    failing: options.failing,
    later: true,
    ...within(timeLimit(secondsOfFailing(suite.plan, options.failing, options.failingSeconds, options.baseline.seconds)), options),
    signal,
  });
  return run.aborted ? { kind: 'not-run' } : verdictOfFailing(run, options);
}

/** The time limit; where it comes much later, work without end is noticed before, by a process beside the run. */
function within(timeoutMs: number, { baseline }: TrialOptions): Pick<RunOptions, 'timeoutMs' | 'noticeStill'> {
  const seconds = stillSeconds(baseline);
  return { timeoutMs, noticeStill: timeoutMs > 1_250 * seconds ? seconds : undefined };
}

/** In milliseconds, for tests that took `seconds` on the red tree. */
export function timeLimit(seconds: number): number {
  return Math.round(graceMs + slowdown * seconds * 1000);
}
