// What a change leaves without a purpose: names that nothing reads any more, variables that nothing changes any more, loops that go nowhere.
import { languageOf } from './grammar/languages.ts';
import { readTree } from './grammar/loader.ts';
import { isMember } from './grammar/scene.ts';
import { above, type Branch, below, fieldOf } from './grammar/tree.ts';
import { type Binding, scopesOf } from './scope.ts';
import { isMember as isMemberSite, isRead, isTarget } from './shape.ts';
import { child, parseFile, type Site, walk } from './tree.ts';
import type { SourceFile } from './types.ts';

/** How often each loose end occurs in a file: `unread x`, `unchanged x`, `list changed x`, `still loop x`, `counted in vain x`. */
export type LooseEnds = ReadonlyMap<string, number>;

/**
 * Loose ends of a file's functions: parameters and variables that nothing reads, variables that are read and never changed after their
 * first value, lists that are assigned while a loop goes over them, loops that change nothing of what they ask for, and loops that only
 * count what nothing reads behind them. A person's code has few of them, so a repair that makes one more
 * has probably changed the wrong place. Null for a file that cannot be read. For JavaScript, TypeScript and Python.
 */
export function looseEnds(file: SourceFile): LooseEnds | null {
  const known = knownEnds.get(file);
  if (known !== undefined) return known;
  const found = languageOf(file.path) === null ? endsOfJavaScript(file) : endsOfPython(file);
  const counts = found === null ? null : new Map<string, number>();
  for (const end of found ?? []) counts?.set(end, (counts.get(end) ?? 0) + 1);
  knownEnds.set(file, counts);
  return counts;
}

const knownEnds = new WeakMap<SourceFile, LooseEnds | null>();

function endsOfJavaScript(file: SourceFile): readonly string[] | null {
  const program = parseFile(file);
  if (program === null) return null;
  const found: string[] = [];
  for (const [scope, bindings] of scopesOf(program)) {
    if (scope === program) continue;
    const { read, assigned } = usesIn(scope);
    const own = new Set(bindings.map(({ name }) => name));
    for (const site of walk(scope))
      for (const name of countedIn(site)) if (own.has(name) && isReadOnlyIn(name, site, scope)) found.push(`counted in vain ${name}`);
    for (const binding of bindings) {
      if (/^(?:function|class|import)$/.test(binding.kind)) continue;
      if (!read.has(binding.name)) found.push(`unread ${binding.name}`);
      else if (isVariable(binding) && !assigned.has(binding.name)) found.push(`unchanged ${binding.name}`);
    }
  }
  for (const site of walk(program)) {
    if (goesNowhere(site)) found.push(`still loop ${[...usesIn(child(site, 'test') ?? site).read].toSorted().join(' ')}`);
    if (site.node.type !== 'ForOfStatement') continue;
    const [list, body] = [child(site, 'right'), child(site, 'body')];
    if (list?.node.type === 'Identifier' && body !== null && usesIn(body).assigned.has(list.node.name))
      found.push(`list changed ${list.node.name}`);
  }
  return found;
}

/** A loop that neither changes what its test reads nor is left otherwise; not where the test calls anything. */
function goesNowhere(site: Site): boolean {
  const test = /^(?:For|While|DoWhile)Statement$/.test(site.node.type) ? child(site, 'test') : null;
  if (test === null) return false;
  const { read } = usesIn(test);
  if (read.size === 0 || [...walk(test)].some(({ node }) => /Call|Await|Yield|New|Tagged/.test(node.type))) return false;
  for (const each of walk(site)) {
    if (/^(?:Break|Return|Throw)Statement$|^(?:Await|Yield)Expression$/.test(each.node.type)) return false;
    if (each.node.type !== 'Identifier' || !read.has(each.node.name)) continue;
    // What is assigned, a member of it as well, and what a method is called of or what is handed on, may change.
    const outermost = outermostMember(each);
    if (isTarget(each) || isTarget(outermost) || /^(?:callee|arguments)$/.test(outermost.key)) return false;
  }
  return true;
}

/** Names that a `while` loop, which does nothing else, assigns. */
function countedIn(site: Site): readonly string[] {
  if (!/^(?:While|DoWhile)Statement$/.test(site.node.type)) return [];
  const body = child(site, 'body');
  const statements = body === null ? [] : body.node.type === 'BlockStatement' ? body.children : [body];
  const names = statements.map((statement) => {
    const value = child(statement, 'expression');
    const target = value === null ? null : (child(value, 'argument') ?? child(value, 'left'));
    return target?.node.type === 'Identifier' && isTarget(target) ? target.node.name : null;
  });
  return names.every((name) => name !== null) && ![...walk(site)].some(({ node }) => /Call|Await|Yield/.test(node.type)) ? names : [];
}

function isReadOnlyIn(name: string, loop: Site, scope: Site): boolean {
  const isOutside = ({ start, end }: Site): boolean => start < loop.start || end > loop.end;
  return ![...walk(scope)].some((each) => each.node.type === 'Identifier' && each.node.name === name && isOutside(each) && isRead(each));
}

