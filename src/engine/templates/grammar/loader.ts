import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Language as Grammar, Parser, Tree } from 'web-tree-sitter';
import { type Language, languageOf, languages } from './languages.ts';
import { type Branch, copyTree } from './tree.ts';

type Bindings = Pick<typeof import('web-tree-sitter'), 'Parser' | 'Language' | 'Edit'>;

interface Loaded {
  readonly parser: Parser;
  readonly grammar: Grammar;
  readonly Edit: Bindings['Edit'];
}

let bindings: Promise<Bindings> | null = null;
const loading = new Map<string, Promise<void>>();
const loaded = new Map<string, Loaded>();

/**
 * Loads what it takes to read the languages of these paths. Once per language and thread; a grammar that cannot be loaded leaves its
 * language without templates.
 */
export async function loadGrammars(paths: Iterable<string>): Promise<void> {
  const wanted = new Set<Language>();
  for (const path of paths) {
    const language = languageOf(path);
    if (language !== null) wanted.add(language);
  }
  await Promise.all([...wanted].map(load));
}

/** Paths of all languages that `text` speaks of. */
export function pathsIn(text: string): string[] {
  return languages.flatMap(({ extensions }) =>
    extensions.filter((one) => new RegExp(`\\w\\.${one}\\b`).test(text)).map((one) => `x.${one}`),
  );
}

/** The file's tree, which the caller must delete; null for a language that is not loaded. */
export function parseText(language: Language, text: string): Tree | null {
  return parserOf(language)?.parser.parse(text) ?? null;
}

/** The file's tree as a copy of our own, and whether it holds errors; null for a language that is not loaded. */
export function readTree(language: Language, text: string): { readonly program: Branch; readonly hasError: boolean } | null {
  const tree = parseText(language, text);
  if (tree === null) return null;
  try {
    return { program: copyTree(tree), hasError: tree.rootNode.hasError };
  } finally {
    // The parser's memory is not collected by itself.
    tree.delete();
  }
}

/**
 * True where the text still parses after all the changes, which must not overlap: the old tree is edited, and only what the changes touch is
 * read again.
 */
export function staysValid(
  language: Language,
  tree: Tree,
  text: string,
  changes: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): boolean {
  const known = parserOf(language);
  if (known === null) return true;
  const edited = tree.copy();
  const parts: string[] = [];
  let end = text.length;
  // From the back, so that what stands before a change is as it was.
  for (const change of changes.toSorted((a, b) => b.start - a.start)) {
    const newEnd = change.start + change.text.length;
    parts.unshift(change.text, text.slice(change.end, end));
    end = change.start;
    const startPosition = pointAt(text, change.start);
    const oldEndPosition = movedBy(startPosition, text.slice(change.start, change.end));
    edited.edit(
      new known.Edit({
        startIndex: change.start,
        oldEndIndex: change.end,
        newEndIndex: newEnd,
        startPosition,
        oldEndPosition,
        newEndPosition: movedBy(startPosition, change.text),
      }),
    );
  }
  const parsed = known.parser.parse(text.slice(0, end) + parts.join(''), edited);
  const fits = parsed !== null && !parsed.rootNode.hasError;
  parsed?.delete();
  edited.delete();
  return fits;
}

interface Point {
  readonly row: number;
  readonly column: number;
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) row += 1;
  return { row, column: offset - text.lastIndexOf('\n', offset - 1) - 1 };
}

/** Where a text ends that begins at a point. */
function movedBy({ row, column }: Point, text: string): Point {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1 ? { row, column: column + last.length } : { row: row + lines.length - 1, column: last.length };
}

function parserOf(language: Language): Loaded | null {
  const known = loaded.get(language.name) ?? null;
  known?.parser.setLanguage(known.grammar);
  return known;
}

function load(language: Language): Promise<void> {
  const known = loading.get(language.name) ?? loadGrammar(language).catch(() => {});
  loading.set(language.name, known);
  return known;
}

async function loadGrammar({ name }: Language): Promise<void> {
  bindings ??= openBindings();
  const { Parser: ParserClass, Language: GrammarClass, Edit } = await bindings;
  const grammar = await GrammarClass.load(await grammarBytes(name));
  const parser = new ParserClass();
  loaded.set(name, { parser, grammar, Edit });
}

/** From source the packages are at hand; a bundle has their files beside it. Names in variables: no bundler follows them. */
const beside = import.meta.url.endsWith('.ts') ? null : new URL('./grammars/', import.meta.url);

async function openBindings(): Promise<Bindings> {
  const name = beside === null ? 'web-tree-sitter' : new URL('web-tree-sitter.js', beside).href;
  const module: Bindings = await import(name);
  await module.Parser.init();
  return module;
}

async function grammarBytes(name: string): Promise<Uint8Array> {
  if (beside !== null) return promisify(brotliDecompress)(await readFile(new URL(`${name}.wasm.br`, beside)));
  const packaged = '@vscode/tree-sitter-wasm/wasm';
  return readFile(new URL(import.meta.resolve(`${packaged}/tree-sitter-${name}.wasm`)));
}
