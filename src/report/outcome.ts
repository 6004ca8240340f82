import { matrixOf } from './fan-out.ts';
import type { Outcome, Report } from './types.ts';

/** Where the report's files are; null for what was not written. */
export interface ReportFiles {
  readonly report: string | null;
  readonly patch: string | null;
  readonly bundle: string | null;
}

/** The outputs of the Action, with the descriptions that action.yml and the README show. */
export const outputDescriptions = {
  outcome:
    '`fixed`, `already-green`, `flaky`, `cannot-reproduce`, `not-fixed`, `declined`, `budget-exhausted`, `superseded`, `provider-unavailable` or `skipped`.',
  fixed: '`true` when the fix is proved, also when it could not be delivered; else `false`.',
  delivery: '`delivered`, `refused` or `not-requested`.',
  'pull-request-url': 'The pull request, when there is one.',
  'pull-request-number': 'Its number.',
  branch: 'The branch the fix was pushed to.',
  'patch-file': 'The fix as a patch in git’s format.',
  'bundle-dir': 'Folder of the patch bundle of `mode: fix`.',
  'report-file': 'The report, `report.json`.',
  fingerprint: 'Names this failure: the same failure has the same fingerprint.',
  causes: 'Of `mode: plan`: how many causes the failures have; empty when nothing is red.',
  matrix: 'Of `mode: plan`: a `strategy.matrix` as JSON, a leg a cause, with `cause`, `name` and `failures`.',
  turns: 'Turns of the model.',
  'test-runs': 'Test runs; a batch of candidate patches counts once.',
  'input-tokens': 'Tokens sent to the model, cached ones included.',
  'cached-tokens': 'Tokens of these that the provider had cached.',
  'output-tokens': 'Tokens the model wrote.',
  'cost-usd': 'US dollars for the model; empty when its price is not known.',
  seconds: 'Seconds from start to report.',
  timing: 'Where the time went, as JSON: `total`, `phases`, `critical` (adds up to `total`) and `overlap`, in seconds.',
} as const;

export type OutputName = keyof typeof outputDescriptions;

/** The one place where a report becomes outputs. An empty text is an output that does not apply. */
export function outputsOf(report: Report, files: ReportFiles): Readonly<Record<OutputName, string>> {
  const tokens = (count: (turn: Report['turns'][number]) => number): string =>
    String(report.turns.reduce((sum, turn) => sum + count(turn), 0));
  return {
    outcome: report.outcome,
    fixed: String(report.outcome === 'fixed'),
    delivery: report.delivery.state,
    'pull-request-url': report.pullRequest?.url ?? '',
    'pull-request-number': report.pullRequest === null ? '' : String(report.pullRequest.number),
    branch: report.delivery.branch ?? '',
    'patch-file': files.patch ?? '',
    'bundle-dir': files.bundle ?? '',
    'report-file': files.report ?? '',
    fingerprint: report.fingerprint ?? '',
    causes: report.causes === undefined ? '' : String(report.causes.length),
    matrix: report.causes === undefined ? '' : JSON.stringify(matrixOf(report.causes)),
    turns: String(report.budget.used.turns),
    'test-runs': String(report.budget.used.testRuns),
    'input-tokens': tokens((turn) => turn.inputTokens),
    'cached-tokens': tokens((turn) => turn.cachedTokens),
    'output-tokens': tokens((turn) => turn.outputTokens),
    'cost-usd': report.cost.priced ? report.cost.usd.toFixed(4) : '',
    seconds: report.timing.total.toFixed(1),
    timing: JSON.stringify(report.timing),
  };
}

const quiet: ReadonlySet<Outcome> = new Set(['fixed', 'already-green', 'flaky']);

/** Outcomes never fail the step by themselves: a red build gets no second red cross from us unless `fail-on` asks for it. */
export function failsStep(outcome: Outcome, failOn: readonly Outcome[]): boolean {
  return failOn.includes(outcome);
}

/** The command line's exit code for a run that came to its end: 0 or 1. Wrong usage (2), defects (3) and signals are the caller's. */
export function exitCodeOf(
  report: Pick<Report, 'outcome'> & { delivery: Pick<Report['delivery'], 'state'> },
  failOn: readonly Outcome[] = [],
): 0 | 1 {
  if (report.delivery.state === 'refused' || failOn.includes(report.outcome)) return 1;
  return quiet.has(report.outcome) ? 0 : 1;
}
