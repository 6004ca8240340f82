// A copy of a tree has links to the packages of the original: a package manager that installs into them writes there, where it must not.
import { readdir, readlink } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import { removeTree } from '../../../workspace/index.ts';
import type { SuitePlan } from '../../types.ts';
import { readManifest } from './manifest.ts';
import { workspacePackages } from './workspaces.ts';

/** Commands that put packages into `node_modules`. Any other one of the author's may need those that are there. */
const installs = /\b(?:npm|pnpm|bun)\s+(?:ci|i|install)(?![\w:-])|\byarn(?:\s+install(?![\w:-])|\s+-|\s*(?:$|[;&|]))/;

/** Takes away the `node_modules` folders that hold links to the packages of another tree, before an installation makes them anew. */
export async function dropLinkedModules({ setupCommand, directory }: SuitePlan, root: string): Promise<void> {
  if (setupCommand === null || !installs.test(setupCommand)) return;
  const own = await Promise.all(['', directory].map((folder) => packagesAt(root, folder)));
  for (const folder of new Set(own.flat())) {
    const modules = join(root, folder, 'node_modules');
    if (await leadsElsewhere(root, modules)) await removeTree(modules);
  }
}

/** The folder and those of its workspace. */
async function packagesAt(root: string, folder: string): Promise<readonly string[]> {
  const at = posix.normalize(folder === '' ? '.' : folder);
  const reading = await readManifest(join(root, at));
  if (reading.kind !== 'read') return [at];
  return [at, ...(await workspacePackages(root, at, reading.manifest)).map((each) => each.directory)];
}

/** Whether a link in `modules` leads to the same place of another tree's `node_modules`; a package that a developer linked does not. */
async function leadsElsewhere(root: string, modules: string): Promise<boolean> {
  for (const entry of await readdir(modules, { withFileTypes: true }).catch(() => [])) {
    const path = join(modules, entry.name);
    if (entry.isDirectory() && entry.name.startsWith('@') && (await leadsElsewhere(root, path))) return true;
    if (!entry.isSymbolicLink()) continue;
    const target = resolve(modules, await readlink(path).catch(() => '.'));
    if (relative(root, target).startsWith('..') && target.endsWith(sep + relative(root, path))) return true;
  }
  return false;
}
