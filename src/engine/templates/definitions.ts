// What a module, or a class, gives a name once (tables, patterns, numbers) is executed when it is loaded: no test's coverage points at it.
import type { SourceFile } from './types.ts';

export interface Definition {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
}

/** A file with the suspicion of its lines, which is raised. */
export interface Suspected {
  readonly file: SourceFile;
  readonly lines: Map<number, number>;
  readonly definitions: readonly Definition[];
}

/** How suspicious a definition is beside the line that leans on it, and a long one less: most of it is right. */
const OF_USED = 0.8;
const TABLE = 10;
const MOST_LINES = 100;
/** A table is made of patterns, and they of others. */
const ROUNDS = 2;

/** Makes definitions nearly as suspicious as the most suspicious line that names them, in their file or in one that imports them. */
export function raiseDefinitions(all: readonly Suspected[]): void {
  const taken = new Map(all.map(({ file }) => [file, namesTaken(file.text)]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = all.map(({ file, lines }) => ({ file, words: wordsIn(file.text, lines) }));
    for (const { file, lines, definitions } of all) {
      const stem = stemOf(file.path);
      const readers = said.flatMap((each) => {
        const names = each.file === file ? null : taken.get(each.file)?.get(stem);
        return names === undefined ? [] : [{ words: each.words, names }];
      });
      for (const { name, line: first, endLine } of definitions) {
        const scores = readers.map(({ words, names }) => (names === null || names.has(name) ? (words.get(name) ?? 0) : 0));
        const score = (OF_USED * Math.max(...scores)) / Math.sqrt(1 + (endLine - first) / TABLE);
        for (let line = first; score > 0 && line <= Math.min(endLine, first + MOST_LINES); line += 1)
          lines.set(line, Math.max(lines.get(line) ?? 0, score));
      }
    }
  }
}

/** The words of lines under suspicion, with the most that a line of theirs has. */
function wordsIn(text: string, lines: ReadonlyMap<number, number>): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [at, line] of text.split('\n').entries()) {
    const score = lines.get(at + 1) ?? 0;
    if (score > 0) for (const [word] of line.matchAll(/[A-Za-z_$][\w$]*/g)) words.set(word, Math.max(words.get(word) ?? 0, score));
  }
  return words;
}

/** What a module is called where it is imported. */
function stemOf(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split('/');
  return (/^(?:index|__init__)$/.test(parts.at(-1) ?? '') ? parts.at(-2) : parts.at(-1)) ?? '';
}

/** The names that a file takes from others, by what those are called, as its imports say; and the constants that it reads there. */
function namesTaken(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (stem: string, names: Iterable<string>): void => {
    const known = found.get(stem) ?? new Set();
    found.set(stem, known);
    for (const name of names) known.add(name);
  };
  const addAll = (specifier: string, names: string): void => {
    const last = specifier.split('/').at(-1) ?? '';
    for (const stem of new Set([last, last.replace(/\.\w+$/, '')])) add(stem, names.match(/[A-Za-z_$][\w$]*/g) ?? []);
  };
  for (const { before, specifier } of namedBehind(text, /\bfrom\s*['"]([^'"\n]*)['"]/g)) {
    const statement = before.split(/[;'"]/).at(-1) ?? '';
    const at = statement.search(/\b(?:im|ex)port\b/);
    if (at >= 0) addAll(specifier, statement.slice(at));
  }
  for (const { before, specifier } of namedBehind(text, /\}\s*=\s*require\(\s*['"]([^'"\n]*)['"]/g))
    addAll(specifier, before.split(/[{}]/).at(-1) ?? '');
  for (const [, module = '', names = ''] of text.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b[ \t]*(\([^)]*|[^\n]*)/gm))
    add(module.split('.').at(-1) ?? '', names.match(/\w+/g) ?? []);
  for (const [, module = '', name = ''] of text.matchAll(/(?<![\w$.])([\w$]+)\.(_?[A-Z][A-Z\d_]+)(?![\w$])/g)) add(module, [name]);
  return found;
}

/** What a pattern captures wherever it is found, with the text since the place before. */
function* namedBehind(text: string, pattern: RegExp): Generator<{ readonly before: string; readonly specifier: string }> {
  let from = 0;
  for (const { index, 0: whole, 1: specifier = '' } of text.matchAll(pattern)) {
    yield { before: text.slice(from, index), specifier };
    from = index + whole.length;
  }
}
