import { type Attempt, type Candidate, type Diagnosis, findFix, numberTurns } from './agent/index.ts';
import { fingerprintOf } from './delivery/index.ts';
import type { Incident } from './incident/index.ts';
import { Ahead } from './phases/ahead.ts';
import { triedEnough } from './phases/attempts.ts';
import { confine, enableSandbox } from './phases/confine.ts';
import { deliverFix } from './phases/deliver.ts';
import { diagnose } from './phases/diagnose.ts';
import { endWithoutFailure, endWithoutFix, interrupted } from './phases/endings.ts';
import { readRunAhead } from './phases/failed-run.ts';
import { connectHosted } from './phases/hosted.ts';
import { examineFix } from './phases/integrity.ts';
import { type Located, locate } from './phases/locate.ts';
import { type OpenMinds, openMinds } from './phases/minds.ts';
import { pathPolicyOf } from './phases/path-policy.ts';
import { ConfigurationError, type Job, openRun, type Run } from './phases/run.ts';
import { installDependencies, noteResults, openTests, prove, type Red, seeFailure } from './phases/tests.ts';
import { type Ending, placed, type Report, summaryOf } from './report/index.ts';
import { blockingFindings, type Verification } from './suite/index.ts';
import { openWorkspace, type Patch, type Workspace } from './workspace/index.ts';

export interface Finished {
  /** Without the conversation. */
  readonly report: Report;
  /** Every item between us and the model. */
  readonly conversation: readonly unknown[];
  /** Null when it never became known what is red. */
  readonly incident: Incident | null;
}

type Said = { -readonly [Key in 'conversation' | 'incident']: Finished[Key] };

/** The whole run. Ends with a report whatever the repository, the model or GitHub do; throws `ConfigurationError` or for a defect of ours. */
export async function repair(job: Job): Promise<Finished> {
  const run = openRun(job);
  const said: Said = { conversation: [], incident: null };
  const ending = await phases(run, said).catch((error: unknown): Ending => {
    if (job.signal.aborted) return interrupted;
    throw error;
  });
  return { report: run.record.report(ending), ...said };
}

async function phases(run: Run, said: Said): Promise<Ending> {
  const { inputs, signal, record, phase } = run;
  // Connecting is free, and a handshake takes long: it begins before anything is known.
  await using hosted = run.hosted ?? connectHosted(inputs, signal, (text) => run.progress.line(text));
  const located = await phase('incident', () => locate(run.source, inputs, signal));
  if (located.kind === 'ended') return located.ending;
  if (located.kind === 'invalid') throw new ConfigurationError(located.reason);
  const { incident, checkout } = located;
  said.incident = incident;
  record.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });

  await using failedRun = readRunAhead(run, located);
  await using _runner = await enableSandbox(run);
  const confined = await confine(run, located);
  if (confined.kind === 'ended') return confined.ending;
  await using minds = await openMinds(run, hosted);
  await using workspace = await phase('workspace', () =>
    openWorkspace({ checkout, temp: run.scratch, policy: pathPolicyOf(inputs), signal }),
  );
  const opened = await openTests(run, workspace, confined.sandbox, failedRun);
  if (opened.kind === 'ended') return opened.ending;
  const { suite } = opened;

  const notInstalled = await phase('install', () => installDependencies(run, suite, workspace));
  if (notInstalled !== null) return notInstalled;
  const seen = await phase('reproduce', () => seeFailure(run, suite, workspace));
  if (seen.kind === 'aborted') return interrupted;
  if (seen.kind !== 'red') return await endWithoutFailure(seen, { incident, record, command: suite.plan.testCommand, failedRun });
  const enough = await triedEnough(run, located, seen);
  if (enough !== null) return enough;
  const diagnosis = await phase('diagnose', () => diagnose(run, { located, workspace, seen, failedRun }));
  return await findAndDeliver(run, said, { located, workspace, minds, seen, diagnosis });
}

interface Known {
  readonly located: Located;
  readonly workspace: Workspace;
  readonly minds: OpenMinds;
  readonly seen: Red;
  readonly diagnosis: Diagnosis;
}

