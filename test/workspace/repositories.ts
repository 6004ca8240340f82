// Real repositories in temporary folders.
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Checkout,
  createPathPolicy,
  Git,
  openCheckout,
  openWorkspace,
  type PathPolicy,
  type Workspace,
} from '../../src/workspace/index.ts';
import { gitScript } from '../github/git-script.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface TestRepository extends AsyncDisposable {
  readonly root: string;
  /** A folder beside the repository for everything else. */
  readonly temp: string;
  readonly git: Git;
  write(files: Files): Promise<void>;
  link(path: string, target: string): Promise<void>;
  executable(path: string): Promise<void>;
  commit(): Promise<string>;
  checkout(): Promise<Checkout>;
  workspace(policy?: PathPolicy): Promise<Workspace>;
}

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
const made = [
  ['add', '--all'],
  [...identity, 'commit', '-q', '--allow-empty', '-m', 'x'],
  ['rev-parse', 'HEAD'],
];

/** A repository whose first commit holds `files`, below `parent`. */
export async function repository(files: Files, parent: string = tmpdir()): Promise<TestRepository> {
  const folder = await realpath(await mkdtemp(join(parent, 'workspace-test-')));
  const root = join(folder, 'project');
  const env = { GIT_CONFIG_GLOBAL: '/dev/null', HOME: folder };
  const git = new Git(root, { env });
  const self: TestRepository = {
    root,
    temp: join(folder, 'temp'),
    git,
    async write(contents) {
      const entries = Object.entries(contents);
      for (const folder of new Set(entries.map(([path]) => dirname(join(root, path))))) await mkdir(folder, { recursive: true });
      await Promise.all(entries.map(([path, content]) => writeFile(join(root, path), content)));
    },
    async link(path, target) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await symlink(target, join(root, path));
    },
    executable: (path) => chmod(join(root, path), 0o755),
    async commit() {
      return gitScript(root, made, env);
    },
    async checkout() {
      const opened = await openCheckout(root);
      if (!opened.ok) throw new Error(opened.reason);
      return opened.checkout;
    },
    async workspace(policy = createPathPolicy({ protectedPaths: [], allowTestChanges: true })) {
      return openWorkspace({ checkout: await self.checkout(), temp: self.temp, policy });
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
  await mkdir(root);
  await self.write(files);
  await gitScript(root, [['init', '-q', '-b', 'main'], ...made], env);
  return self;
}

/** Every path below `root` with its kind, mode and content, as one comparable value. `.git` is part of it unless left out. */
export async function fingerprint(root: string, except: readonly string[] = []): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = async (path: string): Promise<void> => {
    const info = await lstat(join(root, path));
    if (info.isDirectory()) {
      for (const name of (await readdir(join(root, path))).sort()) {
        const below = path === '' ? name : `${path}/${name}`;
        if (!except.includes(below)) await visit(below);
      }
    } else if (info.isSymbolicLink()) found[path] = `link ${await readlink(join(root, path))}`;
    else
      found[path] = `${(info.mode & 0o777).toString(8)} ${createHash('sha256')
        .update(await readFile(join(root, path)))
        .digest('hex')}`;
  };
  await visit('');
  return found;
}
