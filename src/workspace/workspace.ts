// The tree that is repaired, and its copies. The checkout it comes from is read once and never written to.
import { mkdir, mkdtemp, readFile, realpath, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Baseline, type Changes, treeFiles } from './baseline.ts';
import { copyFiles } from './copy-files.ts';
import { readablePath } from './disk-guard.ts';
import { type ContentSource, editOf, type FileContent } from './edits.ts';
import { Git } from './git.ts';
import { bringIgnored, listIgnored } from './ignored-files.ts';
import { Leftovers } from './leftovers.ts';
import { fillOlderTree } from './older-tree.ts';
import { createRepositoryOf, readSource, type SourceRepository } from './own-repository.ts';
import { lexicalRefusal } from './path-policy.ts';
import { removeTree } from './remove-tree.ts';
import { search } from './search.ts';
import { type SliceRange, sliceOf } from './slice.ts';
import { decodeText } from './text-file.ts';
import { EditedTree, moveEntries, moveEntry, type TreeRules, writeContent } from './tree.ts';
import { treesPrefix } from './trees-folder.ts';
import type { Checkout, Edit, EditOutcome, Patch, PathPolicy, Replica, ScanQuery, ScanResult, Slice, Tree, Workspace } from './types.ts';

export interface WorkspaceOptions {
  readonly checkout: Checkout;
  /** A folder of this run's own, outside of the checkout. */
  readonly temp: string;
  readonly policy: PathPolicy;
  readonly signal?: AbortSignal | undefined;
}

