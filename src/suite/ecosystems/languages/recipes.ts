// What a target of a Makefile or justfile runs, where that can be told without running it: then the runner in it can be told to report.
import { join } from 'node:path';
import { readText } from '../../files.ts';
import { splitShell } from '../../shell.ts';

const makefiles = ['GNUmakefile', 'makefile', 'Makefile'];
const justfiles = ['justfile', 'Justfile', '.justfile'];
const maxBytes = 1 << 20;
const maxDepth = 6;

interface Recipe {
  readonly needs: readonly string[];
  readonly lines: readonly string[];
}

interface TargetFile {
  readonly program: 'make' | 'just';
  readonly recipes: ReadonlyMap<string, Recipe>;
  readonly variables: ReadonlyMap<string, string>;
}

/** `command` with each call of a target replaced by what the target runs; the same where that is not sure. */
export async function expandTargets(command: string, cwd: string): Promise<string> {
  const pieces = splitShell(command);
  if (pieces === null || !/\b(?:make|gmake|just)\b/.test(command)) return command;
  const parts: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'glue') {
      parts.push(piece.raw);
      continue;
    }
    const words = piece.words.map(({ value }) => value);
    const isPlain = piece.assignments.length === 0 && piece.redirections.length === 0 && words.length === 2;
    const [program, target] = words;
    const file = isPlain ? await targetFile(program ?? '', cwd) : null;
    const body = file === null || target === null || target === undefined ? null : bodyOf(file, target, 0);
    parts.push(body === null ? piece.raw : pieces.length === 1 ? body : `( ${body} )`);
  }
  return parts.join('');
}

async function targetFile(program: string, cwd: string): Promise<TargetFile | null> {
  const names = program === 'just' ? justfiles : program === 'make' || program === 'gmake' ? makefiles : [];
  for (const name of names) {
    const text = await readText(join(cwd, name), maxBytes);
    if (text !== null) return program === 'just' ? readJustfile(text) : readMakefile(text);
  }
  return null;
}

/** Null for a file with anything that changes what a plain reading tells: conditions, other shells, included files. */
function readMakefile(text: string): TargetFile | null {
  if (/^\s*(?:ifn?eq|ifn?def|-?include|define|\.ONESHELL|export|unexport|override|SHELL\s*:?=|\.RECIPEPREFIX|vpath)\b/m.test(text))
    return null;
  const variables = new Map<string, string>();
  const recipes = new Map<string, Recipe>();
  let open: { names: readonly string[]; needs: readonly string[]; lines: string[] } | null = null;
  const close = (): void => {
    for (const name of open?.names ?? [])
      if (open !== null && name !== '.PHONY') recipes.set(name, { needs: open.needs, lines: open.lines });
    open = null;
  };
  for (const line of text.replace(/\\\r?\n[ \t]*/g, ' ').split('\n')) {
    if (line.startsWith('\t')) {
      open?.lines.push(line.trim());
      continue;
    }
    const assignment = /^([\w.-]+)\s*(?::{0,2}|\?)=\s*(.*)$/.exec(line.trimEnd());
    const rule = /^([^:=#\s][^:=#]*?)\s*::?(?!=)\s*([^;#|]*)(?:#.*)?$/.exec(line.trimEnd());
    if (assignment === null && rule === null) continue;
    close();
    if (assignment !== null) {
      if (variables.has(assignment[1] ?? '')) return null;
      variables.set(assignment[1] ?? '', (assignment[2] ?? '').replace(/\s+#.*$/, ''));
    } else if (rule !== null) {
      const names = (rule[1] ?? '').split(/\s+/);
      // The same target a second time, or one for many files by a pattern.
      if (names.some((name) => name.includes('%') || recipes.has(name))) return null;
      open = { names, needs: (rule[2] ?? '').split(/\s+/).filter((name) => name !== ''), lines: [] };
    }
  }
  close();
  return { program: 'make', recipes, variables };
}

function readJustfile(text: string): TargetFile | null {
  if (/^\s*(?:set |import |mod |export )/m.test(text)) return null;
  const variables = new Map<string, string>();
  const recipes = new Map<string, Recipe>();
  let lines: string[] | null = null;
  for (const line of text.split('\n')) {
    if (/^\s+\S/.test(line)) {
      lines?.push(line.trim());
      continue;
    }
    const assignment = /^([\w-]+)\s*:=\s*(["'])(.*)\2\s*$/.exec(line);
    // A recipe with arguments has another meaning with each call.
    const recipe = /^@?([\w-]+)\s*:(?!=)\s*([\w\s-]*)$/.exec(line);
    if (assignment !== null) variables.set(assignment[1] ?? '', assignment[3] ?? '');
    if (line.trim() !== '' && !line.startsWith('#')) lines = null;
    if (recipe === null) continue;
    lines = [];
    recipes.set(recipe[1] ?? '', { needs: (recipe[2] ?? '').split(/\s+/).filter((name) => name !== ''), lines });
  }
  return { program: 'just', recipes, variables };
}

/** The lines of a target behind those of what it needs; null when not all of them can be told. */
function bodyOf(file: TargetFile, target: string, depth: number): string | null {
  const recipe = file.recipes.get(target);
  if (recipe === undefined || depth > maxDepth) return null;
  const parts: (string | null)[] = [];
  for (const need of recipe.needs) {
    const expanded = file.program === 'make' ? substituted(need, file) : need;
    // A file that another rule makes is made by the program itself.
    for (const name of (expanded ?? '$').split(/\s+/))
      if (name !== '') parts.push(file.recipes.has(name) ? bodyOf(file, name, depth + 1) : null);
  }
  for (const line of recipe.lines) if (!/^#(?!!)/.test(line)) parts.push(lineOf(line, file));
  return parts.length === 0 || parts.some((part) => part === null) ? null : parts.filter((part) => part !== '').join(' && ');
}

/** One line for a shell of its own; null when its failure does not count, or a value is not known. */
function lineOf(line: string, file: TargetFile): string | null {
  const bare = line.replace(/^[@+\s]+/, '');
  if (/^-|^#!/.test(bare)) return null;
  const text = substituted(bare, file);
  if (text === null) return null;
  return /[;|&\n]|^(?:cd|export|set)\b/.test(text) ? `( ${text} )` : text;
}

function substituted(text: string, file: TargetFile, depth = 0): string | null {
  if (depth > maxDepth) return null;
  let isKnown = true;
  const value = (name: string): string => {
    const found = name === 'MAKE' ? 'make' : file.variables.get(name);
    const inner = found === undefined ? null : substituted(found, file, depth + 1);
    isKnown &&= inner !== null;
    return inner ?? '';
  };
  if (file.program === 'just') {
    const filled = text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, name: string) => value(name));
    return isKnown && !filled.includes('{{') ? filled : null;
  }
  const filled = text.replace(/\$(?:\$|\(([\w.-]+)\)|\{([\w.-]+)\}|.)/g, (whole, first?: string, second?: string) => {
    if (whole === '$$') return '\u0000';
    const name = first ?? second;
    if (name === undefined) isKnown = false;
    return name === undefined ? '' : value(name);
  });
  return isKnown ? filled.replaceAll('\u0000', '$') : null;
}
