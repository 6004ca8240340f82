// Real git repositories in temporary folders.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GitRemote } from './git-remote.ts';
import { gitScript } from './git-script.ts';

export interface Repository extends AsyncDisposable {
  readonly root: string;
  git(...args: string[]): Promise<string>;
  /** Runs several, one after the other, and returns all that they print. */
  script(...commands: readonly (readonly string[])[]): Promise<string>;
  /** Null deletes the file. */
  write(files: Readonly<Record<string, string | null>>): Promise<void>;
  /** Writes, adds everything, commits; returns the commit's id. */
  commit(files: Readonly<Record<string, string | null>>, message?: string): Promise<string>;
  /** Pushes `HEAD` to a branch of the remote (straight into its folder, as its owner may). */
  pushTo(remote: GitRemote, branch?: string): Promise<void>;
}

export async function makeRepository(): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'regreen-repo-'));
  const identity = ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com', '-c', 'commit.gpgsign=false'];
  const script = (...commands: readonly (readonly string[])[]) => {
    return gitScript(
      root,
      commands.map((args) => [...identity, ...args]),
    );
  };
  const git = (...args: string[]) => script(args);
  await git('init', '--quiet', '--initial-branch=main');
  const write = async (files: Readonly<Record<string, string | null>>) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      if (text === null) await rm(file);
      else {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
  };
  return {
    root,
    git,
    script,
    write,
    commit: async (files, message = 'A change') => {
      await write(files);
      return script(['add', '--all'], ['commit', '--quiet', '--allow-empty', '-m', message], ['rev-parse', 'HEAD']);
    },
    pushTo: async (remote, branch = 'main') => {
      await git('push', '--quiet', '--force', remote.bareDir, `HEAD:refs/heads/${branch}`);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
