// Calls about pull requests.
import * as z from 'zod';
import { at, type Call, type Client, isBot, nothing, reading } from './client.ts';
import type { GitHub, PullRequest } from './github.ts';

type PullCalls = Pick<
  GitHub,
  | 'pullRequest'
  | 'pullRequests'
  | 'pullRequestsTo'
  | 'createPullRequest'
  | 'updatePullRequest'
  | 'closePullRequest'
  | 'closedBy'
  | 'addLabels'
  | 'requestReviewers'
  | 'pullRequestLabels'
>;

const permission = 'pull-requests: write';
const user = z.object({ login: z.string(), type: z.string().nullish() });
const issue = z.object({ state: z.string(), closed_by: user.nullish() });
const labelled = z.array(z.object({ name: z.string() }));
const pullRequest = z.object({
  number: z.number(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  merged_at: z.string().nullish(),
  draft: z.boolean().nullish(),
  title: z.string(),
  body: z.string().nullable(),
  head: z.object({ ref: z.string(), sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  base: z.object({ ref: z.string() }),
});

/**
 * Gitea and Forgejo call the size of a page by this name. They know neither `head` nor `base` and answer with all pull requests: what was
 * asked for is picked out of every answer.
 */
const page = { limit: 50 } as const;

const changing = (action: string, repeatable: boolean): Call => ({ action, permission, repeatable });
const one = (data: unknown): PullRequest => toPullRequest(pullRequest.parse(data));
const many = (data: unknown): PullRequest[] => z.array(pullRequest).parse(data).map(toPullRequest);

export function pullCalls({ ask }: Client): PullCalls {
  return {
    pullRequest: (repo, number) =>
      ask(reading('a pull request', permission), ({ rest }) => rest.pulls.get({ ...at(repo), pull_number: number }), one),
    pullRequests: (repo, branch) =>
      ask(
        reading('pull requests', permission),
        ({ rest }) => rest.pulls.list({ ...at(repo), head: `${at(repo).owner}:${branch}`, state: 'all', per_page: 30, ...page }),
        (data) => many(data).filter(({ head }) => head.branch === branch && head.repo?.toLowerCase() === repo.toLowerCase()),
      ),
    pullRequestsTo: (repo, base) =>
      ask(
        reading('pull requests', permission),
        ({ rest }) => rest.pulls.list({ ...at(repo), base, state: 'open', per_page: 100, ...page }),
        (data) => many(data).filter((pull) => pull.base === base),
      ),
    createPullRequest: (repo, pull) =>
      ask(changing('create a pull request', false), ({ rest }) => rest.pulls.create({ ...at(repo), ...pull }), one),
    updatePullRequest: (repo, number, changes) =>
      ask(changing('update a pull request', true), ({ rest }) => rest.pulls.update({ ...at(repo), pull_number: number, ...changes }), one),
    closePullRequest: (repo, number, body) =>
      ask(
        changing('close a pull request', true),
        ({ rest }) => rest.pulls.update({ ...at(repo), pull_number: number, state: 'closed', body }),
        one,
      ),
    closedBy: (repo, number) =>
      ask(
        reading('who closed a pull request', permission),
        ({ rest }) => rest.issues.get({ ...at(repo), issue_number: number }),
        (data) => {
          const by = issue.parse(data).closed_by;
          return by ? { login: by.login, isBot: isBot(by) } : null;
        },
      ),
    addLabels: (repo, number, labels) =>
      ask(
        changing('add labels', true),
        ({ rest }) => rest.issues.addLabels({ ...at(repo), issue_number: number, labels: [...labels] }),
        nothing,
      ),
    requestReviewers: (repo, number, reviewers) =>
      ask(
        changing('ask for reviews', true),
        ({ rest }) =>
          rest.pulls.requestReviewers({
            ...at(repo),
            pull_number: number,
            reviewers: reviewers.filter((name) => !name.includes('/')),
            team_reviewers: reviewers.flatMap((name) => (name.includes('/') ? [name.slice(name.indexOf('/') + 1)] : [])),
          }),
        nothing,
      ),
    pullRequestLabels: (repo, number) =>
      ask(
        reading('the labels of a pull request', 'pull-requests: read'),
        ({ rest }) => rest.issues.listLabelsOnIssue({ ...at(repo), issue_number: number, per_page: 100 }),
        (data) => labelled.parse(data).map(({ name }) => name),
      ),
  };
}

function toPullRequest(data: z.infer<typeof pullRequest>): PullRequest {
  const { number, html_url: url, state, title, head, base } = data;
  const known = {
    number,
    url,
    state,
    title,
    merged: typeof data.merged_at === 'string',
    draft: data.draft === true,
    body: data.body ?? '',
  };
  return { ...known, head: { branch: head.ref, sha: head.sha, repo: head.repo?.full_name ?? null }, base: base.ref };
}
