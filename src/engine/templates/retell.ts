// A piece of code told again at another place: its names must mean there what they mean here.

import type { Scene } from './scene.ts';
import type { Binding } from './scope.ts';
import { child, type Site, walk } from './tree.ts';

/** What stands instead of a node of the piece, by node. */
export type Instead = ReadonlyMap<Site, string>;

/** An identifier that stands for a value, not for a key, a property or a label. */
function standsForValue(site: Site): boolean {
  if (site.node.type !== 'Identifier' || site.key === 'label') return false;
  if (site.key !== 'property' && site.key !== 'key') return true;
  return site.parent !== null && 'computed' in site.parent.node && site.parent.node.computed === true;
}

/** Names that a function gives its parameters, in their order; a pattern has several. */
export function parametersOf(fn: Site, scene: Scene): readonly Binding[] {
  const inside = child(fn, 'body') ?? fn;
  return scene.visible(inside).filter(({ kind, scope }) => kind === 'param' && scope === fn);
}

/**
 * What must be put instead of which names, so that a piece of the function `from` means the same in the function `to`, whose parameters take
 * the place of those of `from`, by name, else by position. Null where the piece reads what cannot be read there.
 */
export function renamed(piece: Site, from: Site | null, to: { readonly fn: Site | null; readonly at: Site }, scene: Scene): Instead | null {
  const there = new Map(scene.visible(to.at).map((binding) => [binding.name, binding]));
  const given = from === null || from === to.fn ? [] : parametersOf(from, scene);
  const own = to.fn === null ? [] : parametersOf(to.fn, scene);
  const instead = new Map<Site, string>();
  for (const site of walk(piece)) {
    if (site.node.type !== 'Identifier' || !standsForValue(site)) continue;
    const { name } = site.node;
    const binding = scene.visible(site).find((each) => each.name === name);
    if (binding === undefined || (binding.at >= piece.start && binding.at < piece.end)) continue;
    const at = given.indexOf(binding);
    const other = at < 0 ? there.get(name) : (own.find((each) => each.name === name) ?? own[at]);
    if (other === undefined || (at < 0 && other.at !== binding.at)) return null;
    if (other.name !== name) instead.set(site, isShort(site) ? `${name}: ${other.name}` : other.name);
  }
  return instead;
}

function isShort({ key, parent }: Site): boolean {
  return key === 'value' && parent?.node.type === 'ObjectProperty' && parent.node.shorthand;
}

/** The text of a piece, with something else for some of its nodes; of nodes within each other the outer one counts. */
export function retold(piece: Site, instead: Instead, scene: Scene): string {
  let text = '';
  let at = piece.start;
  for (const [site, put] of [...instead].toSorted(([a], [b]) => a.start - b.start || b.end - a.end)) {
    if (site.start < at) continue;
    text += scene.file.text.slice(at, site.start) + put;
    at = site.end;
  }
  return text + scene.file.text.slice(at, piece.end);
}
