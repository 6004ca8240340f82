// A part of a condition that asks a text for one piece, and might ask it for another.
import { askedAgain } from '../beside.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import type { Site } from '../tree.ts';

/** `!s.startsWith('www.') && ...` -> `!s.startsWith('www.') && !s.startsWith('@') && ...`, and the same of `||`. */
function* again(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (parent?.node.type !== 'LogicalExpression' || !/^(?:Call|Unary)Expression$/.test(site.node.type)) return;
  const { operator } = parent.node;
  for (const [rank, question] of askedAgain(scene.text(site), scene.text(parent), scene.clues).entries())
    yield insert(site.end, ` ${operator} ${question}`, `and asked: ${brief(question)}`, 1 / (1 + rank / 2));
}

export const askedAgainFamilies: readonly Family[] = [{ name: 'asked for another piece', share: 0.03, propose: again }];
