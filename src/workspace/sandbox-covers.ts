// What a layer without a file system of its own covers all the same: files with credentials, and sockets that are as good as root.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWithin } from './disk-guard.ts';
import { Git } from './git.ts';
import { environmentSecrets } from './python-environments.ts';
import type { Checkout } from './types.ts';

export interface Cover {
  readonly path: string;
  readonly kind: 'folder' | 'file';
}

/** Below a home. */
const credentials = [
  ...['.ssh', '.aws', '.azure', '.docker', '.kube', '.gnupg', '.config/gcloud', '.config/gh', '.config/git'],
  ...['.npmrc', '.netrc', '.git-credentials', '.gitconfig', '.pypirc', '.cargo/credentials', '.cargo/credentials.toml'],
  ...[
    '.config/pip',
    '.pip',
    '.config/pypoetry',
    '.local/share/uv/credentials',
    '.condarc',
    '.m2/settings.xml',
    '.gem/credentials',
    '.terraform.d/credentials.tfrc.json',
  ],
];
const sockets = ['docker.sock', 'containerd/containerd.sock', 'podman/podman.sock', 'crio/crio.sock'].map((name) => join('/run', name));
/** In the runner's temporary folder: its command files, and what actions/checkout keeps there. */
const ofRunner = /^(?:_|git-credentials)/;

/** Those that are there, by their real paths, each once. */
export async function sandboxCovers(
  hidden: readonly string[],
  checkout: Checkout | undefined,
  from: NodeJS.ProcessEnv,
): Promise<readonly Cover[]> {
  const below = await Promise.all(
    hidden.map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return [...credentials, ...names.filter((name) => ofRunner.test(name))].map((name) => join(folder, name));
    }),
  );
  // Each is among them by its real path, too: a home may be a link, and an environment in it called otherwise.
  const real = await Promise.all(hidden.map((folder) => realpath(folder).catch(() => folder)));
  const ofEnvironments = (await environmentSecrets(from, checkout)).filter((path) => real.some((folder) => isWithin(folder, path)));
  const found = await Promise.all([...sockets, ...ofEnvironments, ...below.flat(), ...(await configurationOf(checkout))].map(coverOf));
  return [...new Map(found.flatMap((cover) => (cover === null ? [] : [[cover.path, cover]]))).values()];
}

async function coverOf(path: string): Promise<Cover | null> {
  const real = await realpath(path).catch(() => null);
  if (real === null) return null;
  return { path: real, kind: (await stat(real)).isDirectory() ? 'folder' : 'file' };
}

async function configurationOf(checkout: Checkout | undefined): Promise<string[]> {
  if (checkout === undefined) return [];
  const git = new Git(checkout.root, { readOnly: true });
  const { stdout } = await git.run(['rev-parse', '--path-format=absolute', '--git-dir', '--git-common-dir']);
  return stdout
    .split('\n')
    .flatMap((folder) => (folder.startsWith('/') ? ['config', 'config.worktree'].map((name) => join(folder, name)) : []));
}
