// Parts of functions in place of which a like part can stand: many candidates in one text cost less there than by whole bodies.
import { isFunction, type Node, nodeOf, nodesOf } from './program.ts';

export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly kind: 'statement' | 'expression';
  /** Where the function around it begins; null outside of functions. */
  readonly owner: number | null;
}

/** Statements that declare nothing and that no `break` can leave. */
const statements = new Set(['ReturnStatement', 'ExpressionStatement', 'ThrowStatement']);
/** Whole expressions, by what they belong to. */
const expressions: Readonly<Record<string, string>> = {
  IfStatement: 'test',
  WhileStatement: 'test',
  DoWhileStatement: 'test',
  ForStatement: 'test',
  VariableDeclarator: 'init',
};
/** What gets its name from where it stands. */
const named = /^(?:Function|ArrowFunction|Class)Expression$/;

/** In the order in which they begin. */
export function slotsOf(root: Node): Slot[] {
  const nodes = nodesOf(root);
  const functions = nodes.filter(isFunction).sort((a, b) => a.start - b.start);
  const slots: Slot[] = [];
  for (const node of nodes) {
    const kind = statements.has(node.type) ? 'statement' : 'expression';
    const part = kind === 'statement' ? node : nodeOf(node, expressions[node.type] ?? '');
    if (part === null || named.test(part.type)) continue;
    const { start, end } = part;
    slots.push({ start, end, kind, owner: functions.findLast((one) => one.start <= start && end <= one.end)?.start ?? null });
  }
  return slots.sort((a, b) => a.start - b.start || b.end - a.end);
}
