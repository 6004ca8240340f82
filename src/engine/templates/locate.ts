import { hasGrammar } from './grammar/languages.ts';
import { locatorByGrammar } from './grammar/locate.ts';
import { functionOf, isFunction, isStatement } from './shape.ts';
import { child, parseFile, type Site, walk } from './tree.ts';
import type { SourceFile } from './types.ts';

/** Where a line lies, in words a diagnosis can use. */
export interface Location {
  /** `name`, `Class.name` or `outer > inner`; null at module level or for a nameless function. */
  readonly function: string | null;
  /** First and last line of that function (of the whole file at module level), 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  /** First line of the statement that starts on the line or holds it. */
  readonly statement: string | null;
}

/** The function and statement around a line; null where the file is unknown or does not parse. */
export function describeLocation(files: readonly SourceFile[], path: string, line: number): Location | null {
  const file = files.find((each) => each.path === path);
  return file === undefined ? null : locatorOf(file)(line);
}

/** The same for many lines of one file, which is parsed once. */
export function locatorOf(file: SourceFile): (line: number) => Location | null {
  if (hasGrammar(file.path)) return locatorByGrammar(file);
  const program = parseFile(file);
  return program === null ? () => null : (line) => locate(program, file.text, line);
}

function locate(program: Site, text: string, line: number): Location {
  let inner: Site | null = null;
  let statement: Site | null = null;
  for (const site of walk(program)) {
    if (site.line > line || site.endLine < line) continue;
    if (isFunction(site)) inner = site;
    if (isStatement(site) && site.node.type !== 'BlockStatement') statement = site;
  }
  const first = statement === null ? null : (text.slice(statement.start, statement.end).split('\n', 1)[0] ?? null);
  const around = inner ?? program;
  return { function: inner === null ? null : nameOf(inner, text), startLine: around.line, endLine: around.endLine, statement: first };
}

function nameOf(fn: Site, text: string): string | null {
  const own = ownName(fn, text);
  const outer = functionOf(fn);
  const before = outer === null ? null : ownName(outer, text);
  if (own !== null) return own;
  return before === null ? null : `${before} > callback`;
}

function ownName(fn: Site, text: string): string | null {
  const id = child(fn, 'id') ?? child(fn, 'key');
  const slice = (site: Site) => text.slice(site.start, site.end);
  if (id !== null) {
    const owner = fn.parent?.node.type === 'ClassBody' ? fn.parent.parent : null;
    const name = owner ? child(owner, 'id') : null;
    return name ? `${slice(name)}.${slice(id)}` : slice(id);
  }
  const parent = fn.parent;
  if (parent === null) return null;
  const named =
    parent.node.type === 'VariableDeclarator'
      ? child(parent, 'id')
      : parent.node.type === 'AssignmentExpression'
        ? child(parent, 'left')
        : child(parent, 'key');
  return named === null ? null : slice(named);
}
