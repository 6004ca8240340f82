// What a member is given elsewhere in the file, where one place gives it something else.
import { brief, type Proposal } from '../family.ts';
import { LONGEST_GIVEN, likeliestGiven } from '../given-elsewhere.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { functionOf, isMember, propertyName } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';

const known = new WeakMap<Scene['words'], ReadonlyMap<string, readonly Site[]>>();

/** By their names, what members are given in a file. */
function givenIn(scene: Scene): ReadonlyMap<string, readonly Site[]> {
  const found = known.get(scene.words);
  if (found !== undefined) return found;
  const made = new Map<string, Site[]>();
  for (const site of [...scene.words.values.values()].flat()) {
    const name = memberSet(site.parent);
    if (name === null || site.end - site.start > LONGEST_GIVEN) continue;
    const list = made.get(name) ?? [];
    if (list.length === 0) made.set(name, list);
    list.push(site);
  }
  known.set(scene.words, made);
  return made;
}

function memberSet(site: Site | null): string | null {
  if (site?.node.type !== 'AssignmentExpression' || site.node.operator !== '=') return null;
  const left = child(site, 'left');
  return left !== null && isMember(left) ? propertyName(left) : null;
}

/** `scope.used = true`, where the other places say `scope.used = [this.scope, node]`. */
function* asElsewhere(site: Site, scene: Scene): Generator<Proposal> {
  const name = memberSet(site.parent);
  if (name === null || site.key !== 'right') return;
  const own = scene.text(site);
  const fn = functionOf(site);
  const visible = scene.names(site);
  const others = (givenIn(scene).get(name) ?? []).flatMap((other) => {
    const value = scene.text(other);
    if (value === own) return [];
    const isKnown = [...walk(other)].every(({ node, key }) => node.type !== 'Identifier' || key === 'property' || visible.has(node.name));
    return isKnown ? [{ value, isNear: functionOf(other) === fn }] : [];
  });
  for (const [value, odds] of likeliestGiven(others)) yield replace(site, value, `${name} is ${brief(value)}, as elsewhere`, odds);
}

export const setElsewhereFamilies: readonly Family[] = [{ name: 'member set as elsewhere', share: 0.05, propose: asElsewhere }];
