// A folder of files that edits are made to, and undone exactly: only what an edit touched is ever written.
import { constants } from 'node:fs';
import { lstat, mkdir, open, readlink, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeRefusal } from './disk-guard.ts';
import { type ContentSource, type FileChange, type FileContent, resolveEdits } from './edits.ts';
import { nameRefusal } from './path-policy.ts';
import { readPlainBytes } from './plain-file.ts';
import type { Edit, EditOutcome, PathPolicy, Preview, Refusal } from './types.ts';

export interface TreeRules {
  readonly policy: PathPolicy;
  /** True when git ignores a new file of this name: no patch could contain it. */
  readonly ignores: (path: string) => Promise<boolean>;
  /** Files of the red tree. */
  readonly paths: () => Promise<readonly string[]>;
}

type WriteRefusal = (path: string) => Promise<string | null>;

function once<T>(look: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    const found = known.get(path) ?? look(path);
    known.set(path, found);
    return found;
  };
}

export class EditedTree {
  readonly root: string;
  readonly #origin: ContentSource;
  readonly #rules: TreeRules;
  readonly #touched = new Map<string, FileContent | null>();
  #queue: Promise<unknown> = Promise.resolve();

  /** `origin` tells the content of each file before any edit; `root` is a real path. */
  constructor(root: string, origin: ContentSource, rules: TreeRules) {
    this.root = root;
    this.#origin = origin;
    this.#rules = rules;
  }

  /** What edits made of the files they touched. */
  get touched(): ReadonlyMap<string, FileContent | null> {
    return this.#touched;
  }

  /** A file as edits left it, whatever test runs have written since. */
  async content(path: string): Promise<FileContent | null | string> {
    const edited = this.#touched.get(path);
    return edited === undefined ? this.#origin(path) : edited;
  }

  /** Makes edits on top of those before. */
  edit(edits: readonly Edit[]): Promise<EditOutcome> {
    return this.#alone(() => this.#change(edits, (path) => this.content(path), []));
  }

  /** Makes edits in place of those before. */
  replace(edits: readonly Edit[]): Promise<EditOutcome> {
    return this.#alone(() => this.#change(edits, this.#origin, [...this.#touched.keys()]));
  }

  /** What `replace` would write for each of many, or why it would refuse. Nothing may change meanwhile: each file is looked at once. */
  async preview(many: readonly (readonly Edit[])[]): Promise<Preview[]> {
    const origin = once(this.#origin);
    const refusal = once((path) => writeRefusal(this.root, path));
    const previews: Preview[] = [];
    for (const edits of many) previews.push(await this.#previewOne(edits, origin, refusal));
    return previews;
  }

  async #previewOne(edits: readonly Edit[], origin: ContentSource, refusal: WriteRefusal): Promise<Preview> {
    const resolved = await resolveEdits(edits, origin, this.#rules.policy);
    if (!resolved.ok) return resolved;
    const blocked = await this.#blocked(resolved.changes, refusal);
    if (blocked !== null) return { ok: false, reason: blocked };
    const files = resolved.changes.map(async ({ path, after }) => {
      const before = await origin(path);
      return { path, before: before === null || typeof before === 'string' ? null : before.bytes, after: after?.bytes ?? null };
    });
    return { ok: true, files: await Promise.all(files) };
  }

  /** Puts `contents` in place of all edits; no policy is asked. Throws when a file cannot be written. */
  set(contents: ReadonlyMap<string, FileContent | null>): Promise<void> {
    return this.#alone(async () => {
      for (const path of this.#touched.keys()) {
        if (!contents.has(path)) await this.#putBack(path);
      }
      for (const [path, content] of contents) {
        await writeContent(this.root, path, content);
        this.#touched.set(path, content);
      }
    });
  }

