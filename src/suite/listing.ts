// The files of a tree by name: what git lists where it is a checkout, for a walk would also see what is built and installed.
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Git } from '../workspace/index.ts';
import { exists } from './files.ts';

const skipped = /^(?:node_modules|vendor|target|dist|out|_build|deps|blib|venv|env|site-packages|__pycache__|cmake-build-.*|\..*)$/;
const maxFolders = 10_000;

export interface ListingOptions {
  /** Asked for each path, relative to the folder. */
  readonly wanted: (path: string) => boolean;
  /** No more paths than this. */
  readonly limit: number;
}

/** Paths below `folder` that are wanted, sorted; of a checkout those that git tracks or would track. Never throws. */
export async function listTree(folder: string, { wanted, limit }: ListingOptions): Promise<string[]> {
  const listed = (await gitLists(folder)) ?? (await walk(folder, wanted, limit));
  const found: string[] = [];
  for (const path of listed) {
    if (!isSkipped(path) && wanted(path)) found.push(path);
    if (found.length >= limit) break;
  }
  return found.sort();
}

/** A folder of somebody else's files, or of an installation, below which no tests of the repository lie. */
function isSkipped(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((name) => skipped.test(name));
}

async function gitLists(folder: string): Promise<readonly string[] | null> {
  if (!(await isCheckout(folder))) return null;
  try {
    return await new Git(folder, { readOnly: true, withoutFilters: true }).lsFiles();
  } catch {
    return null;
  }
}

/** Whether `.git` lies in `folder` or above it. */
async function isCheckout(folder: string): Promise<boolean> {
  for (let at = folder; ; at = posix.dirname(at)) {
    if (await exists(join(at, '.git'))) return true;
    if (at === posix.dirname(at)) return false;
  }
}

async function walk(root: string, wanted: (path: string) => boolean, limit: number): Promise<string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let at = 0; at < folders.length && found.length < limit; at += 1) {
    const folder = folders[at] ?? '';
    for (const entry of await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !skipped.test(entry.name) && folders.length < maxFolders) folders.push(path);
      else if (entry.isFile() && wanted(path)) found.push(path);
      if (found.length >= limit) break;
    }
  }
  return found;
}
