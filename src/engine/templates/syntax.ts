import { parse } from '@babel/parser';
import { isJavaScript } from '../conventions.ts';
import { admitted, componentOf } from './component/index.ts';
import { parserOptions } from './tree.ts';
import type { SourceFile, TemplateCandidate } from './types.ts';

/** Parsing whole files is the cost: so many of 20 KB, fewer of larger ones. */
const MOST_PARSED = 1_000;
const BYTES_PARSED = 20_000_000;
/** Lines before and behind the place where the parser gave up; the mistake lies before it, as a rule. */
const BEFORE = 3;
const BEHIND = 1;
const TEMPLATE = 'syntax';

/** What a parser and its language tell a repair of what does not parse. */
export interface Syntax {
  /** Where the parser gives up on a text, as an offset; null where it is a program. */
  readonly errorAt: (text: string) => number | null;
  readonly keywords: readonly string[];
  /** Keywords that may be missing in front of a word. */
  readonly openers: readonly string[];
}

const keywords =
  'const let var return function async await new class if else for while typeof import export from of in throw case default try catch extends switch do break'.split(
    ' ',
  );
const marks = [')', '}', ']', '(', '{', '[', ',', ';', ':', '.', '=', '=>', '+', '&&', '?', "'", '"', '`', '})', ');'];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Chance relative to others, before the distance counts. */
  readonly odds: number;
  readonly label: string;
}

/** The lines, from 1, at which the parser gives up in those files that are no programs. */
export function unparsedLines(files: readonly SourceFile[]): { readonly path: string; readonly line: number }[] {
  return files.flatMap((file) => {
    const at = isJavaScript(file.path) ? unparsedAt(file) : null;
    return at === null ? [] : [{ path: file.path, line: file.text.slice(0, at).split('\n').length }];
  });
}

/** JavaScript and TypeScript, by the file's extension. */
export function javascriptSyntax(path: string): Syntax {
  return {
    errorAt: (text) => unparsedAt({ path, text }),
    keywords,
    openers: ['const', 'let', 'return', 'async', 'function', 'new', 'await'],
  };
}

function unparsedAt(file: SourceFile): number | null {
  try {
    const component = componentOf(file);
    parse(component?.code ?? file.text, parserOptions(file.path, component?.hasJsx));
    return null;
  } catch (error) {
    const at = error !== null && typeof error === 'object' && 'pos' in error ? error.pos : null;
    return typeof at === 'number' ? Math.min(Math.max(0, at), file.text.length) : 0;
  }
}

/**
 * Single changes of a token that make a program of a file that is none, likeliest first: a word that is a keyword, a mark that is missing
 * or too much, near the place where the parser gave up, or the `line` that the failure names; and a bracket that was never closed, where the indentation
 * goes back.
 */
export function syntaxCandidates(file: SourceFile, syntax: Syntax, line: number | null = null): TemplateCandidate[] {
  const first = syntax.errorAt(file.text);
  if (first === null) return [];
  // A parser that recovers may take all from the start of the file for the error.
  const at = first === 0 && line !== null ? endOfLine(file.text, line) : first;
  const most = Math.min(MOST_PARSED, Math.ceil(BYTES_PARSED / Math.max(1, file.text.length)));
  const regions = componentOf(file)?.regions.filter(({ kind }) => kind === 'script') ?? null;
  const seen = new Set<string>();
  const found: TemplateCandidate[] = [];
  let parsed = 0;
  for (const edit of [...near(file.text, at, syntax), ...unclosed(file.text)].sort((a, b) => b.odds - a.odds)) {
    if (parsed >= most) break;
    if (regions !== null && admitted(file.text, regions, edit) === null) continue;
    const made = file.text.slice(0, edit.start) + edit.text + file.text.slice(edit.end);
    if (seen.has(made)) continue;
    seen.add(made);
    parsed += 1;
    if (syntax.errorAt(made) !== null) continue;
    const { start, end, text, label } = edit;
    // A file that cannot be read makes every test red that needs it: whatever mends it comes before all else.
    found.push({ label, path: file.path, start, end, text, template: TEMPLATE, weight: 10 + edit.odds });
  }
  return found;
}

