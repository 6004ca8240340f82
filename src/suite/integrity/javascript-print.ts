// JavaScript and TypeScript in one spelling: whatever formatting, quotes, escapes, parentheses, types or comments do, equal code prints equally.
import { type ParserPlugin, parse } from '@babel/parser';
import type { File, Node, Statement } from '@babel/types';

const pluginSets = (path: string): ParserPlugin[][] =>
  /\.[cm]?ts$/.test(path)
    ? [['typescript', 'decorators-legacy']]
    : /\.tsx$/.test(path)
      ? [['typescript', 'jsx', 'decorators-legacy']]
      : [
          ['jsx', 'decorators'],
          ['flow', 'jsx', 'decorators-legacy'],
        ];

/** Null when it does not parse in any dialect of its extension. */
export function parseScript(path: string, text: string): File | null {
  for (const plugins of pluginSets(path)) {
    try {
      return parse(text, {
        plugins,
        sourceType: 'unambiguous',
        errorRecovery: true,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowUndeclaredExports: true,
        allowSuperOutsideMethod: true,
        allowNewTargetOutsideFunction: true,
        allowImportExportEverywhere: true,
      });
    } catch {
      // Another dialect, or none: the caller is told.
    }
  }
  return null;
}

const skipped = new Set([
  ...['type', 'start', 'end', 'loc', 'range', 'extra', 'errors', 'tokens', 'comments', 'async', 'definite', 'declare'],
  ...['leadingComments', 'trailingComments', 'innerComments', 'typeAnnotation', 'returnType', 'typeParameters', 'typeArguments'],
  ...['superTypeParameters', 'implements', 'predicate', 'accessibility', 'readonly', 'override', 'importKind', 'exportKind'],
]);

/** The nodes right below one, without types. */
export function childNodes(node: Node): readonly Node[] {
  let found = children.get(node);
  if (found === undefined) {
    found = collectChildren(node);
    children.set(node, found);
  }
  return found;
}

/** Trees are walked once for each thing that is asked of them. */
const children = new WeakMap<Node, readonly Node[]>();

function collectChildren(node: Node): Node[] {
  const found: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (skipped.has(key)) continue;
    if (Array.isArray(value)) for (const item of value) found.push(...(isNode(item) ? [item] : []));
    else if (isNode(value)) found.push(value);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export type Constant = string | number | boolean | null;

/** The value of an expression that is always the same; undefined when that is not known. */
export function constantOf(node: Node | null | undefined): Constant | undefined {
  switch (node?.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'TemplateLiteral': {
      const parts = node.quasis.flatMap((quasi, index) => [
        quasi.value.cooked ?? '',
        ...[node.expressions[index]].filter(isNode).map(constantOf),
      ]);
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    case 'UnaryExpression': {
      const value = constantOf(node.argument);
      if (value === undefined) return node.operator === 'void' ? null : undefined;
      return node.operator === '-' ? -Number(value) : node.operator === '!' ? !value : node.operator === '+' ? Number(value) : undefined;
    }
    case 'BinaryExpression':
      return folded(node.operator, constantOf(node.left), constantOf(node.right));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return constantOf(node.expression);
    default:
      return undefined;
  }
}

function folded(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '+') return typeof left === 'string' || typeof right === 'string' ? `${left}${right}` : Number(left) + Number(right);
  if (operator === '===' || operator === '==') return left === right;
  if (operator === '!==' || operator === '!=') return left !== right;
  if (operator === '<' || operator === '<=') return operator === '<' ? Number(left) < Number(right) : Number(left) <= Number(right);
  if (operator === '>' || operator === '>=') return operator === '>' ? Number(left) > Number(right) : Number(left) >= Number(right);
  return undefined;
}

/** The name after the dot, however it is written; null when it is computed while running. */
export function propertyName(node: Node): string | null {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : null;
  const value = constantOf(node.property);
  return typeof value === 'string' ? value : null;
}

/** Bodies that stand inside of what is printed, in order: they print as `{}`. */
export interface Holes {
  readonly bodies: Statement[][];
  awaits: number;
}

export function print(node: Node | null | undefined, holes: Holes = { bodies: [], awaits: 0 }): string {
  if (!node) return '';
  const value = constantOf(node);
  if (value !== undefined) return JSON.stringify(value);
  const each = (nodes: readonly (Node | null)[]): string => nodes.map((item) => print(item, holes)).join(',');
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'ThisExpression':
      return 'this';
    case 'RegExpLiteral':
      return `/${node.pattern}/${node.flags}`;
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const name = propertyName(node);
      return `${print(node.object, holes)}${name === null ? `[${print(node.property, holes)}]` : `.${name}`}`;
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      return `${print(node.callee, holes)}(${each(node.arguments)})`;
    case 'NewExpression':
      return `new ${print(node.callee, holes)}(${each(node.arguments)})`;
    case 'ArrayExpression':
      return `[${each(node.elements)}]`;
    case 'AwaitExpression':
      holes.awaits++;
      return print(node.argument, holes);
    case 'ExpressionStatement':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return print(node.expression, holes);
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return `(${print(node.left, holes)} ${node.operator} ${print(node.right, holes)})`;
    case 'UnaryExpression':
      return `${node.operator} ${print(node.argument, holes)}`;
    case 'ArrowFunctionExpression':
      if (node.body.type === 'BlockStatement') return `fn(${each(node.params)}){}${hole(node.body.body, holes)}`;
      return `fn(${each(node.params)}){}${hole([{ ...node.body, type: 'ExpressionStatement', expression: node.body }], holes)}`;
    case 'FunctionExpression':
      return `fn(${each(node.params)}){}${hole(node.body.body, holes)}`;
    case 'BlockStatement':
      return `{}${hole(node.body, holes)}`;
    case 'SwitchCase':
      return `case ${print(node.test, holes)}:{}${hole(node.consequent, holes)}`;
    case 'ObjectProperty':
      return `${print(node.key.type === 'Identifier' && !node.computed ? { ...node.key, type: 'StringLiteral', value: node.key.name } : node.key, holes)}:${print(node.value, holes)}`;
    case 'ReturnStatement':
      return `return ${print(node.argument, holes)}`;
    case 'IfStatement':
      return `if(${print(node.test, holes)})${inner(node.consequent, holes)}${node.alternate ? `else ${inner(node.alternate, holes)}` : ''}`;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement': {
      const { body, ...head } = node;
      return `${node.type}(${each(childNodes({ ...head, body: { type: 'EmptyStatement' } } as never))})${inner(body, holes)}`;
    }
    default: {
      const words = Object.entries(node).filter(
        ([key, item]) => !skipped.has(key) && ['string', 'boolean', 'number'].includes(typeof item),
      );
      return `${node.type}<${words.map(([, item]) => String(item)).join(' ')}>(${each(childNodes(node))})`;
    }
  }
}

/** A body without braces is as good as one with them. */
function inner(node: Statement, holes: Holes): string {
  return node.type === 'BlockStatement' ? print(node, holes) : `{}${hole([node], holes)}`;
}

function hole(body: readonly Statement[], holes: Holes): '' {
  holes.bodies.push([...body]);
  return '';
}
