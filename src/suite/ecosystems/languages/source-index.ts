// The source files of a tree by name: many runners tell a class, a package or a bare file name where a path is wanted.
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { readText } from '../../files.ts';

const source = /\.(?:py|go|rs|java|kt|kts|groovy|scala|rb|php|phpt|cs|fs|vb|ex|exs|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m)$/;
const skipped =
  /^(?:node_modules|vendor|target|build|dist|out|bin|obj|_build|deps|blib|venv|env|site-packages|__pycache__|cmake-build-.*|\..*)$/;
const maxFiles = 50_000;
const maxFolders = 10_000;

/** Read once, when it is first asked. Paths are relative to the root. */
export class SourceIndex {
  readonly root: string;
  #files: Promise<readonly string[]> | null = null;
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
    const matches = (await this.files()).filter((file) => file === wanted || file.endsWith(`/${wanted}`));
    if (matches.length <= 1) return matches[0] ?? null;
    const own = near === '' ? [] : matches.filter((file) => file.startsWith(`${near}/`));
    if (own.length === 1) return own[0] ?? null;
    return matches.find((file) => file === posix.join(near, wanted)) ?? null;
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

export async function listSources(root: string, limit = maxFiles): Promise<string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !skipped.test(entry.name) && folders.length < maxFolders) folders.push(path);
      else if (entry.isFile() && source.test(entry.name)) found.push(path);
      if (found.length >= limit) return found.sort();
    }
  }
  return found.sort();
}

export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
