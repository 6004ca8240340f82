// The packages of a workspace: npm, yarn and bun in package.json, pnpm and lerna in files of their own.
import { join, posix } from 'node:path';
import picomatch from 'picomatch';
import { parse } from 'yaml';
import * as z from 'zod';
import { namesIn, readText } from '../../files.ts';
import { type Manifest, readManifest } from './manifest.ts';

export interface WorkspacePackage {
  /** Relative to the root of the repository. */
  readonly directory: string;
  readonly manifest: Manifest;
}

const maxPackages = 1_000;
const maxFolders = 20_000;
const maxDepth = 5;
const packagesSchema = z.looseObject({ packages: z.array(z.string()) });

/** The packages of the workspace whose root lies in `directory`, in the order of their folders; none when it is no workspace. */
export async function workspacePackages(root: string, directory: string, manifest: Manifest): Promise<readonly WorkspacePackage[]> {
  const patterns = await patternsOf(join(root, directory), manifest);
  if (patterns.length === 0) return [];
  const tidy = patterns.map((pattern) => pattern.replace(/^(!?)\.\//, '$1').replace(/\/$/, ''));
  const isWanted = picomatch(
    tidy.filter((pattern) => !pattern.startsWith('!')),
    { ignore: tidy.flatMap((pattern) => (pattern.startsWith('!') ? [pattern.slice(1)] : [])) },
  );
  const found: WorkspacePackage[] = [];
  for (const folder of await foldersBelow(join(root, directory), tidy)) {
    if (found.length >= maxPackages || !isWanted(folder)) continue;
    const reading = await readManifest(join(root, directory, folder));
    if (reading.kind === 'read') found.push({ directory: posix.join(directory, folder), manifest: reading.manifest });
  }
  return found.sort((a, b) => a.directory.localeCompare(b.directory));
}

async function patternsOf(folder: string, manifest: Manifest): Promise<readonly string[]> {
  if (manifest.workspaces !== undefined) return manifest.workspaces;
  for (const file of ['pnpm-workspace.yaml', 'lerna.json']) {
    const text = await readText(join(folder, file), 1 << 20);
    if (text === null) continue;
    try {
      const parsed = packagesSchema.safeParse(parse(text, { maxAliasCount: 100, logLevel: 'silent' }));
      if (parsed.success) return parsed.data.packages;
    } catch {
      // A file that cannot be read names no packages.
    }
  }
  return [];
}

/** Only folders that some pattern can still match are entered. */
async function foldersBelow(folder: string, patterns: readonly string[]): Promise<string[]> {
  const starts = patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => pattern.split('/'));
  const canMatch = (path: readonly string[]): boolean =>
    starts.some((start) => start.includes('**') || start.length >= path.length) &&
    starts.some((start) =>
      path.every((name, at) => start.slice(0, at + 1).includes('**') || (start[at] !== undefined && picomatch.isMatch(name, start[at]))),
    );
  const found: string[] = [];
  let level: readonly string[][] = [[]];
  for (let depth = 0; depth < maxDepth && level.length > 0 && found.length < maxFolders; depth += 1) {
    const next = await Promise.all(
      level.map(async (path) =>
        (await namesIn(join(folder, ...path)))
          .filter((name) => name !== 'node_modules' && !name.startsWith('.') && !/\.\w{1,5}$/.test(name))
          .map((name) => [...path, name])
          .filter(canMatch),
      ),
    );
    level = next.flat();
    found.push(...level.map((path) => path.join('/')));
  }
  return found;
}

/** Names of the packages of `packages` that each depends on, itself left out. */
export function siblingsOf(manifest: Manifest, packages: readonly WorkspacePackage[]): readonly WorkspacePackage[] {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  return packages.filter(({ manifest: { name } }) => name !== undefined && name !== manifest.name && wanted[name] !== undefined);
}
