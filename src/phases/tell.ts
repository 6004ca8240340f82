// What people are told, or no longer told, when a run ends without a fix to deliver.
import {
  closeMoot,
  failingPull,
  type GitHub,
  readStamp,
  stickyComment,
  withEntry,
  withoutSecrets,
  writeSticky,
} from '../delivery/index.ts';
import type { Incident } from '../incident/index.ts';
import type { Inputs } from '../inputs/index.ts';
import { createRedactor, type Ending, type Outcome, renderDiagnosis } from '../report/index.ts';
import type { Ended, Located } from './locate.ts';
import type { Run } from './run.ts';

const withDiagnosis: ReadonlySet<Outcome> = new Set(['not-fixed', 'budget-exhausted', 'provider-unavailable']);

/** A branch that is green again needs no fix: our open pull requests to it are closed. A pull request that stays red hears what is known. */
export async function tellPeople(run: Run, { incident, github }: Pick<Located, 'incident' | 'github'>, ending: Ending): Promise<Ending> {
  if (!mayWrite(run.inputs) || github === null || run.signal.aborted) return ending;
  if (ending.outcome === 'already-green') return closeAfterGreen(run, { incident, github, workflow: null }, ending);
  const comments = run.inputs.delivery === 'comment' || run.inputs.delivery === 'push';
  if (comments && withDiagnosis.has(ending.outcome)) await tellDiagnosis(run, incident, github, ending);
  return ending;
}

/** The same where the event itself tells that a run passed. */
export async function afterEnd(run: Run, { ending, turnedGreen }: Ended): Promise<Ending> {
  if (!turnedGreen || !mayWrite(run.inputs) || turnedGreen.github === null) return ending;
  const { incident, github } = turnedGreen;
  return closeAfterGreen(run, { incident, github, workflow: incident.run?.workflow || null }, ending);
}

const mayWrite = ({ mode, dryRun, delivery, githubToken }: Inputs): boolean =>
  mode !== 'fix' && !dryRun && delivery !== 'patch' && githubToken !== null;

interface Green {
  readonly incident: Incident;
  readonly github: GitHub;
  readonly workflow: string | null;
}

async function closeAfterGreen({ inputs }: Run, { incident, github, workflow }: Green, ending: Ending): Promise<Ending> {
  const { repo, branch, head } = incident;
  if (repo === null || branch === null || head === null) return ending;
  const sentence = `\`${branch}\` is green again at ${head.slice(0, 10)} without this fix.`;
  const moot = { repo, base: branch, branchPrefix: inputs.branchPrefix, green: head, sentence, fingerprint: null, workflow };
  const { closed, complaints } = await closeMoot(github, moot);
  const numbers = closed.map((number) => `#${number}`).join(', ');
  const said = [...(closed.length === 0 ? [] : [`Closed ${numbers}: the failure is gone`]), ...complaints].join('; ');
  if (said === '') return ending;
  return { ...ending, reason: `${ending.reason.replace(/[.;]?$/, '.')} ${said}.` };
}

async function tellDiagnosis(run: Run, incident: Incident, github: GitHub, ending: Ending): Promise<void> {
  const { inputs, record } = run;
  const { repo, sha } = incident;
  const report = createRedactor(inputs.secrets).json(record.report(ending));
  if (repo === null || report.fingerprint === null) return;
  const pull = await failingPull({ github, repo, parent: incident.head ?? sha }, incident);
  if (!pull.ok || pull.value === null) return;
  const { number } = pull.value;
  const known = await stickyComment(github, repo, number);
  if (!known.ok) return;
  const before = known.value === null ? [] : (readStamp(known.value.body)?.history ?? []);
  const { fingerprint } = report;
  const failure = fingerprint.slice(0, 12);
  const tried = Math.max(0, ...before.filter((entry) => entry.failure === failure).map(({ attempt }) => attempt));
  const entry = {
    at: `${new Date().toISOString().slice(0, 16)}Z`,
    what: 'refreshed',
    sha: incident.head ?? sha,
    attempt: tried,
    failure,
  } as const;
  const stamp = { fingerprint, workflow: incident.run?.workflow || null, history: withEntry(before, entry) };
  const body = withoutSecrets(renderDiagnosis(report, { optOutLabel: inputs.optOutLabel }));
  const said = await writeSticky(github, { repo, number, body, stamp }, known.value);
  const reason = said.ok ? `there is no fix to deliver; the diagnosis is in a comment on #${number}` : `${said.reason} (${said.remedy})`;
  record.note({ delivery: { state: 'not-requested', reason } });
}
