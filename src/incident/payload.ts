// The parts of webhook payloads that are read, with what is allowed in them. Whoever opens a pull request chooses some of these values.
import * as z from 'zod';

export const isCommitId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** Names git accepts for a branch (git-check-ref-format), so that none can be an option or a refspec. */
export function isBranchName(name: string): boolean {
  if (name === '' || name.length > 244 || name === '@' || name.startsWith('-')) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[/.]$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

export const isRepoName = (name: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);

const commitId = z.string().refine(isCommitId, 'is not a commit id');
const branchName = z.string().refine(isBranchName, 'is not a branch name');
const repoName = z.string().refine(isRepoName, 'is not owner/name');
const user = z.object({ login: z.string().max(100), type: z.string().optional() });
const repository = z.object({ full_name: repoName, default_branch: branchName.nullish() });
/** A fork that was deleted is null. */
const sourceRepository = z.object({ full_name: repoName }).nullable();
const positive = z.number().int().positive();

const common = z.object({ repository: repository.optional(), sender: user.nullish() });

const workflowRun = z.object({
  repository,
  sender: user.nullish(),
  workflow_run: z.object({
    id: positive,
    run_attempt: positive.nullish(),
    workflow_id: positive,
    name: z.string().nullish(),
    html_url: z.string().max(2000),
    conclusion: z.string().nullable(),
    head_branch: branchName.nullable(),
    head_sha: commitId,
    head_repository: sourceRepository,
    actor: user.nullish(),
    triggering_actor: user.nullish(),
    pull_requests: z.array(z.object({ number: positive, head: z.object({ ref: z.string() }) })).nullish(),
  }),
});

const push = z.object({
  repository,
  sender: user.nullish(),
  ref: z.string().max(300),
  before: commitId,
  after: commitId,
  deleted: z.boolean().optional(),
  forced: z.boolean().optional(),
});

const pullRequest = z.object({
  repository,
  sender: user.nullish(),
  pull_request: z.object({
    number: positive,
    labels: z.array(z.object({ name: z.string().nullish() })),
    head: z.object({ ref: branchName, sha: commitId, repo: sourceRepository }),
    base: z.object({ ref: branchName }),
  }),
});

export type WorkflowRunPayload = z.infer<typeof workflowRun>;
export type PushPayload = z.infer<typeof push>;
export type PullRequestPayload = z.infer<typeof pullRequest>;
export type CommonPayload = z.infer<typeof common>;

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const parseWorkflowRun = (payload: unknown): Parsed<WorkflowRunPayload> => parse(workflowRun, payload);
export const parsePush = (payload: unknown): Parsed<PushPayload> => parse(push, payload);
export const parsePullRequest = (payload: unknown): Parsed<PullRequestPayload> => parse(pullRequest, payload);
export const parseCommon = (payload: unknown): Parsed<CommonPayload> => parse(common, payload);

function parse<T>(schema: z.ZodType<T>, payload: unknown): Parsed<T> {
  const result = schema.safeParse(payload);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return { ok: false, reason: `the event's payload cannot be used: ${path === '' ? 'it' : path}: ${issue?.message ?? 'unknown problem'}` };
}
