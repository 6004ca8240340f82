// Object literals side by side: what most of them have and one lacks, and what a test expects of one of them.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, declaredAlone, functionOf, isCall } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

/** The properties of an object literal, by their names as they are written. */
function fieldsOf(object: Site, scene: Scene): ReadonlyMap<string, Site> {
  return new Map(
    childList(object, 'properties').flatMap((each) => {
      const key = child(each, 'key');
      return key === null ? [] : [[scene.text(key), each] as const];
    }),
  );
}

/** Object literals that hang beside one: values of one object, items of one list. */
function besides(object: Site): readonly Site[] {
  const { parent } = object;
  if (parent === null) return [];
  if (object.key === 'elements')
    return childList(parent, 'elements').filter((each) => each !== object && each.node.type === 'ObjectExpression');
  if (object.key !== 'value' || parent.parent === null) return [];
  return childList(parent.parent, 'properties').flatMap((each) => {
    const value = child(each, 'value');
    return value !== null && value !== object && value.node.type === 'ObjectExpression' ? [value] : [];
  });
}

const MOST_FIELDS = 6;

/** `{ limit: { minimum: 1 } }` beside `{ offset: { type: 'integer', minimum: 0 } }`: what the others have. */
function* asOthers(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'ObjectExpression') return;
  const others = besides(site).map((each) => fieldsOf(each, scene));
  if (others.length === 0) return;
  const own = fieldsOf(site, scene);
  const values = new Map<string, number>();
  const having = new Map<string, number>();
  for (const fields of others)
    for (const [name, field] of fields) {
      if (own.has(name) || field.end - field.start > 60) continue;
      having.set(name, (having.get(name) ?? 0) + 1);
      values.set(scene.text(field), (values.get(scene.text(field)) ?? 0) + 1);
    }
  const [first] = childList(site, 'properties');
  if (first === undefined) return;
  const ranked = [...values].map(([text, count]) => {
    const name = text.split(':')[0] ?? text;
    return { text, odds: (2 * ((having.get(name) ?? count) / others.length) * (1 + count / others.length)) / 2 };
  });
  for (const { text, odds } of ranked.toSorted((a, b) => b.odds - a.odds).slice(0, MOST_FIELDS))
    yield insert(first.start, `${text}, `, `${brief(text)}, as beside it`, odds);
}

const TYPES = ['string', 'integer', 'number', 'boolean'];

/** A field of a JSON schema that a test waits for: what the schema does not list is dropped, or refused. */
function* listed(site: Site, scene: Scene): Generator<Proposal> {
  const isList = site.node.type === 'ObjectExpression' && site.parent !== null && /^['"]?properties['"]?$/.test(keyOf(site, scene) ?? '');
  const last = isList ? childList(site, 'properties').at(-1) : undefined;
  if (last === undefined || !/\btype:/.test(scene.text(site))) return;
  const own = fieldsOf(site, scene);
  const { clues } = scene;
  const wanted = [...clues.said].filter(
    (name) =>
      !own.has(name) &&
      (clues.testKeys.has(name) ||
        clues.pairs.some(
          ({ expected, actual }) => new RegExp(`\\b${name}\\b`).test(expected) && !new RegExp(`\\b${name}\\b`).test(actual),
        )),
  );
  for (const name of [
    ...new Set([...wanted, ...[...clues.testKeys].filter((key) => !own.has(key) && clues.testNames.get(key) !== undefined)]),
  ].slice(0, MOST_FIELDS)) {
    const isSaid = wanted.includes(name);
    for (const [at, type] of TYPES.entries())
      yield insert(last.end, `,\n${indentOf(last, scene)}${name}: { type: '${type}' }`, `lists ${name}`, (isSaid ? 3 : 0.7) / (1 + at / 3));
  }
}

function keyOf({ parent, key }: Site, scene: Scene): string | null {
  const name = key === 'value' && parent !== null ? child(parent, 'key') : null;
  return name === null ? null : scene.text(name);
}

/** `const [name, value] = line.split('=')` loses what stands behind a second mark. */
function* restOfSplit(site: Site, scene: Scene): Generator<Proposal> {
  const { id, init } = declaredAlone(site) ?? {};
  if (id?.node.type !== 'ArrayPattern' || init === undefined || !isCall(init) || calleeName(init) !== 'split' || functionOf(site) === null)
    return;
  const [mark, limit] = childList(init, 'arguments');
  const parts = childList(id, 'elements');
  const last = parts.at(-1);
  if (mark?.node.type !== 'StringLiteral' || limit !== undefined || parts.length < 2 || last?.node.type !== 'Identifier') return;
  const { name } = last.node;
  const rest = ['rest', 'others', 'parts'].find((each) => !scene.names(site).has(each)) ?? 'remaining';
  const { kind } = site.node.type === 'VariableDeclaration' ? site.node : { kind: 'const' };
  const head = parts.slice(0, -1).map(scene.text).join(', ');
  const text = `${kind} [${head}, ...${rest}] = ${scene.text(init)};\n${indentOf(site, scene)}${kind} ${name} = ${rest}.join(${scene.text(mark)});`;
  yield replace(site, text, `${name} is all that is left`, 2);
  // Where there is no second part, there is none.
  const isAsked = [...walk(scene.program)].some(({ node, key }) => node.type === 'Identifier' && node.name === name && key === 'test');
  if (isAsked)
    yield replace(
      site,
      text.replace(/ = (\w+)\.join\((.*)\);$/, ' = $1.length > 0 ? $1.join($2) : undefined;'),
      `${name} is all that is left`,
      1,
    );
}

export const neighbourFamilies: readonly Family[] = [
  { name: 'as the neighbours', share: 0.06, propose: asOthers },
  { name: 'listed in a schema', share: 0.08, propose: listed },
  { name: 'rest of a split', share: 0.08, propose: restOfSplit },
];