function outermostMember(site: Site): Site {
  return site.parent !== null && site.key === 'object' && isMemberSite(site.parent) ? outermostMember(site.parent) : site;
}

/** `let` and `var` with a first value. */
function isVariable({ kind, id }: Binding): boolean {
  return (kind === 'let' || kind === 'var') && id.parent !== null && child(id.parent, 'init') !== null;
}

function usesIn(scope: Site): { readonly read: ReadonlySet<string>; readonly assigned: ReadonlySet<string> } {
  const [read, assigned] = [new Set<string>(), new Set<string>()];
  for (const site of walk(scope)) {
    if (site.node.type !== 'Identifier') continue;
    if (isRead(site)) read.add(site.node.name);
    else if (isTarget(site)) assigned.add(site.node.name);
  }
  return { read, assigned };
}

function endsOfPython(file: SourceFile): readonly string[] | null {
  const language = languageOf(file.path);
  if (language?.name !== 'python') return null;
  const tree = readTree(language, file.text);
  if (tree === null || tree.hasError) return null;
  const nameOf = ({ start, end }: Branch): string => file.text.slice(start, end);
  const found: string[] = [];
  for (const fn of below(tree.program)) {
    if (fn.type !== 'function_definition') continue;
    const names = [...below(fn)].filter((branch) => branch.type === 'identifier' && !isMember(branch, language));
    const parameters = new Set(names.filter((branch) => isParameter(branch, fn)).map(nameOf));
    const targets = names.filter(isPythonTarget);
    const read = new Set(names.filter((branch) => !isPythonTarget(branch) && !isParameter(branch, fn)).map(nameOf));
    for (const name of new Set([...parameters, ...targets.map(nameOf)])) {
      if (!read.has(name)) found.push(`unread ${name}`);
      else if (!parameters.has(name) && isSetOnce(targets.filter((target) => nameOf(target) === name))) found.push(`unchanged ${name}`);
    }
    for (const loop of below(fn)) {
      if (loop.type === 'while_statement' && goesNowhereInPython(loop, nameOf)) found.push('still loop');
      const list = loop.type === 'for_statement' ? fieldOf(loop, 'right') : null;
      if (list?.type !== 'identifier') continue;
      const body = fieldOf(loop, 'body');
      if (body !== null && [...below(body)].some((branch) => isPythonTarget(branch) && nameOf(branch) === nameOf(list)))
        found.push(`list changed ${nameOf(list)}`);
    }
  }
  return found;
}

function goesNowhereInPython(loop: Branch, nameOf: (branch: Branch) => string): boolean {
  const [test, body] = [fieldOf(loop, 'condition'), fieldOf(loop, 'body')];
  if (test === null || body === null || [...below(test)].some(({ type }) => /^(?:call|await|named_expression)$/.test(type))) return false;
  const read = new Set([...below(test)].filter(({ type }) => type === 'identifier').map(nameOf));
  if (read.size === 0) return false;
  return ![...below(body)].some(
    (branch) =>
      /^(?:break|return|raise)_statement$|^(?:await|yield|delete_statement)$/.test(branch.type) ||
      (branch.type === 'identifier' && read.has(nameOf(branch)) && mayChange(branch)),
  );
}

/** A name that is assigned, also in part, called upon or handed on. */
export function mayChange(branch: Branch): boolean {
  let at = branch;
  while (at.parent !== null && /^(?:attribute|subscript)$/.test(at.parent.type) && at.index === 0) at = at.parent;
  const { parent } = at;
  if (parent === null) return false;
  return isPythonTarget(branch) || at.field === 'left' || at.field === 'function' || parent.type === 'argument_list';
}

/** A name that is assigned: also within a pattern. */
export function isPythonTarget(branch: Branch): boolean {
  if (branch.type !== 'identifier') return false;
  for (let at = branch; at.parent !== null; at = at.parent) {
    if (at.field === 'left') return /^(?:assignment|augmented_assignment|for_statement|for_in_clause)$/.test(at.parent.type);
    if (!/^(?:pattern_list|tuple_pattern|list_pattern)$/.test(at.parent.type))
      return at.field === 'name' && at.parent.type === 'named_expression';
  }
  return false;
}

/** Given one value that is written down, as counters and flags are at first, and no other. */
export function isSetOnce([target, second]: readonly Branch[]): boolean {
  if (second !== undefined) return false;
  const value = target?.parent?.type === 'assignment' ? fieldOf(target.parent, 'right') : null;
  return value !== null && /^(?:integer|float|string|true|false|none|unary_operator)$/.test(value.type);
}

function isParameter(branch: Branch, fn: Branch): boolean {
  for (const at of above(branch)) {
    if (at === fn || at.type === 'type') return false;
    if (at.parent === fn) return at.field === 'parameters' && (branch.field === null || branch.field === 'name');
  }
  return false;
}
