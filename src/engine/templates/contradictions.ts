// Checks that the code behind them contradicts: where a value was found to be no function, calling it can only fail.
import { ownersOf } from './kinds.ts';
import { isFunction, isMember, propertyName } from './shape.ts';
import { child, childList, type Site, walk } from './tree.ts';

/** What a check found a value to be, on one of its two ways. */
type Belief = 'nothing' | 'no function' | 'no string' | 'no array';

interface Fact {
  readonly check: Site;
  /** The text of what was checked: a name, or members of one. */
  readonly subject: string;
  readonly belief: Belief;
}

/** Where a condition leads when it holds, or when it does not. */
interface Way {
  readonly test: Site;
  readonly holds: boolean;
  readonly code: readonly Site[];
}

/**
 * Comparisons after which a value is used as just what it was found not to be. One of the two is wrong (Engler et al., "Bugs as deviant
 * behavior", SOSP 2001: contradicting beliefs). Nothing is said where the value is assigned, or asked about again, on the way.
 */
export function contradictions(program: Site, text: string): ReadonlySet<Site> {
  const found = new Set<Site>();
  for (const site of walk(program))
    for (const { test, holds, code } of waysOf(site)) {
      for (const fact of factsOf(test, holds, text)) if (code.length > 0 && isContradicted(fact, code, text)) found.add(fact.check);
    }
  return found;
}

function waysOf(site: Site): readonly Way[] {
  const test = child(site, 'test');
  switch (site.node.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      if (test === null) return [];
      const [then, otherwise] = [child(site, 'consequent'), child(site, 'alternate')];
      const rest = then !== null && otherwise === null && jumps(then) ? following(site) : [];
      return [
        { test, holds: true, code: then === null ? [] : [then] },
        { test, holds: false, code: otherwise === null ? rest : [otherwise] },
      ];
    }
    case 'LogicalExpression': {
      const [left, right] = [child(site, 'left'), child(site, 'right')];
      if (left === null || right === null || site.node.operator === '??') return [];
      return [{ test: left, holds: site.node.operator === '&&', code: [right] }];
    }
    default:
      return [];
  }
}

function jumps(statement: Site): boolean {
  const last = statement.node.type === 'BlockStatement' ? statement.children.at(-1) : statement;
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.node.type);
}

function following(statement: Site): readonly Site[] {
  return statement.parent === null ? [] : childList(statement.parent, statement.key).filter(({ start }) => start >= statement.end);
}

/** What is known, or may be the reason, where a condition came out so: of several that lead there alone, each counts. */
function factsOf(test: Site, holds: boolean, text: string): readonly Fact[] {
  const { node } = test;
  const [left, right] = [child(test, 'left'), child(test, 'right')];
  if (node.type === 'LogicalExpression' && node.operator !== '??')
    return [left, right].flatMap((side) => (side === null ? [] : factsOf(side, holds, text)));
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = child(test, 'argument');
    return inner === null ? [] : factsOf(inner, !holds, text);
  }
  if (node.type === 'CallExpression' && !holds) {
    const [callee, given] = [child(test, 'callee'), child(test, 'arguments')];
    const asks = callee !== null && text.slice(callee.start, callee.end) === 'Array.isArray';
    return asks && given !== null ? factOf(test, given, 'no array', text) : [];
  }
  if (node.type !== 'BinaryExpression' || left === null || right === null || !/^[!=]==?$/.test(node.operator)) return [];
  const equal = node.operator.startsWith('=') === holds;
  const kind = left.node.type === 'UnaryExpression' && left.node.operator === 'typeof' ? child(left, 'argument') : null;
  if (kind !== null) {
    const belief = right.node.type === 'StringLiteral' ? beliefOfType(right.node.value, equal) : null;
    return belief === null ? [] : factOf(test, kind, belief, text);
  }
  const isNothing = right.node.type === 'NullLiteral' || (right.node.type === 'Identifier' && right.node.name === 'undefined');
  return equal && isNothing ? factOf(test, left, 'nothing', text) : [];
}

function beliefOfType(type: string, equal: boolean): Belief | null {
  if (equal) return type === 'undefined' ? 'nothing' : null;
  return type === 'function' ? 'no function' : type === 'string' ? 'no string' : null;
}

function factOf(check: Site, subject: Site, belief: Belief, text: string): readonly Fact[] {
  const own = text.slice(subject.start, subject.end);
  return /^[\w$]+(?:\.[\w$]+)*$/.test(own) ? [{ check, subject: own, belief }] : [];
}

function isContradicted({ subject, belief, check }: Fact, code: readonly Site[], text: string): boolean {
  const root = subject.split('.', 1)[0] ?? '';
  let used = false;
  const pending = [...code];
  for (let site = pending.pop(); site !== undefined; site = pending.pop()) {
    // What runs later may find another value.
    if (isFunction(site)) continue;
    const own = text.slice(site.start, site.end);
    if (changes(site, root) || (isAsked(site) && own === subject && !within(site, check))) return false;
    if (own === subject && isUsedDespite(site, belief)) used = true;
    pending.push(...site.children);
  }
  return used;
}

function changes({ node, key, parent }: Site, root: string): boolean {
  const isRoot = node.type === 'Identifier' && node.name === root;
  return isRoot && (key === 'left' || key === 'id' || parent?.node.type === 'UpdateExpression');
}

/** Whether a value is asked for what it is, or for whether it is there. */
function isAsked({ parent, key }: Site): boolean {
  if (parent === null) return false;
  const { node } = parent;
  if (node.type === 'LogicalExpression' || key === 'test') return true;
  if (node.type === 'BinaryExpression') return /^(?:[!=]==?|instanceof|in)$/.test(node.operator);
  return node.type === 'UnaryExpression' && /^(?:!|typeof)$/.test(node.operator);
}

function within(site: Site, around: Site): boolean {
  return site.start >= around.start && site.end <= around.end;
}

function isUsedDespite({ parent, key }: Site, belief: Belief): boolean {
  if (parent === null) return false;
  const { type } = parent.node;
  const isCalled = key === 'callee' && (type === 'CallExpression' || type === 'NewExpression');
  if (belief === 'no function') return isCalled;
  const isHolder = key === 'object' && isMember(parent);
  if (belief === 'nothing') return isCalled || (isHolder && type === 'MemberExpression');
  const owners = isHolder ? ownersOf(propertyName(parent) ?? '') : null;
  return owners?.size === 1 && owners.has(belief === 'no string' ? 'string' : 'array');
}
