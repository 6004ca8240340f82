// Brackets of a chain of conditions: which tests belong together.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { child, type Site } from '../tree.ts';

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

export const groupingFamilies: readonly Family[] = [
  { name: 'parted chain', share: 0.04, propose: parted },
  { name: 'joined chain', share: 0.07, propose: joined },
];
