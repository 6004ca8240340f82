// Files that somebody else's code may have put something else in place of: a link, a pipe, a device.
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';

const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The text of a regular file that is really at `path`; null when it is missing, has more than `maxBytes`, is no regular file, or a link is
 * on the way. Never waits for a pipe. `path` is absolute and in its real form but for what may have been put there.
 */
export async function readPlainFile(path: string, maxBytes: number): Promise<string | null> {
  return (await readPlainBytes(path, maxBytes))?.toString('utf8') ?? null;
}

/** The same as bytes. */
export async function readPlainBytes(path: string, maxBytes: number): Promise<Buffer | null> {
  const file = await openPlainFile(path);
  if (file === null) return null;
  try {
    return (await file.stat()).size <= maxBytes ? await file.readFile() : null;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** The same, opened to be read; to be closed by the caller. */
export async function openPlainFile(path: string): Promise<FileHandle | null> {
  try {
    if ((await realpath(path)) !== path) return null;
    const file = await open(path, flags);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return null;
  } catch {
    return null;
  }
}
