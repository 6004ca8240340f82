// `node_modules` in a copy of a tree: links to the original's packages, save those that must not be links.
//
// Node looks for what a package requires beside its real path. A package that is linked finds the original's packages, and so the
// original's workspace packages: code that was not repaired. Packages from which a workspace package can be reached are copied instead, and
// those that write into their own folder, where a test may write nothing.
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, readlink, realpath, stat, symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import { type CopyOptions, copyFiles, copyOne, retarget } from './copy-files.ts';
import { isWithin } from './disk-guard.ts';
import { mapLimit } from './map-limit.ts';

/** Packages by name, each once for every place it stands in. */
interface Survey {
  /** Names of links that lead to packages of the repository, and of packages that write where they are. */
  readonly workspace: Set<string>;
  /** What packages of a name may require. */
  readonly requires: Map<string, Set<string>>;
}

/** Folders of package managers that hold every package with its dependencies beside it (pnpm, bun, npm with linked strategy). */
const stores = /^\.(?:pnpm|bun|store)$/;
const concurrency = 32;
/** Packages in packages in packages: deeper is a cycle or an attack. */
const deepest = 20;
const isPackageFolder = (name: string): boolean => !name.startsWith('.') && !name.startsWith('@');

const names = z.record(z.string(), z.unknown()).catch({});
const manifest = z.object({ dependencies: names, peerDependencies: names, optionalDependencies: names });

/**
 * Names of packages from which, by what their manifests and the links beside them say, a package of the repository can be reached, found
 * over all `folders` (`node_modules`, relative to `root`). By name, not by place: a package too many costs a copy, one too few the truth.
 */
export async function packagesToCopy(root: string, folders: readonly string[]): Promise<ReadonlySet<string>> {
  const survey: Survey = { workspace: new Set(), requires: new Map() };
  for (const folder of folders) {
    await noteLinks(root, join(root, folder), '', survey);
    if (await checksTypes(join(root, folder, '..'))) survey.workspace.add('vitest');
  }
  // Most repositories hold one package, and nothing more is read of them.
  if (survey.workspace.size === 0) return new Set();
  for (const folder of folders) await noteFolder(join(root, folder), survey, 0);
  const reached = new Set(survey.workspace);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [name, required] of survey.requires) if ([...required].some((each) => reached.has(each))) reached.add(name);
  }
  return reached;
}

/** Whether vitest checks types for a package: what the compiler has seen it keeps in its own folder. */
async function checksTypes(folder: string): Promise<boolean> {
  const names = (await entriesOf(folder)).filter((entry) => entry.isFile() && vitestSettings.test(entry.name)).map(({ name }) => name);
  if (!names.includes('package.json')) return false;
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return texts.some((text) => /\btypecheck\b/.test(text)) && texts.some((text) => text.includes('vitest'));
}

const vitestSettings = /^(?:package\.json|vite(?:st)?\.(?:config|workspace)\.[cm]?[jt]s|vitest\.workspace\.json)$/;

async function noteLinks(root: string, folder: string, scope: string, survey: Survey): Promise<void> {
  await mapLimit(await entriesOf(folder), concurrency, async (entry) => {
    if (entry.isDirectory() && entry.name.startsWith('@')) return noteLinks(root, join(folder, entry.name), `${entry.name}/`, survey);
    if (!entry.isSymbolicLink()) return;
    const real = await realpath(join(folder, entry.name)).catch(() => null);
    if (real !== null && isWithin(root, real) && !relative(root, real).split(sep).includes('node_modules'))
      survey.workspace.add(scope + entry.name);
  });
}

/** Notes what the packages of a `node_modules` folder require; returns all of it. */
async function noteFolder(folder: string, survey: Survey, depth: number, scope = ''): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  if (depth > deepest) return all;
  await mapLimit(await entriesOf(folder), concurrency, async (entry) => {
    if (!entry.isDirectory()) return;
    const path = join(folder, entry.name);
    const below = entry.name.startsWith('@')
      ? await noteFolder(path, survey, depth + 1, `${entry.name}/`)
      : stores.test(entry.name)
        ? await noteStore(path, survey, depth + 1)
        : isPackageFolder(entry.name)
          ? await notePackage(scope + entry.name, path, survey, depth + 1)
          : [];
    for (const name of below) all.add(name);
  });
  return all;
}

/** A package requires what its manifest says, and what the packages inside of it do. */
async function notePackage(name: string, path: string, survey: Survey, depth: number): Promise<ReadonlySet<string>> {
  const required = new Set([...(await requiredBy(path)), ...(await noteFolder(join(path, 'node_modules'), survey, depth))]);
  addTo(survey, name, required);
  return required;
}

