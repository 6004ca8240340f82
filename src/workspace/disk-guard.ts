// Where a path really leads. Rules about names are in path-policy.ts; these are about what is on the disk.
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/** True when `path` is `folder` or below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Why `path` below `root` (a real path) cannot be written; null when it can. No part of it may be a symbolic link: one that stays
 * inside would be a second name for a protected file.
 */
export async function writeRefusal(root: string, path: string): Promise<string | null> {
  const target = join(root, path);
  const own = await lstat(target).catch(() => null);
  if (own?.isSymbolicLink()) return `${path} is a symbolic link, which is never written through.`;
  if (own?.isDirectory()) return `${path} is a folder.`;
  if (own !== null && !own.isFile()) return `${path} is not a regular file.`;
  const parent = await nearestFolder(root, dirname(target));
  if (parent.file !== null) return `${relative(root, parent.file)} is a file, so ${path} cannot be created below it.`;
  return parent.real === parent.path ? null : `${path} goes through a symbolic link, which is never written through.`;
}

/** The nearest folder above that exists, as named and as it really is; `file` when a file is in the way. */
async function nearestFolder(root: string, from: string): Promise<{ path: string; real: string; file: string | null }> {
  for (let path = from; ; path = dirname(path)) {
    const found = await lstat(path).catch(() => null);
    if (found === null && isWithin(root, dirname(path))) continue;
    if (found !== null && !found.isDirectory() && !found.isSymbolicLink()) return { path, real: path, file: path };
    return { path, real: await realpath(path).catch(() => ''), file: null };
  }
}

/**
 * The real path to read, or why it is not read. Links are followed inside of `root`, and out of it only to the dependencies of
 * `checkout`, which the tree links to.
 */
export async function readablePath(root: string, path: string, checkout: string): Promise<{ readonly real: string } | string> {
  const real = await realpath(join(root, path)).catch(() => null);
  if (real === null) return `${path} does not exist. List files with scan.`;
  const inside = isWithin(root, real);
  const folder = inside ? root : checkout;
  const segments = relative(folder, real).split(sep);
  if (!inside && !(isWithin(checkout, real) && segments.includes('node_modules'))) {
    return `${path} is a symbolic link that leads out of the repository.`;
  }
  if (segments.some((segment) => segment.toLowerCase() === '.git')) return `${path} is inside of .git, which is never read or written.`;
  if (!inside && basename(real).startsWith('.env')) return `${path} is not part of the repository.`;
  const found = await lstat(real);
  if (found.isDirectory()) return `${path} is a folder: list it with scan and the glob ${path}/**.`;
  return found.isFile() ? { real } : `${path} is not a regular file.`;
}
