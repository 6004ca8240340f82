// The files of a tree by name: what git lists where it is a checkout, for a walk would also see what is built and installed.
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Git } from '../workspace/index.ts';
import { exists } from './files.ts';

const foreign = /^(?:node_modules|vendor|site-packages|__pycache__|\..*)$/;
/** What builds and installations fill, unless it is the name of a package below the sources. */
const made = /^(?:target|dist|out|_build|deps|blib|venv|env|cmake-build-.*)$/;
/** Folders below which everything is written by hand. */
export const written = /^(?:src|internal|pkg|cmd)$/;
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
  return isSkippedFolder(posix.dirname(path));
}

function isSkippedFolder(folder: string): boolean {
  const names = folder.split('/');
  const first = names.findIndex((name) => written.test(name));
  return names.some((name, at) => name !== '.' && (foreign.test(name) || ((first < 0 || at < first) && made.test(name))));
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
      if (entry.isDirectory() && !isSkippedFolder(path) && folders.length < maxFolders) folders.push(path);
      else if (entry.isFile() && wanted(path)) found.push(path);
      if (found.length >= limit) break;
    }
  }
  return found;
}
