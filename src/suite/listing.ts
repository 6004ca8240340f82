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
  const found: string[] = [];
  // A list has the files of a folder one after the other.
  let last = { folder: '', isSkipped: isSkippedFolder('') };
  const isSkipped = (path: string): boolean => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (folder !== last.folder) last = { folder, isSkipped: isSkippedFolder(folder) };
    return last.isSkipped;
  };
  /** False when there are enough. */
  const see = (path: string): boolean => {
    if (found.length < limit && !isSkipped(path) && wanted(path)) found.push(path);
    return found.length < limit;
  };
  if (!(await gitLists(folder, see))) await walk(folder, see);
  return found.sort();
}

/** A folder of somebody else's files, or of an installation, below which no tests of the repository lie. */
function isSkippedFolder(folder: string): boolean {
  const names = folder.split('/');
  const first = names.findIndex((name) => written.test(name));
  return names.some((name, at) => name !== '.' && (foreign.test(name) || ((first < 0 || at < first) && made.test(name))));
}

/** False when git cannot tell. */
async function gitLists(folder: string, see: (path: string) => boolean): Promise<boolean> {
  if (!(await isCheckout(folder))) return false;
  try {
    await new Git(folder, { readOnly: true, withoutFilters: true }).eachFile(see);
    return true;
  } catch {
    return false;
  }
}

/** Whether `.git` lies in `folder` or above it. */
async function isCheckout(folder: string): Promise<boolean> {
  for (let at = folder; ; at = posix.dirname(at)) {
    if (await exists(join(at, '.git'))) return true;
    if (at === posix.dirname(at)) return false;
  }
}

async function walk(root: string, see: (path: string) => boolean): Promise<void> {
  const folders = [''];
  for (let at = 0; at < folders.length; at += 1) {
    const folder = folders[at] ?? '';
    for (const entry of await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !isSkippedFolder(path) && folders.length < maxFolders) folders.push(path);
      else if (entry.isFile() && !see(path)) return;
    }
  }
}
