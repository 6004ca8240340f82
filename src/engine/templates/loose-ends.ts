// What a change leaves without a purpose: names that nothing reads any more, variables that nothing changes any more, loops that go nowhere.
import { languageOf } from './grammar/languages.ts';
import { readTree } from './grammar/loader.ts';
import { isMember } from './grammar/scene.ts';
import { isPythonTarget, isSetOnce, mayChange } from './grammar/targets.ts';
import { above, type Branch, below, fieldOf } from './grammar/tree.ts';
import { idleCodeOfJavaScript, idleCodeOfPython } from './idle-code.ts';
import { type Binding, scopesOf } from './scope.ts';
import { calleeName, isFunction, isMember as isMemberSite, isRead, isTarget, mayChange as mayChangeSite, propertyName } from './shape.ts';
import { ancestors, child, parseFile, type Site, walk } from './tree.ts';
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
  const found = [...idleCodeOfJavaScript(program, file.text)];
  for (const [scope, bindings] of scopesOf(program)) {
    if (scope === program) continue;
    const { read, filled, assigned } = usesIn(scope);
    const own = new Set(bindings.map(({ name }) => name));
    for (const site of walk(scope))
      for (const name of countedIn(site)) if (own.has(name) && isReadOnlyIn(name, site, scope)) found.push(`counted in vain ${name}`);
    for (const binding of bindings) {
      if (/^(?:function|class|import)$/.test(binding.kind)) continue;
      if (!read.has(binding.name) && (!filled.has(binding.name) || isNew(binding))) found.push(`unread ${binding.name}`);
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
    if (mayChangeSite(each)) return false;
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

/** Read for nothing but its own next value: `a = a + 1`. */
function isForItself(site: Site, name: string): boolean {
  for (const at of ancestors(site)) {
    if (isFunction(at)) return false;
    if (at.node.type !== 'ExpressionStatement') continue;
    const value = child(at, 'expression');
    const target = value?.node.type === 'AssignmentExpression' ? child(value, 'left') : null;
    return target?.node.type === 'Identifier' && target.node.name === name;
  }
  return false;
}

/** Methods that put something into a list, a set or a map, or take it out. */
const FILLS = /^(?:push|unshift|add|set|delete|clear|append|extend|insert|update|remove|discard|setdefault)$/;

/** Given a new list, set, map or object. */
function isNew({ id }: Binding): boolean {
  const init = id.parent?.node.type === 'VariableDeclarator' ? child(id.parent, 'init') : null;
  if (init?.node.type === 'NewExpression') return /^(?:Array|(?:Weak)?(?:Map|Set))$/.test(calleeName(init) ?? '');
  return init !== null && /^(?:Array|Object)Expression$/.test(init.node.type);
}

/** Something is put into it, or taken out, by a statement that does nothing else. */
function isFilling(site: Site): boolean {
  const member = site.key === 'object' ? site.parent : null;
  const outer = member?.parent ?? null;
  if (member === null || outer === null || !isMemberSite(member)) return false;
  const isPut = isTarget(member) || (member.key === 'callee' && FILLS.test(propertyName(member) ?? ''));
  return isPut && outer.parent?.node.type === 'ExpressionStatement';
}

/** `let` and `var` with a first value. */
function isVariable({ kind, id }: Binding): boolean {
  return (kind === 'let' || kind === 'var') && id.parent !== null && child(id.parent, 'init') !== null;
}

interface Uses {
  readonly read: ReadonlySet<string>;
  /** Something is put into what they name. */
  readonly filled: ReadonlySet<string>;
  readonly assigned: ReadonlySet<string>;
}

function usesIn(scope: Site): Uses {
  const [read, filled, assigned] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const site of walk(scope)) {
    if (site.node.type !== 'Identifier') continue;
    const { name } = site.node;
    if (isRead(site) && isFilling(site)) filled.add(name);
    else if (isRead(site) && !isForItself(site, name)) read.add(name);
    else if (isTarget(site)) assigned.add(name);
  }
  return { read, filled, assigned };
}

function endsOfPython(file: SourceFile): readonly string[] | null {
  const language = languageOf(file.path);
  if (language?.name !== 'python') return null;
  const tree = readTree(language, file.text);
  if (tree === null || tree.hasError) return null;
  const nameOf = ({ start, end }: Branch): string => file.text.slice(start, end);
  const found = [...idleCodeOfPython(tree.program, file.text)];
  for (const fn of below(tree.program)) {
    if (fn.type !== 'function_definition') continue;
    const names = below(fn).filter((branch) => branch.type === 'identifier' && !isMember(branch, language));
    const parameters = new Set(names.filter((branch) => isParameter(branch, fn)).map(nameOf));
    const targets = names.filter(isPythonTarget);
    const opened = names.filter(isOpened);
    const given = new Set(targets.filter((target) => !isNewCollection(target, nameOf)).map(nameOf));
    const made = new Set(targets.map(nameOf).filter((name) => !given.has(name)));
    const reads = names.filter(
      (branch) => !isPythonTarget(branch) && !isOpened(branch) && !isParameter(branch, fn) && !isForItselfInPython(branch, nameOf),
    );
    const read = new Set(reads.filter((branch) => !made.has(nameOf(branch)) || !isFillingInPython(branch, nameOf)).map(nameOf));
    for (const name of new Set([...parameters, ...opened.map(nameOf), ...targets.map(nameOf)])) {
      if (!read.has(name)) found.push(`unread ${name}`);
      else if (
        !parameters.has(name) &&
        !opened.some((each) => nameOf(each) === name) &&
        isSetOnce(targets.filter((target) => nameOf(target) === name))
      )
        found.push(`unchanged ${name}`);
    }
    for (const loop of below(fn)) {
      if (loop.type === 'while_statement' && goesNowhereInPython(loop, nameOf)) found.push('still loop');
      const list = loop.type === 'for_statement' ? fieldOf(loop, 'right') : null;
      if (list?.type !== 'identifier') continue;
      const body = fieldOf(loop, 'body');
      if (body !== null && below(body).some((branch) => isPythonTarget(branch) && nameOf(branch) === nameOf(list)))
        found.push(`list changed ${nameOf(list)}`);
    }
  }
  return found;
}

/** Given a new list, set or dictionary, and nothing else takes the same. */
function isNewCollection(target: Branch, nameOf: (branch: Branch) => string): boolean {
  const statement = target.parent?.type === 'assignment' && target.parent.parent?.type === 'expression_statement' ? target.parent : null;
  const value = statement === null ? null : fieldOf(statement, 'right');
  if (value === null) return false;
  const called = value.type === 'call' ? fieldOf(value, 'function') : null;
  return /^(?:list|dictionary|set)$/.test(value.type) || (called !== null && /^(?:list|dict|set)$/.test(nameOf(called)));
}

/** As of JavaScript. */
function isFillingInPython(branch: Branch, nameOf: (branch: Branch) => string): boolean {
  const member = branch.index === 0 ? branch.parent : null;
  const outer = member?.parent ?? null;
  if (member?.type === 'subscript') return member.field === 'left' && /^(?:augmented_)?assignment$/.test(outer?.type ?? '');
  const method = member?.type === 'attribute' ? fieldOf(member, 'attribute') : null;
  if (method === null || outer === null) return false;
  return member?.field === 'function' && FILLS.test(nameOf(method)) && outer.parent?.type === 'expression_statement';
}

function isForItselfInPython(branch: Branch, nameOf: (branch: Branch) => string): boolean {
  for (const at of above(branch)) {
    if (/^(?:lambda|function_definition)$/.test(at.type)) return false;
    const target = /^(?:augmented_)?assignment$/.test(at.type) ? fieldOf(at, 'left') : null;
    if (target !== null) return target.type === 'identifier' && nameOf(target) === nameOf(branch);
  }
  return false;
}

function goesNowhereInPython(loop: Branch, nameOf: (branch: Branch) => string): boolean {
  const [test, body] = [fieldOf(loop, 'condition'), fieldOf(loop, 'body')];
  if (test === null || body === null || below(test).some(({ type }) => /^(?:call|await|named_expression)$/.test(type))) return false;
  const read = new Set(
    below(test)
      .filter(({ type }) => type === 'identifier')
      .map(nameOf),
  );
  if (read.size === 0) return false;
  return !below(body).some(
    (branch) =>
      /^(?:break|return|raise)_statement$|^(?:await|yield|delete_statement)$/.test(branch.type) ||
      (branch.type === 'identifier' && read.has(nameOf(branch)) && mayChange(branch)),
  );
}

/** What a `with` statement, or a handler of errors, gives a name: `with open(path) as file`. */
function isOpened({ parent, type }: Branch): boolean {
  return type === 'identifier' && parent?.type === 'as_pattern_target';
}

function isParameter(branch: Branch, fn: Branch): boolean {
  for (const at of above(branch)) {
    if (at === fn || at.type === 'type') return false;
    if (at.parent === fn) return at.field === 'parameters' && (branch.field === null || branch.field === 'name');
  }
  return false;
}