/** The loop and its verification. The verification starts at the first green, while the model still explains. */
async function findAndDeliver(run: Run, said: Said, known: Known): Promise<Ending> {
  const { ledger, progress, record, signal, phase } = run;
  const { workspace, minds, seen, diagnosis } = known;
  await using proofs = new Ahead((patch, stop) => prove(run, workspace, seen, patch, stop), signal);
  const emit = numberTurns((event) => {
    ledger.onAgentEvent(event);
    progress.onAgentEvent(event);
    if (event.type === 'tests-green') proofs.start(event.patch);
  });
  const examined = new Map<string, Promise<Examined>>();
  const examineOnce = (patch: Patch): Promise<Examined> => {
    const result = examined.get(patch.text) ?? proofs.take(patch).then((proof) => examine(run, known, patch, proof));
    examined.set(patch.text, result);
    return result;
  };
  const holds = async ({ patch }: Candidate): Promise<boolean> => {
    const { proof, refused } = await examineOnce(patch);
    return proof.kind === 'proved' && refused.length === 0;
  };
  let evidence: string | null = null;
  for (let round = 1; ; round++) {
    const finding = await phase('loop', () =>
      findFix(minds, { ...seen, workspace, diagnosis, budget: run.budget, evidence, holds, now: run.now, emit }),
    );
    said.conversation = conversationOf(minds, finding.by).items;
    record.note({ transport: minds.main.conversation.stats });
    run.noteSpending();
    const { result } = finding;
    if (result.kind !== 'candidate') return endWithoutFix(result, diagnosis, record);
    const { patch } = result;
    record.note({ patch: patch.text, files: patch.files, diagnosis: result.explanation, alternatives: result.alternatives });

    const { proof, integrity, refused } = await phase('verify', () => examineOnce(patch));
    if (proof.kind === 'aborted') return interrupted;
    record.note({ integrity });
    noteResults(run, seen, proof.after);
    if (proof.kind === 'proved' && refused.length === 0) {
      noteProof(run, seen, result.source, proof);
      return await phase('deliver', () =>
        deliverFix({ inputs: run.inputs, located: known.located, record, patch, draft: finding.draft, scratch: run.scratch, signal }),
      );
    }
    const problems = proof.kind === 'refuted' ? proof.problems : refused.map(placed);
    // The engine has nothing else to say; a model gets one more chance with what the clean copy showed.
    if (minds.model === null || round === 2) {
      return {
        outcome: 'not-fixed',
        reason: `A patch turned the failing tests green, but it did not hold on a clean copy: ${problems.slice(0, 3).join('; ')}`,
      };
    }
    evidence = `An earlier patch was refused by the verification on a clean copy: ${problems.slice(0, 10).join('; ')}\n${patch.text.slice(0, 4_000)}`;
    await workspace.reset();
  }
}

interface Examined {
  readonly proof: Verification;
  readonly integrity: Report['integrity'];
  readonly refused: ReturnType<typeof blockingFindings>;
}

/** What the rules of integrity say of a patch whose proof is there. */
async function examine(run: Run, { workspace, seen }: Known, patch: Patch, proof: Verification): Promise<Examined> {
  if (proof.kind === 'aborted') return { proof, integrity: [], refused: [] };
  const integrity = await examineFix({
    patch: patch.text,
    readRed: (path) => workspace.original(path),
    failingFiles: seen.failing.map(({ file }) => file),
    runs: proof.after === null ? null : { before: seen.baseline, after: proof.after },
    allowTestChanges: run.inputs.allowTestChanges,
  });
  return { proof, integrity, refused: blockingFindings(integrity) };
}

/** Of several attempts of a model, the one that found the result; of engine and model, the one that had the last word. */
function conversationOf({ main, rivals }: OpenMinds, by: Attempt): Attempt['conversation'] {
  return rivals.includes(by) ? by.conversation : main.conversation;
}

function noteProof(
  run: Run,
  { baseline, failing }: Red,
  kind: 'revert' | 'template' | 'model',
  { after, greenRuns }: Extract<Verification, { kind: 'proved' }>,
): void {
  const proof = { kind, redRuns: 2, greenRuns, suiteBefore: summaryOf(baseline), suiteAfter: summaryOf(after) };
  run.record.note({ proof, fingerprint: fingerprintOf(failing) });
  run.noteSpending();
}
