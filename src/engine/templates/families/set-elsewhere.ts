// What a member is given elsewhere in the file, where one place gives it something else.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { functionOf, isMember, propertyName } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';

const MOST_VALUES = 5;
/** Longer values are of one place alone. */
const LONGEST = 80;

interface Given {
  readonly value: string;
  readonly site: Site;
}

const known = new WeakMap<Scene['words'], ReadonlyMap<string, readonly Given[]>>();

/** By their names, what members are given in a file. */
function givenIn(scene: Scene): ReadonlyMap<string, readonly Given[]> {
  const found = known.get(scene.words);
  if (found !== undefined) return found;
  const made = new Map<string, Given[]>();
  for (const site of [...scene.words.values.values()].flat()) {
    const name = memberSet(site.parent);
    if (name === null || site.end - site.start > LONGEST) continue;
    const list = made.get(name) ?? [];
    if (list.length === 0) made.set(name, list);
    list.push({ value: scene.text(site), site });
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
  const seen = new Map<string, number>();
  for (const { value, site: other } of givenIn(scene).get(name) ?? []) {
    if (value === own || other === site) continue;
    const visible = scene.names(site);
    const isKnown = [...walk(other)].every(({ node, key }) => node.type !== 'Identifier' || key === 'property' || visible.has(node.name));
    if (isKnown) seen.set(value, (seen.get(value) ?? 0) + (functionOf(other) === fn ? 2 : 1));
  }
  for (const [value, count] of [...seen].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_VALUES))
    yield replace(site, value, `${name} is ${brief(value)}, as elsewhere`, Math.min(2, 0.5 * count));
}

export const setElsewhereFamilies: readonly Family[] = [{ name: 'member set as elsewhere', share: 0.05, propose: asElsewhere }];
