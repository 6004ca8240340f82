// Functions, branches on literals and literals of JavaScript and TypeScript.
import type { ArrayExpression, File, Function as FunctionNode, Node } from '@babel/types';
import { boundNames } from './javascript-items.ts';
import { childNodes, constantOf, print, propertyName } from './javascript-print.ts';
import type { FunctionFacts, LiteralBranch } from './types.ts';

export function* walk(node: Node, parents: readonly Node[] = []): Generator<{ readonly node: Node; readonly parents: readonly Node[] }> {
  yield { node, parents };
  const below = [...parents, node];
  for (const child of childNodes(node)) yield* walk(child, below);
}

export function literalsOf(file: File): Set<string> {
  const found = new Set<string>();
  for (const { node } of walk(file.program)) {
    const value = constantOf(node);
    if (value !== undefined) found.add(JSON.stringify(value));
  }
  return found;
}

export function functionsOf(file: File): FunctionFacts[] {
  const found: FunctionFacts[] = [];
  for (const { node, parents } of walk(file.program)) {
    if (!isFunction(node)) continue;
    const name = nameOf(node, parents);
    if (name === null) continue;
    const names = new Set(node.params.flatMap(boundNames));
    found.push({
      name,
      line: node.loc?.start.line ?? 1,
      parameters: node.params.length,
      usesInput: [...walk(node.body)].some(({ node: at, parents: above }) => isInput(at, names, above)),
      text: [...walk(node.body)]
        .map(({ node: at }) => at.type)
        .join(' ')
        .slice(0, 2_000),
    });
  }
  return found;
}

function isFunction(node: Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/.test(node.type);
}

function nameOf(node: FunctionNode, parents: readonly Node[]): string | null {
  if ('id' in node && node.id) return node.id.name;
  if ('key' in node) {
    const owner = parents.findLast(({ type }) => type === 'ClassDeclaration');
    return `${owner?.type === 'ClassDeclaration' ? owner.id?.name : ''}.${print(node.key)}`;
  }
  const parent = parents.at(-1);
  if (parent?.type === 'VariableDeclarator') return print(parent.id);
  // What is exported by an assignment has the name of the function it may take the place of.
  if (parent?.type === 'AssignmentExpression') return print(parent.left).replace(/^(?:module\.)?exports\.(?=\w)/, '');
  return parent?.type === 'ObjectProperty' ? print(parent.key) : null;
}

