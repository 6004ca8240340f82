// Code that does nothing: what gives a value that it has, asks the same of both sides, or takes the place of what goes on around it.

import { isPythonTarget, mayChange as mayChangeInPython } from './grammar/targets.ts';
import { above, type Branch, below, fieldOf, namedChildren } from './grammar/tree.ts';
import { isFunction, isLoop, mayChange } from './shape.ts';
import { ancestors, child, childList, type Site, walk } from './tree.ts';

/** What leaves every number as it is, by the sign of the assignment. */
const NEUTRAL: Readonly<Record<string, string>> = { '+=': '0', '-=': '0', '*=': '1', '/=': '1', '//=': '1', '**=': '1' };
/** With the same on both sides, these answer the same whatever it is, or the value itself. */
const OF_TWO = /^(?:-|\/|\/\/|%|&|\||\^|[=!]==?|[<>]=?|&&|\|\||\?\?|and|or|is|is not)$/;

/**
 * Idle code of a JavaScript or TypeScript file: `idle assignment` (`a += 0`), `idle call` (`Math.max(a, a)`, and of one number), `idle operator`
 * (`a < a`), `loop variable taken a` (by a loop within its own), `settled condition` (an `if` in a loop that asks for nothing which the loop
 * changes). The last of them may well be meant: what tells is that a change makes more of them (compare Engler et al., SOSP 2001).
 */
export function idleCodeOfJavaScript(program: Site, text: string): readonly string[] {
  const textOf = ({ start, end }: Site): string => text.slice(start, end);
  return [...walk(program)].flatMap((site) => {
    const { node } = site;
    const [left, right] = [child(site, 'left'), child(site, 'right')];
    if (node.type === 'AssignmentExpression' && left !== null && right !== null)
      return isIdleAssignment(node.operator, textOf(left), textOf(right)) ? ['idle assignment'] : [];
    if (/^(?:Binary|Logical)Expression$/.test(node.type) && 'operator' in node && left !== null && right !== null)
      return isSame([textOf(left), textOf(right)]) && OF_TWO.test(String(node.operator)) ? [`idle operator ${textOf(site)}`] : [];
    if (node.type === 'CallExpression') return isIdleExtreme(site, textOf) ? ['idle call'] : [];
    const taken = isLoop(site)
      ? loopVariables(site).filter((name) => loopsAround(site).some((loop) => loopVariables(loop).includes(name)))
      : [];
    if (taken.length > 0) return taken.map((name) => `loop variable taken ${name}`);
    return node.type === 'IfStatement' && isSettled(site) ? ['settled condition'] : [];
  });
}

function isIdleAssignment(operator: string, left: string, right: string): boolean {
  return operator === '=' ? isSame([left, right]) : NEUTRAL[operator] === right;
}