/** Copies the red tree. Throws when aborted, and when the disk is full. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  await mkdir(options.temp, { recursive: true });
  const folder = await mkdtemp(join(await realpath(options.temp), treesPrefix));
  try {
    return await CopiedWorkspace.open(options, folder);
  } catch (error) {
    await removeTree(folder);
    throw error;
  }
}

const isModules = (path: string): boolean => basename(path) === 'node_modules';

class CopiedWorkspace implements Workspace {
  readonly root: string;
  readonly #options: WorkspaceOptions;
  readonly #folder: string;
  readonly #source: SourceRepository;
  readonly #baseline: Baseline;
  readonly #tree: EditedTree;
  readonly #rules: TreeRules;
  readonly #leftovers: Leftovers;
  /** What installation, build and the first test runs left beside the red tree: it stays until the end. */
  #settled: Promise<ReadonlySet<string>> | null = null;
  /** The last patch that was asked for: several ask after one edit, and git takes a while. */
  #asked: { readonly touched: Changes; readonly patch: Promise<Patch> } | null = null;
  /** Copies of this tree that are being made. */
  readonly #copying = new Set<Promise<unknown>>();
  /** A copy of the red tree that is being made, or was, for the next proof. */
  #ahead: Promise<string> | null = null;
  /** Puts the packages of an installation back in the place of those of the checkout; null where they are there. */
  #ownModules: (() => Promise<void>) | null = null;
  /** What the installation alone left: that is in a clean copy too. Null: nobody has said yet. */
  #installed: { readonly untracked: readonly string[]; readonly ignored: readonly string[] } | null = null;

  private constructor(options: WorkspaceOptions, folder: string, root: string, source: SourceRepository, baseline: Baseline) {
    this.root = root;
    this.#options = options;
    this.#folder = folder;
    this.#source = source;
    this.#baseline = baseline;
    this.#rules = { policy: options.policy, ignores: (path) => baseline.ignores(path), paths: () => baseline.paths() };
    this.#tree = new EditedTree(root, (path) => baseline.content(path), this.#rules);
    this.#leftovers = new Leftovers(this.#tree, baseline, folder);
  }

  static async open(options: WorkspaceOptions, folder: string): Promise<CopiedWorkspace> {
    const { checkout, signal } = options;
    const source = await readSource(new Git(checkout.root, { readOnly: true, withoutFilters: true, signal }));
    const root = await newRoot(folder, checkout.root);
    const copied = await copyCheckout(source, checkout, root, folder, signal);
    await bringIgnored(await listIgnored(source.git), { from: checkout.root, to: root, except: folder, signal });
    const baseline = await Baseline.record(source, root, folder, copied, signal);
    return new CopiedWorkspace(options, folder, root, source, baseline);
  }

  list(): Promise<readonly string[]> {
    return this.#baseline.list();
  }

  scan(query: ScanQuery): Promise<ScanResult> {
    return search(this.#baseline.git, () => this.list(), query);
  }

  async read(path: string, lines?: SliceRange): Promise<Slice> {
    const name = path.replace(/^(\.\/)+/, '');
    const malformed = lexicalRefusal(name);
    if (malformed !== null) return { ok: false, reason: malformed };
    const known = await this.#tree.content(name);
    if (known !== null && typeof known !== 'string') return sliceOf(name, known, lines);
    if (this.#tree.touched.get(name) === null) return { ok: false, reason: `${name} was deleted by an edit.` };
    const found = await readablePath(this.root, name, this.#options.checkout.root);
    if (typeof found === 'string') return { ok: false, reason: found };
    return sliceOf(name, { bytes: await readFile(found.real), executable: false }, lines);
  }

  async original(path: string): Promise<string | null> {
    if (lexicalRefusal(path) !== null) return null;
    const content = await this.#baseline.content(path);
    if (content === null || typeof content === 'string' || content.bytes.length > 2_000_000) return null;
    const file = decodeText(content.bytes);
    return typeof file === 'string' ? null : file.text;
  }

  async installed(ran: boolean): Promise<void> {
    // What the checkout ignores is brought from there.
    const [left] = await Promise.all([ran ? this.#left() : { untracked: [], ignored: [] }, this.#leftovers.begin()]);
    this.#installed = left;
  }

  tidy(): Promise<void> {
    return this.#leftovers.tidy();
  }

  setAside(): Promise<boolean> {
    return this.#leftovers.setAside();
  }

  putBack(): Promise<void> {
    return this.#leftovers.putBack();
  }

  async modulesOfCheckout(): Promise<boolean> {
    const { checkout, signal } = this.#options;
    const paths = (await listIgnored(this.#source.git)).map((path) => path.replace(/\/$/, '')).filter(isModules);
    const place = await mkdtemp(join(this.#folder, 'modules-'));
    const moved = await moveEntries(this.root, paths, place);
    await bringIgnored(paths, { from: checkout.root, to: this.root, except: this.#folder, signal });
    const installed = this.#installed;
    // A clean copy has them from the checkout.
    if (installed !== null)
      this.#installed = { ...installed, ignored: installed.ignored.filter((path) => !isModules(path.replace(/\/$/, ''))) };
    this.#ownModules = async () => {
      for (const [at, [path, from]] of moved.entries()) {
        await moveEntry(this.root, path, join(place, `of-checkout-${at}`));
        await rename(from, join(this.root, path));
      }
      this.#installed = installed;
    };
    return paths.length > 0;
  }

  async ownModules(): Promise<void> {
    await this.#ownModules?.();
    this.#ownModules = null;
  }

  async #left(): Promise<{ readonly untracked: readonly string[]; readonly ignored: readonly string[] }> {
    const [untracked, ignored] = await Promise.all([this.#baseline.untracked(), listIgnored(this.#baseline.git)]);
    return { untracked, ignored };
  }

  async edit(edits: readonly Edit[]): Promise<EditOutcome> {
    await Promise.allSettled(this.#copying);
    await this.#settle();
    return this.#tree.edit(edits);
  }

  patch(): Promise<Patch> {
    const touched = new Map(this.#tree.touched);
    if (this.#asked !== null && sameEntries(this.#asked.touched, touched)) return this.#asked.patch;
    const asked = { touched, patch: this.#baseline.patch(touched) };
    this.#asked = asked;
    asked.patch.catch(() => {
      if (this.#asked === asked) this.#asked = null;
    });
    return asked.patch;
  }

  async edits(): Promise<readonly Edit[] | null> {
    const edits: Edit[] = [];
    for (const [path, content] of [...this.#tree.touched]) {
      const before = await this.#baseline.content(path);
      const edit = typeof before === 'string' ? null : editOf(path, before, content);
      if (edit === null) return null;
      edits.push(edit);
    }
    return edits;
  }

  async reset(patch?: Patch): Promise<void> {
    const changes = patch === undefined ? new Map<string, FileContent | null>() : await this.#baseline.changesOf(patch);
    await Promise.allSettled(this.#copying);
    await this.#baseline.restore(this.root, await this.#settle());
    await this.#tree.set(changes);
  }

  async replica(): Promise<Replica> {
    const { signal } = this.#options;
    const touched = new Map(this.#tree.touched);
    const root = await newRoot(this.#folder, this.root);
    const roots = { from: this.root, to: root, except: '', signal };
    await copyFiles([...(await this.list()), '.git'], roots);
    await bringIgnored(await listIgnored(this.#baseline.git), roots);
    // Git knows a repository by this folder, and empty folders are not copied.
    await mkdir(join(root, '.git', 'refs'), { recursive: true });
    // A test run may have written over them.
    for (const [path, content] of touched) await writeContent(root, path, content);
    const copy = this.#copy(root, touched);
    // One may go on in here, and leave what was not copied whole.
    await copy.tidy();
    return copy;
  }

  freshAhead(): void {
    // What goes wrong shows when it is made again.
    this.#ahead ??= this.#copied(this.#redTree(this.#folder));
  }

  async fresh(patch: Patch): Promise<Replica> {
    // What was made ahead is for a fix.
    const ahead = patch.text === '' ? null : this.#ahead;
    if (ahead !== null) this.#ahead = null;
    const changes = await this.#baseline.changesOf(patch);
    const root = (await ahead?.catch(() => null)) ?? (await this.#copied(this.#redTree(this.#folder)));
    for (const [path, content] of changes) await writeContent(root, path, content);
    return this.#copy(root, changes);
  }

  async fork(): Promise<Workspace> {
    const folder = await mkdtemp(join(this.#folder, treesPrefix));
    const root = await this.#redTree(folder);
    const baseline = await Baseline.record(this.#source, root, folder, await this.#baseline.paths(), this.#options.signal);
    const fork = new CopiedWorkspace(this.#options, folder, root, this.#source, baseline);
    await fork.installed(true);
    return fork;
  }

  /** Edits wait for `copy`: of a file that changes meanwhile it would get one half. */
  #copied<T>(copy: Promise<T>): Promise<T> {
    this.#copying.add(copy);
    const done = () => this.#copying.delete(copy);
    copy.then(done, done);
    return copy;
  }

  /** The root of a new copy of the red tree, with everything that was installed; where nobody said so, that was there at the first edit. */
  async #redTree(folder: string): Promise<string> {
    const { checkout, signal } = this.#options;
    const root = await newRoot(folder, this.root);
    await copyCheckout(this.#source, checkout, root, this.#folder, signal);
    // The checkout may have changed since; and what was installed or built before the first edit is only here.
    await this.#baseline.restore(root, new Set());
    const { untracked, ignored: ours } = this.#installed ?? { ...(await this.#left()), untracked: [...(await this.#settle())] };
    await copyFiles(untracked, { from: this.root, to: root, except: '', signal });
    await bringIgnored(ours.filter(isModules), { from: this.root, to: root, except: '', signal });
    await bringIgnored(await listIgnored(this.#source.git), { from: checkout.root, to: root, except: this.#folder, signal });
    await bringIgnored(ours, { from: this.root, to: root, except: '', signal });
    return root;
  }

  async older(sha: string, { linked }: { readonly linked: boolean }): Promise<Tree> {
    const root = await newRoot(this.#folder, this.#options.checkout.root);
    const drop = () => removeTree(join(root, '..'));
    try {
      const dependencies = linked ? this.#baseline.git : null;
      await fillOlderTree(this.#source, { sha, root, dependencies, signal: this.#options.signal });
    } catch (error) {
      await drop();
      throw error;
    }
    return { root, [Symbol.asyncDispose]: drop };
  }

  #settle(): Promise<ReadonlySet<string>> {
    this.#settled ??= this.#baseline.untracked().then((paths) => new Set(paths));
    return this.#settled;
  }

  /** A replica whose origin is the red tree with `changes`. */
  #copy(root: string, changes: Changes): Replica {
    const origin: ContentSource = async (path) => {
      const content = changes.get(path);
      return content === undefined ? this.#baseline.content(path) : content;
    };
    const tree = new EditedTree(root, origin, this.#rules);
    const tidy = (): Promise<void> => this.#leftovers.tidy(tree, changes.keys());
    return {
      root: tree.root,
      disturbed: () => this.#leftovers.disturbed,
      tidy,
      apply: (edits) => tree.replace(edits),
      preview: (many) => tree.preview(many),
      restore: (paths) => tree.restore(paths),
      [Symbol.asyncDispose]: () => removeTree(join(tree.root, '..')),
    };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return removeTree(this.#folder);
  }
}

/** Contents are replaced, never changed in place. */
function sameEntries(one: Changes, other: Changes): boolean {
  return one.size === other.size && [...one].every(([path, content]) => other.has(path) && other.get(path) === content);
}

/** A new folder with the name of the original: programs take names from it. */
async function newRoot(folder: string, original: string): Promise<string> {
  const root = join(await mkdtemp(join(folder, 'tree-')), basename(original) || 'repository');
  await mkdir(root);
  return root;
}

/** Copies the checkout's files, committed or not, and gives the copy a repository of its own. Returns the paths copied. */
async function copyCheckout(
  source: SourceRepository,
  checkout: Checkout,
  root: string,
  except: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const [copied] = await Promise.all([
    copyFiles(await source.git.lsFiles(treeFiles), { from: checkout.root, to: root, except, signal }),
    createRepositoryOf(source, root, checkout.sha, checkout.branch),
  ]);
  return [...new Set(copied)];
}
