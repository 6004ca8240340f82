// The GitHub REST API, as far as it is used: typed answers, problems as values, the token in no message.
import type { getOctokit } from '@actions/github';
import * as z from 'zod';
import type { IncidentLookups } from '../incident/types.ts';
import { timeBound } from '../workspace/index.ts';
import { type Answer, explainRequest } from './problem.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** Pinned: a newer version has other answers. */
const apiVersion = '2022-11-28';
const timeoutMs = 30_000;

const user = z.object({ login: z.string(), type: z.string() });
const pullRequest = z.object({
  number: z.number(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  merged_at: z.string().nullish(),
  draft: z.boolean().nullish(),
  title: z.string(),
  body: z.string().nullable(),
});
const issue = z.object({ state: z.string(), closed_by: user.nullish() });
const labelled = z.array(z.object({ name: z.string() }));
const runs = z.object({ workflow_runs: z.array(z.object({ head_sha: z.string() })) });
const comment = z.object({ id: z.number(), body: z.string().nullish(), user: user.nullable() });

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly draft: boolean;
  readonly title: string;
  readonly body: string;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string | null;
}

export interface NewPullRequest {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

/** Every method takes the repository as `owner/name`, and never throws. */
export interface GitHub extends IncidentLookups {
  defaultBranch(repo: string): Promise<Answer<string>>;
  branchHead(repo: string, branch: string): Promise<Answer<string | null>>;
  /** Null when there is no such commit. */
  commitMessage(repo: string, ref: string): Promise<Answer<string | null>>;
  createBranch(repo: string, branch: string, sha: string): Promise<Answer<null>>;
  /** Moves a branch; `force` also backwards. */
  updateBranch(repo: string, branch: string, sha: string, force: boolean): Promise<Answer<null>>;
  /** Pull requests from a branch of this repository, newest first, open and closed. */
  pullRequests(repo: string, branch: string): Promise<Answer<readonly PullRequest[]>>;
  createPullRequest(repo: string, pull: NewPullRequest): Promise<Answer<PullRequest>>;
  updatePullRequest(repo: string, number: number, changes: { readonly title: string; readonly body: string }): Promise<Answer<PullRequest>>;
  /** Who closed it; null when GitHub does not say. */
  closedBy(repo: string, number: number): Promise<Answer<{ readonly login: string; readonly isBot: boolean } | null>>;
  /** Labels that do not exist are made. */
  addLabels(repo: string, number: number, labels: readonly string[]): Promise<Answer<null>>;
  /** `org/team` names a team. */
  requestReviewers(repo: string, number: number, reviewers: readonly string[]): Promise<Answer<null>>;
  comments(repo: string, number: number): Promise<Answer<readonly Comment[]>>;
  createComment(repo: string, number: number, body: string): Promise<Answer<null>>;
  updateComment(repo: string, id: number, body: string): Promise<Answer<null>>;
}

export interface GitHubOptions {
  readonly token: string;
  /** For instance `https://api.github.com`. */
  readonly apiUrl: string;
  readonly signal?: AbortSignal | undefined;
}

interface Call {
  /** Ends the sentence "GitHub refused to …". */
  readonly action: string;
  readonly permission: string;
}

/** The API behind a token. Nothing is loaded or sent before the first call. */
export function openGitHub(options: GitHubOptions): GitHub {
  let opening: Promise<Octokit> | null = null;
  const open = () => {
    opening ??= openOctokit(options);
    return opening;
  };
  /** One request; `read` turns its data into the value. */
  async function ask<T>(
    call: Call,
    send: (octokit: Octokit) => Promise<{ data: unknown }>,
    read: (data: unknown) => T,
  ): Promise<Answer<T>> {
    try {
      const { data } = await send(await open());
      return { ok: true, value: read(data) };
    } catch (error) {
      return problemOf(error, call, options.token);
    }
  }
  const nothing = () => null;
  const at = (repo: string) => ({ owner: repo.split('/')[0] ?? '', repo: repo.split('/')[1] ?? '' });
  const reading = (what: string, permission: string): Call => ({ action: `read ${what}`, permission });
  const pulls = 'pull-requests: write';

  return {
    defaultBranch: (repo) =>
      ask(
        reading('the repository', 'contents: read'),
        ({ rest }) => rest.repos.get(at(repo)),
        (data) => z.object({ default_branch: z.string() }).parse(data).default_branch,
      ),
    branchHead: (repo, branch) =>
      ask(
        reading('a branch', 'contents: read'),
        ({ rest }) => rest.git.getRef({ ...at(repo), ref: `heads/${branch}` }),
        (data) => z.object({ object: z.object({ sha: z.string() }) }).parse(data).object.sha,
      ).then(absentIsNull),
    commit: (repo, ref) =>
      ask(
        reading('a commit', 'contents: read'),
        ({ rest }) => rest.repos.getCommit({ ...at(repo), ref, per_page: 1 }),
        (data) => z.object({ sha: z.string() }).parse(data).sha,
      ).then(absentIsNull),
    commitMessage: (repo, ref) =>
      ask(
        reading('a commit', 'contents: read'),
        ({ rest }) => rest.repos.getCommit({ ...at(repo), ref, per_page: 1 }),
        (data) => z.object({ commit: z.object({ message: z.string() }) }).parse(data).commit.message,
      ).then(absentIsNull),
    permissionOf: (repo, login) =>
      ask(
        reading(`the permission of ${login}`, 'contents: read'),
        ({ rest }) => rest.repos.getCollaboratorPermissionLevel({ ...at(repo), username: login }),
        (data) => z.object({ permission: z.string() }).parse(data).permission,
      ),
    createBranch: (repo, branch, sha) =>
      ask(
        { action: 'create a branch', permission: 'contents: write' },
        ({ rest }) => rest.git.createRef({ ...at(repo), ref: `refs/heads/${branch}`, sha }),
        nothing,
      ),
    updateBranch: (repo, branch, sha, force) =>
      ask(
        { action: 'move a branch', permission: 'contents: write' },
        ({ rest }) => rest.git.updateRef({ ...at(repo), ref: `heads/${branch}`, sha, force }),
        nothing,
      ),
    pullRequests: (repo, branch) =>
      ask(
        reading('pull requests', pulls),
        ({ rest }) => rest.pulls.list({ ...at(repo), head: `${at(repo).owner}:${branch}`, state: 'all', per_page: 30 }),
        (data) => z.array(pullRequest).parse(data).map(toPullRequest),
      ),
    createPullRequest: (repo, pull) =>
      ask(
        { action: 'create a pull request', permission: pulls },
        ({ rest }) => rest.pulls.create({ ...at(repo), ...pull }),
        (data) => toPullRequest(pullRequest.parse(data)),
      ),
    updatePullRequest: (repo, number, changes) =>
      ask(
        { action: 'update a pull request', permission: pulls },
        ({ rest }) => rest.pulls.update({ ...at(repo), pull_number: number, ...changes }),
        (data) => toPullRequest(pullRequest.parse(data)),
      ),
    closedBy: (repo, number) =>
      ask(
        reading('who closed a pull request', pulls),
        ({ rest }) => rest.issues.get({ ...at(repo), issue_number: number }),
        (data) => {
          const by = issue.parse(data).closed_by;
          return by ? { login: by.login, isBot: by.type === 'Bot' || by.login.endsWith('[bot]') } : null;
        },
      ),
    addLabels: (repo, number, labels) =>
      ask(
        { action: 'add labels', permission: pulls },
        ({ rest }) => rest.issues.addLabels({ ...at(repo), issue_number: number, labels: [...labels] }),
        nothing,
      ),
    requestReviewers: (repo, number, reviewers) =>
      ask(
        { action: 'ask for reviews', permission: pulls },
        ({ rest }) =>
          rest.pulls.requestReviewers({
            ...at(repo),
            pull_number: number,
            reviewers: reviewers.filter((name) => !name.includes('/')),
            team_reviewers: reviewers.flatMap((name) => (name.includes('/') ? [name.slice(name.indexOf('/') + 1)] : [])),
          }),
        nothing,
      ),
    comments: (repo, number) =>
      ask(
        reading('comments', pulls),
        ({ rest }) => rest.issues.listComments({ ...at(repo), issue_number: number, per_page: 100 }),
        (data) =>
          z
            .array(comment)
            .parse(data)
            .map(({ id, body, user }) => ({ id, body: body ?? '', author: user?.login ?? null })),
      ),
    createComment: (repo, number, body) =>
      ask(
        { action: 'write a comment', permission: pulls },
        ({ rest }) => rest.issues.createComment({ ...at(repo), issue_number: number, body }),
        nothing,
      ),
    updateComment: (repo, id, body) =>
      ask(
        { action: 'update a comment', permission: pulls },
        ({ rest }) => rest.issues.updateComment({ ...at(repo), comment_id: id, body }),
        nothing,
      ),
    pullRequestLabels: (repo, number) =>
      ask(
        reading('the labels of a pull request', 'pull-requests: read'),
        ({ rest }) => rest.issues.listLabelsOnIssue({ ...at(repo), issue_number: number, per_page: 100 }),
        (data) => labelled.parse(data).map(({ name }) => name),
      ),
    successfulRuns: (repo, workflowId, branch) =>
      ask(
        reading('workflow runs', 'actions: read'),
        ({ rest }) => rest.actions.listWorkflowRuns({ ...at(repo), workflow_id: workflowId, branch, status: 'success', per_page: 10 }),
        (data) => runs.parse(data).workflow_runs.map((run) => run.head_sha),
      ),
    isAncestor: (repo, ancestor, descendant) =>
      ask(
        reading('how two commits relate', 'contents: read'),
        ({ rest }) => rest.repos.compareCommitsWithBasehead({ ...at(repo), basehead: `${ancestor}...${descendant}`, per_page: 1 }),
        (data) => ['ahead', 'identical'].includes(z.object({ status: z.string() }).parse(data).status),
      ),
  };
}

/** Loaded late: it costs a start more than everything else together. */
async function openOctokit({ token, apiUrl, signal }: GitHubOptions): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, '') });
  octokit.hook.wrap('request', async (send, request) => {
    using limit = timeBound(timeoutMs, signal);
    request.headers['x-github-api-version'] = apiVersion;
    request.request.signal = limit.signal;
    return await send(request);
  });
  return octokit;
}