  /** Puts files back as before any edit, whatever was written to them since. */
  restore(paths: Iterable<string>): Promise<void> {
    return this.#alone(async () => {
      for (const path of paths) await this.#putBack(path);
    });
  }

  /**
   * Removes what runs left at these paths, but for what edits have made there, and gives files of the red tree their content back that runs
   * disturb, unless an edit has changed them. `edited`: what was edited before there was this tree.
   */
  tidy(left: readonly string[], edited: readonly string[], disturbed: ReadonlySet<string>): Promise<void> {
    return this.#alone(async () => {
      const own = [...edited, ...this.#touched.keys()];
      const isOurs = (path: string): boolean => own.some((each) => each === path || each.startsWith(`${path}/`));
      for (const path of left) if (!isOurs(path)) await removeEntry(this.root, path);
      for (const path of disturbed) {
        const origin = isOurs(path) ? null : await this.#origin(path);
        if (origin === null || typeof origin === 'string' || (await holds(this.root, path, origin))) continue;
        await this.#clearWay(path);
        await writeContent(this.root, path, origin).catch(() => {});
      }
    });
  }

  /** Removes what stands where a file of the red tree belongs, or one of its folders: a link, a pipe, a folder, a file. */
  async #clearWay(path: string): Promise<void> {
    const parts = path.split('/');
    for (let at = 1; at <= parts.length; at += 1) {
      const part = parts.slice(0, at).join('/');
      const found = await lstat(join(this.root, part)).catch(() => null);
      if (found === null) return;
      const belongs = at < parts.length ? found.isDirectory() : found.isFile();
      if (!belongs) return removeEntry(this.root, part);
    }
  }

  async #change(edits: readonly Edit[], source: ContentSource, undo: readonly string[]): Promise<EditOutcome> {
    const resolved = await resolveEdits(edits, source, this.#rules.policy);
    if (!resolved.ok) return resolved;
    const blocked = await this.#blocked(resolved.changes, (path) => writeRefusal(this.root, path));
    if (blocked !== null) return { ok: false, reason: blocked };
    const fresh = new Set(resolved.changes.map((change) => change.path));
    const before = new Map(this.#touched);
    try {
      for (const path of undo) if (!fresh.has(path)) await this.#putBack(path);
      // Deletions first: a file may make room for a folder.
      for (const { path, after } of [...resolved.changes].sort((a, b) => Number(a.after !== null) - Number(b.after !== null))) {
        await writeContent(this.root, path, after);
        this.#touched.set(path, after);
      }
    } catch (error) {
      return this.#rollBack(before, fresh, error);
    }
    return { ok: true, diff: resolved.changes.map((change) => change.diff).join(''), files: [...fresh] };
  }

  async #blocked(changes: readonly FileChange[], refusal: WriteRefusal): Promise<string | null> {
    const removed = changes.filter((change) => change.after === null).map((change) => change.path);
    for (const { path, after } of changes) {
      const madeRoom = removed.some((other) => path.startsWith(`${other}/`));
      const reason = madeRoom ? null : await refusal(path);
      if (reason !== null) return reason;
      if (after !== null && (await this.#origin(path)) === null && !this.#touched.has(path)) {
        const foreign = await this.#newFileRefusal(path);
        if (foreign !== null) return foreign;
      }
    }
    return null;
  }

  async #newFileRefusal(path: string): Promise<string | null> {
    if ((await lstat(join(this.root, path)).catch(() => null)) !== null) {
      return `${path} is not part of the repository: git ignores it, or a test run made it. A fix cannot contain it.`;
    }
    const named = nameRefusal(path, await this.#rules.paths());
    if (named !== null) return named;
    return (await this.#rules.ignores(path)) ? `${path} would be ignored by git, so a fix cannot contain it. Choose another name.` : null;
  }

  async #rollBack(before: ReadonlyMap<string, FileContent | null>, written: ReadonlySet<string>, error: unknown): Promise<Refusal> {
    for (const path of new Set([...written, ...before.keys()])) {
      const content = before.get(path);
      if (content === undefined) await this.#putBack(path).catch(() => {});
      else {
        await writeContent(this.root, path, content).catch(() => {});
        this.#touched.set(path, content);
      }
    }
    return { ok: false, reason: `The edit could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }

  async #putBack(path: string): Promise<void> {
    const origin = await this.#origin(path);
    if (typeof origin !== 'string') await writeContent(this.root, path, origin);
    this.#touched.delete(path);
  }

  /** One change at a time, in the order they were asked for. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {});
    return result;
  }
}

/** Writes or deletes a file. Folders come and go with their files, as in git. Throws when a link or a folder is in the way. */
export async function writeContent(root: string, path: string, content: FileContent | null): Promise<void> {
  const target = join(root, path);
  if (content === null) {
    if ((await writeRefusal(root, path)) === null) await rm(target, { force: true });
    await removeEmptyFolders(root, dirname(target));
    return;
  }
  const refused = await writeRefusal(root, path);
  if (refused !== null) throw new Error(refused);
  await mkdir(dirname(target), { recursive: true });
  await inFolder(dirname(target), async (folder) => {
    const own = join(folder, basename(target));
    // A read-only file is replaced: it can be removed where it cannot be opened.
    const existing = await lstat(own).catch(() => null);
    if (existing !== null && (existing.mode & 0o200) === 0) await rm(own, { force: true });
    const file = await open(own, writing, content.executable ? 0o777 : 0o666);
    try {
      await file.writeFile(content.bytes);
      const { mode } = await file.stat();
      if (content.executable !== ((mode & 0o100) !== 0)) await file.chmod(content.executable ? mode | 0o111 : mode & ~0o111);
    } finally {
      await file.close();
    }
  });
}

async function holds(root: string, path: string, { bytes }: FileContent): Promise<boolean> {
  const held = await readPlainBytes(join(root, path), bytes.length);
  return held !== null && Buffer.compare(held, bytes) === 0;
}

/** Moves a file, a link or a whole folder to where nothing is; false where it cannot be. What a link on the way leads to is not touched. */
export async function moveEntry(root: string, path: string, to: string): Promise<boolean> {
  const from = join(root, path);
  return await inFolder(dirname(from), (folder) => rename(join(folder, basename(from)), to)).then(
    () => true,
    () => false,
  );
}

/** Moves each to a name of its own in `place`; from where to where, of those that could be. */
export async function moveEntries(root: string, paths: readonly string[], place: string): Promise<[from: string, to: string][]> {
  const moved: [string, string][] = [];
  for (const [at, path] of paths.entries()) {
    const target = join(place, `${at}`);
    if (await moveEntry(root, path, target)) moved.push([path, target]);
  }
  return moved;
}

/** A file, a link or a whole folder. What cannot be removed stays. */
async function removeEntry(root: string, path: string): Promise<void> {
  const target = join(root, path);
  const remove = (folder: string): Promise<void> => rm(join(folder, basename(target)), { recursive: true, force: true });
  await inFolder(dirname(target), remove).catch(() => {});
}

const writing = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Works in a folder that is held open, by a name that nobody can put a link in the way of: a test process that lives on could do so
 * between a check of the path and its use. Where there is no `/proc`, by its path. Throws when a link is in the way.
 */
async function inFolder(path: string, work: (folder: string) => Promise<void>): Promise<void> {
  const refuse = (): never => {
    throw new Error(`${path} is reached through a symbolic link, which is never written through.`);
  };
  if (process.platform !== 'linux') return (await realpath(path)) === path ? work(path) : refuse();
  const held = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const name = `/proc/self/fd/${held.fd}`;
    if ((await readlink(name)) !== path) refuse();
    await work(name);
  } finally {
    await held.close();
  }
}

async function removeEmptyFolders(root: string, from: string): Promise<void> {
  for (let folder = from; folder.length > root.length; folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
