// The parts of webhook payloads that are read, with what is allowed in them. Whoever opens a pull request chooses some of these values.
// Plain code: the model hears of a run once its event is known, and a library of schemas would take longer to load than all of this.

export const isCommitId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** Names git accepts for a branch (git-check-ref-format), so that none can be an option or a refspec. */
export function isBranchName(name: string): boolean {
  if (name === '' || name.length > 244 || name === '@' || name.startsWith('-')) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[/.]$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

export const isRepoName = (name: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);

interface User {
  readonly login: string;
  readonly type: string | undefined;
}

interface Repository {
  readonly full_name: string;
  readonly default_branch: string | null;
}

/** A fork that was deleted is null. */
type SourceRepository = Pick<Repository, 'full_name'> | null;

export interface CommonPayload {
  readonly repository: Repository | null;
  readonly sender: User | null;
}

interface OfRepository {
  readonly repository: Repository;
  readonly sender: User | null;
}

export interface WorkflowRunPayload extends OfRepository {
  readonly workflow_run: {
    readonly id: number;
    readonly run_attempt: number | null;
    readonly workflow_id: number;
    readonly name: string | null;
    readonly html_url: string;
    readonly conclusion: string | null;
    readonly head_branch: string | null;
    readonly head_sha: string;
    readonly head_repository: SourceRepository;
    readonly actor: User | null;
    readonly triggering_actor: User | null;
    readonly pull_requests: readonly { readonly number: number; readonly head: { readonly ref: string } }[];
  };
}

export interface PushPayload extends OfRepository {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly deleted: boolean;
  readonly forced: boolean;
}

export interface PullRequestPayload extends OfRepository {
  readonly pull_request: {
    readonly number: number;
    readonly labels: readonly { readonly name: string | null }[];
    readonly head: { readonly ref: string; readonly sha: string; readonly repo: SourceRepository };
    readonly base: { readonly ref: string };
  };
}

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const parseWorkflowRun = (payload: unknown): Parsed<WorkflowRunPayload> => parse(payload, workflowRun);
export const parsePush = (payload: unknown): Parsed<PushPayload> => parse(payload, push);
export const parsePullRequest = (payload: unknown): Parsed<PullRequestPayload> => parse(payload, pullRequest);
export const parseCommon = (payload: unknown): Parsed<CommonPayload> => parse(payload, common);

/** What is wrong with a value, and where it is. */
class Unusable extends Error {
  override readonly name = 'Unusable';
}

function parse<T>(payload: unknown, read: Read<T>): Parsed<T> {
  try {
    return { ok: true, value: read(payload, '') };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { ok: false, reason: `the event's payload cannot be used: ${error.message}` };
  }
}

/** A value of any shape, and where it is. Throws `Unusable`. */
type Read<T> = (value: unknown, path: string) => T;

function unusable(path: string, problem: string): never {
  throw new Unusable(`${path === '' ? 'it' : path}: ${problem}`);
}

function object(value: unknown, path: string): (name: string) => readonly [value: unknown, path: string] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unusable(path, 'is not an object');
  const members = new Map<string, unknown>(Object.entries(value));
  return (name) => [members.get(name), path === '' ? name : `${path}.${name}`];
}

function list<T>(value: unknown, path: string, read: Read<T>): readonly T[] {
  return Array.isArray(value) ? value.map((item, index) => read(item, `${path}.${index}`)) : unusable(path, 'is not a list');
}

function text(value: unknown, path: string): string {
  return typeof value === 'string' ? value : unusable(path, 'is not text');
}

function textOf(allowed: (text: string) => boolean, problem: string): Read<string> {
  return (value, path) => (allowed(text(value, path)) ? text(value, path) : unusable(path, problem));
}

function flag(value: unknown, path: string): boolean {
  return typeof value === 'boolean' ? value : unusable(path, 'is neither true nor false');
}

function positive(value: unknown, path: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : unusable(path, 'is not a positive whole number');
}

/** Null where there is nothing. */
function optional<T>(read: Read<T>): Read<T | null> {
  return (value, path) => (value === undefined || value === null ? null : read(value, path));
}

const commitId = textOf(isCommitId, 'is not a commit id');
const branchName = textOf(isBranchName, 'is not a branch name');
const repoName = textOf(isRepoName, 'is not owner/name');
const atMost = (chars: number): Read<string> => textOf((value) => value.length <= chars, `is longer than ${chars} characters`);

const user: Read<User> = (value, path) => {
  const of = object(value, path);
  return { login: atMost(100)(...of('login')), type: optional(text)(...of('type')) ?? undefined };
};

const repository: Read<Repository> = (value, path) => {
  const of = object(value, path);
  return { full_name: repoName(...of('full_name')), default_branch: optional(branchName)(...of('default_branch')) };
};

const sourceRepository = optional((value, path) => ({ full_name: repoName(...object(value, path)('full_name')) }));

const common: Read<CommonPayload> = (payload, path) => {
  const of = object(payload, path);
  return { repository: optional(repository)(...of('repository')), sender: optional(user)(...of('sender')) };
};

const ofRepository: Read<OfRepository> = (payload, path) => {
  const of = object(payload, path);
  return { repository: repository(...of('repository')), sender: optional(user)(...of('sender')) };
};

const workflowRun: Read<WorkflowRunPayload> = (payload, path) => {
  const of = object(...object(payload, path)('workflow_run'));
  return {
    ...ofRepository(payload, path),
    workflow_run: {
      id: positive(...of('id')),
      run_attempt: optional(positive)(...of('run_attempt')),
      workflow_id: positive(...of('workflow_id')),
      name: optional(text)(...of('name')),
      html_url: atMost(2000)(...of('html_url')),
      conclusion: optional(text)(...of('conclusion')),
      head_branch: optional(branchName)(...of('head_branch')),
      head_sha: commitId(...of('head_sha')),
      head_repository: sourceRepository(...of('head_repository')),
      actor: optional(user)(...of('actor')),
      triggering_actor: optional(user)(...of('triggering_actor')),
      pull_requests: optional((value: unknown, where) => list(value, where, pullRequestOfRun))(...of('pull_requests')) ?? [],
    },
  };
};

function pullRequestOfRun(value: unknown, path: string): WorkflowRunPayload['workflow_run']['pull_requests'][number] {
  const of = object(value, path);
  return { number: positive(...of('number')), head: { ref: text(...object(...of('head'))('ref')) } };
}

const push: Read<PushPayload> = (payload, path) => {
  const of = object(payload, path);
  return {
    ...ofRepository(payload, path),
    ref: atMost(300)(...of('ref')),
    before: commitId(...of('before')),
    after: commitId(...of('after')),
    deleted: optional(flag)(...of('deleted')) ?? false,
    forced: optional(flag)(...of('forced')) ?? false,
  };
};

const pullRequest: Read<PullRequestPayload> = (payload, path) => {
  const of = object(...object(payload, path)('pull_request'));
  const head = object(...of('head'));
  return {
    ...ofRepository(payload, path),
    pull_request: {
      number: positive(...of('number')),
      labels: list(...of('labels'), (value, where) => ({ name: optional(text)(...object(value, where)('name')) })),
      head: { ref: branchName(...head('ref')), sha: commitId(...head('sha')), repo: sourceRepository(...head('repo')) },
      base: { ref: branchName(...object(...of('base'))('ref')) },
    },
  };
};