/** In a store, the packages of an entry require its links. */
async function noteStore(store: string, survey: Survey, depth: number): Promise<ReadonlySet<string>> {
  await mapLimit(await entriesOf(store), concurrency, async (entry) => {
    if (!entry.isDirectory() || entry.name === 'node_modules') return;
    const { folders, links } = await membersOf(join(store, entry.name, 'node_modules'));
    for (const name of folders) addTo(survey, name, links);
    await noteFolder(join(store, entry.name, 'node_modules'), survey, depth);
  });
  return new Set();
}

async function membersOf(folder: string, scope = ''): Promise<{ folders: readonly string[]; links: readonly string[] }> {
  const folders: string[] = [];
  const links: string[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isSymbolicLink()) links.push(scope + entry.name);
    else if (entry.isDirectory() && entry.name.startsWith('@')) {
      const inner = await membersOf(join(folder, entry.name), `${entry.name}/`);
      folders.push(...inner.folders);
      links.push(...inner.links);
    } else if (entry.isDirectory()) folders.push(scope + entry.name);
  }
  return { folders, links };
}

function addTo({ requires }: Survey, name: string, required: Iterable<string>): void {
  const known = requires.get(name) ?? new Set();
  for (const each of required) known.add(each);
  requires.set(name, known);
}

async function requiredBy(path: string): Promise<readonly string[]> {
  try {
    const found = manifest.parse(JSON.parse(await readFile(join(path, 'package.json'), 'utf8')));
    return Object.values(found).flatMap((each) => Object.keys(each));
  } catch {
    return [];
  }
}

const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => []);

export interface ModulesOptions extends CopyOptions {
  /** Names of packages that are copied. */
  readonly copied: ReadonlySet<string>;
  readonly isCache: (name: string) => boolean;
}

/**
 * A real `node_modules` folder whose entries are links to the original's. Links between packages of the repository are made anew, so that
 * they lead to the copy.
 */
export async function bringModules(source: string, target: string, options: ModulesOptions, scope = ''): Promise<void> {
  const original = await realpath(source).catch(() => null);
  if (original === null || !(await stat(original)).isDirectory()) return;
  // Somebody may have put a link to other files of the user's in its place. As a link it shows what the sandbox shows, and no more.
  if (![options.from, await realpath(options.from)].some((folder) => isWithin(folder, original))) return symlink(original, target);
  await mkdir(target, { recursive: true });
  await mapLimit(await entriesOf(original), concurrency, async (entry) => {
    if (options.isCache(entry.name)) return;
    const from = join(original, entry.name);
    const to = join(target, entry.name);
    if (entry.isSymbolicLink()) return symlink(retarget(await readlink(from), from, to, options), to);
    if (!entry.isDirectory()) return void (await copyOne(from, to, options));
    // A folder of scripts that find their packages beside them, and folders that hold packages.
    if (entry.name === '.bin') return bringModules(from, to, options);
    if (entry.name.startsWith('@')) return bringModules(from, to, options, `${entry.name}/`);
    if (options.copied.size > 0 && isWithin(options.from, from)) {
      if (stores.test(entry.name)) return bringStore(from, to, options);
      if (options.copied.has(scope + entry.name)) return copyPackage(from, to, options);
    }
    return symlink(from, to);
  });
}

async function bringStore(store: string, target: string, options: ModulesOptions): Promise<void> {
  await mkdir(target, { recursive: true });
  await mapLimit(await entriesOf(store), concurrency, async (entry) => {
    const from = join(store, entry.name);
    const to = join(target, entry.name);
    if (!entry.isDirectory()) return void (await copyOne(from, to, options));
    if (entry.name === 'node_modules') return bringModules(from, to, options);
    const { folders } = await membersOf(join(from, 'node_modules'));
    if (!folders.some((name) => options.copied.has(name))) return symlink(from, to);
    return bringModules(join(from, 'node_modules'), join(to, 'node_modules'), options);
  });
}

async function copyPackage(from: string, to: string, options: ModulesOptions): Promise<void> {
  const inside = relative(options.from, from);
  const files = (await entriesOf(from)).filter(({ name }) => name !== 'node_modules').map(({ name }) => join(inside, name));
  await mkdir(to, { recursive: true });
  await copyFiles(files, { ...options, to: join(to, relative(from, options.from)) });
  await bringModules(join(from, 'node_modules'), join(to, 'node_modules'), options);
}
