// The run that went red: which jobs and steps, and what their logs, annotations and reports say, as a few thousand tokens.
import {
  type Distillate,
  distillate,
  type Gathered,
  LogTemplates,
  listed,
  nothingGathered,
  readArchive,
  readStream,
  type TemplateSet,
} from './distill/index.ts';
import type { Annotation, Job, NotRead, RunApi, WorkflowRun } from './run-api.ts';
import type { FailedStep, Incident } from './types.ts';

export interface FailedRun {
  readonly url: string;
  readonly steps: readonly FailedStep[];
  /** Everything, for a reader: at most about 4,000 tokens. */
  readonly text: string;
  readonly distillate: Distillate;
  /** What could not be read and why, a sentence each. */
  readonly notes: readonly string[];
}

export interface FailedRunOptions {
  /** Takes known secrets out of a text. */
  readonly mask: (text: string) => string;
  readonly signal: AbortSignal;
}

const excerptChars = 11_000;
const headChars = 3_000;
/** Logs are read of this many failed jobs, this many at once. */
const mostLogs = 8;
const logsAtOnce = 2;
/** Of the last green run's log. */
const greenBytes = 64 * 2 ** 20;
const artifactLimits = { entries: 500, entryBytes: 32 * 2 ** 20, totalBytes: 64 * 2 ** 20 };
const artifactBytes = 20 * 2 ** 20;
const mostArtifacts = 5;

/** The failed jobs of the incident's run, or of the newest failed run of its commit. Null, with a reason, where there is none to read. */
export async function findFailedJobs(
  api: RunApi,
  incident: Incident,
): Promise<{ readonly ok: true; readonly found: FailedJobs } | { readonly ok: false; readonly reason: string }> {
  const { repo } = incident;
  if (repo === null) return { ok: false, reason: 'the incident names no repository' };
  const named = await runOf(api, repo, incident);
  if ('reason' in named) return { ok: false, reason: named.reason };
  const jobs = await api.jobs(repo, named.id, named.attempt);
  if (!jobs.ok) return { ok: false, reason: jobs.reason };
  const failed = jobs.value.filter(hasFailed);
  if (failed.length === 0) return { ok: false, reason: `no job of run ${named.id} has failed` };
  const steps = failed.map((job) => stepOf(job, named.workflow));
  return { ok: true, found: { repo, ...named, failed, passed: jobs.value.filter(({ conclusion }) => conclusion === 'success'), steps } };
}

export interface FailedJobs {
  readonly repo: string;
  readonly id: number;
  readonly url: string;
  readonly failed: readonly Job[];
  readonly passed: readonly Job[];
  readonly steps: readonly FailedStep[];
}

async function runOf(
  api: RunApi,
  repo: string,
  incident: Incident,
): Promise<{ id: number; attempt: number; url: string; workflow: string | null } | { reason: string }> {
  const own = incident.run;
  // Another event's run is our own, which has failed already when an earlier step of our job has.
  if (own !== null && incident.event !== 'workflow_dispatch' && incident.event !== 'schedule')
    return { ...own, workflow: own.workflow || null };
  const runs = await api.runs(repo, { workflow: null, sha: incident.sha, status: 'failure' });
  if (!runs.ok) return { reason: runs.reason };
  const newest = runs.value.find(({ id }) => id !== own?.id);
  if (newest === undefined) return { reason: 'no failed run of this commit is known' };
  return { id: newest.id, attempt: newest.run_attempt ?? 1, url: newest.html_url, workflow: newest.name ?? null };
}

const red = new Set(['failure', 'timed_out']);
const hasFailed = ({ conclusion, steps }: Job): boolean =>
  red.has(conclusion ?? '') || (conclusion == null && (steps ?? []).some((step) => red.has(step.conclusion ?? '')));

