// Sources as trees, for what is put into them: counters in loops, and many candidates in one text.
import { type ParserOptions, parse } from '@babel/parser';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface Program {
  readonly root: Node;
  readonly sourceType: 'module' | 'script';
  /** Errors the parser got over. */
  readonly errors: readonly string[];
}

export const isTyped = (path: string): boolean => /\.[cm]?tsx?$/.test(path);

/** Null for what is neither JavaScript nor TypeScript, or no program at all. */
export function parseProgram(path: string, text: string, more: Pick<ParserOptions, 'sourceType' | 'strictMode'> = {}): Program | null {
  const typescript = isTyped(path);
  if (!typescript && !/\.[cm]?jsx?$/.test(path)) return null;
  try {
    const tree = parse(text, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      errorRecovery: true,
      ...more,
      plugins: typescript ? [...(path.endsWith('x') ? (['jsx'] as const) : []), 'typescript', 'decorators-legacy'] : ['jsx'],
    });
    const errors = (tree.errors ?? []).map(({ reasonCode }) => String(reasonCode));
    return isNode(tree.program)
      ? { root: tree.program, sourceType: tree.program.sourceType === 'module' ? 'module' : 'script', errors }
      : null;
  } catch {
    return null;
  }
}

const functions = new Set([
  ...['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ObjectMethod', 'ClassMethod', 'ClassPrivateMethod'],
]);
const loops = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);

export type WithBody = Node & { readonly body: Node };

export function isFunction(node: Node): node is WithBody {
  return functions.has(node.type) && 'body' in node && isNode(node.body);
}

export function isLoop(node: Node): node is WithBody {
  return loops.has(node.type) && 'body' in node && isNode(node.body);
}

/** `node` and every node below it, outer ones first; not below those for which `enter` is false. */
export function nodesOf(node: Node, enter: (node: Node) => boolean = () => true): Node[] {
  const found: Node[] = [];
  const visit = (one: Node): void => {
    found.push(one);
    if (enter(one)) for (const child of childrenOf(one)) visit(child);
  };
  visit(node);
  return found;
}

/** Where no nodes are; names of attributes of JSX and the like may be nodes. */
const noChildren = new Set(['type', 'start', 'end', 'loc', 'extra', 'leadingComments', 'trailingComments', 'innerComments']);

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const key of Object.keys(node)) {
    if (noChildren.has(key)) continue;
    const value: unknown = Reflect.get(node, key);
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) children.push(value);
    } else for (const child of value) if (isNode(child)) children.push(child);
  }
  return children;
}

/** Behind the brace, and behind directives: these are none when something stands before them. */
export function startInside(block: Node): number {
  return listOf(block, 'directives').at(-1)?.end ?? block.start + 1;
}

export function listOf(node: Node, key: string): Node[] {
  const value: unknown = Reflect.get(node, key);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function nodeOf(node: Node, key: string): Node | null {
  const value: unknown = Reflect.get(node, key);
  return isNode(value) ? value : null;
}

export function nameOf(node: Node | null): string | null {
  return node !== null && 'name' in node && typeof node.name === 'string' ? node.name : null;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}
