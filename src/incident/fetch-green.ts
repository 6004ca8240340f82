// The last green commit, when the checkout is too shallow to hold it: fetched beside the checkout, which is never written to.
import { join } from 'node:path';
import { Git } from '../workspace/index.ts';
import { isCommitId } from './payload.ts';

/** Where the checkout came from. */
export interface Origin {
  /** `owner/name`. */
  readonly repo: string;
  /** For instance `https://github.com`. */
  readonly serverUrl: string;
  readonly token: string | null;
}

/** Fetches the tree of commit `green` into a repository below `scratch`; its objects folder, or null when the server does not give it. */
export async function fetchGreenObjects(green: string, origin: Origin, scratch: string, signal?: AbortSignal): Promise<string | null> {
  if (!isCommitId(green)) return null;
  const folder = join(scratch, 'green.git');
  // An earlier step may have changed the user's settings, which could send the token elsewhere.
  const git = new Git(scratch, { env: { GIT_CONFIG_GLOBAL: '/dev/null' }, signal });
  const made = await git.run(['init', '--quiet', '--bare', '--template=', folder]);
  if (made.exitCode !== 0) return null;
  const bare = new Git(folder, { env: { GIT_CONFIG_GLOBAL: '/dev/null' }, signal });
  const remote = origin.token === null || origin.token === '' ? bare : bare.withToken(origin.serverUrl, origin.token);
  const url = `${origin.serverUrl.replace(/\/+$/, '')}/${origin.repo}.git`;
  const fetched = await remote.run(['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--depth=1', url, green], {
    timeoutMs: 120_000,
  });
  return fetched.exitCode === 0 ? join(folder, 'objects') : null;
}
