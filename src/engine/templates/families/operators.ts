import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { isCondition } from '../shape.ts';
import { child, type Site } from '../tree.ts';
import { ARITHMETIC, ASSIGNMENTS, BITWISE, COMPARISONS, LOGICAL, type Odds } from './operator-odds.ts';

const NEGATED: Readonly<Record<string, string>> = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' };
/** How much likelier a comparison is to be the wrong way round where what follows uses the value as what it then is not. */
const OF_CONTRADICTED = 4;

/** Where an operator stands between two operands; comments between them are stepped over. */
export function operatorAt(text: string, from: number, to: number, operator: string): number {
  const gap = text.slice(from, to).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const at = gap.indexOf(operator);
  return at < 0 ? -1 : from + at;
}

function* swap(site: Site, scene: Scene, table: Readonly<Record<string, Odds>>): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression' && node.type !== 'AssignmentExpression') return;
  const left = child(site, 'left');
  const right = child(site, 'right');
  const others = Object.hasOwn(table, node.operator) ? table[node.operator] : undefined;
  if (left === null || right === null || others === undefined) return;
  const start = operatorAt(scene.file.text, left.end, right.start, node.operator);
  if (start < 0) return;
  const turned = scene.contradicted().has(site) ? NEGATED[node.operator] : undefined;
  for (const [text, usual] of others) {
    // What is true or false is something: another value never takes its place.
    if (text === '??' && isTruth(left)) continue;
    const isMeant = text === turned || (text === '<=' && isSearch(site, scene));
    const odds = isMeant ? usual * OF_CONTRADICTED : usual;
    const label = `${node.operator} -> ${text} in ${brief(scene.text(site))}`;
    const bare = node.type === 'LogicalExpression' ? withoutBrackets([left, right], text, scene) : null;
    if (bare !== null) yield { start: left.start - 1, end: right.end, text: bare, label, odds };
    else yield { start, end: start + node.operator.length, text, label, odds };
  }
}

/**
 * `while (low < high)` of a search that halves what is between two places, both of which it looks at: where either moves past the middle, the last
 * place is left out (Bentley, Programming Pearls, column 4).
 */
function isSearch(test: Site, scene: Scene): boolean {
  if (test.key !== 'test' || test.parent?.node.type !== 'WhileStatement') return false;
  const [low, high] = [child(test, 'left'), child(test, 'right')].map((side) => (side === null ? '' : escapeRegex(scene.text(side))));
  const loop = scene.text(test.parent);
  return new RegExp(`\\b${low} = \\w+ \\+ 1\\b`).test(loop) && new RegExp(`\\b${high} = \\w+ - 1\\b`).test(loop);
}

/** A comparison, or a negation. */
function isTruth({ node }: Site): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '!' || node.operator === 'delete';
  return node.type === 'BinaryExpression' && /^(?:[<>]=?|[!=]==?|in|instanceof)$/.test(node.operator);
}

/** `(a || b) && c` -> `a || b || c`: brackets around the same operator say nothing any more; null where none are. */
function withoutBrackets([left, right]: readonly [Site, Site], operator: string, { file, text }: Scene): string | null {
  const isSame = left.node.type === 'LogicalExpression' && left.node.operator === operator;
  const between = file.text.slice(left.end, right.start);
  if (!isSame || file.text[left.start - 1] !== '(' || !/^\)\s*\S+\s*$/.test(between)) return null;
  return `${text(left)}${between.slice(1).replace(/\S+/, operator)}${text(right)}`;
}

function* updates(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'UpdateExpression') return;
  const argument = child(site, 'argument');
  if (argument === null) return;
  const name = scene.text(argument);
  const { operator, prefix } = site.node;
  const other = operator === '++' ? '--' : '++';
  const say = `in ${brief(scene.text(site))}`;
  yield replace(site, prefix ? `${other}${name}` : `${name}${other}`, `${operator} -> ${other} ${say}`);
  if (site.parent?.node.type === 'ExpressionStatement' || site.key === 'update') {
    yield replace(site, `${name} ${operator[0]}= 2`, `step of two ${say}`, 0.2);
    return;
  }
  yield replace(site, prefix ? `${name}${operator}` : `${operator}${name}`, `prefix <-> postfix ${say}`, 0.7);
  yield replace(site, `${name} ${operator[0]} 1`, `no update ${say}`, 0.2);
  yield replace(site, name, `no update ${say}`, 0.3);
}

