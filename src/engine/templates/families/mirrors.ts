// A branch that lacks what the other one does the other way round.
import { brief, type Proposal } from '../family.ts';
import { lostMirrors } from '../mirrors.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { child, childList, type Site } from '../tree.ts';
import { indentOf } from './missing.ts';

/** The statements of the branch beside a block; null where it is no branch, or there is none. */
function besideOf(block: Site): readonly Site[] | null {
  const { parent } = block;
  if (block.node.type !== 'BlockStatement' || parent?.node.type !== 'IfStatement') return null;
  const outer = parent.key === 'alternate' ? parent.parent : null;
  const beside =
    block.key === 'alternate' ? child(parent, 'consequent') : (child(parent, 'alternate') ?? (outer && child(outer, 'consequent')));
  const other = beside?.node.type === 'IfStatement' ? child(beside, 'consequent') : beside;
  if (other === null || other === undefined) return null;
  return other.node.type === 'BlockStatement' ? childList(other, 'body') : [other];
}

function* mirrored(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  const isEmpty = site.node.type === 'BlockStatement' && site.children.length === 0;
  const block = isEmpty ? site : parent;
  const beside = block === null ? null : besideOf(block);
  if (block === null || beside === null) return;
  const own = childList(block, 'body');
  for (const { text, at } of lostMirrors(own.map(scene.text), beside.map(scene.text))) {
    const label = `as the branch beside: ${brief(text)}`;
    if (isEmpty) yield replace(site, `{ ${text} }`, label);
    else if (at === 0 && site === own[0]) yield insert(site.start, `${text}\n${indentOf(site, scene)}`, label);
    else if (at > 0 && site === own[at - 1]) yield insert(site.end, `\n${indentOf(site, scene)}${text}`, label);
  }
}

export const mirrorFamilies: readonly Family[] = [{ name: 'mirrored branch', share: 0.1, propose: mirrored }];
