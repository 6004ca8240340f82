// From a workflow event to an incident: which commit is red, on which branch, since when, and who started it.
import { type Guarded, type GuardRules, whyNot } from './guards.ts';
import {
  isBranchName,
  isCommitId,
  isRepoName,
  type PullRequestPayload,
  type PushPayload,
  parseCommon,
  parsePullRequest,
  parsePush,
  parseWorkflowRun,
  type WorkflowRunPayload,
} from './payload.ts';
import type { Incident, IncidentEvent, IncidentLookups, IncidentOutcome } from './types.ts';

export interface ActionIncidentInputs extends GuardRules {
  readonly ref: string | null;
  readonly baseRef: string | null;
  readonly greenRef: string | null;
}

export interface ActionEvent {
  /** The step's environment: the `GITHUB_*` variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The parsed file at `GITHUB_EVENT_PATH`. */
  readonly payload: unknown;
  readonly inputs: ActionIncidentInputs;
  /** Null without a token: labels and the last green run are then not looked up. */
  readonly github: IncidentLookups | null;
  /** Called once nothing speaks against a repair, before anything else about the incident is looked up. */
  readonly onRed?: (() => void) | undefined;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
/** `base` is what stands in for it when the incident has no branch of its own. */
type Reading = Omit<Guarded, 'trigger'> & { readonly defaultBranch: string | null; readonly workflowId: number | string | null };

const refused = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });

/** What is red according to the event that started the workflow. Trusts nothing in the payload; never throws. */
export async function readActionIncident({ env, payload, inputs, github, onRed }: ActionEvent): Promise<IncidentOutcome> {
  const problem = problemOfInputs(inputs);
  if (problem !== null) return { kind: 'invalid', reason: problem };
  const reading = read(env, payload);
  if (!reading.ok) return { kind: 'invalid', reason: reading.reason };
  // The guards come first: an event that is skipped costs no more look-ups than its reason needs.
  const reason = await whyNot({ ...reading.value, trigger: env.GITHUB_EVENT_NAME ?? '' }, inputs, github);
  if (reason !== null) return { kind: 'skipped', reason, incident: reading.value.incident, turnedGreen: turnedGreen(reading.value) };
  onRed?.();
  const chosen = await withRef(reading.value, inputs.ref, env, github);
  if (!chosen.ok) return { kind: 'invalid', reason: chosen.reason };
  const incident = chosen.value;
  return {
    kind: 'incident',
    incident: {
      ...incident,
      workflowId: reading.value.workflowId,
      base:
        inputs.baseRef === null
          ? (incident.branch ?? reading.value.incident.branch ?? reading.value.defaultBranch)
          : branchOf(inputs.baseRef),
      green: inputs.greenRef ?? incident.green ?? (await lastGreenRun(incident, reading.value.workflowId, github)),
    },
  };
}

/** A branch of a fork may have the name of one of ours. */
function turnedGreen({ incident, sourceRepo, conclusion }: Reading): boolean {
  const own = incident.repo !== null && sourceRepo?.toLowerCase() === incident.repo.toLowerCase();
  return incident.event === 'workflow_run' && conclusion === 'success' && own && incident.branch !== null;
}

