import { ancestors, child, childList, type Site } from './tree.ts';

const FUNCTIONS = new Set([
  ...['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'],
  ...['ObjectMethod', 'ClassMethod', 'ClassPrivateMethod'],
]);
const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
const SIMPLE = new Set([
  ...['Identifier', 'MemberExpression', 'CallExpression', 'ThisExpression', 'Super', 'ArrayExpression', 'ParenthesizedExpression'],
  ...['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'NullLiteral', 'RegExpLiteral', 'TemplateLiteral', 'BigIntLiteral'],
  ...['OptionalMemberExpression', 'OptionalCallExpression', 'NewExpression', 'JSXElement', 'TSNonNullExpression'],
]);
const EXPRESSION_EXTRAS = new Set(['Identifier', 'Super', 'Import', 'ParenthesizedExpression', 'JSXElement', 'JSXFragment']);

export function isFunction(site: Site): boolean {
  return FUNCTIONS.has(site.node.type);
}

export function isLoop(site: Site): boolean {
  return LOOPS.has(site.node.type);
}

export function isStatement(site: Site): boolean {
  const type = site.node.type;
  return type.endsWith('Statement') || (type.endsWith('Declaration') && site.key !== 'declaration');
}

export function isExpression(site: Site): boolean {
  const type = site.node.type;
  if (type.startsWith('JSX')) return EXPRESSION_EXTRAS.has(type);
  return type.endsWith('Expression') || type.endsWith('Literal') || EXPRESSION_EXTRAS.has(type);
}

/** True where the expression needs no parentheses as an operand or a receiver. */
export function isSimple(site: Site): boolean {
  return SIMPLE.has(site.node.type);
}

/** The function around a site (not the site itself). */
export function functionOf(site: Site): Site | null {
  for (const at of ancestors(site)) if (isFunction(at)) return at;
  return null;
}

/** The nearest loop around a site within the same function. */
export function loopOf(site: Site): Site | null {
  for (const at of ancestors(site)) {
    if (isFunction(at)) return null;
    if (isLoop(at)) return at;
  }
  return null;
}

export function isAsync(fn: Site | null): boolean {
  return fn !== null && 'async' in fn.node && fn.node.async === true;
}

/** Whether a statement begins with a site: a bracket there would go on with the line above, where semicolons are left out. */
export function beginsStatement(site: Site): boolean {
  for (const at of ancestors(site)) {
    if (at.start < site.start) return false;
    if (isStatement(at)) return true;
  }
  return false;
}

/** A statement in a list of statements: one that can be moved, copied or preceded. */
export function isListed(site: Site): boolean {
  return isStatement(site) && (site.key === 'body' || site.key === 'consequent') && site.index >= 0;
}

/** True where the expression decides a branch: an if, loop or ternary test, or an operand of one. */
export function isCondition(site: Site): boolean {
  const parent = site.parent;
  if (parent === null || !isExpression(site)) return false;
  if (site.key === 'test' && parent.node.type !== 'SwitchCase') return true;
  if (parent.node.type === 'LogicalExpression' && parent.node.operator !== '??') return isCondition(parent);
  return parent.node.type === 'UnaryExpression' && parent.node.operator === '!' && isCondition(parent);
}

/** True where the expression's value is read (not a target, a key, a label or a declared name). */
export function isRead(site: Site): boolean {
  const parent = site.parent;
  if (parent === null || !isExpression(site)) return false;
  const type = parent.node.type;
  if (site.key === 'property' || site.key === 'key') return 'computed' in parent.node && parent.node.computed === true;
  if (site.key === 'left') return !/^(AssignmentExpression|AssignmentPattern|ForInStatement|ForOfStatement)$/.test(type);
  if (site.key === 'id' || site.key === 'params' || site.key === 'param' || site.key === 'label') return false;
  if (site.key === 'local' || site.key === 'imported' || site.key === 'exported') return false;
  if (type === 'ArrayPattern' || type === 'RestElement' || type === 'UpdateExpression') return false;
  if (site.key === 'source' || type === 'Directive' || type.startsWith('JSXAttr')) return false;
  return !(site.key === 'value' && parent.parent?.node.type === 'ObjectPattern');
}

/** Name of a called function or method: `f` of `f()`, `m` of `a.m()`. */
export function calleeName(call: Site): string | null {
  const callee = child(call, 'callee');
  if (callee === null) return null;
  if (callee.node.type === 'Identifier') return callee.node.name;
  return propertyName(callee);
}

/** True where a name is given a value, also within a pattern. */
export function isTarget({ key, parent }: Site): boolean {
  const type = parent?.node.type ?? '';
  return type === 'UpdateExpression' || (key === 'left' && /^(?:Assignment|ForIn|ForOf)/.test(type)) || /Pattern$|^RestElement$/.test(type);
}

/** What is assigned, a member of it as well, and what a method is called of or what is handed on, may change. */
export function mayChange(site: Site): boolean {
  const outermost = outermostMember(site);
  return isTarget(site) || isTarget(outermost) || /^(?:callee|arguments)$/.test(outermost.key);
}

function outermostMember(site: Site): Site {
  return site.parent !== null && site.key === 'object' && isMember(site.parent) ? outermostMember(site.parent) : site;
}

/** The name a function is called by: its own, its key's, or that of what it is assigned to. */
export function functionName(fn: Site): string | null {
  const { parent } = fn;
  const named = child(fn, 'id') ?? child(fn, 'key') ?? (parent && (child(parent, 'id') ?? child(parent, 'left') ?? child(parent, 'key')));
  if (named === null) return null;
  return named.node.type === 'Identifier' ? named.node.name : propertyName(named);
}

/** The plain name of a member expression's property. */
export function propertyName(member: Site): string | null {
  const node = member.node;
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null;
  return !node.computed && node.property.type === 'Identifier' ? node.property.name : null;
}

export function isCall(site: Site): boolean {
  return /^(Optional)?CallExpression$|^NewExpression$/.test(site.node.type);
}

/** The name, or the pattern, and the value of a declaration of one variable; null for what is none. */
export function declaredAlone(site: Site): { readonly id: Site; readonly init: Site } | null {
  const [only, more] = site.node.type === 'VariableDeclaration' ? childList(site, 'declarations') : [];
  const [id, init] = only === undefined || more !== undefined ? [null, null] : [child(only, 'id'), child(only, 'init')];
  return id === null || init === null ? null : { id, init };
}

/** Whether a function is a hook of React, by how these are called. */
export function isHook(name: string | null): boolean {
  return /^use[A-Z]/.test(name ?? '');
}

export function isMember(site: Site): boolean {
  return site.node.type === 'MemberExpression' || site.node.type === 'OptionalMemberExpression';
}

/** A method of the class, not of its objects. */
export function isStatic({ node }: Site): boolean {
  return 'static' in node && node.static === true;
}

/** Where the members of an object begin: what is put into them there may come too soon. */
export function isConstructor({ node }: Site): boolean {
  return node.type === 'ClassMethod' && node.kind === 'constructor';
}
