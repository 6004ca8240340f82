// Keys that reach into what every object inherits. A key that comes from outside must neither read nor change it.
import { escapeRegex } from '../../escape.ts';
import type { Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { functionOf, isCondition, isListed, loopOf } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const MOST_NAMES = 4;

/** Whether the failing tests speak of inherited keys at all. */
function isMeant(scene: Scene): boolean {
  const { testStrings, said } = scene.clues;
  return (
    testStrings.has('__proto__') || said.has('__proto__') || said.has('prototype') || said.has('polluted') || said.has('hasOwnProperty')
  );
}

/** Names that are keys somewhere in a function: `key` of `object[key]`. */
function keysIn(fn: Site | null, site: Site, scene: Scene): string[] {
  const found = new Set<string>();
  for (const each of fn === null ? [] : walk(fn)) {
    if (
      each.key === 'property' &&
      each.node.type === 'Identifier' &&
      each.parent !== null &&
      'computed' in each.parent.node &&
      each.parent.node.computed
    )
      found.add(each.node.name);
  }
  const visible = scene.names(site);
  return [...found].filter((name) => visible.has(name) && !isOnly(scene.fit.kindsNamed(name, site), 'number')).slice(0, MOST_NAMES);
}

function testsFor(name: string): [string, number][] {
  return [
    [`${name} === '__proto__'`, 1],
    [`${name} === '__proto__' || ${name} === 'constructor' || ${name} === 'prototype'`, 0.8],
  ];
}

/** How much less a check is worth in a function that asks the same of the key already. */
const OF_ASKED = 0.1;

function isAsked(name: string, fn: Site | null, scene: Scene): boolean {
  const around = fn === null ? scene.code : scene.text(fn);
  return new RegExp(`(?<![\\w$.])${escapeRegex(name)} ?[!=]==? ?['"\`]__proto__`).test(around);
}

/** `if (key === '__proto__') continue;` before a statement. */
function* guard(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || site.node.type === 'FunctionDeclaration' || !isMeant(scene)) return;
  const fn = functionOf(site);
  const returns = [...new Set((scene.words.returns.get(fn) ?? []).map(scene.text))].filter((text) => text.length < 30).slice(0, 3);
  const jumps = [
    ...(loopOf(site) === null ? [] : ['continue']),
    ...(fn === null ? [] : ['return', ...returns.map((text) => `return ${text}`)]),
  ];
  for (const name of keysIn(fn, site, scene)) {
    const asked = isAsked(name, fn, scene) ? OF_ASKED : 1;
    for (const [test, odds] of testsFor(name))
      for (const jump of jumps)
        yield insert(site.start, `if (${test}) ${jump};\n${indentOf(site, scene)}`, `${jump} if ${test}`, odds * asked);
  }
}

/** A condition that keeps such keys out, and a look at what is an object's own only. */
function* keptOut(site: Site, scene: Scene): Generator<Proposal> {
  if (!isMeant(scene)) return;
  if (isCondition(site) && site.key === 'test') {
    const own = scene.operand(site);
    const fn = functionOf(site);
    for (const name of keysIn(fn, site, scene)) {
      const asked = isAsked(name, fn, scene) ? OF_ASKED : 1;
      yield replace(site, `${own} && ${name} !== '__proto__'`, `and ${name} is not __proto__`, asked);
      yield replace(site, `${own} || ${name} === '__proto__'`, `or ${name} is __proto__`, 0.8 * asked);
    }
  }
  if (site.node.type !== 'MemberExpression' || !site.node.computed || !isCondition(site)) return;
  const [object, key] = [child(site, 'object'), child(site, 'property')];
  if (object === null || key === null) return;
  const has = `Object.prototype.hasOwnProperty.call(${scene.text(object)}, ${scene.text(key)})`;
  yield replace(site, has, `own property of ${scene.text(object)}`, 1);
  yield replace(site, `(${has} && ${scene.text(site)})`, `own property of ${scene.text(object)} and true`, 0.6);
}

export const prototypeFamilies: readonly Family[] = [
  { name: 'inherited key', share: 0.1, propose: guard },
  { name: 'inherited key kept out', share: 0.08, propose: keptOut },
];