/** Behind the last character of a line, counted from 1, that is no blank. */
function endOfLine(text: string, line: number): number {
  const before = text.split('\n').slice(0, line).join('\n');
  return before.trimEnd().length;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly word: boolean;
}

const token = /[A-Za-z_$][\w$]*|\d[\w.]*|=>|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\.\.\.|\+\+|--|\+=|-=|[^\s\w$]/g;

function* near(text: string, at: number, { keywords: known, openers }: Syntax): Generator<Edit> {
  const from = lineStart(text, at, BEFORE);
  const to = lineEnd(text, at, BEHIND);
  const tokens: Token[] = [...text.slice(from, to).matchAll(token)].map((match) => {
    const start = from + match.index;
    return { start, end: start + match[0].length, text: match[0], word: /^[A-Za-z_$]/.test(match[0]) };
  });
  const here = tokens.findIndex(({ end }) => end > at);
  const middle = here < 0 ? tokens.length : here;
  for (const [index, { start, end, text: old, word }] of tokens.entries()) {
    const closeness = (to: number): number => 1 / (1 + Math.abs(to - middle) / 4);
    const edit = (odds: number, changed: Omit<Edit, 'odds'>): Edit => ({ ...changed, odds: odds * closeness(index) });
    const isFirst = /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 80), start));
    const isLast = /^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 80));
    if (word) {
      for (const other of known) if (other !== old) yield edit(0.9, { start, end, text: other, label: `${old} -> ${other}` });
      for (const other of openers) yield edit(0.35, { start, end: start, text: `${other} `, label: `${other} before ${old}` });
    } else if (!/^\d/.test(old)) {
      for (const other of marks) if (other !== old) yield edit(0.5, { start, end, text: other, label: `${old} -> ${other}` });
    }
    yield edit(0.7, { start, end, text: '', label: `no ${old}` });
    for (const mark of marks) {
      const rarity = mark.length > 1 ? 0.7 : 1;
      // What ends a line is written at its end, though the parser gives up at the next one.
      yield edit((isFirst ? 0.4 : 0.8) * rarity, { start, end: start, text: mark, label: `${mark} before ${old}` });
      const odds = 0.85 * rarity * Math.max(closeness(index), closeness(index + 1));
      if (isLast) yield { start: end, end, text: mark, label: `${mark} behind ${old}`, odds };
    }
  }
}

/** A closing bracket on a line of its own, where the indentation goes back or the file ends. */
function* unclosed(text: string): Generator<Edit> {
  const lines = text.split('\n');
  const indents = lines.map((line) => (line.trim() === '' ? null : line.length - line.trimStart().length));
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    offset += line.length + 1;
    const own = indents[index] ?? null;
    if (own === null) continue;
    const next = indents.slice(index + 1).find((indent) => indent !== null) ?? 0;
    const isLast = !indents.slice(index + 1).some((indent) => indent !== null);
    if (own <= next && !isLast) continue;
    const at = Math.min(offset, text.length);
    const before = at === text.length && !text.endsWith('\n') ? '\n' : '';
    for (const mark of ['}', ')', ']', '})', '});', '};', '];', ');'])
      yield {
        start: at,
        end: at,
        text: `${before}${' '.repeat(next)}${mark}\n`,
        odds: isLast ? 0.3 : 0.2,
        label: `${mark} after line ${index + 1}`,
      };
  }
}

function lineStart(text: string, at: number, lines: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  for (let count = 0; count < lines && start > 0; count += 1) start = text.lastIndexOf('\n', start - 2) + 1;
  return start;
}

function lineEnd(text: string, at: number, lines: number): number {
  let end = at;
  for (let count = 0; count <= lines; count += 1) {
    const next = text.indexOf('\n', end);
    if (next < 0) return text.length;
    end = next + 1;
  }
  return end;
}
