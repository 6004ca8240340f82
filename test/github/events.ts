// Event payloads as GitHub sends them: examples of `@octokit/webhooks-examples`, adapted to a repository of a test.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export type EventName = 'workflow_run' | 'workflow_dispatch' | 'push' | 'pull_request' | 'schedule';

export interface EventFacts {
  /** `owner/name`. */
  readonly repo: string;
  /** The red commit: the head of the run, the push or the pull request. */
  readonly sha: string;
  /** Default `main`. */
  readonly branch?: string | undefined;
  /** The commit before a push; default: the branch is new. */
  readonly before?: string | undefined;
  /** Of a workflow run; default `failure`. */
  readonly conclusion?: string | null | undefined;
  /** Default: the same repository. Null: a fork that is gone. */
  readonly headRepo?: string | null | undefined;
  readonly actor?: string | undefined;
  /** Of a pull request event; default 7. */
  readonly number?: number | undefined;
  /** Where a pull request goes; default `main`. */
  readonly base?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  /** Numbers of the pull requests that a workflow run names. */
  readonly pullRequests?: readonly number[] | undefined;
  /** Of a workflow run; default 4242. */
  readonly runId?: number | undefined;
}

type JsonObject = Record<string, unknown>;
interface Example extends JsonObject {
  readonly name: string;
  readonly examples: readonly JsonObject[];
}

const require = createRequire(import.meta.url);
let examples: Promise<readonly Example[]> | null = null;

function loadExamples(): Promise<readonly Example[]> {
  const file = require.resolve('@octokit/webhooks-examples/api.github.com/index.json');
  examples ??= readFile(file, 'utf8').then((text): readonly Example[] => JSON.parse(text));
  return examples;
}

/** The payload of one event. */
export async function eventPayload(event: EventName, facts: EventFacts): Promise<JsonObject> {
  // There is no example of a schedule: its payload is only the cron line, the repository and the sender's absence.
  if (event === 'schedule') return { schedule: '30 5 * * 1', ...(await repositoryOf(facts)) };
  const payload = await example(event, facts.repo);
  const branch = facts.branch ?? 'main';
  const actor = facts.actor ?? 'Codertocat';
  const sender = { ...objectAt(payload, 'sender'), login: actor, type: actor.endsWith('[bot]') ? 'Bot' : 'User' };
  Object.assign(payload, { sender }, await repositoryOf(facts));
  if (event === 'workflow_run') adaptRun(payload, facts, branch, sender);
  if (event === 'pull_request') adaptPullRequest(payload, facts, branch);
  if (event === 'workflow_dispatch') Object.assign(payload, { ref: `refs/heads/${branch}` });
  if (event === 'push') {
    Object.assign(payload, {
      ref: `refs/heads/${branch}`,
      before: facts.before ?? '0'.repeat(40),
      after: facts.sha,
      created: facts.before === undefined,
      deleted: false,
      forced: false,
    });
  }
  return payload;
}

async function example(event: EventName, repo: string): Promise<JsonObject> {
  const known = (await loadExamples()).find(({ name }) => name === event)?.examples ?? [];
  // The one with an actor, for a run; a push to a branch; any other.
  const found = known.find((each) => (event === 'workflow_run' ? 'actor' in objectAt(each, 'workflow_run') : true)) ?? known[0];
  if (found === undefined) throw new Error(`there is no example of ${event}`);
  const own = objectAt(found, 'repository').full_name;
  return JSON.parse(JSON.stringify(found).replaceAll(String(own), repo));
}

async function repositoryOf({ repo }: EventFacts): Promise<JsonObject> {
  const [login = '', name = ''] = repo.split('/');
  const repository = objectAt(await example('push', repo), 'repository');
  return {
    repository: {
      ...repository,
      name,
      full_name: repo,
      default_branch: 'main',
      owner: { ...objectAt(repository, 'owner'), login, name: login },
    },
  };
}

function adaptRun(payload: JsonObject, facts: EventFacts, branch: string, sender: JsonObject): void {
  const run = objectAt(payload, 'workflow_run');
  const pulls = (facts.pullRequests ?? []).map((number) => ({
    id: number,
    number,
    url: '',
    head: { ref: branch, sha: facts.sha, repo: { id: 1, url: '', name: '' } },
    base: { ref: facts.base ?? 'main', sha: facts.sha, repo: { id: 1, url: '', name: '' } },
  }));
  const headRepo = facts.headRepo === undefined ? facts.repo : facts.headRepo;
  Object.assign(payload, { action: 'completed' });
  Object.assign(run, {
    id: facts.runId ?? 4242,
    status: 'completed',
    conclusion: facts.conclusion === undefined ? 'failure' : facts.conclusion,
    head_branch: branch,
    head_sha: facts.sha,
    head_repository: headRepo === null ? null : { ...objectAt(run, 'head_repository'), full_name: headRepo },
    actor: sender,
    triggering_actor: sender,
    pull_requests: pulls,
  });
}

function adaptPullRequest(payload: JsonObject, facts: EventFacts, branch: string): void {
  const pull = objectAt(payload, 'pull_request');
  const number = facts.number ?? 7;
  const head = objectAt(pull, 'head');
  const headRepo = facts.headRepo === undefined ? facts.repo : facts.headRepo;
  const labels = (facts.labels ?? []).map((name, id) => ({
    id,
    node_id: '',
    url: '',
    name,
    color: 'ededed',
    default: false,
    description: null,
  }));
  Object.assign(payload, { action: 'synchronize', number });
  Object.assign(pull, {
    number,
    labels,
    head: { ...head, ref: branch, sha: facts.sha, repo: headRepo === null ? null : { ...objectAt(head, 'repo'), full_name: headRepo } },
    base: { ...objectAt(pull, 'base'), ref: facts.base ?? 'main' },
  });
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`the example has no object "${key}"`);
  return value as JsonObject;
}
