// What a module, or a class, gives a name once (tables, patterns, numbers) is executed when it is loaded: no test's coverage points at it.
import { escapeRegex } from '../escape.ts';
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
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = all.map(({ file, lines }) => ({ file, words: wordsIn(file.text, lines) }));
    for (const { file, lines, definitions } of all)
      for (const { name, line: first, endLine } of definitions) {
        const scores = said.map((each) => (each.file === file || takes(each.file, name, file) ? (each.words.get(name) ?? 0) : 0));
        const score = (OF_USED * Math.max(...scores)) / Math.sqrt(1 + (endLine - first) / TABLE);
        for (let line = first; score > 0 && line <= Math.min(endLine, first + MOST_LINES); line += 1)
          lines.set(line, Math.max(lines.get(line) ?? 0, score));
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

/** Whether a file takes a name from another one, by what its imports say, or reads a constant there. */
function takes({ text }: SourceFile, name: string, from: SourceFile): boolean {
  const parts = from.path.replace(/\.\w+$/, '').split('/');
  const stem = /^(?:index|__init__)$/.test(parts.at(-1) ?? '') ? parts.at(-2) : parts.at(-1);
  if (stem === undefined || !text.includes(name) || !text.includes(stem)) return false;
  const [own, module] = [escapeRegex(name), escapeRegex(stem)];
  const quoted = `['"][^'"\\n]*${module}(?:\\.\\w+)?['"]`;
  return (
    new RegExp(`\\b(?:im|ex)port\\b[^;'"]*(?<![\\w$])${own}(?![\\w$])[^;'"]*\\bfrom\\s*${quoted}`).test(text) ||
    new RegExp(`\\{[^{}]*(?<![\\w$])${own}(?![\\w$])[^{}]*\\}\\s*=\\s*require\\(${quoted}`).test(text) ||
    new RegExp(`^\\s*from\\s+[\\w.]*\\b${module}\\s+import\\s+(?:\\([^)]*|[^\\n]*)(?<!\\w)${own}(?!\\w)`, 'm').test(text) ||
    (/^_?[A-Z][A-Z\d_]+$/.test(name) && new RegExp(`(?<![\\w$.])${module}\\.${own}(?![\\w$])`).test(text))
  );
}
