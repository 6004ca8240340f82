// What git ignores and tests need all the same: dependencies, which are linked, and the rest, which is copied when it is small.
import { lstat, mkdir, readdir, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CopyOptions, copyFiles } from './copy-files.ts';
import { isWithin } from './disk-guard.ts';
import type { Git } from './git.ts';
import { bringModules, packagesToCopy } from './modules.ts';

const copyLimit = { bytes: 50 * 1024 * 1024, files: 2_000 };

/** Two trees at work must not share what they write. */
const caches =
  /^(\.cache|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.hypothesis|\.tox|\.nox|\.gradle|_build|\.phpunit\.result\.cache|\.vite|\.vite-temp|\.vitest|\.tmp|\.temp|\.turbo|\.parcel-cache|\.nyc_output|\.eslintcache|\.rollup\.cache|coverage)$/;
/** Built from one tree, by the times of its files: in another tree it would stand for code that is not there. */
const compiled = /\.(?:o|obj|lo|gch|pyc|class|beam)$/;
const buildFolders: Readonly<Record<string, readonly string[]>> = {
  target: ['Cargo.toml', 'pom.xml', 'build.sbt'],
  build: ['build.gradle', 'build.gradle.kts', 'CMakeLists.txt'],
  bin: ['*.csproj', '*.fsproj'],
  obj: ['*.csproj', '*.fsproj'],
};
/** Nothing that a test of the repository should need, and nothing a model should see. */
const credentials = /^(\.env|\.env\.(local|production|development|staging)(\.local)?|\.npmrc|\.netrc|\.pypirc|id_(rsa|ed25519))$/;

/** Ignored files and folders of a tree, each named once; a folder that is ignored as a whole ends with `/`. */
export async function listIgnored(git: Git): Promise<readonly string[]> {
  const listed = await git.lsFiles(['--others', '--ignored', '--exclude-standard', '--exclude=node_modules', '--directory']);
  const outermost: string[] = [];
  for (const path of [...listed].sort()) {
    const last = outermost.at(-1);
    if (last?.endsWith('/') && path.startsWith(last)) continue;
    outermost.push(path);
  }
  return outermost;
}

/** Brings ignored files into a copy. What is there already is left alone; a folder that is there gets the entries it lacks. */
export async function bringIgnored(paths: readonly string[], options: CopyOptions): Promise<void> {
  const budget = { ...copyLimit };
  const modules = paths.map((path) => path.replace(/\/$/, '')).filter((path) => basename(path) === 'node_modules');
  const copied = await packagesToCopy(options.from, modules);
  const wanted = [...paths];
  for (const [index, listed] of wanted.entries()) {
    options.signal?.throwIfAborted();
    const path = listed.replace(/\/$/, '');
    const name = basename(path);
    const source = join(options.from, path);
    const target = join(options.to, path);
    if (compiled.test(name) || (await isBuildFolder(source, name))) continue;
    if (caches.test(name) || credentials.test(name) || isWithin(source, options.except)) continue;
    if (await exists(target)) {
      if (index < paths.length && name !== 'node_modules')
        wanted.push(...(await entriesOfBoth(source, target)).map((each) => join(path, each)));
      continue;
    }
    if (name === 'node_modules') {
      await bringModules(source, target, { ...options, copied, isCache: (entry) => caches.test(entry) });
      continue;
    }
    const size = await measure(source, budget);
    await mkdir(dirname(target), { recursive: true });
    if (size === null) {
      await symlink(source, target);
      continue;
    }
    budget.bytes -= size.bytes;
    budget.files -= size.files;
    await copyFiles([path], options);
  }
}

/** What a folder of both trees holds in the source; nothing where one is no folder of its own. */
async function entriesOfBoth(source: string, target: string): Promise<string[]> {
  const found = await Promise.all([source, target].map((path) => lstat(path).catch(() => null)));
  return found.every((each) => each?.isDirectory() === true) ? readdir(source).catch(() => []) : [];
}

async function isBuildFolder(path: string, name: string): Promise<boolean> {
  if (await exists(join(path, 'CMakeCache.txt'))) return true;
  const manifests = Object.hasOwn(buildFolders, name) ? (buildFolders[name] ?? []) : [];
  if (manifests.length === 0) return false;
  const beside = await readdir(dirname(path)).catch(() => []);
  return manifests.some((manifest) =>
    beside.some((each) => (manifest.startsWith('*') ? each.endsWith(manifest.slice(1)) : each === manifest)),
  );
}

/** Bytes and files at or below a path; null when they are more than `limit`. */
async function measure(
  path: string,
  limit: { readonly bytes: number; readonly files: number },
): Promise<{ bytes: number; files: number } | null> {
  const total = { bytes: 0, files: 0 };
  const pending = [path];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const found = await lstat(next).catch(() => null);
    if (found === null) continue;
    if (found.isDirectory()) {
      const folder = next;
      pending.push(...(await readdir(folder).catch(() => [])).map((name) => join(folder, name)));
    } else {
      total.bytes += found.size;
      total.files++;
    }
    if (total.bytes > limit.bytes || total.files > limit.files || pending.length > limit.files) return null;
  }
  return total;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
