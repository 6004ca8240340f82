import { chmod, lstat, readdir, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { mapLimit } from './map-limit.ts';

/**
 * Removes a folder with everything in it. Tests leave folders that nobody may write to: those are opened first. Never throws: what cannot
 * be removed all the same stays.
 */
export async function removeTree(folder: string): Promise<void> {
  if (await succeeds(removeFolder(folder))) return;
  await openUp(folder);
  await succeeds(rm(folder, { recursive: true, force: true, maxRetries: 3 }));
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** Few at a time, where `rm` begins with all files of all folders at once: its memory grows with the tree. */
async function removeFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const [folders, files] = [entries.filter((entry) => entry.isDirectory()), entries.filter((entry) => !entry.isDirectory())];
  await mapLimit(files, 16, ({ name }) => unlink(join(folder, name)));
  await mapLimit(folders, 4, ({ name }) => removeFolder(join(folder, name)));
  await rmdir(folder);
}

/** Links are not followed: what they lead to is not ours. */
async function openUp(folder: string): Promise<void> {
  const pending = [folder];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const here = path;
    if (!(await lstat(here).catch(() => null))?.isDirectory()) continue;
    await chmod(here, 0o700).catch(() => {});
    const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
    pending.push(...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(here, name)));
  }
}
