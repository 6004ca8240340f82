import { join } from 'node:path';
import { type BundleReading, Publisher, readPatchBundle } from './delivery/index.ts';
import { examineBundle } from './phases/bundle.ts';
import { deliveredAs, send } from './phases/deliver.ts';
import { interrupted } from './phases/endings.ts';
import { type Placed, place } from './phases/locate.ts';
import { machineFault } from './phases/machine-fault.ts';
import { ConfigurationError, type Job, openRun, type Run } from './phases/run.ts';
import { afterEnd } from './phases/tell.ts';
import type { Finished } from './repair.ts';
import type { Ending, Report } from './report/index.ts';
import { GitError } from './workspace/index.ts';

type Read = Extract<BundleReading, { readonly kind: 'read' }>;

const published: Ending = {
  outcome: 'fixed',
  reason: 'The fix was proved by the job that made the bundle, and everything that can be checked without running it was checked again.',
};

/**
 * `mode: publish`: `incident → bundle → examine → deliver → report`. Trusts nothing of the bundle, runs nothing of the repository, asks no
 * model. Throws `ConfigurationError`, or for a defect of ours.
 */
export async function publish(job: Job): Promise<Finished> {
  const run = openRun(job);
  const done: { -readonly [Key in 'incident']: Finished[Key] } & { fixed: Report | null } = { incident: null, fixed: null };
  const ending = await phases(run, done).catch(async (error: unknown): Promise<Ending> => {
    if (job.signal.aborted) return interrupted;
    const fault = await machineFault(error, job.scratch);
    if (fault === null) throw error;
    return { outcome: 'declined', reason: fault };
  });
  const report = run.record.report(ending);
  return { report: { ...report, turns: done.fixed?.turns ?? [] }, conversation: [], attempts: [], incident: done.incident };
}

async function phases(run: Run, done: { incident: Finished['incident']; fixed: Report | null }): Promise<Ending> {
  const { inputs, record, phase } = run;
  if (inputs.githubToken === null)
    throw new ConfigurationError('mode: publish needs github-token: a token that may push and open pull requests');
  const where = await phase('incident', () => place(run.source, inputs, run.env));
  if (where.kind === 'ended') return afterEnd(run, where);
  if (where.kind === 'invalid') throw new ConfigurationError(where.reason);
  const { incident } = where;
  done.incident = incident;
  record.note({ incident: { repo: incident.repo, sha: incident.sha, branch: incident.branch, event: incident.event } });

  const reading = await phase('bundle', () => readPatchBundle(inputs.bundle ?? ''));
  if (reading.kind === 'absent') throw new ConfigurationError(`bundle: there is no patch bundle: ${reading.reason}`);
  if (reading.kind === 'refused') return refuse(run, reading.reason);
  return examineAndSend(run, where, reading, (fixed) => {
    done.fixed = fixed;
  });
}

async function examineAndSend(run: Run, where: Placed, { bundle }: Read, onFixed: (fixed: Report) => void): Promise<Ending> {
  const { inputs, record, signal, scratch, phase } = run;
  const { incident, serverUrl } = where;
  const url = `${serverUrl.replace(/\/+$/, '')}/${incident.repo}.git`;
  const remote = { url, serverUrl, token: inputs.githubToken ?? '' };
  const folder = join(scratch, 'examined.git');
  const examined = await phase('examine', async () => {
    const publisher = await Publisher.open(folder, null, remote, signal);
    return examineBundle(bundle, incident, publisher, inputs);
  }).catch((error: unknown) => {
    if (!(error instanceof GitError)) throw error;
    return { ok: false as const, reason: `the red commit could not be fetched: ${error.message}` };
  });
  if (!examined.ok) return refuse(run, examined.reason);
  const { report, patch, integrity } = examined;
  onFixed(report);
  const { schemaVersion, outcome, reason, turns, timing, ...told } = report;
  const { text, files } = patch;
  record.note({ ...told, incident: record.report(published).incident, patch: text, files, integrity, conversation: [], pullRequest: null });
  if (inputs.delivery === 'patch') {
    record.note({ delivery: { state: 'not-requested', reason: 'delivery: patch pushes nothing.' } });
    return published;
  }
  const draft = report.proof?.kind === 'template' && report.model !== null;
  const inFull: Report = { ...record.report(published), turns, timing };
  const checkout = { root: folder };
  const delivery = await phase('deliver', () => send({ ...where, inputs, checkout, patch, draft, scratch, signal, report: inFull }));
  const { ending, noted } = deliveredAs(delivery, published);
  record.note(noted);
  return ending;
}

function refuse({ record }: Run, why: string): Ending {
  const reason = `The bundle is refused: ${why}`;
  record.note({ delivery: { state: 'refused', reason: why, remedy: 'run the job that makes the bundle again, for the same event' } });
  return { outcome: 'declined', reason };
}
