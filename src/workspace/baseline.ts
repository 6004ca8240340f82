// The red tree as git objects: what every file was before the first edit, whatever edits and test runs do to the files on disk.
// They live in a repository of our own, outside of the tree, so that tests can neither see nor change it.
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent } from './edits.ts';
import { Git } from './git.ts';
import { mapLimit } from './map-limit.ts';
import { createBareRepository, isolated, type SourceRepository } from './own-repository.ts';
import type { FileDelta, Patch } from './types.ts';

export type Changes = ReadonlyMap<string, FileContent | null>;

interface Entry {
  readonly mode: string;
  readonly object: string;
  readonly path: string;
}

/** The options with which files of a tree are listed: dependencies are never part of it, unless they are committed. */
export const treeFiles: readonly string[] = ['--cached', '--others', '--exclude-standard', '--exclude=node_modules'];

const untrackedFiles: readonly string[] = ['--others', '--exclude-standard', '--exclude=node_modules'];

export class Baseline {
  readonly #git: Git;
  readonly #root: string;
  readonly #folder: string;
  readonly #contents = new Map<string, Promise<FileContent | null | string>>();
  /** One at a time: attributes are a file that all share. */
  #patches: Promise<unknown> = Promise.resolve();

  private constructor(git: Git, root: string, folder: string) {
    this.#git = git;
    this.#root = root;
    this.#folder = folder;
  }