/** `test (ubuntu-latest, 20)` is a leg of the matrix of `test`. */
function stepOf({ name, steps }: Job, workflow: string | null): FailedStep {
  const [, base = name, legs = ''] = /^(.*?) \((.+)\)$/.exec(name) ?? [];
  const step = (steps ?? []).find(({ conclusion }) => red.has(conclusion ?? ''));
  return {
    workflow,
    job: base,
    leg: name,
    matrix: legs === '' ? [] : legs.split(', '),
    step: step?.name ?? null,
    number: step?.number ?? null,
    command: null,
  };
}

/** Reads what the failed jobs left behind. Never throws; what could not be read is a note, and the rest goes on. */
export async function readFailedRun(api: RunApi, incident: Incident, jobs: FailedJobs, options: FailedRunOptions): Promise<FailedRun> {
  const notes: string[] = [];
  const gathered = nothingGathered();
  const [annotations] = await Promise.all([
    readAnnotations(api, jobs, notes),
    readLogs(api, incident, jobs, gathered, notes),
    readReports(api, jobs, gathered, notes),
  ]);
  const found = distillate(gathered, { mask: options.mask, maxChars: excerptChars });
  const steps = jobs.steps.map((step) => withCommand(step, found));
  return { url: jobs.url, steps, text: inWords(jobs, steps, annotations.map(options.mask), found, notes), distillate: found, notes };
}

function withCommand(step: FailedStep, { commands }: Distillate): FailedStep {
  const ran = commands.find(({ from }) => from === step.leg);
  return { ...step, command: ran?.command ?? null };
}

async function readLogs(api: RunApi, incident: Incident, jobs: FailedJobs, into: Gathered, notes: string[]): Promise<void> {
  const wanted = jobs.failed.slice(0, mostLogs);
  if (wanted.length < jobs.failed.length) notes.push(`The logs of ${jobs.failed.length - wanted.length} more failed jobs were not read.`);
  const green = await greenTemplates(api, incident, jobs, wanted);
  const pending = [...wanted];
  const problems = new Set<string>();
  await Promise.all(
    Array.from({ length: logsAtOnce }, async () => {
      for (let job = pending.shift(); job !== undefined; job = pending.shift()) {
        const problem = await readLog(api, jobs.repo, job, into, green.get(baseOf(job)) ?? null);
        if (problem !== null) problems.add(problem);
      }
    }),
  );
  into.legs.sort((a, b) => wanted.findIndex(({ name }) => name === a.name) - wanted.findIndex(({ name }) => name === b.name));
  notes.push(...[...problems].map(sentence));
}

async function readLog(api: RunApi, repo: string, job: Job, into: Gathered, green: TemplateSet | null): Promise<string | null> {
  const log = await api.log(repo, job.id);
  if (!log.ok) return job.conclusion == null ? 'the log of a job is there only when the job has ended' : log.reason;
  try {
    await readStream(job.name, log.value, into, green);
    return null;
  } catch {
    return `the log of ${job.name} broke off while it was read`;
  }
}

const baseOf = ({ name }: Job): string => name.replace(/ \(.+\)$/, '');

/** What the last green run of the same workflow printed in the jobs of the same names; not having it costs ranking, nothing else. */
async function greenTemplates(
  api: RunApi,
  incident: Incident,
  { repo }: FailedJobs,
  wanted: readonly Job[],
): Promise<ReadonlyMap<string, TemplateSet>> {
  const found = new Map<string, TemplateSet>();
  const newest = await lastGreenRun(api, incident, repo);
  if (newest === null) return found;
  const jobs = await api.jobs(repo, newest.id, newest.run_attempt ?? 1);
  for (const job of jobs.ok ? wanted : []) {
    const base = baseOf(job);
    const same = jobs.ok
      ? (jobs.value.find(({ name }) => name === job.name) ?? jobs.value.find((other) => baseOf(other) === base))
      : undefined;
    if (found.has(base) || same === undefined || found.size >= 3) continue;
    const templates = await templatesOf(api, repo, same.id);
    if (templates !== null) found.set(base, templates);
  }
  return found;
}

