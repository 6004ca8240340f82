// The functions of a source, as places where another body can stand beside the one that is there.
import { type LoopPlace, placesIn } from './loops.ts';
import { isFunction, listOf, type Node, nameOf, nodeOf, nodesOf, type Program, startInside, type WithBody } from './program.ts';

/** A function whose body may be exchanged: `from` to `to` is what stands between its braces, or behind its arrow. */
export interface Site {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly isBlock: boolean;
  /** What must stand around its text to make a program of it. */
  readonly around: readonly [before: string, after: string];
  /** Names that belong to the whole function, wherever in it they are declared. */
  readonly names: string;
}

/** Sites in the order in which they begin; a function that can have no other body beside its own is left out. */
export function sitesOf({ root }: Program, text: string): Site[] {
  const sites: Site[] = [];
  const derived = new Set<Node>();
  for (const node of nodesOf(root)) {
    if (/^Class(?:Declaration|Expression)$/.test(node.type) && nodeOf(node, 'superClass') !== null) {
      const body = nodeOf(node, 'body');
      for (const member of body === null ? [] : listOf(body, 'body')) derived.add(member);
    }
    if (!isFunction(node)) continue;
    const site = siteOf(node, text, derived.has(node));
    if (site !== null) sites.push(site);
  }
  return sites.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The body of the one function that a text is, with offsets in that text; null when it is something else. */
export function bodyOf(program: Program, site: Site, text: string): { readonly site: Site; readonly places: readonly LoopPlace[] } | null {
  const start = site.around[0].length;
  const node = nodesOf(program.root, (one) => !isFunction(one)).find(isFunction);
  if (node === undefined || node.start !== start || node.end !== text.length - site.around[1].length) return null;
  const whole = listOf(program.root, 'body');
  if (whole.length !== 1 || whole[0]?.start !== 0 || whole[0].end !== text.length || !isAlone(whole[0], node)) return null;
  const found = siteOf(node, text, false);
  return found === null ? null : { site: found, places: placesIn(node.body) };
}

/** Whether nothing stands beside the function in what was put around it. */
function isAlone(statement: Node, fn: Node): boolean {
  const expression = nodeOf(statement, 'expression');
  if (expression === null) return false;
  if (expression === fn) return true;
  const members =
    expression.type === 'ObjectExpression' ? listOf(expression, 'properties') : listOf(nodeOf(expression, 'body') ?? fn, 'body');
  return members.length === 1 && members[0] === fn;
}

function siteOf(node: WithBody, text: string, derived: boolean): Site | null {
  // A call of the super constructor, and what compilers put behind it, want to be where they are.
  if (derived && 'kind' in node && node.kind === 'constructor') return null;
  if (listOf(node, 'params').some(({ type }) => type === 'TSParameterProperty') || listOf(node, 'decorators').length > 0) return null;
  const isBlock = node.body.type === 'BlockStatement';
  const from = isBlock ? startInside(node.body) : behindArrow(node, text);
  const names = isBlock ? functionNames(node.body) : '';
  if (from === null || names === null) return null;
  const around = surroundings(node.type);
  return { start: node.start, end: node.end, from, to: isBlock ? node.body.end - 1 : node.end, isBlock, around, names };
}

function surroundings(type: string): readonly [string, string] {
  if (type === 'ObjectMethod') return ['({', '});'];
  return type.startsWith('Class') ? ['(class extends Object {', '});'] : ['(', ');'];
}

function behindArrow(node: WithBody, text: string): number | null {
  const at = text.lastIndexOf('=>', node.body.start);
  return at >= node.start && /^[\s(]*$/.test(text.slice(at + 2, node.body.start)) ? at + 2 : null;
}

/** Names declared by `var` and by function declarations; null when two of them may not stand in one block. */
function functionNames(body: Node): string | null {
  const variables = new Set<string>();
  const own = listOf(body, 'body').flatMap((node) => (node.type === 'FunctionDeclaration' ? (nameOf(nodeOf(node, 'id')) ?? []) : []));
  const inner = new Set<string>();
  for (const node of nodesOf(body, (one) => !isFunction(one) && one.type !== 'StaticBlock')) {
    if (node.type === 'FunctionDeclaration') inner.add(nameOf(nodeOf(node, 'id')) ?? '');
    if (node.type === 'VariableDeclaration' && 'kind' in node && node.kind === 'var') {
      for (const declared of listOf(node, 'declarations')) addNames(nodeOf(declared, 'id'), variables);
    }
  }
  if (new Set(own).size < own.length || own.some((name) => variables.has(name))) return null;
  return [...new Set([...variables, ...inner])].sort().join();
}

/** Every name in a pattern; those of default values too, which does no harm. */
function addNames(pattern: Node | null, names: Set<string>): void {
  if (pattern === null) return;
  for (const node of nodesOf(pattern)) {
    const name = node.type === 'Identifier' ? nameOf(node) : null;
    if (name !== null) names.add(name);
  }
}