/** The same more than once, without anything that is called for what it does. */
function isSame(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length && !texts.some((each) => /[(]|\+\+|--/.test(each));
}

/** The largest or smallest of one number, or of one number twice. */
function isIdleExtreme(call: Site, textOf: (site: Site) => string): boolean {
  const [callee, args] = [child(call, 'callee'), childList(call, 'arguments')];
  if (callee === null || !/^Math\.(?:max|min)$/.test(textOf(callee)) || args.some(({ node }) => node.type === 'SpreadElement'))
    return false;
  return args.length === 1 || isSame(args.map(textOf));
}

function loopsAround(site: Site): readonly Site[] {
  const loops: Site[] = [];
  for (const at of ancestors(site)) {
    if (isFunction(at)) break;
    if (isLoop(at)) loops.push(at);
  }
  return loops;
}

/** Names that the head of a `for` loop declares or gives a value. */
function loopVariables(loop: Site): readonly string[] {
  const head = child(loop, 'init') ?? (/^For(?:In|Of)/.test(loop.node.type) ? child(loop, 'left') : null);
  if (head === null) return [];
  const ids =
    head.node.type === 'VariableDeclaration' ? childList(head, 'declarations').flatMap((each) => child(each, 'id') ?? []) : [head];
  return ids.flatMap((id) => {
    const target = id.node.type === 'AssignmentExpression' ? child(id, 'left') : id;
    return target?.node.type === 'Identifier' ? [target.node.name] : [];
  });
}

/** An `if` in a loop whose condition calls nothing and reads names alone that nothing in the loops around it may change. */
function isSettled(site: Site): boolean {
  const [test, loop] = [child(site, 'test'), loopsAround(site).at(-1)];
  if (test === null || loop === undefined || [...walk(test)].some(({ node }) => /Call|New|Await|Yield|This|Assign|Update/.test(node.type)))
    return false;
  const names = new Set([...walk(test)].flatMap(({ node }) => (node.type === 'Identifier' ? [node.name] : [])));
  if (names.size === 0) return false;
  return ![...walk(loop)].some(
    (each) => each.node.type === 'Identifier' && names.has(each.node.name) && (isDeclared(each) || mayChange(each)),
  );
}

function isDeclared({ key }: Site): boolean {
  return key === 'id' || key === 'params';
}

/** The same of a Python file. */
export function idleCodeOfPython(program: Branch, text: string): readonly string[] {
  const textOf = ({ start, end }: Branch): string => text.slice(start, end);
  return [...below(program)].flatMap((branch) => {
    const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    if (/^(?:augmented_)?assignment$/.test(branch.type) && left !== null && right !== null) {
      const operator = branch.type === 'assignment' ? '=' : (branch.children.find(({ named }) => !named)?.type ?? '');
      return isIdleAssignment(operator, textOf(left), textOf(right)) ? ['idle assignment'] : [];
    }
    if (/^(?:binary|boolean|comparison)_operator$/.test(branch.type)) {
      const [operator] = branch.children.filter(({ named }) => !named);
      const sides = namedChildren(branch);
      const isIdle = sides.length === 2 && isSame(sides.map(textOf)) && operator !== undefined && OF_TWO.test(textOf(operator));
      return isIdle ? [`idle operator ${textOf(branch)}`] : [];
    }
    if (branch.type === 'call') {
      const [fn, args] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
      const isIdle = fn !== null && args !== null && /^(?:max|min)$/.test(textOf(fn)) && isSame(namedChildren(args).map(textOf));
      return isIdle ? ['idle call'] : [];
    }
    if (branch.type === 'if_statement') return isSettledInPython(branch, textOf) ? ['settled condition'] : [];
    return branch.type === 'for_statement' ? takenInPython(branch, textOf).map((name) => `loop variable taken ${name}`) : [];
  });
}

function isSettledInPython(branch: Branch, textOf: (branch: Branch) => string): boolean {
  const [test, loop] = [fieldOf(branch, 'condition'), pythonLoopsAround(branch).at(-1)];
  if (test === null || loop === undefined || [...below(test)].some(({ type }) => /^(?:call|await|yield|named_expression)$/.test(type)))
    return false;
  const names = new Set([...below(test)].filter(({ type }) => type === 'identifier').map(textOf));
  if (names.size === 0 || names.has('self')) return false;
  return ![...below(loop)].some(
    (each) => each.type === 'identifier' && names.has(textOf(each)) && (isPythonTarget(each) || mayChangeInPython(each)),
  );
}

function pythonLoopsAround(branch: Branch): readonly Branch[] {
  const loops: Branch[] = [];
  for (const at of above(branch)) {
    if (at.type === 'function_definition') break;
    if (/^(?:for|while)_statement$/.test(at.type)) loops.push(at);
  }
  return loops;
}

function takenInPython(loop: Branch, textOf: (branch: Branch) => string): readonly string[] {
  const around = pythonLoopsAround(loop).flatMap((each) => namesOf(each, textOf));
  // A name for what nobody needs may be used again.
  return namesOf(loop, textOf).filter((name) => name !== '_' && around.includes(name));
}

function namesOf(loop: Branch, textOf: (branch: Branch) => string): readonly string[] {
  const target = loop.type === 'for_statement' ? fieldOf(loop, 'left') : null;
  return target === null ? [] : [...below(target)].flatMap((each) => (each.type === 'identifier' ? [textOf(each)] : []));
}
