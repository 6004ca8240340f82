// The tree of another commit, as clean as a fresh clone.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Git } from './git.ts';
import { bringIgnored, listIgnored } from './ignored-files.ts';
import { createRepositoryOf, isolated, type SourceRepository } from './own-repository.ts';

export interface OlderTree {
  readonly sha: string;
  /** An empty folder. */
  readonly root: string;
  /** The tree whose ignored folders (dependencies) are linked in; null: there are none. */
  readonly dependencies: Git | null;
  readonly signal?: AbortSignal | undefined;
}

/** Fills `root` with the files of a commit that the source holds. Throws `GitError` when it does not (a shallow or partial clone). */
export async function fillOlderTree(source: SourceRepository, { sha, root, dependencies, signal }: OlderTree): Promise<void> {
  await createRepositoryOf(source, root, sha, null);
  const git = new Git(root, { env: { ...isolated, GIT_DIR: join(root, '.git'), GIT_WORK_TREE: root }, withoutFilters: true, signal });
  await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${sha}^{tree}`]);
  await git.text(['read-tree', sha]);
  await git.text(['checkout-index', '--all', '--force', '--quiet'], { timeoutMs: 600_000 });
  // Git knows a repository by this folder.
  await mkdir(join(root, '.git', 'refs'), { recursive: true });
  if (dependencies !== null) await bringIgnored(await listIgnored(dependencies), { from: dependencies.root, to: root, except: '', signal });
}