function problemOfInputs({ ref, baseRef, greenRef }: ActionIncidentInputs): string | null {
  if (baseRef !== null && !isBranchName(branchOf(baseRef))) return `input base-ref: "${baseRef}" is not the name of a branch`;
  for (const [name, value] of [['ref', ref] as const, ['green-ref', greenRef] as const]) {
    if (value !== null && !/^(?!-)[^\u0000-\u0020\u007f:?*[\\]+$/.test(value)) {
      return `input ${name}: "${value}" is not a commit, a branch or a tag`;
    }
  }
  return null;
}

const branchOf = (ref: string): string => ref.replace(/^refs\/heads\//, '');

function read(env: ActionEvent['env'], payload: unknown): Read<Reading> {
  switch (env.GITHUB_EVENT_NAME) {
    case 'workflow_run':
      return then(parseWorkflowRun(payload), (run) => ({ ok: true, value: fromWorkflowRun(run) }));
    case 'push':
      return then(parsePush(payload), (push) => fromPush(push, env));
    case 'pull_request':
    case 'pull_request_target':
      return then(parsePullRequest(payload), (event) => fromPullRequest(event, env));
    default:
      return fromEnvironment(env, payload);
  }
}

function then<T, U>(result: Read<T>, next: (value: T) => Read<U>): Read<U> {
  return result.ok ? next(result.value) : result;
}

function fromWorkflowRun({ repository, sender, workflow_run: run }: WorkflowRunPayload): Reading {
  const actor = run.triggering_actor ?? run.actor ?? sender ?? null;
  const pulls = (run.pull_requests ?? []).filter((pull) => pull.head.ref === run.head_branch);
  const first = pulls[0];
  return {
    incident: {
      event: 'workflow_run',
      repo: repository.full_name,
      sha: run.head_sha,
      head: run.head_branch === null ? null : run.head_sha,
      branch: run.head_branch,
      base: run.head_branch,
      green: null,
      actor: actor?.login ?? null,
      pullRequest: first === undefined ? null : { number: first.number, labels: [] },
      run: { id: run.id, attempt: run.run_attempt ?? 1, url: run.html_url, workflow: run.name ?? '' },
    },
    sourceRepo: run.head_repository?.full_name ?? null,
    moot: null,
    conclusion: run.conclusion,
    actorIsBot: isBot(actor?.login, actor?.type),
    unlabelled: pulls.map((pull) => pull.number),
    defaultBranch: repository.default_branch ?? null,
    workflowId: run.workflow_id,
  };
}

function fromPush({ repository, sender, ...push }: PushPayload, env: ActionEvent['env']): Read<Reading> {
  const branch = push.ref.startsWith('refs/heads/') ? branchOf(push.ref) : null;
  if (branch !== null && !isBranchName(branch)) return refused("the event's payload cannot be used: ref: is not a branch name");
  // A forced push left the old commit behind: what changed since then is not what broke it.
  const green = /^0+$/.test(push.before) || push.forced === true ? null : push.before;
  const started = whoStarted(env, sender);
  return {
    ok: true,
    value: {
      incident: {
        ...blank('push', env),
        repo: repository.full_name,
        sha: push.after,
        head: branch === null ? null : push.after,
        branch,
        base: branch,
        green: branch === null ? null : green,
        actor: started.actor,
      },
      ...ownCode(repository.full_name),
      moot: push.deleted === true || /^0+$/.test(push.after) ? `${branch ?? 'the tag'} was deleted: there is nothing to repair` : null,
      actorIsBot: started.isBot,
      defaultBranch: repository.default_branch ?? null,
    },
  };
}

function fromPullRequest({ repository, sender, pull_request: pull }: PullRequestPayload, env: ActionEvent['env']): Read<Reading> {
  const sha = env.GITHUB_SHA ?? pull.head.sha;
  if (!isCommitId(sha)) return refused('GITHUB_SHA is not a commit id');
  const started = whoStarted(env, sender);
  const labels = pull.labels.flatMap((label) => (label.name ? [label.name] : []));
  return {
    ok: true,
    value: {
      incident: {
        ...blank('pull_request', env),
        repo: repository.full_name,
        sha,
        head: pull.head.sha,
        branch: pull.head.ref,
        // A fix of a pull request is stacked on it, so that its author decides.
        base: pull.head.ref,
        actor: started.actor,
        pullRequest: { number: pull.number, labels },
      },
      ...ownCode(repository.full_name),
      sourceRepo: pull.head.repo?.full_name ?? null,
      actorIsBot: started.isBot,
      defaultBranch: repository.default_branch ?? null,
    },
  };
}

/** workflow_dispatch, schedule and every other event: the environment says what was checked out. */
function fromEnvironment(env: ActionEvent['env'], payload: unknown): Read<Reading> {
  const common = parseCommon(payload ?? {});
  if (!common.ok) return common;
  const repo = env.GITHUB_REPOSITORY ?? common.value.repository?.full_name ?? '';
  if (!isRepoName(repo)) return refused('GITHUB_REPOSITORY is not owner/name');
  const sha = env.GITHUB_SHA ?? '';
  if (!isCommitId(sha)) return refused('GITHUB_SHA is not a commit id');
  const ref = env.GITHUB_REF ?? '';
  const branch = ref.startsWith('refs/heads/') && isBranchName(branchOf(ref)) ? branchOf(ref) : null;
  const started = whoStarted(env, common.value.sender);
  const name = env.GITHUB_EVENT_NAME;
  const event: IncidentEvent = name === 'workflow_dispatch' || name === 'schedule' ? name : 'other';
  return {
    ok: true,
    value: {
      incident: { ...blank(event, env), repo, sha, head: branch === null ? null : sha, branch, base: branch, actor: started.actor },
      ...ownCode(repo),
      actorIsBot: started.isBot,
      defaultBranch: common.value.repository?.default_branch ?? null,
    },
  };
}

function blank(event: IncidentEvent, env: ActionEvent['env']): Omit<Incident, 'repo' | 'sha'> {
  const id = Number(env.GITHUB_RUN_ID);
  const url = `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${id}`;
  // A step of the run that failed; other events start a workflow that is not the one that failed.
  const [, file] = /\/\.github\/workflows\/([\w.-]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF ?? '') ?? [];
  const failed = event === 'push' || event === 'pull_request' ? { file: file ?? null } : {};
  const run = { id, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1, url, workflow: env.GITHUB_WORKFLOW ?? '', ...failed };
  const named = Number.isSafeInteger(id) && id > 0;
  return { event, head: null, branch: null, base: null, green: null, actor: null, pullRequest: null, run: named ? run : null };
}

const ownCode = (repo: string) => ({ sourceRepo: repo, moot: null, conclusion: null, unlabelled: [], workflowId: null }) as const;

/** Who pressed the button counts, not who pushed: a rerun by a person is a person's. */
function whoStarted(env: ActionEvent['env'], sender: { login: string; type?: string | undefined } | null | undefined) {
  const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? sender?.login ?? null;
  const type = actor !== null && actor === sender?.login ? sender.type : undefined;
  return { actor, isBot: isBot(actor ?? undefined, type) };
}

const isBot = (login: string | undefined, type: string | undefined): boolean => type === 'Bot' || (login?.endsWith('[bot]') ?? false);

/** The incident that input `ref` points at: it overrides what the event says is red. */
async function withRef(
  { incident }: Reading,
  ref: string | null,
  env: ActionEvent['env'],
  github: IncidentLookups | null,
): Promise<Read<Incident>> {
  if (ref === null || ref === incident.sha) return { ok: true, value: incident };
  if (ref === incident.branch || ref === `refs/heads/${incident.branch}`) return { ok: true, value: incident };
  const elsewhere: Incident = { ...incident, branch: null, head: null, green: null, pullRequest: null };
  if (isCommitId(ref)) {
    const isHead = ref === incident.head;
    return { ok: true, value: isHead ? { ...incident, sha: ref } : { ...elsewhere, sha: ref } };
  }
  if ((ref === env.GITHUB_REF || ref === env.GITHUB_REF_NAME) && incident.event !== 'workflow_run') return { ok: true, value: incident };
  if (github === null || incident.repo === null) {
    return refused(`input ref: "${ref}" cannot be looked up without a token: give the commit's full id, or github-token`);
  }
  if (isBranchName(branchOf(ref))) {
    const head = await github.branchHead(incident.repo, branchOf(ref));
    if (head.ok && head.value !== null) {
      return { ok: true, value: { ...elsewhere, sha: head.value, head: head.value, branch: branchOf(ref) } };
    }
  }
  const commit = await github.commit(incident.repo, ref);
  if (!commit.ok) return refused(`input ref: "${ref}" could not be looked up: ${commit.reason}`);
  if (commit.value === null) return refused(`input ref: ${incident.repo} has no commit, branch or tag "${ref}"`);
  return { ok: true, value: { ...elsewhere, sha: commit.value } };
}

/** The newest successful run of the same workflow on this branch, when its commit is behind the red one. */
async function lastGreenRun(
  incident: Incident,
  workflowId: number | string | null,
  github: IncidentLookups | null,
): Promise<string | null> {
  if (github === null || workflowId === null || incident.repo === null || incident.branch === null) return null;
  const runs = await github.successfulRuns(incident.repo, workflowId, incident.branch);
  if (!runs.ok) return null;
  for (const sha of [...new Set(runs.value)].slice(0, 3)) {
    if (!isCommitId(sha) || sha === incident.sha) continue;
    const behind = await github.isAncestor(incident.repo, sha, incident.sha);
    if (behind.ok && behind.value) return sha;
  }
  return null;
}