function toPullRequest(data: z.infer<typeof pullRequest>): PullRequest {
  const { number, html_url: url, state, title } = data;
  return { number, url, state, title, merged: typeof data.merged_at === 'string', draft: data.draft === true, body: data.body ?? '' };
}

function absentIsNull<T>(answer: Answer<T>): Answer<T | null> {
  return !answer.ok && answer.kind === 'not-found' ? { ok: true, value: null } : answer;
}

const failure = z.object({
  status: z.number().optional(),
  message: z.string(),
  response: z
    .object({
      headers: z.record(z.string(), z.unknown()).optional(),
      data: z
        .object({ message: z.string().optional(), errors: z.array(z.unknown()).optional() })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

function problemOf(error: unknown, call: Call, token: string) {
  if (error instanceof z.ZodError) {
    return explainRequest({
      ...call,
      status: 0,
      message: `its answer was not understood (${error.issues[0]?.path.join('.')})`,
      rateLimited: false,
    });
  }
  const { status, message, response } = failure.catch({ message: String(error) }).parse(error);
  const details = (response?.data?.errors ?? []).map((each) => z.object({ message: z.string() }).safeParse(each).data?.message);
  const said = [response?.data?.message ?? message, ...details].filter((text) => text !== undefined).join(': ');
  const headers = response?.headers ?? {};
  return explainRequest({
    ...call,
    // An aborted or unsent request has a made-up status of 500.
    status: response === undefined ? 0 : (status ?? 0),
    message: said.replaceAll(token, '***').slice(0, 1000),
    rateLimited: status === 429 || (status === 403 && (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(said))),
  });
}
