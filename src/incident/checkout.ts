// The red tree on disk: what the workflow has checked out, or a checkout of our own when it has checked out nothing.
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Git, GitError, openCheckout } from '../workspace/index.ts';
import { isBranchName, isCommitId } from './payload.ts';
import type { CheckoutOutcome, Incident } from './types.ts';

export interface CheckoutRequest {
  /** `GITHUB_WORKSPACE`. */
  readonly workspace: string;
  readonly incident: Incident;
  readonly token: string | null;
  /** For instance `https://github.com`. */
  readonly serverUrl: string;
  /** Commits to fetch when the workspace is empty; default 50. */
  readonly depth?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The checkout of the red commit. Changes nothing in a workspace that holds one; fills an empty workspace. Never throws for git's errors. */
export async function ensureCheckout(request: CheckoutRequest): Promise<CheckoutOutcome> {
  const { workspace, incident } = request;
  await mkdir(workspace, { recursive: true });
  if ((await readdir(workspace)).length > 0) return openRed(workspace, incident);
  const problem = await checkOut(request);
  if (problem === null) return openRed(workspace, incident);
  // A half-filled folder would look like a checkout to whoever comes next.
  for (const entry of await readdir(workspace)) await rm(join(workspace, entry), { recursive: true, force: true });
  return { ok: false, reason: problem };
}

/** The checkout at `root`, if it is the one that is red. */
async function openRed(root: string, incident: Incident): Promise<CheckoutOutcome> {
  const opened = await openCheckout(root);
  if (!opened.ok) return opened;
  const { checkout } = opened;
  if (checkout.root !== (await realpath(root))) {
    return { ok: false, reason: `${root} is not a git checkout of its own: it lies inside of ${checkout.root}` };
  }
  const isRed = checkout.sha === incident.sha || checkout.sha === incident.head;
  if (!isRed) return { ok: false, reason: otherCommit(root, checkout.sha, incident) };
  return { ok: true, checkout: { ...checkout, branch: checkout.branch ?? incident.branch } };
}

function otherCommit(root: string, sha: string, incident: Incident): string {
  const ref = incident.event === 'workflow_run' ? `\${{ github.event.workflow_run.head_sha }}` : incident.sha;
  return (
    `the checkout in ${root} is at ${sha.slice(0, 10)}, but what went red is ${incident.sha.slice(0, 10)}: ` +
    `give actions/checkout "ref: ${ref}", or leave that step out`
  );
}

/** Fills an empty folder; null when it worked. */
async function checkOut({ workspace, incident, token, serverUrl, depth = 50, signal }: CheckoutRequest): Promise<string | null> {
  if (incident.repo === null) return `${workspace} is empty, and the incident names no repository to check out`;
  // An earlier step may have changed the user's settings, which could send the token elsewhere.
  const git = new Git(workspace, { env: { GIT_CONFIG_GLOBAL: '/dev/null' }, signal });
  const remote = token === null || token === '' ? git : git.withToken(serverUrl, token);
  const url = `${serverUrl.replace(/\/+$/, '')}/${incident.repo}.git`;
  const tracking = `refs/remotes/origin/${incident.branch ?? 'HEAD'}`;
  try {
    await git.text(['init', '--quiet', '--template=', '--initial-branch=main']);
    await git.text(['remote', 'add', 'origin', url]);
    await remote.text([...fetch, `--depth=${depth}`, 'origin', `+${incident.sha}:${tracking}`], { timeoutMs: fetchTimeoutMs });
    await git.text(['checkout', '--quiet', '--detach', incident.sha], { timeoutMs: fetchTimeoutMs });
    await fetchGreen(remote, incident.green);
    return null;
  } catch (error) {
    if (error instanceof GitError) return explainFetch(error, incident, url, token);
    throw error;
  }
}

const fetch = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
const fetchTimeoutMs = 600_000;

/** The last green commit, when it is older than what was fetched. Not having it costs evidence, not the run. */
async function fetchGreen(git: Git, green: string | null): Promise<void> {
  if (green === null) return;
  const here = await git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${green}^{commit}`]);
  const name = green.replace(/^refs\/(?:heads|tags)\//, '');
  if (here.exitCode === 0 || !(isCommitId(green) || isBranchName(name))) return;
  await git.run([...fetch, '--depth=1', 'origin', `+${green}:refs/remotes/origin/${name}`], { timeoutMs: fetchTimeoutMs });
}

function explainFetch({ message, result }: GitError, { repo, sha }: Incident, url: string, token: string | null): string {
  if (/not our ref|couldn't find remote ref|no such remote ref|unadvertised object/i.test(result.stderr)) {
    return `${repo} no longer has the commit ${sha}: it was probably replaced by a forced push`;
  }
  if (/could not read Username|Authentication failed|returned error: 40[13]|not found/i.test(result.stderr)) {
    const may = token === null ? 'no token was given (input github-token)' : 'the token may not read it (permission "contents: read")';
    return `${url} could not be fetched: it does not exist, or ${may}`;
  }
  return `${url} could not be checked out: ${message}`;
}
