import { createBudget, findFix, numberTurns } from './agent/index.ts';
import { fingerprintOf } from './delivery/index.ts';
import { changeSinceGreen, type Incident } from './incident/index.ts';
import { type Inputs, variableOf } from './inputs/index.ts';
import { deliverFix } from './phases/deliver.ts';
import { endWithoutFailure, endWithoutFix, interrupted } from './phases/endings.ts';
import { eventOf, locate, type Source } from './phases/locate.ts';
import { openMinds } from './phases/minds.ts';
import { pathPolicyOf } from './phases/path-policy.ts';
import {
  costOf,
  createLedger,
  createRecord,
  type Ending,
  type Ledger,
  type Progress,
  type Report,
  type RunRecord,
  resultRows,
  summaryOf,
} from './report/index.ts';
import { checkTestIntegrity, detectSuite, openSuite, rankSuspects, reproduce, type Verification, verify } from './suite/index.ts';
import { openWorkspace, pickSandbox } from './workspace/index.ts';

export interface Job {
  readonly inputs: Inputs;
  readonly source: Source;
  /** A folder of this run's own; removed by the caller. */
  readonly scratch: string;
  /** The environment that `test-env` picks from. */
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Interruption: by the user or by the runner. */
  readonly signal: AbortSignal;
}

export interface Finished {
  /** Without the conversation. */
  readonly report: Report;
  /** Every item between us and the model. */
  readonly conversation: readonly unknown[];
  /** Null when it never became known what is red. */
  readonly incident: Incident | null;
}

/** Something the user set up cannot work. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const now = (): number => performance.now();

/** The whole run. Ends with a report whatever the repository, the model or GitHub do; throws `ConfigurationError` or for a defect of ours. */
export async function repair(job: Job): Promise<Finished> {
  const { inputs } = job;
  const ledger = createLedger({ now });
  const record = createRecord(
    {
      engine: inputs.endpoint === null ? 'builtin' : inputs.engine,
      model: inputs.endpoint?.model ?? null,
      limits: inputs.limits,
      event: eventOf(job.source),
    },
    ledger,
  );
  const said: Said = { conversation: [], incident: null };
  const ending = await phases(job, ledger, record, said).catch((error: unknown): Ending => {
    if (job.signal.aborted) return interrupted;
    throw error;
  });
  return { report: record.report(ending), ...said };
}

type Said = { -readonly [Key in 'conversation' | 'incident']: Finished[Key] };

