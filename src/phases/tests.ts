import { join } from 'node:path';
import { variableOf } from '../inputs/index.ts';
import { type Ending, resultRows, summaryOf } from '../report/index.ts';
import {
  detectSuite,
  isOutsideOfTests,
  openSuite,
  type Reproduction,
  reproduce,
  type Suite,
  type Verification,
  verify,
} from '../suite/index.ts';
import type { Patch, Sandbox, Workspace } from '../workspace/index.ts';
import { interrupted } from './endings.ts';
import type { FailedRunReading } from './failed-run.ts';
import { declineFor, missedIn } from './no-fault.ts';
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

/** `failed`: what went wrong although the tests can be run; null where nothing did. `ran`: whether packages are of this installation. */
type Installed =
  | { readonly kind: 'installed'; readonly failed: string | null; readonly ran: boolean }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** What the tests need, or the ending where it cannot be had. */
export async function installDependencies({ wholeLimitMs, signal, progress }: Run, suite: Suite, workspace: Workspace): Promise<Installed> {
  const ended = (ending: Ending): Installed => ({ kind: 'ended', ending });
  const installed = await suite.install(workspace.root, { timeoutMs: wholeLimitMs, signal });
  if (signal.aborted) return ended(interrupted);
  if (installed.ok) {
    await workspace.installed(installed.seconds > 0);
    if (installed.failed !== undefined) progress.line(`the installation failed, but for what the tests need: ${installed.did}`);
    return { kind: 'installed', failed: installed.failed ?? null, ran: installed.seconds > 0 };
  }
  // What is there may be all that the tests need: they tell.
  if (suite.plan.ecosystem === 'javascript' && (await workspace.modulesOfCheckout())) {
    await workspace.installed(false);
    progress.line('the installation failed: the tests are run with the packages that the checkout has');
    return { kind: 'installed', failed: installed.reason, ran: false };
  }
  if (installed.seconds * 1_000 >= wholeLimitMs) {
    const room = `${Math.round(wholeLimitMs / 1_000)} seconds, half of max-minutes`;
    const remedy = 'give the run more minutes, or install them in an earlier step of the job.';
    return ended({ outcome: 'budget-exhausted', reason: `The dependencies could not be installed within ${room}: ${remedy}` });
  }
  return ended({ outcome: 'cannot-reproduce', reason: `The dependencies could not be installed: ${installed.reason}` });
}

/** Outcomes that an installation which failed may be the reason of. */
const unrepaired: ReadonlySet<Ending['outcome']> = new Set(['declined', 'not-fixed', 'budget-exhausted', 'cannot-reproduce']);

/** An ending with what failed while the dependencies were installed, where that may be why. Green tests beside it repair nothing. */
export function withInstallation({ outcome, reason }: Ending, failed: string | null): Ending {
  if (failed === null || (outcome !== 'already-green' && !unrepaired.has(outcome))) return { outcome, reason };
  const said = `The installation failed before: ${failed.slice(0, MOST_SAID)}`;
  return { outcome: outcome === 'already-green' ? 'cannot-reproduce' : outcome, reason: `${reason}\n${said}` };
}

const MOST_SAID = 1_500;

/**
 * Sees the failure here before anything else is done about it. Where the tests do not even run with what was installed here, and the checkout has
 * packages of its own, they are seen with these.
 */
export async function seeFailure(run: Run, suite: Suite, workspace: Workspace, hasInstalled: boolean): Promise<Reproduction> {
  const { wholeLimitMs, signal, ledger, progress, budget } = run;
  const see = (): Promise<Reproduction> => {
    const limits = { timeoutMs: wholeLimitMs, totalMs: budget.remainingMs(), signal, tree: workspace };
    return ledger.span('tests', 'reproduce', () => reproduce(suite, workspace.root, limits));
  };
  let seen = await see();
  const mayBeInTheWay = hasInstalled && suite.plan.ecosystem === 'javascript' && seen.kind === 'red' ? seen : null;
  if (mayBeInTheWay !== null && (await doNotRun(run, workspace, mayBeInTheWay)) && (await workspace.modulesOfCheckout())) {
    progress.line('the tests do not run with what was installed: they are run with the packages that the checkout has');
    const again = await see();
    // What is green with packages of another time says nothing of those that are asked for now.
    if (again.kind === 'red') seen = again;
    else await workspace.ownModules();
  }
  run.noteSpending();
  if (seen.kind !== 'red') return seen;
  const { baseline, failing, failingSeconds } = seen;
  run.reserve(Math.min(wholeLimitMs, (2 * baseline.seconds + failingSeconds) * 1_000 + verificationSlackMs));
  progress.line(`red: ${failing.length} of ${baseline.counts.executed} tests fail (${baseline.seconds.toFixed(1)} s)`);
  noteResults(run, seen, null);
  return seen;
}

async function doNotRun(run: Run, workspace: Workspace, seen: Red): Promise<boolean> {
  if ((await declineFor(run, workspace, seen)) !== null) return true;
  // A package that no manifest asks for is missing as long as none does.
  if (seen.failing.some(({ message }) => missedIn(message ?? '', join(workspace.root, seen.suite.plan.directory)) !== null)) return false;
  return seen.baseline.results.every(({ id, status }) => status === 'failed' && isOutsideOfTests(id));
}

/** With some of the failures, which are to be repaired; the others may stay red. */
export function narrowedTo({ progress }: Run, seen: Red, failing: Red['failing']): Red {
  progress.line(`to be repaired: ${failing.length} of ${seen.failing.length} failures`);
  return { ...seen, failing };
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
