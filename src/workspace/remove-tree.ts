import { chmod, lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes a folder with everything in it. Tests leave folders that nobody may write to: those are opened first. Never throws: what cannot
 * be removed all the same stays.
 */
export async function removeTree(folder: string): Promise<void> {
  if (await removed(folder)) return;
  await openUp(folder);
  await removed(folder);
}

function removed(folder: string): Promise<boolean> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 }).then(
    () => true,
    () => false,
  );
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
