// The source files of a tree by name: many runners tell a class, a package or a bare file name where a path is wanted.
import { join, posix } from 'node:path';
import { readText } from '../../files.ts';
import { listTree, written } from '../../listing.ts';

const source = /\.(?:py|go|rs|java|kt|kts|groovy|scala|rb|php|phpt|cs|fs|vb|ex|exs|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m)$/;
/** Folders that a build fills; below the sources they are packages of that name. */
const output = /(?:^|\/)(?:build|bin|obj)\//;
const maxFiles = 200_000;

/** Read once, when it is first asked. Paths are relative to the root. */
export class SourceIndex {
  readonly root: string;
  #files: Promise<readonly string[]> | null = null;
  #byName: Promise<ReadonlyMap<string, readonly string[]>> | null = null;
  #byFolder: Promise<ReadonlyMap<string, readonly string[]>> | null = null;
  readonly #texts = new Map<string, Promise<readonly string[] | null>>();

  constructor(root: string) {
    this.root = root;
  }

  files(): Promise<readonly string[]> {
    this.#files ??= listSources(this.root);
    return this.#files;
  }

  /**
   * The file that `tail` (`Sum.java`, `com/acme/Sum.java`, `./sum.go`) ends the path of: below `near` first, then the only one there is.
   * Null when there is none or it is not clear which.
   */
  async find(tail: string, near = ''): Promise<string | null> {
    const wanted = posix.normalize(tail.replaceAll('\\', '/')).replace(/^(?:\.\.?\/)+|^\/+/, '');
    if (wanted === '' || wanted === '.') return null;
    const matches = await this.ending(wanted);
    if (matches.length <= 1) return matches[0] ?? null;
    const own = near === '' ? [] : matches.filter((file) => file.startsWith(`${near}/`));
    if (own.length === 1) return own[0] ?? null;
    return matches.find((file) => file === posix.join(near, wanted)) ?? null;
  }

  /** Whether `path` is a source file of the tree. */
  async has(path: string): Promise<boolean> {
    return (await this.#named(posix.basename(path))).includes(path);
  }

  /** A report names thousands of classes: each is looked up among the files of its name alone. */
  async #named(name: string): Promise<readonly string[]> {
    this.#byName ??= this.files().then((files) => groupsOf(files, posix.basename));
    return (await this.#byName).get(name) ?? [];
  }

  /** Files that lie in `folder` itself; '' is the root. */
  async in(folder: string): Promise<readonly string[]> {
    this.#byFolder ??= this.files().then((files) => groupsOf(files, posix.dirname));
    return (await this.#byFolder).get(posix.join(folder, '.')) ?? [];
  }

  /** All files whose path ends with the whole parts of `tail`. */
  async ending(tail: string): Promise<readonly string[]> {
    return (await this.#named(posix.basename(tail))).filter((file) => file === tail || file.endsWith(`/${tail}`));
  }

  /** Lines of a file; null when it cannot be read. */
  lines(file: string): Promise<readonly string[] | null> {
    let lines = this.#texts.get(file);
    if (lines === undefined) {
      lines = readText(join(this.root, file), 2 << 20).then((text) => text?.split('\n') ?? null);
      this.#texts.set(file, lines);
    }
    return lines;
  }

  /** Number of the first line of `file` that `pattern` matches, from 1; null when none does. */
  async lineOf(file: string, pattern: RegExp): Promise<number | null> {
    const index = (await this.lines(file))?.findIndex((line) => line.length < 2000 && pattern.test(line)) ?? -1;
    return index < 0 ? null : index + 1;
  }
}

function groupsOf(files: readonly string[], keyOf: (file: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const group = groups.get(keyOf(file));
    if (group === undefined) groups.set(keyOf(file), [file]);
    else group.push(file);
  }
  return groups;
}

export function listSources(root: string, wanted: (path: string) => boolean = () => true): Promise<string[]> {
  return listTree(root, { limit: maxFiles, wanted: (path) => source.test(path) && wanted(path) && !output.test(aboveSources(path)) });
}

function aboveSources(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const first = folders.findIndex((name) => written.test(name));
  return `${(first < 0 ? folders : folders.slice(0, first)).join('/')}/`;
}

export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
