// What the templates of elements have in common.
import type { Scene } from '../../scene.ts';
import { child, childList, type Site, walk } from '../../tree.ts';

/** The name of a JSX attribute and the expression it is given, where it is given one. */
export function attributeOf(site: Site): { readonly name: string; readonly value: Site } | null {
  if (site.node.type !== 'JSXAttribute' || site.node.name.type !== 'JSXIdentifier') return null;
  const container = child(site, 'value');
  const value = container?.node.type === 'JSXExpressionContainer' ? child(container, 'expression') : null;
  return value === null ? null : { name: site.node.name.name, value };
}

export const HANDLER = /^on[A-Z]/;

export function attributesOf(element: Site, scene: Scene): ReadonlyMap<string, Site> {
  return new Map(
    childList(element, 'attributes').flatMap((each) => {
      const name = child(each, 'name');
      return name === null ? [] : [[scene.text(name), each] as const];
    }),
  );
}

/** The other elements of one name in the file. */
export function likeElements(element: Site, scene: Scene): readonly Site[] {
  const name = child(element, 'name');
  if (name === null) return [];
  const text = scene.text(name);
  return [...walk(scene.program)].filter((each) => {
    if (each.node.type !== 'JSXOpeningElement' || each === element) return false;
    const other = child(each, 'name');
    return other !== null && scene.text(other) === text;
  });
}

export const IDENTIFIES = /^_?(?:id|key|uuid|slug|sku|code|name|email)$|Id$/i;
/** What items are told apart by where the file does not say it. */
const _COMMON_IDS = ['id', 'key', 'name'];
