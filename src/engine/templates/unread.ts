import type { Scene } from './scene.ts';
import { isRead } from './shape.ts';
import { type Site, walk } from './tree.ts';

const readIn = new WeakMap<Site, ReadonlySet<string>>();

/** Names that can be read at a site and that nothing reads where they are declared, without what the file exports: they have lost a reader. */
export function unreadAt(site: Site, scene: Scene): ReadonlySet<string> {
  const exported = (at: number): boolean =>
    /\bexport\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+$/.test(scene.file.text.slice(Math.max(0, at - 50), at));
  return new Set(scene.visible(site).flatMap(({ name, at, scope }) => (namesRead(scope).has(name) || exported(at) ? [] : [name])));
}

/** The same, of the functions and blocks around the site alone, in the order of their declaration. */
export function unreadHere(site: Site, scene: Scene): readonly string[] {
  return scene
    .visible(site)
    .filter(({ name, kind, scope }) => scope.node.type !== 'Program' && kind !== 'function' && !namesRead(scope).has(name))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

function namesRead(scope: Site): ReadonlySet<string> {
  const known = readIn.get(scope);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const each of walk(scope)) if (each.node.type === 'Identifier' && isRead(each)) found.add(each.node.name);
  readIn.set(scope, found);
  return found;
}
