// Where a block may have had one more statement, and what can be read there.
import { type Place, placesAround } from '../places.ts';
import type { Scene } from '../scene.ts';
import { functionOf, isListed } from '../shape.ts';
import { childList, type Site } from '../tree.ts';
import { indentOf } from './missing.ts';

const JUMP = /^(?:Return|Throw|Break|Continue)Statement$/;

/** Where the block that a statement begins or ends may have had one more, likeliest first. */
export function placesAt(site: Site, scene: Scene): readonly Place[] {
  if (!isListed(site) || site.parent === null) return [];
  const list = childList(site.parent, site.key);
  const { start, end } = site;
  const [isFirst, isLast, isJump] = [list[0] === site, list.at(-1) === site, JUMP.test(site.node.type)];
  return placesAround({ start, end, isFirst, isLast, isJump, indent: indentOf(site, scene) });
}

/** Whether a name that a function declares has its value at a place; what comes from around the function has it. */
export function isGivenAt(name: string, at: number, site: Site, scene: Scene): boolean {
  const binding = scene.visible(site).find((each) => each.name === name);
  if (binding === undefined) return false;
  return binding.kind === 'param' || binding.until <= at || functionOf(binding.id) !== functionOf(site);
}
