// A function that asks for more than what stands here, and begins with just that: it was written to be asked instead.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { functionName, functionOf, isExpression, isFunction, isRead } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';

/** Longer functions do something of their own, and longer expressions are seldom said twice. */
const LONGEST_FUNCTION = 800;
const LONGEST = 80;
const SHORTEST = 5;

/** Stands for the one thing that a function is given. */
const GIVEN = '\uFDD0';

interface Helper {
  readonly name: string;
  /** The function within which it is known; null for the whole file. */
  readonly home: Site | null;
}

const parts = new WeakMap<Scene, ReadonlyMap<string, readonly Helper[]>>();

function isAsking({ node }: Site): boolean {
  return /^(?:Optional)?(?:Member|Call)Expression$|^(?:Binary|Logical|Unary)Expression$/.test(node.type);
}

function withGiven(text: string, name: string): string {
  return text.replace(new RegExp(`(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`, 'g'), GIVEN);
}

/** Functions of one parameter, by the expressions of their bodies that read it. */
function partsOf(scene: Scene): ReadonlyMap<string, readonly Helper[]> {
  const known = parts.get(scene);
  if (known !== undefined) return known;
  const found = new Map<string, Helper[]>();
  for (const fn of walk(scene.program)) {
    const name = isFunction(fn) && fn.end - fn.start < LONGEST_FUNCTION ? functionName(fn) : null;
    const [only, more] = name === null ? [] : childList(fn, 'params');
    const body = child(fn, 'body');
    if (name === null || only?.node.type !== 'Identifier' || more !== undefined || body === null) continue;
    if (/Method$|Property$/.test(`${fn.node.type} ${fn.parent?.node.type ?? ''}`)) continue;
    for (const site of walk(body)) {
      const text = isAsking(site) && site.end - site.start <= LONGEST ? withGiven(scene.text(site), scene.text(only)) : '';
      if (text.length < SHORTEST || !text.includes(GIVEN) || text.startsWith(name)) continue;
      const known = found.get(text) ?? [];
      if (!known.some((each) => each.name === name)) found.set(text, [...known, { name, home: functionOf(fn) }]);
    }
  }
  parts.set(scene, found);
  return found;
}

/** `isKnown(key)` for `table[key]`, where `isKnown` asks `table[key]` and more. */
function* asked(site: Site, scene: Scene): Generator<Proposal> {
  if (!isAsking(site) || !isExpression(site) || !isRead(site) || site.key === 'callee' || site.end - site.start > LONGEST) return;
  const functions = partsOf(scene);
  if (functions.size === 0) return;
  const own = scene.text(site);
  const names = new Set([...walk(site)].flatMap(({ node, key }) => (node.type === 'Identifier' && key !== 'property' ? [node.name] : [])));
  const around = [site, ...ancestors(site)].filter(isFunction);
  const within = new Set(around.flatMap((each) => functionName(each) ?? []));
  for (const name of [...names, ...computed(site, scene)])
    for (const { name: fn, home } of functions.get(withGiven(own, name)) ?? [])
      if (!within.has(fn) && (home === null || around.includes(home)))
        yield replace(site, `${fn}(${name})`, `${brief(own)} -> ${fn}(${name})`, 1);
}

/** Names within brackets: `key` of `table[key]`. */
function computed(site: Site, scene: Scene): readonly string[] {
  return [...walk(site)].flatMap((each) => {
    const isIndex = each.key === 'property' && each.parent !== null && 'computed' in each.parent.node && each.parent.node.computed === true;
    return isIndex && each.node.type === 'Identifier' ? [scene.text(each)] : [];
  });
}

export const helperFamilies: readonly Family[] = [{ name: 'the function for it', share: 0.06, propose: asked }];
