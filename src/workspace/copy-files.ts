// Copies files of a tree, many at a time, as they are: bytes, modes, links.
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { isWithin } from './disk-guard.ts';
import { mapLimit } from './map-limit.ts';

/** Enough to keep the disk busy; more only costs memory. */
const concurrency = 32;

export interface CopyOptions {
  readonly from: string;
  readonly to: string;
  /** A folder that is left out: the one the copies are made in. */
  readonly except: string;
  readonly signal?: AbortSignal | undefined;
}

/** Copies `paths`; a folder stands for all files in it. Returns the files that were there. Throws when aborted. */
export async function copyFiles(paths: readonly string[], options: CopyOptions): Promise<string[]> {
  const folders = new Map<string, Promise<unknown>>();
  const makeFolder = (path: string): Promise<unknown> => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const making = mkdir(path, { recursive: true });
    folders.set(path, making);
    return making;
  };
  const copied: string[] = [];
  const copy = async (file: string): Promise<void> => {
    const to = join(options.to, file);
    await makeFolder(dirname(to));
    if (await copyOne(join(options.from, file), to, options)) copied.push(file);
  };
  await mapLimit(paths, concurrency, async (path) => {
    options.signal?.throwIfAborted();
    const files = await expand(options.from, path.replace(/\/$/, ''), options.except);
    // Most paths are one file, for which four workers would be three too many.
    const [only] = files;
    await (files.length === 1 && only !== undefined ? copy(only) : mapLimit(files, 4, copy));
  });
  return copied;
}

/** Copies a file or link; false when it is gone, or is neither. */
export async function copyOne(from: string, to: string, roots: { readonly from: string; readonly to: string }): Promise<boolean> {
  try {
    const found = await lstat(from);
    if (found.isSymbolicLink()) await symlink(retarget(await readlink(from), from, to, roots), to);
    else if (found.isFile()) await copyFile(from, to, constants.COPYFILE_FICLONE);
    else return false;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')) return false;
    throw error;
  }
}

/** What a link must say in the copy: inside of the tree it leads to the copy's own file, out of it to where it led before. */
export function retarget(target: string, from: string, to: string, roots: { readonly from: string; readonly to: string }): string {
  const absolute = target.startsWith('/') ? target : join(dirname(from), target);
  if (!isWithin(roots.from, absolute)) return absolute;
  return target.startsWith('/') ? relative(dirname(to), join(roots.to, relative(roots.from, absolute))) : target;
}

/** All files at or below a path, without repositories' own folders. */
async function expand(root: string, path: string, except: string): Promise<string[]> {
  const absolute = join(root, path);
  if (absolute === except) return [];
  const found = await lstat(absolute).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [path];
  const names = (await readdir(absolute)).filter((name) => name !== '.git');
  return (await Promise.all(names.map((name) => expand(root, join(path, name), except)))).flat();
}
