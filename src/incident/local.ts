// The incident of a plain local checkout.
import { type Checkout, Git } from '../workspace/index.ts';
import { isRepoName } from './payload.ts';
import type { Incident } from './types.ts';

/** What is red in somebody's checkout: whatever is there now. Asks nobody but git. */
export async function readLocalIncident(checkout: Checkout, { green }: { readonly green: string | null }): Promise<Incident> {
  const remote = await new Git(checkout.root, { readOnly: true }).run(['config', '--get', 'remote.origin.url']);
  return {
    event: 'local',
    repo: remote.exitCode === 0 ? repoOfRemote(remote.stdout.trim()) : null,
    sha: checkout.sha,
    head: checkout.branch === null ? null : checkout.sha,
    branch: checkout.branch,
    base: checkout.branch,
    green,
    actor: null,
    pullRequest: null,
    run: null,
  };
}

/** `owner/name` of a remote's address (https, ssh or scp-like), without any credentials; null for any other. */
export function repoOfRemote(address: string): string | null {
  const path = pathOfRemote(address);
  const repo =
    path
      ?.replace(/^\/+/, '')
      .replace(/\/+$/, '')
      .replace(/\.git$/, '') ?? '';
  return isRepoName(repo) ? repo : null;
}

function pathOfRemote(address: string): string | null {
  if (/^(?:https?|ssh|git):\/\//i.test(address)) {
    return URL.canParse(address) ? new URL(address).pathname : null;
  }
  // scp-like: [user@]host:owner/name. A drive letter or a relative path is a folder.
  return /^(?:[^\s@/]+@)?[^\s@/:]{2,}:(?!\/\/)(.+)$/.exec(address)?.[1] ?? null;
}
