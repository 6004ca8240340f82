import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Attempt, Candidate, Diagnosis, OpenModel } from './agent/index.ts';
import { fingerprintOf } from './delivery/index.ts';
import type { Incident } from './incident/index.ts';
import { Ahead } from './phases/ahead.ts';
import { endWithoutFailure, endWithoutFix, interrupted, withAside } from './phases/endings.ts';
import type { FailedRunReading } from './phases/failed-run.ts';
import { connectHosted } from './phases/hosted.ts';
import { type Located, locate } from './phases/locate.ts';
import { machineFault } from './phases/machine-fault.ts';
import type { OpenMinds } from './phases/minds.ts';
import { ConfigurationError, type Job, openRun, type Run } from './phases/run.ts';
import type { Red } from './phases/tests.ts';
import { type AttemptSaid, type Ending, placed, type Report, summaryOf } from './report/index.ts';
import type { Suite, Verification } from './suite/index.ts';
import type { Patch, Sandbox, Workspace } from './workspace/index.ts';

export interface Finished {
  /** Without the conversation. */
  readonly report: Report;
  /** Every item between us and the model. */
  readonly conversation: readonly unknown[];
  /** The same of every attempt, the engine's included; one alone is not worth telling apart. */
  readonly attempts: readonly AttemptSaid[];
  /** Null when it never became known what is red. */
  readonly incident: Incident | null;
}

/** Most of the program. */
type Later = typeof import('./phases/later.ts');

/** In pieces: loading blocks the event loop, and between two of them git and the server are heard. */
async function loadLater(): Promise<Later> {
  for (const piece of [() => import('./suite/index.ts'), () => import('./agent/index.ts')]) {
    await turnOfTheLoop();
    await piece();
  }
  return await import('./phases/later.ts');
}

/** The model hears of the run, which is no turn but is billed. */
function warmUp({ budget, ledger }: Run, hosted: OpenModel | null): void {
  void hosted?.warm().then((turn) => {
    if (turn === null) return;
    budget.spendUsage(turn.usage);
    ledger.onTurn(0, turn);
  });
}

type Said = { -readonly [Key in 'conversation' | 'attempts' | 'incident']: Finished[Key] };

/** The whole run. Ends with a report whatever the repository, the model or GitHub do; throws `ConfigurationError` or for a defect of ours. */
export async function repair(job: Job): Promise<Finished> {
  const run = openRun(job);
  const said: Said = { conversation: [], attempts: [], incident: null };
  const ending = await phases(run, said).catch(async (error: unknown): Promise<Ending> => {
    if (job.signal.aborted) return interrupted;
    const fault = await machineFault(error, job.scratch);
    if (fault === null) throw error;
    return { outcome: 'declined', reason: fault };
  });
  run.noteSpending();
  return { report: run.record.report(ending), ...said };
}

async function phases(run: Run, said: Said): Promise<Ending> {
  const { inputs, signal, record, phase } = run;
  // Connecting is free, and a handshake takes long: it begins before anything is known.
  await using hosted = run.hosted ?? connectHosted(inputs, signal, (text) => run.progress.line(text));
  const located = await phase('incident', () => locate(run.source, inputs, signal, () => warmUp(run, hosted)));
  if (located.kind === 'ended') {
    return located.turnedGreen ? phase('deliver', async () => (await import('./phases/tell.ts')).afterEnd(run, located)) : located.ending;
  }
  if (located.kind === 'invalid') throw new ConfigurationError(located.reason);
  const { incident } = located;
  said.incident = incident;
  record.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });
  const ending = await repairLocated(run, said, located, hosted);
  // Who runs it from a terminal is told there.
  return incident.event === 'local' ? ending : (await import('./phases/tell.ts')).tellPeople(run, located, ending);
}

async function repairLocated(run: Run, said: Said, located: Located, hosted: OpenModel | null): Promise<Ending> {
  const { signal, phase } = run;
  const { checkout } = located;
  const { confine, enableSandbox, openWorkspace, pathPolicyOf } = await import('./phases/soon.ts');
  await using _runner = await enableSandbox(run);
  const preparing = confine(run, located).then(async (confined) => {
    return confined.kind === 'confined' ? { ...confined, later: await loadLater() } : confined;
  });
  // What goes wrong is seen below, when the files are there.
  preparing.catch(() => {});
  await using workspace = await phase('workspace', () =>
    openWorkspace({ checkout, temp: run.scratch, policy: pathPolicyOf(run.inputs), signal }),
  );
  const prepared = await preparing;
  if (prepared.kind === 'ended') return prepared.ending;
  const { sandbox, later } = prepared;
  const { openTests, installDependencies, withInstallation } = later;
  await using failedRun = later.readRunAhead(run, located);
  await using minds = await later.openMinds(run, hosted);
  const opened = await openTests(run, workspace, sandbox, failedRun);
  if (opened.kind === 'ended') return opened.ending;
  const { suite } = opened;

  const installed = await phase('install', () => installDependencies(run, suite, workspace));
  if (installed.kind === 'ended') return installed.ending;
  const tested: Tested = { later, located, workspace, minds, suite, sandbox, failedRun, hasInstalled: installed.ran };
  return withInstallation(await repairTested(run, said, tested), installed.failed);
}

/** What the tests of a run are seen with. */
interface Tested extends Omit<Known, 'seen' | 'diagnosis' | 'fingerprint'> {
  readonly suite: Suite;
  readonly sandbox: Sandbox;
  readonly failedRun: FailedRunReading;
  readonly hasInstalled: boolean;
}

