// Tests in a chain of "and" or "or" that another one of the chain leaves nothing to decide.
import { languageOf } from './grammar/languages.ts';
import { readTree } from './grammar/loader.ts';
import { type Branch, below, namedChildren } from './grammar/tree.ts';
import { child, parseFile, type Site, walk } from './tree.ts';
import type { SourceFile } from './types.ts';

/** Offsets of a part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

type Join = 'and' | 'or';

/** A value compared with a constant. */
interface Comparison {
  /** The text of the value. */
  readonly subject: string;
  readonly operator: string;
  readonly constant: string;
}

/** Two values asked for being the same, or not. */
interface Pair {
  readonly operator: string;
  readonly sides: readonly [string, string];
}

/**
 * Comparisons of one value with constants that say nothing beside each other, told by the whole condition that each of them stands in: with
 * `a === 1` beside it `a !== 2` always holds in a chain of `&&`, `a === 2` never does, and in a chain of `||` it is the other way round;
 * beside `a > 8`, `a >= 8` says nothing. Nobody writes what decides nothing: one of the two is wrong, or what joins them (Engler et al., "Bugs
 * as deviant behavior", SOSP 2001: redundant checks). Likewise `a === c` beside `a === b && b === c`, which follows from them. For JavaScript, TypeScript and Python; none where a file cannot be read.
 */
export function idleTests(file: SourceFile): readonly Span[] {
  if (languageOf(file.path) !== null) return idleInPython(file);
  const program = parseFile(file);
  return program === null ? [] : idleInJavaScript(program, file.text);
}

function idleInJavaScript(program: Site, text: string): readonly Span[] {
  const found: Span[] = [];
  for (const site of walk(program)) {
    const { node, parent } = site;
    if (node.type !== 'LogicalExpression' || node.operator === '??') continue;
    if (parent?.node.type === 'LogicalExpression' && parent.node.operator === node.operator) continue;
    const operands = operandsOf(site, node.operator);
    const sides = operands.flatMap((operand) => {
      const own = sidesOf(operand, text);
      return own === null ? [] : [own];
    });
    const whole = conditionOf(site);
    for (let left = idleInChain(sides, node.operator === '&&' ? 'and' : 'or'); left > 0; left -= 1) found.push(whole);
  }
  return found;
}

/** How many tests of a chain decide nothing. */
function idleInChain(sides: readonly Sides[], join: Join): number {
  const tests = sides.flatMap((each) => comparisonWith(...each) ?? []);
  const pairs = sides.flatMap((each) => pairOf(each) ?? []);
  return idleAmong(tests, join) + followingAmong(pairs, join) + idleMultiples(sides, join);
}

/** How many of the comparisons of a chain another one leaves nothing to decide. */
function idleAmong(tests: readonly Comparison[], join: Join): number {
  const idle = new Set<Comparison>();
  for (const [at, one] of tests.entries())
    for (const other of tests.slice(at + 1)) if (decidesNothing(one, other, join)) idle.add(one).add(other);
  return idle.size;
}

/** The whole condition that a site is an operand of. */
export function conditionOf(site: Site): Site {
  const { parent } = site;
  return parent !== null && /^(?:Logical|Unary)Expression$/.test(parent.node.type) ? conditionOf(parent) : site;
}

function operandsOf(site: Site, operator: string): readonly Site[] {
  const operands: Site[] = [];
  const open = [site];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const sides = at.node.type === 'LogicalExpression' && at.node.operator === operator ? [child(at, 'left'), child(at, 'right')] : null;
    if (sides === null) operands.push(at);
    else open.push(...sides.toReversed().filter((side) => side !== null));
  }
  return operands;
}

type Sides = readonly [left: string, operator: string, right: string];

/** What holds where a comparison does not. */
const NEGATED: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '===': '!==', '!==': '===' };
/** Of what is no number, neither holds: that is what the negation is written for in JavaScript. */
const NEGATED_IN_PYTHON: Readonly<Record<string, string>> = { ...NEGATED, '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function negated(sides: Sides | null, by: Readonly<Record<string, string>>): Sides | null {
  const operator = sides === null ? undefined : by[sides[1]];
  return sides === null || operator === undefined ? null : [sides[0], operator, sides[2]];
}