/** Of the branch itself; of the one it goes to where it has never been green. */
async function lastGreenRun(api: RunApi, { workflowId, branch, base }: Incident, repo: string): Promise<WorkflowRun | null> {
  if (workflowId == null) return null;
  for (const each of new Set([branch, base])) {
    if (each === null) continue;
    const runs = await api.runs(repo, { workflow: workflowId, branch: each, status: 'success' });
    if (runs.ok && runs.value[0] !== undefined) return runs.value[0];
  }
  return null;
}

async function templatesOf(api: RunApi, repo: string, jobId: number): Promise<TemplateSet | null> {
  const log = await api.log(repo, jobId);
  if (!log.ok) return null;
  const reader = new LogTemplates();
  let bytes = 0;
  try {
    for await (const chunk of log.value) {
      reader.push(chunk);
      bytes += chunk.length;
      if (bytes > greenBytes) break;
    }
  } catch {
    return null;
  }
  return reader.end();
}

/** What the runner and problem matchers have pinned to lines, without the sentence that every failed step gets. */
async function readAnnotations(api: RunApi, { repo, failed }: FailedJobs, notes: string[]): Promise<readonly string[]> {
  const lines = new Set<string>();
  for (const { id } of failed.slice(0, 5)) {
    const found = await api.annotations(repo, id);
    if (!found.ok) {
      // The logs say the same; a missing permission for them is no loss worth a word.
      if (found.kind !== 'forbidden' && found.kind !== 'not-found') notes.push(sentence(found.reason));
      break;
    }
    for (const each of found.value) if (each.annotation_level === 'failure' && !isBare(each)) lines.add(annotationLine(each));
  }
  return [...lines].slice(0, 20);
}

const isBare = ({ message }: Annotation): boolean => /^Process completed with exit code/.test(message ?? '');

function annotationLine({ path, start_line: line, message, title }: Annotation): string {
  const place = path == null || path === '.github' ? '' : `${path}${line == null ? '' : `:${line}`}: `;
  return `${place}${title == null ? '' : `${title}: `}${message ?? ''}`.replace(/\s+/g, ' ').slice(0, 300);
}

async function readReports(api: RunApi, { repo, id }: FailedJobs, into: Gathered, notes: string[]): Promise<void> {
  const listing = await api.artifacts(repo, id);
  if (!listing.ok) {
    if (listing.kind !== 'forbidden') notes.push(sentence(listing.reason));
    return;
  }
  const wanted = listing.value.filter(
    ({ name, expired, size_in_bytes: size }) => !expired && size <= artifactBytes && /junit|test|report|result|trx/i.test(name),
  );
  for (const { id: artifactId, name } of wanted.slice(0, mostArtifacts)) {
    const zip = await api.artifactZip(repo, artifactId, artifactBytes);
    if (zip.ok) await readArchive(`artifact ${name}`, zip.value, into, { limits: artifactLimits, reportsOnly: true });
    else notes.push(sentence(zip.reason));
  }
}

function inWords(
  { url, passed }: FailedJobs,
  steps: readonly FailedStep[],
  annotations: readonly string[],
  { tests, excerpts, cut, problems }: Distillate,
  notes: readonly string[],
): string {
  const failed = steps.map(({ leg, step, command }) => {
    const what = step === null ? '' : ` at the step "${step}"${command === null ? '' : ` (\`${command.split('\n')[0]}\`)`}`;
    return `${leg}${what}`;
  });
  const legs = new Set(steps.map(({ job }) => job));
  const green = passed.filter((job) => legs.has(baseOf(job))).map(({ name }) => name);
  const head = [
    `Run ${url}`,
    `Failed: ${listed(failed, 8)}.${green.length > 0 ? ` Passed: ${listed(green, 8)}.` : ''}`,
    tests.length > 0
      ? `Failing tests named there: ${listed(
          tests.map(({ name }) => name),
          20,
        )}`
      : null,
    ...annotations,
  ].filter((line) => line !== null);
  const tail = [...(cut === null ? [] : [sentence(cut)]), ...notes, ...problems].slice(0, 6);
  return [head.join('\n').slice(0, headChars), excerpts, tail.join('\n').slice(0, 1_000)].filter((part) => part !== '').join('\n\n');
}

const sentence = (reason: NotRead['reason']): string => `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