async function repairTested(run: Run, said: Said, tested: Tested): Promise<Ending> {
  const { record, phase } = run;
  const { later, located, workspace, minds, suite, sandbox, failedRun, hasInstalled } = tested;
  const { seeFailure, seeStuck, planCauses, chooseFailures, declineFor, notWorthIt, diagnose } = later;
  const { incident } = located;
  const found = await phase('reproduce', () => seeFailure(run, suite, workspace, hasInstalled));
  if (found.kind === 'aborted') return interrupted;
  if (found.kind !== 'red') {
    const stuck = found.kind === 'timed-out' ? await phase('diagnose', () => seeStuck(run, suite, workspace)) : null;
    return await endWithoutFailure(found, { incident, record, command: suite.plan.testCommand, failedRun, stuck });
  }
  if (run.inputs.mode === 'plan') return await phase('plan', () => planCauses(run, workspace, found));
  const chosen = chooseFailures(run, found);
  if (chosen.kind === 'ended') return chosen.ending;
  const ending = (await declineFor(run, workspace, chosen.seen, incident.green)) ?? (await notWorthIt(run, located, chosen.seen));
  if (ending !== null) return ending;
  // A model takes its time to answer, and what tests are kept from nobody changes meanwhile.
  if (minds.model !== null && sandbox.layer !== 'none') workspace.freshAhead();
  const { diagnosis, seen } = await phase('diagnose', () => diagnose(run, { located, workspace, seen: chosen.seen, failedRun }));
  const fingerprint = fingerprintOf(chosen.seen.failing);
  return withAside(await findAndDeliver(run, said, { later, located, workspace, minds, seen, diagnosis, fingerprint }), diagnosis.aside);
}

interface Known {
  readonly later: Later;
  readonly located: Located;
  readonly workspace: Workspace;
  readonly minds: OpenMinds;
  readonly seen: Red;
  readonly diagnosis: Diagnosis;
  /** Of all failures. */
  readonly fingerprint: string;
}

/** The loop and its verification. The verification starts at the first green, while the model still explains. */
async function findAndDeliver(run: Run, said: Said, known: Known): Promise<Ending> {
  const { ledger, progress, record, signal, phase } = run;
  const { later, workspace, minds, seen, diagnosis } = known;
  const { prove, numberTurns, findFix, noteResults, deliverFix } = later;
  let { suspects } = diagnosis;
  await using proofs = new Ahead((patch, stop) => prove(run, workspace, seen, patch, stop), signal);
  const emit = numberTurns((event) => {
    ledger.onAgentEvent(event);
    progress.onAgentEvent(event);
    if (event.type === 'suspected') {
      suspects = event.suspects.slice(0, 100);
      record.note({ suspects });
    }
    // What is edited again is not proved.
    if (event.type === 'tool-started' && event.call.name === 'edit') void proofs.drop();
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
    said.attempts = attemptsOf(minds, finding.by);
    record.note({ transport: minds.main.conversation.stats });
    const { result } = finding;
    run.budget.noteResult(result);
    run.noteSpending();
    if (result.kind !== 'candidate') return endWithoutFix(result, { ...diagnosis, suspects }, record);
    const { patch } = result;
    const explanation = [result.explanation, diagnosis.aside].filter((part) => part !== '').join('\n');
    record.note({ patch: patch.text, files: patch.files, diagnosis: explanation, alternatives: result.alternatives });

    const { proof, integrity, refused } = await phase('verify', () => examineOnce(patch));
    if (proof.kind === 'aborted') return interrupted;
    record.note({ integrity });
    noteResults(run, seen, proof.after);
    if (proof.kind === 'proved' && refused.length === 0) {
      noteProof(run, known, result.source, proof);
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
  readonly refused: ReturnType<Later['blockingFindings']>;
}

/** What the rules of integrity say of a patch whose proof is there. */
async function examine(run: Run, { later, workspace, seen }: Known, patch: Patch, proof: Verification): Promise<Examined> {
  if (proof.kind === 'aborted') return { proof, integrity: [], refused: [] };
  const integrity = await later.examineFix({
    patch: patch.text,
    readRed: (path) => workspace.original(path),
    failingFiles: seen.failing.map(({ file }) => file),
    runs: proof.after === null ? null : { before: seen.baseline, after: proof.after },
    allowTestChanges: run.inputs.allowTestChanges,
  });
  return { proof, integrity, refused: later.blockingFindings(integrity) };
}

/** Of several attempts of a model, the one that found the result; of engine and model, the one that had the last word. */
function conversationOf({ main, rivals }: OpenMinds, by: Attempt): Attempt['conversation'] {
  return rivals.includes(by) ? by.conversation : main.conversation;
}

/** Those that said anything. */
function attemptsOf({ engine, model, rivals }: OpenMinds, by: Attempt): AttemptSaid[] {
  const named = (attempt: Attempt | null, name: string): AttemptSaid[] => {
    const items = attempt?.conversation.items ?? [];
    return items.length === 0 ? [] : [{ by: name, chosen: attempt === by, items }];
  };
  const models = [model, ...rivals].flatMap((attempt, index) => named(attempt, rivals.length === 0 ? 'the model' : `attempt ${index + 1}`));
  return [...named(engine, 'the built-in engine'), ...models];
}

function noteProof(
  run: Run,
  { seen: { baseline }, fingerprint }: Known,
  kind: 'revert' | 'template' | 'model',
  { after, greenRuns }: Extract<Verification, { kind: 'proved' }>,
): void {
  const proof = { kind, redRuns: 2, greenRuns, suiteBefore: summaryOf(baseline), suiteAfter: summaryOf(after) };
  run.record.note({ proof, fingerprint });
  run.noteSpending();
}
