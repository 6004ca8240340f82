// What test runs leave in a tree: files that were not there before, in the way of the next run as they would be in the way of no run of CI.
import { mkdtemp, readdir, realpath, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from './baseline.ts';
import { mapLimit } from './map-limit.ts';
import { readPlainBytes } from './plain-file.ts';
import { type EditedTree, moveEntries, writeContent } from './tree.ts';

/** The names in each folder of a tree, by its path. */
type Standing = ReadonlyMap<string, ReadonlySet<string>>;

/** A tree with more folders takes too long to look through before each run. */
const mostFolders = 2_000;
/** What a run made of a larger file of the red tree is not kept. */
const mostBytes = 8 << 20;

/**
 * What belongs to a tool or is built: dependencies, caches, reports, hidden files. Runs find it again, and none is in the way of a test. A
 * regular expression that JavaScript and Python read alike.
 */
export const keptNames = String.raw`^(?:\..*|node_modules|bower_components|__pycache__|venv|vendor|coverage|htmlcov|target|dist|build|_build|bin|obj|.*\.(?:pyc|egg-info))$`;
const isKept = new RegExp(keptNames);

interface Aside {
  /** By where it lay. */
  readonly moved: ReadonlyMap<string, string>;
  /** What the run had made of files of the red tree; null where it had put no file there. */
  readonly disturbed: ReadonlyMap<string, Uint8Array | null>;
}

/**
 * What runs leave in one tree and its copies. What the first run leaves may be what the tests need (a build that goes before them) or what is in
 * their way: it is set aside, and put back where the tests do not do without it.
 */
export class Leftovers {
  readonly #tree: EditedTree;
  readonly #baseline: Baseline;
  readonly #folder: string;
  #standing: Standing | null = null;
  /** The same with what the tests need of what a run left. */
  #needed: Standing | null = null;
  #disturbed: ReadonlySet<string> = new Set();
  #aside: Aside | null = null;

  /** `folder` is where things are set aside: on the disk of the tree. */
  constructor(tree: EditedTree, baseline: Baseline, folder: string) {
    this.#tree = tree;
    this.#baseline = baseline;
    this.#folder = folder;
  }

  /** To be called before the first run. */
  async begin(): Promise<void> {
    this.#standing = await standingIn(this.#tree.root);
  }

  /** Files of the red tree that runs change; null where trees are left as they are. */
  get disturbed(): ReadonlySet<string> | null {
    return this.#standing === null ? null : this.#disturbed;
  }

  /** Makes a copy of the tree, with these edits in it, what it was before any run. Not while one goes on in it. */
  async tidy(copy: EditedTree = this.#tree, edited: Iterable<string> = []): Promise<void> {
    const standing = this.#needed ?? this.#standing;
    if (standing === null) return;
    await copy.tidy(await leftIn(copy.root, standing), [...edited], this.#disturbed);
  }

  /** Takes what the first run left out of the way of the next; false where it left nothing. */
  async setAside(): Promise<boolean> {
    if (this.#standing === null) return false;
    const { root } = this.#tree;
    const [left, modified] = await Promise.all([leftIn(root, this.#standing), this.#baseline.git.lsFiles(['--modified', '--deleted'])]);
    const own = (path: string): boolean => this.#tree.touched.has(path);
    const disturbed = new Map<string, Uint8Array | null>();
    for (const path of new Set(modified.filter((path) => !own(path)))) {
      const before = await this.#baseline.content(path);
      if (before !== null && typeof before === 'object') disturbed.set(path, await readPlainBytes(join(root, path), mostBytes));
    }
    const moved = left.length === 0 ? [] : await moveEntries(root, left, await mkdtemp(join(this.#folder, 'aside-')));
    this.#needed = null;
    this.#disturbed = new Set([...this.#disturbed, ...disturbed.keys()]);
    this.#aside = {
      moved: new Map([...(this.#aside?.moved ?? []), ...moved]),
      disturbed: new Map([...(this.#aside?.disturbed ?? []), ...disturbed]),
    };
    await this.tidy();
    return moved.length + disturbed.size > 0;
  }

  /** Puts it back, to stay. */
  async putBack(): Promise<void> {
    if (this.#aside === null) return;
    const { root } = this.#tree;
    const { moved, disturbed } = this.#aside;
    this.#aside = null;
    for (const [path, from] of moved) {
      await rename(from, join(root, path)).catch(() => {});
    }
    for (const [path, bytes] of disturbed) {
      const content = await this.#baseline.content(path);
      const executable = typeof content === 'object' && content?.executable === true;
      await writeContent(root, path, bytes === null ? null : { bytes, executable }).catch(() => {});
    }
    this.#disturbed = new Set();
    this.#needed = await standingIn(root);
  }
}

/** Null where the tree is too large. Links are not followed, and nothing is looked for in what is kept. */
async function standingIn(root: string): Promise<Standing | null> {
  const standing = new Map<string, ReadonlySet<string>>();
  let level = [''];
  while (level.length > 0) {
    if (standing.size + level.length > mostFolders) return null;
    const read = await mapLimit(level, 32, async (folder) => ({ folder, entries: await entriesOf(root, folder) }));
    level = [];
    for (const { folder, entries } of read) {
      if (entries === null) continue;
      standing.set(folder, new Set(entries.map(({ name }) => name)));
      for (const entry of entries) if (entry.isDirectory() && !isKept.test(entry.name)) level.push(within(folder, entry.name));
    }
  }
  return standing;
}

/**
 * Paths, relative to the root, of what has come since: the whole folder where one is new. What the compiler of TypeScript knows of its output goes
 * with that, and is none by itself.
 */
async function leftIn(root: string, standing: Standing): Promise<string[]> {
  const left = await mapLimit([...standing], 32, async ([folder, names]) => {
    const entries = (await entriesOf(root, folder)) ?? [];
    return entries.filter(({ name }) => !names.has(name) && !isKept.test(name)).map(({ name }) => within(folder, name));
  });
  const all = left.flat();
  return all.every((path) => path.endsWith('.tsbuildinfo')) ? [] : all;
}

/** Null for what is no folder any more, cannot be read, or has come behind a link. */
async function entriesOf(root: string, folder: string) {
  const path = folder === '' ? root : join(root, folder);
  const isThere = (await realpath(path).catch(() => null)) === path;
  return isThere ? readdir(path, { withFileTypes: true }).catch(() => null) : null;
}

const within = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
