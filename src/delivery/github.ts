// What Regreen asks of GitHub: typed answers, problems as values. How each is asked stands in `calls-*.ts`.
import type { IncidentLookups } from '../incident/types.ts';
import { commentCalls } from './calls-comments.ts';
import { gitCalls } from './calls-git.ts';
import { pullCalls } from './calls-pulls.ts';
import { createClient, type GitHubOptions } from './client.ts';
import type { Answer } from './problem.ts';

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly draft: boolean;
  readonly title: string;
  readonly body: string;
  /** The branch its commits are on, in this repository or in a fork, and its tip. */
  readonly head: { readonly branch: string; readonly sha: string; readonly repo: string | null };
  /** The branch it goes to. */
  readonly base: string;
}

export interface NewPullRequest {
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

export interface Comment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly author: { readonly login: string; readonly isBot: boolean } | null;
  /** `path:line` of one on a line, null of any other. */
  readonly place: string | null;
}

/** A comment on lines of a pull request's diff, as numbered after its change. */
export interface LineComment {
  readonly path: string;
  /** First and last line, from 1. */
  readonly startLine: number;
  readonly line: number;
  readonly body: string;
}

interface SignedCommit {
  readonly branch: string;
  /** The commit fails when the branch is elsewhere. */
  readonly expectedHead: string;
  readonly message: string;
  /** Whole files, in base64. */
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions: readonly { readonly path: string }[];
}

/** Every method takes the repository as `owner/name`, and never throws. What may be repeated safely is, when GitHub stumbles. */
export interface GitHub extends IncidentLookups {
  /** Who the token belongs to: `github-actions[bot]` for the one of a workflow. */
  viewer(): Promise<Answer<string>>;
  defaultBranch(repo: string): Promise<Answer<string>>;
  branchHead(repo: string, branch: string): Promise<Answer<string | null>>;
  /** Null when there is no such commit. */
  commitMessage(repo: string, ref: string): Promise<Answer<string | null>>;
  /** Messages of a commit and those before it, newest first. */
  recentMessages(repo: string, sha: string, most: number): Promise<Answer<readonly string[]>>;
  /** The newest commit that both have. */
  mergeBase(repo: string, one: string, other: string): Promise<Answer<string>>;
  createBranch(repo: string, branch: string, sha: string): Promise<Answer<null>>;
  deleteBranch(repo: string, branch: string): Promise<Answer<null>>;
  /** One commit onto a branch, made and signed by GitHub; its id and that of its tree. */
  createCommit(repo: string, commit: SignedCommit): Promise<Answer<{ readonly sha: string; readonly tree: string }>>;
  pullRequest(repo: string, number: number): Promise<Answer<PullRequest>>;
  /** Pull requests from a branch of this repository, newest first, open and closed. */
  pullRequests(repo: string, branch: string): Promise<Answer<readonly PullRequest[]>>;
  /** Open pull requests to a branch. */
  pullRequestsTo(repo: string, base: string): Promise<Answer<readonly PullRequest[]>>;
  createPullRequest(repo: string, pull: NewPullRequest): Promise<Answer<PullRequest>>;
  updatePullRequest(repo: string, number: number, changes: { readonly title: string; readonly body: string }): Promise<Answer<PullRequest>>;
  /** Closes it, with this text from then on. */
  closePullRequest(repo: string, number: number, body: string): Promise<Answer<PullRequest>>;
  /** Who closed it; null when GitHub does not say. */
  closedBy(repo: string, number: number): Promise<Answer<{ readonly login: string; readonly isBot: boolean } | null>>;
  /** Labels that do not exist are made. */
  addLabels(repo: string, number: number, labels: readonly string[]): Promise<Answer<null>>;
  /** `org/team` names a team. */
  requestReviewers(repo: string, number: number, reviewers: readonly string[]): Promise<Answer<null>>;
  /** Every comment of a pull request, oldest first. */
  comments(repo: string, number: number): Promise<Answer<readonly Comment[]>>;
  createComment(repo: string, number: number, body: string): Promise<Answer<Comment>>;
  updateComment(repo: string, id: number, body: string): Promise<Answer<Comment>>;
  deleteComment(repo: string, id: number): Promise<Answer<null>>;
  /** Comments on lines of the diff, oldest first. */
  lineComments(repo: string, number: number): Promise<Answer<readonly Comment[]>>;
  createReview(repo: string, number: number, sha: string, comments: readonly LineComment[]): Promise<Answer<null>>;
  deleteLineComment(repo: string, id: number): Promise<Answer<null>>;
  /** Starts a workflow on a branch; `workflow` is its id or the name of its file. */
  dispatchWorkflow(repo: string, workflow: number | string, branch: string): Promise<Answer<null>>;
}

/** The API behind a token. Nothing is loaded or sent before the first call. */
export function openGitHub(options: GitHubOptions): GitHub {
  const client = createClient(options);
  return { ...gitCalls(client), ...pullCalls(client), ...commentCalls(client) };
}