  /** Records `paths` of `root`, which is a copy of the checkout that `source` stands for. */
  static async record(
    source: SourceRepository,
    root: string,
    folder: string,
    paths: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Baseline> {
    await createBareRepository(source, join(folder, 'baseline.git'));
    const git = new Git(root, { env: environment(folder, root), signal });
    await git.text(['update-index', '-z', '--add', '--stdin'], { input: paths.map((path) => `${path}\0`).join(''), timeoutMs: 600_000 });
    return new Baseline(git, root, folder);
  }

  /** Files of the tree as they are on disk, tracked or not, without ignored ones. */
  async list(): Promise<readonly string[]> {
    const [listed, deleted] = await Promise.all([this.#git.lsFiles(treeFiles), this.#git.lsFiles(['--deleted'])]);
    const gone = new Set(deleted);
    return listed.filter((path) => !gone.has(path) && !path.endsWith('/')).sort();
  }

  /** Files of the red tree. */
  paths(): Promise<readonly string[]> {
    return this.#git.lsFiles(['--cached']);
  }

  /** Git for searching the tree's files. */
  get git(): Git {
    return this.#git;
  }

  /** What a file was in the red tree; null when it was not there; a string says why it cannot be edited. */
  content(path: string): Promise<FileContent | null | string> {
    const known = this.#contents.get(path);
    if (known !== undefined) return known;
    const loading = this.#load(path);
    this.#contents.set(path, loading);
    loading.catch(() => this.#contents.delete(path));
    return loading;
  }

  async #load(path: string): Promise<FileContent | null | string> {
    const [entry] = await this.#entries([path]);
    if (entry === undefined) return null;
    if (!entry.mode.startsWith('100')) return `${path} is a symbolic link, which is never edited.`;
    const executable = entry.mode === '100755';
    // The file on disk keeps what git would normalise, so it is taken when it is still the one recorded.
    const onDisk = join(this.#root, path);
    const hash = await this.#git.run(['hash-object', `--path=${path}`, '--', onDisk]);
    if (hash.stdout.trim() === entry.object) return { bytes: await readFile(onDisk), executable };
    return this.#withTemporary(async (folder) => {
      await this.#git.text(['checkout-index', '-z', '--stdin', `--prefix=${folder}/`], { input: `${path}\0` });
      return { bytes: await readFile(join(folder, path)), executable };
    });
  }

  /** True when git would not list a new file of this name. */
  async ignores(path: string): Promise<boolean> {
    const result = await this.#git.run(['check-ignore', '--quiet', '--no-index', '--', path], { env: { GIT_LITERAL_PATHSPECS: '0' } });
    return result.exitCode === 0;
  }

  /** The difference that `changes` make to the red tree. */
  patch(changes: Changes): Promise<Patch> {
    if (changes.size === 0) return Promise.resolve({ text: '', files: [] });
    const result = this.#patches.then(() => this.#withTemporary((folder) => this.#difference(changes, folder)));
    this.#patches = result.catch(() => {});
    return result;
  }

  async #difference(changes: Changes, folder: string): Promise<Patch> {
    const [before, after] = await Promise.all([this.#entries([...changes.keys()]), this.#store(changes, folder)]);
    const trees = await Promise.all([this.#tree(before, join(folder, 'before')), this.#tree(after, join(folder, 'after'))]);
    const options = ['--no-renames', '--no-color', ...trees];
    // A patch is a string: what is not UTF-8 goes into it in git's binary form. Its lines are counted all the same, before git is told.
    const numbers = this.#git.text(['diff', '--numstat', '--text', '-z', ...options]);
    numbers.catch(() => {});
    const binary = await this.#binaryAttributes(changes);
    const attributes = join(this.#folder, 'baseline.git', 'info', 'attributes');
    if (binary !== '') {
      await numbers;
      await writeFile(attributes, binary);
    }
    const text = await this.#git.text(['diff', '--binary', '--full-index', ...options]).finally(() => rm(attributes, { force: true }));
    return { text: text === '' ? '' : `${text}\n`, files: parseNumstat(await numbers) };
  }

  /** The changes that a patch makes to the red tree. Throws an `Error` in plain words when it does not apply or touches links. */
  async changesOf(patch: Patch): Promise<Changes> {
    if (patch.text.trim() === '') return new Map();
    return this.#withTemporary(async (folder) => {
      const env = { GIT_INDEX_FILE: join(folder, 'index') };
      await copyFile(join(this.#folder, 'baseline.git', 'index'), env.GIT_INDEX_FILE);
      const tree = await this.#git.text(['write-tree'], { env });
      const applied = await this.#git.run(['apply', '--cached', '--binary', '--whitespace=nowarn', '-'], { input: patch.text, env });
      if (applied.exitCode !== 0) throw new Error(`The patch does not apply to the red tree: ${applied.stderr.trim()}`);
      const raw = await this.#git.text(['diff-index', '--cached', '--raw', '--no-renames', '--no-abbrev', '-z', tree], { env });
      const entries = parseRaw(raw);
      const link = entries.find((entry) => entry.mode !== null && !entry.mode.startsWith('100'));
      if (link !== undefined) throw new Error(`The patch makes ${link.path} a symbolic link or a submodule, which is not allowed.`);
      const present = entries.filter((entry) => entry.mode !== null).map((entry) => `${entry.path}\0`);
      await this.#git.text(['checkout-index', '-z', '--stdin', `--prefix=${folder}/files/`], { env, input: present.join('') });
      const changes = new Map<string, FileContent | null>();
      for (const { path, mode } of entries) {
        // Remembered before anything is written over it.
        await this.content(path);
        changes.set(path, mode === null ? null : { bytes: await readFile(join(folder, 'files', path)), executable: mode === '100755' });
      }
      return changes;
    });
  }

  /** Files that are neither in the red tree nor ignored: made by an installation, a build or a test run, or by an edit. */
  untracked(): Promise<readonly string[]> {
    return this.#git.lsFiles(untrackedFiles);
  }

  /**
   * Makes `root` (this tree or another copy of it) the red tree again: what test runs, builds and edits changed is put back, and
   * files they left are removed, without those in `keep`. Ignored files are not touched.
   */
  async restore(root: string, keep: ReadonlySet<string>): Promise<void> {
    await this.#withTemporary(async (folder) => {
      const index = join(folder, 'index');
      await copyFile(join(this.#folder, 'baseline.git', 'index'), index);
      const git = new Git(root, { env: { ...environment(this.#folder, root), GIT_INDEX_FILE: index } });
      await git.run(['update-index', '-q', '--really-refresh'], { timeoutMs: 600_000 });
      const changed = await git.lsFiles(['--modified', '--deleted']);
      if (changed.length > 0) {
        await git.text(['checkout-index', '-f', '-z', '--stdin'], { input: changed.map((path) => `${path}\0`).join('') });
      }
      // After the ignore rules are what they were.
      const left = (await git.lsFiles(untrackedFiles)).filter((path) => !keep.has(path));
      await mapLimit(left, 32, (path) => rm(join(root, path), { recursive: true, force: true }));
    });
  }

  async #entries(paths: readonly string[]): Promise<Entry[]> {
    const listing = await this.#git.text(['ls-files', '--stage', '-z', '--', ...paths]);
    const wanted = new Set(paths);
    return listing
      .split('\0')
      .flatMap((line) => {
        const match = /^(\d+) ([0-9a-f]+) 0\t(.*)$/s.exec(line);
        return match ? [{ mode: match[1] ?? '', object: match[2] ?? '', path: match[3] ?? '' }] : [];
      })
      .filter((entry) => wanted.has(entry.path));
  }

  /** Writes the new contents as objects, in git's own form of them (line ends). */
  async #store(changes: Changes, folder: string): Promise<Entry[]> {
    const entries = await mapLimit([...changes].entries(), 4, async ([index, [path, content]]): Promise<Entry[]> => {
      if (content === null) return [];
      const file = join(folder, `content-${index}`);
      await writeFile(file, content.bytes);
      const object = await this.#git.text(['hash-object', '-w', `--path=${path}`, '--', file]);
      return [{ mode: content.executable ? '100755' : '100644', object, path }];
    });
    return entries.flat();
  }

  async #tree(entries: readonly Entry[], index: string): Promise<string> {
    const env = { GIT_INDEX_FILE: index };
    const input = entries.map(({ mode, object, path }) => `${mode} ${object}\t${path}\0`).join('');
    await this.#git.text(['update-index', '-z', '--index-info'], { env, input });
    return this.#git.text(['write-tree'], { env });
  }

  async #binaryAttributes(changes: Changes): Promise<string> {
    const lines: string[] = [];
    for (const [path, after] of changes) {
      const before = await this.content(path);
      const contents = [after, typeof before === 'string' ? null : before];
      const binary = contents.some((content) => content !== null && !isUtf8(content.bytes));
      if (binary) lines.push(`${JSON.stringify(`/${path.replace(/[\\*?[\]!#]/g, '\\$&')}`)} -diff\n`);
    }
    return lines.join('');
  }

  async #withTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(this.#folder, 'work-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function environment(folder: string, root: string): Record<string, string> {
  return { ...isolated, GIT_DIR: join(folder, 'baseline.git'), GIT_WORK_TREE: root, GIT_LITERAL_PATHSPECS: '1' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parseNumstat(listing: string): FileDelta[] {
  return listing.split('\0').flatMap((line) => {
    const match = /^(\d+|-)\t(\d+|-)\t(.+)$/s.exec(line);
    return match ? [{ path: match[3] ?? '', added: Number(match[1]) || 0, removed: Number(match[2]) || 0 }] : [];
  });
}

/** `:oldmode newmode old new status\0path\0…`; a null mode is a deletion. */
function parseRaw(listing: string): { path: string; mode: string | null }[] {
  const fields = listing.split('\0');
  const entries: { path: string; mode: string | null }[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const mode = fields[index]?.split(' ')[1] ?? '';
    entries.push({ path: fields[index + 1] ?? '', mode: mode === '000000' ? null : mode });
  }
  return entries;
}
