import { variableOf } from '../inputs/index.ts';
import { type Ending, resultRows, summaryOf } from '../report/index.ts';
import { detectSuite, openSuite, type Reproduction, reproduce, type Suite, type Verification, verify } from '../suite/index.ts';
import type { Patch, Sandbox, Workspace } from '../workspace/index.ts';
import { interrupted } from './endings.ts';
import type { FailedRunReading } from './failed-run.ts';
import type { Run } from './run.ts';

/** A failure that was seen here. */
export type Red = Extract<Reproduction, { readonly kind: 'red' }>;

type Opened = { readonly kind: 'opened'; readonly suite: Suite } | { readonly kind: 'ended'; readonly ending: Ending };

/** Room for a verification beside twice the suite, in milliseconds. */
const verificationSlackMs = 5_000;

/** The suite of the red tree: its commands, found or given; where it is known which step failed, that step's. */
export async function openTests(run: Run, { root }: Workspace, sandbox: Sandbox, failedRun: FailedRunReading): Promise<Opened> {
  const { inputs, record, progress } = run;
  const detected = await detectSuite({
    root,
    testCommand: inputs.testCommand,
    setupCommand: inputs.setupCommand,
    workingDirectories: inputs.workingDirectories,
    failed: inputs.testCommand === null ? ((await failedRun.steps).find(({ step }) => step !== null) ?? null) : null,
  });
  if (!detected.ok) return { kind: 'ended', ending: { outcome: 'cannot-reproduce', reason: detected.reason } };
  const { plan } = detected;
  record.note({ tests: { command: plan.testCommand, before: null, after: null, results: [], flaky: [] } });
  progress.line(`test command: ${plan.testCommand} (${plan.runner})`);
  return { kind: 'opened', suite: openSuite(plan, { sandbox, scratch: run.scratch, testEnv: chosenVariables(run) }) };
}

/** Null when everything the tests need is there. */
export async function installDependencies({ wholeLimitMs, signal }: Run, suite: Suite, workspace: Workspace): Promise<Ending | null> {
  const installed = await suite.install(workspace.root, { timeoutMs: wholeLimitMs, signal });
  if (signal.aborted) return interrupted;
  if (installed.ok) {
    await workspace.installed(installed.seconds > 0);
    return null;
  }
  if (installed.seconds * 1_000 >= wholeLimitMs) {
    const room = `${Math.round(wholeLimitMs / 1_000)} seconds, half of max-minutes`;
    const remedy = 'give the run more minutes, or install them in an earlier step of the job.';
    return { outcome: 'budget-exhausted', reason: `The dependencies could not be installed within ${room}: ${remedy}` };
  }
  return { outcome: 'cannot-reproduce', reason: `The dependencies could not be installed: ${installed.reason}` };
}

/** Sees the failure here before anything else is done about it. */
export async function seeFailure(run: Run, suite: Suite, { root }: Workspace): Promise<Reproduction> {
  const { wholeLimitMs, signal, ledger, progress } = run;
  const seen = await ledger.span('tests', 'reproduce', () => reproduce(suite, root, { timeoutMs: wholeLimitMs, signal }));
  run.noteSpending();
  if (seen.kind !== 'red') return seen;
  const { baseline, failing, failingSeconds } = seen;
  run.reserve(Math.min(wholeLimitMs, (2 * baseline.seconds + failingSeconds) * 1_000 + verificationSlackMs));
  progress.line(`red: ${failing.length} of ${baseline.counts.executed} tests fail (${baseline.seconds.toFixed(1)} s)`);
  noteResults(run, seen, null);
  return seen;
}

/** The proof on a clean copy. */
export function prove(
  { wholeLimitMs, ledger }: Run,
  workspace: Workspace,
  { suite, baseline, failing, flaky }: Red,
  patch: Patch,
  signal: AbortSignal,
): Promise<Verification> {
  return ledger.span('tests', 'verify', () =>
    verify({ workspace, suite, patch, baseline, failing, flaky, timeoutMs: wholeLimitMs, signal }),
  );
}

export function noteResults(
  { record }: Run,
  { suite, baseline, flaky }: Red,
  after: Extract<Verification, { after: unknown }>['after'],
): void {
  record.note({
    tests: {
      command: suite.plan.testCommand,
      before: summaryOf(baseline),
      after: after ? summaryOf(after) : null,
      results: resultRows(baseline, after),
      flaky,
    },
  });
}

function chosenVariables({ inputs, env }: Run): { [name: string]: string } {
  return Object.fromEntries(
    inputs.testEnv.flatMap((name) => {
      const value = variableOf(env, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