function sidesOf(site: Site, text: string): Sides | null {
  const inner = site.node.type === 'UnaryExpression' && site.node.operator === '!' ? child(site, 'argument') : null;
  if (inner !== null) return negated(sidesOf(inner, text), NEGATED);
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (site.node.type !== 'BinaryExpression' || left === null || right === null) return null;
  return [text.slice(left.start, left.end), site.node.operator, text.slice(right.start, right.end)];
}

/** Null for what is no comparison of two values that stay the same while they are compared. */
function pairOf([left, operator, right]: Sides): Pair | null {
  if (!/^[=!]==?$/.test(operator) || /[(]|\+\+|--/.test(left + right)) return null;
  const plain = (side: string): string => side.replace(/\s+/g, '');
  return { operator, sides: [plain(left), plain(right)] };
}

/** A value that is asked for being a multiple of a number, or for not being one. */
interface Multiple {
  readonly value: string;
  readonly of: number;
  readonly isOne: boolean;
}

const REMAINDER = /^([\w$.]+)\s*%\s*(\d+)$/;

function multipleOf([left, operator, right]: Sides): Multiple | null {
  const [, value = '', of = ''] = REMAINDER.exec(left) ?? [];
  if (value === '' || right !== '0' || !/^[=!]==?$/.test(operator)) return null;
  return { value, of: Number(of), isOne: operator.startsWith('=') };
}

/**
 * How many tests decide nothing beside a test for a multiple: what is no multiple of 100 is none of 400. Only "a multiple of 4 and none of 100" says
 * more than one of its tests, and its contrary.
 */
function idleMultiples(sides: readonly Sides[], join: Join): number {
  const tests = sides.flatMap((each) => multipleOf(each) ?? []);
  const isIdle = (few: Multiple, many: Multiple): boolean => {
    if (few.value !== many.value || few.of === 0 || few.of >= many.of || many.of % few.of !== 0) return false;
    return few.isOne === many.isOne || few.isOne !== (join === 'and');
  };
  return tests.filter((one) => tests.some((other) => isIdle(one, other) || isIdle(other, one))).length;
}

/** How many of the pairs that a chain asks for follow from those before them: being the same in a chain of "and", differing in one of "or". */
function followingAmong(pairs: readonly Pair[], join: Join): number {
  const groups: Set<string>[] = [];
  let following = 0;
  for (const { operator, sides } of pairs) {
    // Loosely the same and strictly the same do not follow from each other.
    if (operator !== pairs[0]?.operator || operator.startsWith('=') !== (join === 'and')) continue;
    const [one, other] = sides.map((side) => groups.find((group) => group.has(side)) ?? new Set([side]));
    if (one === undefined || other === undefined) continue;
    if (one === other) following += 1;
    for (const side of other) one.add(side);
    if (!groups.includes(one)) groups.push(one);
    if (one !== other && groups.includes(other)) groups.splice(groups.indexOf(other), 1);
  }
  return following;
}

/** Null is no constant here: with `==` it is the same as what is undefined. */
const CONSTANT = /^(?:-?\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"|true|false|True|False)$/;
/** What stays the same while it is compared: a name, its type, and what is reckoned from a name alone. */
const SUBJECT = /^(?:typeof\s+)?[\w$.]+$|^(?:Number|parseInt|parseFloat|Math\.\w+|int|float|len|abs|ord)\([\w$.]+(?:, \d+)?\)$/;
const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };

function comparisonWith(left: string, written: string, right: string): Comparison | null {
  const operator = /^[=!]==$/.test(written) ? written.slice(0, 2) : written;
  const mirrored = MIRRORED[operator];
  if (mirrored === undefined) return null;
  const [subject, constant, way] = CONSTANT.test(left) ? [right, left, mirrored] : [left, right, operator];
  if (!CONSTANT.test(constant) || !SUBJECT.test(subject) || CONSTANT.test(subject)) return null;
  return { subject, operator: way, constant: constant.replaceAll("'", '"') };
}

function decidesNothing(one: Comparison, other: Comparison, join: Join): boolean {
  if (one.subject !== other.subject) return false;
  // `a >= 8 && a <= 8` is another way to write `a === 8`, which nobody takes.
  if (one.constant === other.constant) return true;
  const [a, b] = [Number(one.constant), Number(other.constant)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return decideNothing([one, a], [other, b], join);
  if (![one, other].every(({ operator }) => /^[=!]=$/.test(operator))) return false;
  const same = [one, other].map(({ operator }) => operator === '==');
  return join === 'and' ? same.includes(true) : same.includes(false);
}

/** On numbers, told by values around both constants: what the chain says is what one of them says, or the same for every value. */
function decideNothing([one, a]: readonly [Comparison, number], [other, b]: readonly [Comparison, number], join: Join): boolean {
  const values = [Math.min(a, b) - 1, a, (a + b) / 2, b, Math.max(a, b) + 1];
  const first = values.map((value) => holds(value, one.operator, a));
  const second = values.map((value) => holds(value, other.operator, b));
  const isAnd = join === 'and';
  const chain = first.map((answer, at) => (isAnd ? answer && second[at] === true : answer || second[at] === true));
  return [first, second, chain.map(() => !isAnd)].some((answers) => answers.every((answer, at) => answer === chain[at]));
}

function holds(value: number, operator: string, bound: number): boolean {
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '==':
      return value === bound;
    default:
      return value !== bound;
  }
}

function idleInPython(file: SourceFile): readonly Span[] {
  const language = languageOf(file.path);
  const tree = language?.name === 'python' ? readTree(language, file.text) : null;
  if (tree === null || tree.hasError) return [];
  const textOf = ({ start, end }: Branch): string => file.text.slice(start, end);
  const found: Span[] = [];
  for (const branch of below(tree.program)) {
    const join = joinOf(branch);
    if (join === null || (branch.parent !== null && joinOf(branch.parent) === join)) continue;
    const sides = pythonOperands(branch, join).flatMap((operand) => pythonSides(operand, join, textOf));
    for (let left = idleInChain(sides, join); left > 0; left -= 1) found.push(pythonCondition(branch));
  }
  return found;
}

/** What joins the operands of a branch; also `0 < x < 3` joins two by "and". */
function joinOf(branch: Branch): Join | null {
  if (branch.type === 'comparison_operator') return namedChildren(branch).length > 2 ? 'and' : null;
  if (branch.type !== 'boolean_operator') return null;
  return branch.children.some(({ type }) => type === 'and') ? 'and' : 'or';
}

function pythonOperands(branch: Branch, join: Join): readonly Branch[] {
  if (branch.type !== 'boolean_operator' || joinOf(branch) !== join) return [branch];
  return namedChildren(branch).flatMap((operand) => pythonOperands(operand, join));
}

function pythonSides(branch: Branch, join: Join, textOf: (branch: Branch) => string): readonly Sides[] {
  const inner = /^(?:not_operator|parenthesized_expression)$/.test(branch.type) ? namedChildren(branch)[0] : undefined;
  if (inner !== undefined) {
    const sides = pythonSides(inner, join, textOf);
    if (branch.type === 'parenthesized_expression') return sides;
    // Of several comparisons joined, it is not known which one fails.
    const turned = negated(sides[0] ?? null, NEGATED_IN_PYTHON);
    return turned === null || sides.length > 1 ? [] : [turned];
  }
  const parts = branch.type === 'comparison_operator' && (join === 'and' || branch.children.length === 3) ? branch.children : [];
  const found: Sides[] = [];
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const [left, operator, right] = parts.slice(at - 1, at + 2);
    if (left !== undefined && operator !== undefined && right !== undefined) found.push([textOf(left), textOf(operator), textOf(right)]);
  }
  return found;
}

function pythonCondition(branch: Branch): Branch {
  const { parent } = branch;
  return parent !== null && /^(?:boolean_operator|not_operator|parenthesized_expression)$/.test(parent.type)
    ? pythonCondition(parent)
    : branch;
}
