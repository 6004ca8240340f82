// A part of a condition that asks a text for one piece, and might ask it for another.
import { askedAgain } from '../beside.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { isMember } from '../shape.ts';
import { child, type Site } from '../tree.ts';

/** `!s.startsWith('www.') && ...` -> `!s.startsWith('www.') && !s.startsWith('@') && ...`, and the same of `||`. */
function* again(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (parent?.node.type !== 'LogicalExpression' || !/^(?:Call|Unary)Expression$/.test(site.node.type)) return;
  const { operator } = parent.node;
  for (const [rank, question] of askedAgain(scene.text(site), scene.text(parent), scene.clues).entries())
    yield insert(site.end, ` ${operator} ${question}`, `and asked: ${brief(question)}`, 1 / (1 + rank / 2));
}

/** `s === '**'` -> `s.startsWith('**')`: what a text is may be no more than what it begins with. */
function* partOnly(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || !/^[=!]==?$/.test(site.node.operator)) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right?.node.type !== 'StringLiteral' || right.node.value === '') return;
  if (left.node.type !== 'Identifier' && !isMember(left)) return;
  const not = site.node.operator.startsWith('!') ? '!' : '';
  for (const [rank, method] of ['startsWith', 'endsWith', 'includes'].entries()) {
    const text = `${not}${scene.text(left)}.${method}(${scene.text(right)})`;
    // A word is a name for a kind; signs stand within a text.
    yield replace(site, text, `${brief(scene.text(site))} -> ${brief(text)}`, (/^\w+$/.test(right.node.value) ? 0.3 : 1) / (1 + rank / 2));
  }
}

export const askedAgainFamilies: readonly Family[] = [
  { name: 'part of a text', share: 0.04, propose: partOnly },
  { name: 'asked for another piece', share: 0.03, propose: again },
];
