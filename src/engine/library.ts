import { escapeRegex } from './escape.ts';
import type { SourceFile } from './templates/types.ts';
import type { ReadFile, Tools } from './tools.ts';

/** Most files read in one turn, and in all. */
const MAX_AT_ONCE = 60;
const MAX_FILES = 200;

/** The files read so far. A file is asked for once, whether it can be read or not. */
export class Library {
  readonly #files = new Map<string, ReadFile | null>();
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Reads all that were not read yet, in one turn. */
  async load(paths: readonly string[]): Promise<void> {
    const wanted = [...new Set(paths)].filter((path) => !this.#files.has(path) && isPlain(path));
    const now = wanted.slice(0, Math.min(MAX_AT_ONCE, MAX_FILES - this.#files.size));
    const read = await Promise.all(now.map((path) => this.#tools.read(path)));
    for (const [index, path] of now.entries()) this.#files.set(path, read[index] ?? null);
  }

  /** Files that declare a function, class, variable or type of one of these names. */
  async declaring(names: readonly string[]): Promise<readonly string[]> {
    const any = names.map(escapeRegex).join('|');
    return await this.#tools.matching(
      `(?:\\b(?:def|class|function\\*?|const|let|var|interface|type|enum)\\s+|\\bexports\\.)(?:${any})(?![\\w$])`,
    );
  }

  /** Files in which a specifier stands in quotes. */
  async importing(specifier: string): Promise<readonly string[]> {
    return await this.#tools.matching(`['"]${specifier.replaceAll(/[^\w@]/g, '\\$&')}['"]`);
  }

  get(path: string): ReadFile | null {
    return this.#files.get(path) ?? null;
  }

  /** What was read so far and could be. */
  files(): readonly SourceFile[] {
    return [...this.#files].flatMap(([path, file]) => (file === null ? [] : [{ path, text: file.text }]));
  }

  textOf(path: string): string {
    return this.get(path)?.text ?? '';
  }
}

/** A path inside of the repository: frames also name Node's own modules and absolute paths. */
function isPlain(path: string): boolean {
  return path !== '' && !/^([/~]|[a-z]+:|\.\.\/)/i.test(path) && !/(^|\/)(node_modules|\.git)\//.test(path);
}