async function phases(job: Job, ledger: Ledger, record: RunRecord, said: Said): Promise<Ending> {
  const { inputs, signal, progress } = job;
  const startedAt = now();
  const phase = <T>(name: string, run: () => Promise<T>): Promise<T> => {
    progress.phase(name);
    return ledger.phase(name, run);
  };

  const located = await phase('incident', () => locate(job.source, inputs, signal));
  if (located.kind === 'ended') return located.ending;
  if (located.kind === 'invalid') throw new ConfigurationError(located.reason);
  const { incident, checkout } = located;
  said.incident = incident;
  record.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });

  const confinement = await pickSandbox({
    requested: inputs.sandbox,
    network: inputs.sandboxNetwork,
    holdsSecrets: inputs.secrets.length > 0,
    hidden: located.hidden,
    checkout,
    from: job.env,
  });
  if (!confinement.ok && confinement.kind === 'configuration') throw new ConfigurationError(confinement.reason);
  if (!confinement.ok) return { outcome: 'declined', reason: confinement.reason };
  const { sandbox } = confinement;
  record.note({ sandbox: { layer: sandbox.layer, notStopped: sandbox.notStopped } });

  await using minds = await openMinds(inputs, signal, (text) => progress.line(text));
  await using workspace = await phase('workspace', () =>
    openWorkspace({ checkout, temp: job.scratch, policy: pathPolicyOf(inputs), signal }),
  );
  const detected = await detectSuite({
    root: workspace.root,
    testCommand: inputs.testCommand,
    setupCommand: inputs.setupCommand,
    workingDirectory: inputs.workingDirectories[0] ?? null,
  });
  if (!detected.ok) return { outcome: 'cannot-reproduce', reason: detected.reason };
  const { plan } = detected;
  record.note({ tests: { command: plan.testCommand, before: null, after: null, results: [], flaky: [] } });
  progress.line(`test command: ${plan.testCommand} (${plan.runner})`);
  const opened = openSuite(plan, { sandbox, scratch: job.scratch, testEnv: pickVariables(job) });

  // Verification must still fit: twice the suite, and some room.
  let reserveMs = 0;
  const price = inputs.endpoint?.price ?? null;
  const budget = createBudget({
    limits: inputs.limits,
    now,
    startedAt,
    reserveMs: () => reserveMs,
    costOf: price === null ? null : (usage) => costOf(usage, price).usd,
    countTokens: inputs.endpoint !== null,
  });
  const spent = (): Pick<Report, 'budget' | 'cost'> => ({
    budget: { limits: inputs.limits, used: budget.used() },
    // The engine costs nothing, also where it leads a model.
    cost: { usd: budget.used().costUsd, priced: inputs.endpoint === null || price !== null },
  });
  void minds.main.warm.then((turn) => {
    if (turn === null) return;
    budget.spendUsage(turn.usage);
    ledger.onTurn(0, turn);
  });
  const wholeLimitMs = (inputs.limits.minutes * 60_000) / 2;

  const installed = await phase('install', () => opened.install(workspace.root, { timeoutMs: wholeLimitMs, signal }));
  if (signal.aborted) return interrupted;
  if (!installed.ok) return { outcome: 'cannot-reproduce', reason: `The dependencies could not be installed: ${installed.reason}` };

  const seen = await phase('reproduce', () =>
    ledger.span('tests', () => reproduce(opened, workspace.root, { timeoutMs: wholeLimitMs, signal })),
  );
  record.note(spent());
  if (seen.kind === 'aborted') return interrupted;
  if (seen.kind !== 'red') return endWithoutFailure(seen, incident, record, plan.testCommand);
  const { baseline, failing, flaky, failingSeconds, suite } = seen;
  const noteTests = (after: Extract<Verification, { after: unknown }>['after']): void =>
    record.note({
      tests: {
        command: plan.testCommand,
        before: summaryOf(baseline),
        after: after ? summaryOf(after) : null,
        results: resultRows(baseline, after),
        flaky,
      },
    });
  noteTests(null);
  reserveMs = Math.min(wholeLimitMs, (2 * baseline.seconds + failingSeconds) * 1_000 + 5_000);
  progress.line(`red: ${failing.length} of ${baseline.counts.executed} tests fail (${baseline.seconds.toFixed(1)} s)`);

  const diagnosis = await phase('diagnose', async () => {
    const change =
      incident.green === null
        ? null
        : await changeSinceGreen(checkout, incident.green, { maxChars: 400_000, origin: located.origin, signal });
    if (change && !change.ok) progress.line(`change since green is not known: ${change.reason}`);
    const suspects = rankSuspects(null, failing, 100);
    return { testCommand: plan.testCommand, baseline, failing, suspects, change: change?.ok ? change.change : null };
  });
  record.note({ suspects: diagnosis.suspects });

  const emit = numberTurns((event) => {
    ledger.onAgentEvent(event);
    progress.onAgentEvent(event);
  });
  let evidence: string | null = null;
  for (let round = 1; ; round++) {
    const finding = await phase('loop', () =>
      findFix(minds, {
        workspace,
        suite,
        diagnosis,
        failing,
        failingSeconds,
        budget,
        evidence,
        now,
        emit,
      }),
    );
    said.conversation = minds.main.conversation.items;
    record.note({ transport: minds.main.conversation.stats, ...spent() });
    const { result } = finding;
    if (result.kind !== 'candidate') return endWithoutFix(result, diagnosis, record);
    record.note({ patch: result.patch.text, files: result.patch.files, diagnosis: result.explanation, alternatives: result.alternatives });

    const proof = await phase('verify', () =>
      ledger.span('tests', () =>
        verify({ workspace, suite, patch: result.patch, baseline, failing, flaky, timeoutMs: wholeLimitMs, signal }),
      ),
    );
    if (proof.kind === 'aborted') return interrupted;
    const integrity = checkTestIntegrity(result.patch.text);
    record.note({ integrity });
    noteTests(proof.after);
    if (proof.kind === 'proved' && integrity.length === 0) {
      record.note({
        proof: {
          kind: result.source,
          redRuns: 2,
          greenRuns: proof.greenRuns,
          suiteBefore: summaryOf(baseline),
          suiteAfter: summaryOf(proof.after),
        },
      });
      record.note({ fingerprint: fingerprintOf(failing), ...spent() });
      return phase('deliver', () =>
        deliverFix({ inputs, located, record, patch: result.patch, draft: finding.draft, scratch: job.scratch, signal }),
      );
    }
    const problems = proof.kind === 'refuted' ? proof.problems : integrity;
    // The engine has nothing else to say; a model gets one more chance with what the clean copy showed.
    if (minds.model === null || round === 2) {
      return {
        outcome: 'not-fixed',
        reason: `A patch turned the failing tests green, but it did not hold on a clean copy: ${problems.slice(0, 3).join('; ')}`,
      };
    }
    evidence = `An earlier patch was refused by the verification on a clean copy: ${problems.slice(0, 10).join('; ')}\n${result.patch.text.slice(0, 4_000)}`;
    await workspace.reset();
  }
}

function pickVariables({ inputs, env }: Job): { [name: string]: string } {
  return Object.fromEntries(
    inputs.testEnv.flatMap((name) => {
      const value = variableOf(env, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