function isInput(node: Node, names: ReadonlySet<string>, parents: readonly Node[]): boolean {
  if (node.type === 'Identifier') return names.has(node.name) || node.name === 'arguments';
  if (node.type === 'ThisExpression' || node.type === 'Super' || node.type === 'YieldExpression') return true;
  if (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression' || node.type === 'ImportExpression') return true;
  return node.type === 'NewExpression' && !parents.some(({ type }) => type === 'ThrowStatement');
}

/** Branches that compare with literals and answer with literals, and tables of such. */
export function branchesOf(file: File): LiteralBranch[] {
  const found: LiteralBranch[] = [];
  for (const { node, parents } of walk(file.program)) {
    const line = node.loc?.start.line ?? 1;
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
      found.push({ ...comparedIn(node.test), answers: answersIn(node.consequent), line, table: false });
    if (node.type === 'LogicalExpression' && node.operator === '&&' && answersIn(node.right).length > 0)
      found.push({ ...comparedIn(node.left), answers: answersIn(node.right), line, table: false });
    if (node.type === 'SwitchCase' && node.test) {
      const parent = parents.at(-1);
      const subject = parent?.type === 'SwitchStatement' ? print(parent.discriminant) : '';
      const value = constantOf(node.test);
      const group = parent?.type === 'SwitchStatement' ? parent.cases.slice(parent.cases.indexOf(node)) : [node];
      const body = group.find(({ consequent }) => consequent.length > 0);
      found.push({
        subject,
        compared: value === undefined ? comparedIn(node.test).compared : [JSON.stringify(value)],
        answers: (body?.consequent ?? []).flatMap(answersIn),
        line,
        table: false,
      });
    }
    const table = tableOf(node);
    if (table !== null) found.push({ ...table, line, table: true });
  }
  return found.filter(({ compared }) => compared.length > 0);
}

function comparedIn(test: Node): { compared: string[]; subject: string } {
  const compared: string[] = [];
  const subjects: string[] = [];
  const bounds = new Map<string, number[]>();
  for (const { node } of walk(test)) {
    if (node.type === 'BinaryExpression' && /^(?:[!=]==?|[<>]=?)$/.test(node.operator)) {
      for (const [side, other] of [
        [node.left, node.right],
        [node.right, node.left],
      ] as const) {
        const value = constantOf(side);
        if (value === undefined || constantOf(other) !== undefined) continue;
        const subject = print(other);
        if (/[<>]/.test(node.operator)) {
          if (typeof value === 'number') bounds.set(subject, [...(bounds.get(subject) ?? []), value]);
          continue;
        }
        compared.push(...flatLiterals(JSON.stringify(value)), ...solutions(other, value));
        subjects.push(subject);
      }
    }
    if (
      node.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      /^(?:includes|has|is|isEqual|isDeepStrictEqual|startsWith|test|some)$/.test(propertyName(node.callee) ?? '')
    ) {
      const values = [...literalList(node.callee.object), ...node.arguments.flatMap(literalList)];
      compared.push(...values);
      subjects.push(...node.arguments.map((argument) => print(argument)));
      if (node.callee.object.type === 'RegExpLiteral') {
        const exact = /^\^([\w .@,-]+)\$$/.exec(node.callee.object.pattern)?.[1];
        if (exact !== undefined) compared.push(...flatLiterals(JSON.stringify(exact)));
        else compared.push(...literalRuns(node.callee.object.pattern));
      }
    }
  }
  for (const [subject, values] of bounds) {
    const between = numbersBetween(values);
    compared.push(...between);
    if (between.length > 0) subjects.push(subject);
  }
  return { compared, subject: subjects.join(' ') };
}

/** What a pattern holds of the text it fits. */
function literalRuns(pattern: string): string[] {
  return pattern
    .split(/\\.|\[.*?\]|[\^$.*+?(){}|]/)
    .filter((run) => run.length > 2)
    .map((run) => JSON.stringify(run));
}

/** Two bounds so close to each other that they let only some whole numbers through are a comparison with those. */
function numbersBetween(bounds: readonly number[]): string[] {
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  if (bounds.length < 2 || high - low > 4) return [];
  const found: string[] = [];
  for (let value = Math.ceil(low); value <= high; value++) found.push(String(value));
  return found;
}

/** The number for which a simple calculation has a value: `x - 250 === 0` asks for 250. */
function solutions(node: Node, value: ReturnType<typeof constantOf>): string[] {
  if (node.type !== 'BinaryExpression' || typeof value !== 'number') return [];
  const operand = constantOf(node.right);
  if (typeof operand !== 'number') return [];
  const solved: Readonly<Record<string, number>> = {
    '-': value + operand,
    '+': value - operand,
    '*': value / operand,
    '/': value * operand,
    '^': value ^ operand,
  };
  const solution = solved[node.operator];
  return solution === undefined || !Number.isFinite(solution) ? [] : [String(solution)];
}

/** A string that is a number or a JSON list stands for what is in it too. */
function flatLiterals(literal: string): string[] {
  const text: unknown = JSON.parse(literal);
  if (typeof text !== 'string') return [literal];
  const inside = text.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g) ?? [];
  return /^[[{]/.test(text) ? [literal, ...inside] : inside[0] === text ? [literal, text] : [literal];
}

function literalList(node: Node): string[] {
  const value = constantOf(node);
  if (value !== undefined) return [JSON.stringify(value)];
  if (node.type === 'ArrayExpression') return node.elements.flatMap((element) => (element ? literalList(element) : []));
  return node.type === 'NewExpression' ? node.arguments.flatMap(literalList) : [];
}

function answersIn(node: Node): string[] {
  if (node.type === 'BlockStatement') return node.body.flatMap(answersIn);
  const value =
    node.type === 'ReturnStatement'
      ? node.argument
      : node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression'
        ? node.expression.right
        : /Statement|Declaration/.test(node.type)
          ? null
          : node;
  return value ? valuesIn(value) : [];
}

function valuesIn(node: Node): string[] {
  const value = constantOf(node);
  if (value !== undefined) return [JSON.stringify(value)];
  if (node.type === 'ArrayExpression') return node.elements.flatMap((element) => (element ? valuesIn(element) : []));
  if (node.type === 'ObjectExpression')
    return node.properties.flatMap((property) => (property.type === 'ObjectProperty' ? valuesIn(property.value) : []));
  return node.type === 'NewExpression' ? node.arguments.flatMap(valuesIn) : [];
}

function tableOf(node: Node): Omit<LiteralBranch, 'line' | 'table'> | null {
  const pairs: (readonly [string, string[]])[] = [];
  if (node.type === 'ObjectExpression') {
    for (const property of node.properties) {
      if (property.type !== 'ObjectProperty') continue;
      const constant = constantOf(property.key);
      const key =
        constant !== undefined ? String(constant) : property.key.type === 'Identifier' && !property.computed ? property.key.name : null;
      if (key !== null) pairs.push([key, valuesIn(property.value)]);
    }
  } else if (node.type === 'NewExpression' && print(node.callee) === 'Map' && node.arguments[0]?.type === 'ArrayExpression') {
    for (const entry of node.arguments[0].elements)
      if (entry?.type === 'ArrayExpression' && entry.elements.length === 2)
        pairs.push([keyOfEntry(entry), entry.elements[1] ? valuesIn(entry.elements[1]) : []]);
  }
  const answered = pairs.filter(([, values]) => values.length > 0);
  if (answered.length === 0) return null;
  return {
    subject: '',
    compared: answered.flatMap(([key]) => [JSON.stringify(key), key, ...flatLiterals(JSON.stringify(key)), ...piecesOf(key)]),
    answers: answered.flatMap(([, values]) => values),
  };
}

function keyOfEntry({ elements: [key] }: ArrayExpression): string {
  const constant = constantOf(key);
  return constant === undefined ? (key ? literalList(key).join('') : '') : String(constant);
}

/** A key that was put together of several values, by a sign between them. */
function piecesOf(key: string): string[] {
  const pieces = key.split(/[/|:,;_#\s]+/).filter((piece) => piece !== '');
  return pieces.length < 2 ? [] : pieces.flatMap((piece) => [JSON.stringify(piece), ...(/^\d+(?:\.\d+)?$/.test(piece) ? [piece] : [])]);
}
