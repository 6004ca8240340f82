import * as z from 'zod';
import { timeBound } from '../workspace/index.ts';

/** What a token may do in a repository, as far as GitHub tells without anything being changed. */
export type TokenRights =
  | {
      readonly ok: true;
      /** Null where GitHub does not say. */
      readonly push: boolean | null;
      readonly defaultBranch: string;
      /** Of a classic personal token; null for the others, whose permissions nobody is told. */
      readonly scopes: readonly string[] | null;
      /** Whether workflows of this repository may open pull requests; null where the token may not know. */
      readonly workflowsOpenPullRequests: boolean | null;
    }
  | { readonly ok: false; readonly reason: string };

const timeoutMs = 15_000;
const repository = z.object({ default_branch: z.string(), permissions: z.object({ push: z.boolean() }).nullish() });
const workflowPermissions = z.object({ can_approve_pull_request_reviews: z.boolean() });

export interface TokenQuestion {
  readonly token: string;
  /** For instance `https://api.github.com`. */
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repo: string;
  readonly signal: AbortSignal;
}

/** Two reading requests. Never throws. */
export async function tokenRights({ token, apiUrl, repo, signal }: TokenQuestion): Promise<TokenRights> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, '') });
  using limit = timeBound(timeoutMs, signal);
  const at = { owner: repo.split('/')[0] ?? '', repo: repo.split('/')[1] ?? '', request: { signal: limit.signal } };
  try {
    const { data, headers } = await octokit.request('GET /repos/{owner}/{repo}', at);
    const { default_branch: defaultBranch, permissions } = repository.parse(data);
    const scopes = headers['x-oauth-scopes'];
    // Only who administers the repository may know; for anybody else it stays unknown.
    const setting = await octokit.request('GET /repos/{owner}/{repo}/actions/permissions/workflow', at).then(
      (answer) => workflowPermissions.safeParse(answer.data).data?.can_approve_pull_request_reviews ?? null,
      () => null,
    );
    return {
      ok: true,
      push: permissions?.push ?? null,
      defaultBranch,
      scopes: typeof scopes === 'string' && scopes !== '' ? scopes.split(/,\s*/) : null,
      workflowsOpenPullRequests: setting,
    };
  } catch (error) {
    return { ok: false, reason: limit.expired() ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error, token) };
  }
}

const failed = z.object({ status: z.number().optional(), message: z.string() });

function reasonOf(error: unknown, token: string): string {
  if (error instanceof z.ZodError) return `its answer was not understood (${error.issues[0]?.path.join('.')})`;
  const { status, message } = failed.catch({ message: String(error) }).parse(error);
  return `${status === undefined ? '' : `${status}: `}${message.replaceAll(token, '***').slice(0, 300)}`;
}