function* unary(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type !== 'UnaryExpression') return;
  const argument = child(site, 'argument');
  if (argument === null) return;
  const inner = scene.text(argument);
  if (node.operator === '-' || node.operator === '+' || node.operator === '~') {
    yield replace(site, inner, `without ${node.operator}: ${brief(inner)}`);
    if (argument.node.type === 'NumericLiteral')
      for (const text of ['0', '1']) if (text !== inner) yield replace(site, text, `-${inner} -> ${text}`, 0.6);
    if (node.operator !== '~') yield replace(site, `${node.operator === '-' ? '+' : '-'}${inner}`, `sign of ${brief(inner)}`, 0.7);
    else yield replace(site, `!${inner}`, `~ -> ! in ${brief(inner)}`, 0.4);
  }
  if (node.operator === '!' && !isCondition(site)) yield replace(site, inner, `without !: ${brief(inner)}`);
}

/** `a - b` -> `b - a`, and so on for operators that do not commute. */
function* operands(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression') return;
  const left = child(site, 'left');
  const right = child(site, 'right');
  const { operator } = site.node;
  if (left === null || right === null || /^(===?|!==?|\*|&|\||\^|in|instanceof)$/.test(operator)) return;
  if (/[<>]/.test(operator)) return;
  const text = `${scene.operand(right)} ${operator} ${scene.operand(left)}`;
  yield replace(site, text, `operands swapped: ${brief(text)}`, operator === '+' ? 0.5 : 1);
}

/** `in` <-> own property, negated `instanceof`. */
function* membership(site: Site, scene: Scene): Generator<Proposal> {
  const node = site.node;
  if (node.type === 'BinaryExpression' && (node.operator === 'in' || node.operator === 'instanceof')) {
    const left = child(site, 'left');
    const right = child(site, 'right');
    if (left === null || right === null) return;
    const own = `Object.prototype.hasOwnProperty.call(${scene.text(right)}, ${scene.text(left)})`;
    if (node.operator === 'in') yield replace(site, own, `in -> own property of ${brief(scene.text(right))}`);
    else yield replace(site, `typeof ${scene.operand(left)} === 'object'`, `instanceof -> typeof ${brief(scene.text(left))}`, 0.3);
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
  const { property } = node.callee;
  const callee = child(site, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  const key = child(site, 'arguments');
  if (object === null || key === null || property.type !== 'Identifier' || property.name !== 'hasOwnProperty') return;
  yield replace(site, `${scene.operand(key)} in ${scene.operand(object)}`, 'own property -> in', 0.7);
  const safe = `Object.prototype.hasOwnProperty.call(${scene.text(object)}, ${scene.text(key)})`;
  yield replace(site, safe, 'hasOwnProperty of Object.prototype');
}

function* negativeNumbers(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'NumericLiteral' && site.node.type !== 'Identifier') return;
  const key = site.key;
  if (key !== 'argument' && key !== 'init' && key !== 'right' && key !== 'arguments') return;
  if (site.parent?.node.type === 'UnaryExpression' || scene.text(site) === '0' || site.parent?.node.type === 'SpreadElement') return;
  if (site.node.type === 'Identifier' && !scene.words.uses.get(site.node.name)?.has('number')) return;
  yield insert(site.start, '-', `negative ${brief(scene.text(site))}`, site.node.type === 'NumericLiteral' ? 0.6 : 0.3);
}

export const operatorFamilies: readonly Family[] = [
  { name: 'comparison operator', share: 0.07, propose: (site, scene) => swap(site, scene, COMPARISONS) },
  { name: 'logical operator', share: 0.06, propose: (site, scene) => swap(site, scene, LOGICAL) },
  { name: 'arithmetic operator', share: 0.06, propose: (site, scene) => swap(site, scene, ARITHMETIC) },
  { name: 'bitwise operator', share: 0.03, propose: (site, scene) => swap(site, scene, BITWISE) },
  { name: 'assignment operator', share: 0.03, propose: (site, scene) => swap(site, scene, ASSIGNMENTS) },
  { name: 'update operator', share: 0.03, propose: updates },
  { name: 'unary operator', share: 0.03, propose: unary },
  { name: 'sign', share: 0.008, propose: negativeNumbers },
  { name: 'operands swapped', share: 0.012, propose: operands },
  { name: 'membership test', share: 0.01, propose: membership },
];
