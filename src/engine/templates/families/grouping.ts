// Brackets of a chain of conditions: which tests belong together.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { child, type Site } from '../tree.ts';
import { operatorAt } from './operators.ts';

/** Operands of a chain of one operator, in their order. */
function operandsOf(site: Site): readonly Site[] {
  const { node } = site;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (node.type !== 'LogicalExpression' || left === null || right === null) return [site];
  const isChain = left.node.type === 'LogicalExpression' && left.node.operator === node.operator;
  return isChain ? [...operandsOf(left), right] : [left, right];
}

/** `a || b || c` -> `a && (b || c)`: one part of a chain has to hold beside the others. */
function* parted(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent } = site;
  if (node.type !== 'LogicalExpression' || node.operator === '??') return;
  if (parent?.node.type === 'LogicalExpression' && parent.node.operator === node.operator) return;
  const operands = operandsOf(site);
  if (operands.length < 3 || operands.length > 8) return;
  const other = node.operator === '||' ? '&&' : '||';
  const part = (list: readonly Site[]): string => {
    const text = list.map((each) => scene.operand(each)).join(` ${node.operator} `);
    return list.length > 1 ? `(${text})` : text;
  };
  const plain = (list: readonly Site[]): string => {
    const [first, last] = [list[0], list.at(-1)];
    const text = first === undefined || last === undefined ? '' : scene.file.text.slice(first.start, last.end);
    return list.length > 1 ? `(${text})` : text;
  };
  for (const at of operands.keys()) {
    if (at === 0) continue;
    const [head, tail] = [operands.slice(0, at), operands.slice(at)];
    const bare = operands.every((each) => each.node.type !== 'LogicalExpression');
    const made = bare ? `${plain(head)} ${other} ${plain(tail)}` : `${part(head)} ${other} ${part(tail)}`;
    yield replace(site, made, `parted: ${brief(made)}`, 1);
  }
}

/** `(a || b) && c` -> `a || b || c`: brackets go with the operator that needed them. */
function* joined(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (node.type !== 'LogicalExpression' || left === null || right === null) return;
  for (const side of [left, right]) {
    if (side.node.type !== 'LogicalExpression' || side.node.operator === node.operator || side.node.operator === '??') continue;
    const text = `${scene.text(left)} ${side.node.operator} ${scene.text(right)}`;
    yield replace(site, text, `one chain: ${brief(text)}`, 1);
  }
}

const ARITHMETIC = /^(?:[-+*/%]|\*\*)$/;

/** `total + 60 * part` -> `total * 60 + part`: the operators of two neighbours exchanged. */
function* exchanged(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (node.type !== 'BinaryExpression' || left === null || right === null || !ARITHMETIC.test(node.operator)) return;
  const outer = { at: operatorAt(scene.file.text, left.end, right.start, node.operator), text: node.operator };
  for (const side of [left, right]) {
    const [a, b] = [child(side, 'left'), child(side, 'right')];
    if (side.node.type !== 'BinaryExpression' || a === null || b === null || !ARITHMETIC.test(side.node.operator)) continue;
    const inner = { at: operatorAt(scene.file.text, a.end, b.start, side.node.operator), text: side.node.operator };
    if (inner.text === outer.text || inner.at < 0 || outer.at < 0) continue;
    const [first, second] = inner.at < outer.at ? [inner, outer] : [outer, inner];
    const between = scene.file.text.slice(first.at + first.text.length, second.at);
    const text = `${second.text}${between}${first.text}`;
    yield {
      start: first.at,
      end: second.at + second.text.length,
      text,
      label: `${first.text} and ${second.text} exchanged in ${brief(scene.text(site))}`,
      odds: 1,
    };
  }
}

export const groupingFamilies: readonly Family[] = [
  { name: 'parted chain', share: 0.04, propose: parted },
  { name: 'joined chain', share: 0.07, propose: joined },
  { name: 'operators exchanged', share: 0.01, propose: exchanged },
];
