// Reading what may not be there.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';

/** Reports beyond this size are not read. */
export const maxReportBytes = 64 * 2 ** 20;

/** The text of a file of the tree, or null when it is missing, larger than `maxBytes`, or not a file. Links to what the system tells of processes are not followed. */
export async function readText(path: string, maxBytes: number): Promise<string | null> {
  try {
    const real = await realpath(path);
    if (/^\/(?:proc|sys|dev)\//.test(real)) return null;
    const found = await stat(real);
    return found.isFile() && found.size <= maxBytes ? await readFile(real, 'utf8') : null;
  } catch {
    return null;
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Names in `folder`; none when it cannot be read. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
