// What a caller says that is not handed on: a setting the tests speak of and the code never reads.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { isMember, propertyName } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';

const MOST_NAMES = 14;

/** Names that may be meant, likeliest first: keys of the tests that the failure names, its other words, keys that the file does not know. */
function settings(scene: Scene, have: ReadonlySet<string>): [string, number][] {
  const found = new Map<string, number>();
  const isNew = (key: string): boolean => !have.has(key) && !scene.words.properties.has(key);
  for (const key of scene.clues.testKeys) if (scene.clues.said.has(key) && isNew(key)) found.set(key, 1);
  for (const word of scene.clues.said) if (!have.has(word) && !found.has(word) && scene.clues.testNames.has(word)) found.set(word, 0.2);
  for (const key of scene.clues.testKeys) {
    if (have.has(key) || found.has(key)) continue;
    found.set(key, scene.words.properties.has(key) ? 0.1 : 0.3);
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES);
}

/** An object made of what another one says gets a further part of it: `{ a: given.a }` -> `{ a: given.a, b: given.b }`. */
function* handedOn(site: Site, scene: Scene, isNamed: boolean): Generator<Proposal> {
  if (site.node.type !== 'ObjectExpression' || site.key === 'left') return;
  const items = childList(site, 'properties');
  const last = items.at(-1);
  if (last === undefined || items.length > 60) return;
  const have = new Set(items.flatMap((item) => child(item, 'key') ?? []).map(scene.text));
  // What the whole module has is nothing that a caller says.
  const own = new Set(
    scene
      .visible(site)
      .filter(({ kind, scope }) => kind !== 'import' && scope.node.type !== 'Program')
      .map(({ name }) => name),
  );
  const receivers = new Map<string, number>();
  for (const item of items) {
    const value = child(item, 'value');
    for (const each of value === null ? [] : walk(value)) {
      const object = isMember(each) && propertyName(each) !== null ? child(each, 'object') : null;
      if (object?.node.type === 'Identifier' && own.has(object.node.name))
        receivers.set(object.node.name, (receivers.get(object.node.name) ?? 0) + 1);
    }
  }
  const [given] = [...receivers].sort((a, b) => b[1] - a[1]);
  if (given === undefined) return;
  for (const [name, odds] of settings(scene, have)) {
    if ((odds === 1) !== isNamed) continue;
    const text = `${name}: ${given[0]}.${name}`;
    yield insert(last.end, `, ${text}`, `hands on ${brief(text)}`, odds);
  }
}

export const optionFamilies: readonly Family[] = [
  { name: 'setting that the failure names', share: 0.3, propose: (site, scene) => handedOn(site, scene, true) },
  { name: 'setting handed on', share: 0.05, propose: (site, scene) => handedOn(site, scene, false) },
];
