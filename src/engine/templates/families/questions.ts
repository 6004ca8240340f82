// What a condition may ask by the kinds of the values around it, whether the file asks the like elsewhere or not.
import { isOnly } from '../kinds.ts';
import { parametersOf } from '../retell.ts';
import type { Scene } from '../scene.ts';
import type { Binding } from '../scope.ts';
import { calleeName, functionOf, isCall, isMember, loopOf } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';

/** Code of a condition, and its odds. */
export type Question = readonly [string, number];

const MOST_LISTS = 5;
const MOST_INDICES = 4;
const MOST_TEXTS = 4;
const MOST_NUMBERS = 5;
const MOST_VALUES = 4;
const MOST_ARGUMENTS = 3;

interface Asked {
  readonly site: Site;
  readonly scene: Scene;
  /** Names of values, likeliest first. */
  readonly names: readonly string[];
  /** Names that nothing reads. */
  readonly unread: ReadonlySet<string>;
}

/** Questions about places of lists, collections, texts, what a search found, numbers, and what names that hold functions answer. */
export function* questionsBy(asked: Asked): Generator<Question> {
  yield* places(asked);
  yield* memberships(asked);
  yield* textsWithin(asked);
  yield* found(asked);
  yield* numbers(asked);
  yield* answersOf(asked);
  yield* missingOrOfKind(asked);
}

/** What a list holds at an index, and whether the index is one of the list. */
function* places({ site, scene, names }: Asked): Generator<Question> {
  const lists = names.filter((name) => scene.fit.kindsNamed(name, site)?.has('array') || isIndexed(name, scene)).slice(0, MOST_LISTS);
  const measured = names.filter((name) => isMeasured(name, site, scene)).slice(0, MOST_LISTS);
  const indices = names.filter((name) => !lists.includes(name) && isIndex(name, site, scene)).slice(0, MOST_INDICES);
  for (const [at, index] of indices.entries()) {
    for (const [after, list] of lists.entries()) {
      const near = 1 / (1 + (at + after) / 3);
      yield [`${list}[${index}]`, 0.35 * near];
      yield [`!${list}[${index}]`, 0.3 * near];
    }
    if (!isOnly(scene.fit.kindsNamed(index, site), 'number')) continue;
    for (const [after, list] of measured.entries())
      for (const [operator, odds] of OF_LENGTH) yield [`${index} ${operator} ${list}.length`, odds / (1 + (at + after) / 3)];
  }
}

const OF_LENGTH: readonly (readonly [string, number])[] = [
  ['<', 0.4],
  ['>=', 0.2],
  ['<=', 0.1],
  ['===', 0.1],
  ['>', 0.1],
];

function isIndexed(name: string, { words }: Scene): boolean {
  return words.uses.get(name)?.has('indexed') === true;
}

function isMeasured(name: string, site: Site, scene: Scene): boolean {
  const kinds = scene.fit.kindsNamed(name, site);
  return kinds?.has('array') || kinds?.has('string') || scene.words.ofReceiver.get(name)?.has('length') === true;
}

function isIndex(name: string, site: Site, scene: Scene): boolean {
  const kinds = scene.fit.kindsNamed(name, site);
  return kinds === null ? /^(?:\w*(?:key|Key|idx|Idx|index|Index)|[ijk]|name|id)$/.test(name) : kinds.has('number') || kinds.has('string');
}

/** Whether a collection has what is put into it, taken out of it or asked of it elsewhere. */
function* memberships({ site, scene, names }: Asked): Generator<Question> {
  for (const method of ['set', 'add', 'get', 'delete']) {
    for (const call of (scene.words.calls.get(method) ?? []).slice(0, MOST_VALUES * 2)) {
      const [value] = childList(call, 'arguments');
      const callee = child(call, 'callee');
      const object = callee === null || !isMember(callee) ? null : child(callee, 'object');
      if (value === undefined || object === null || !scene.donors.readable(object, site)) continue;
      const own = functionOf(call) === functionOf(site) && scene.donors.readable(value, site);
      const values = own ? [scene.text(value)] : names.slice(0, MOST_VALUES);
      for (const [at, each] of values.entries()) {
        const odds = (own ? 1 : 0.3) / (1 + at / 2);
        yield [`!${scene.text(object)}.has(${each})`, odds];
        yield [`${scene.text(object)}.has(${each})`, odds];
      }
    }
  }
}

/** Whether a text begins or ends with another one, or holds it. */
function* textsWithin({ site, scene, names, unread }: Asked): Generator<Question> {
  const texts = names.filter((name) => /^[\w$]+$/.test(name) && isOnly(scene.fit.kindsNamed(name, site), 'string')).slice(0, MOST_TEXTS);
  for (const [at, one] of texts.entries())
    for (const [after, other] of texts.entries())
      for (const method of one === other ? [] : ['startsWith', 'endsWith', 'includes']) {
        const used = scene.words.methods.has(method) ? 0.4 : 0.15;
        const odds = (used * (unread.has(one) || unread.has(other) ? 2 : 1)) / (1 + (at + after) / 3);
        yield [`${one}.${method}(${other})`, odds];
        yield [`!${one}.${method}(${other})`, odds];
      }
}

/** A place that was searched for. */
function* found({ site, scene, names }: Asked): Generator<Question> {
  for (const binding of scene.visible(site)) {
    const declarator = binding.id.parent;
    const value = declarator?.node.type === 'VariableDeclarator' ? child(declarator, 'init') : null;
    if (value === null || !names.includes(binding.name) || !isCall(value)) continue;
    if (/^(?:indexOf|lastIndexOf|findIndex|findLastIndex|search)$/.test(calleeName(value) ?? ''))
      for (const [test, odds] of OF_FOUND) yield [`${binding.name} ${test}`, odds];
  }
}

const OF_FOUND: readonly Question[] = [
  ['=== -1', 1],
  ['!== -1', 1],
  ['> -1', 0.5],
  ['< 0', 0.4],
  ['>= 0', 0.4],
  ['> 0', 0.2],
  ['<= 0', 0.1],
];

/** Numbers held against those that the function holds numbers against elsewhere, and against their neighbours. */
function* numbers({ site, scene, names }: Asked): Generator<Question> {
  const known = new Set<string>();
  for (const each of scene.words.conditions.get(functionOf(site)) ?? []) {
    const right = each.node.type === 'BinaryExpression' ? child(each, 'right') : null;
    const text = right === null ? '' : scene.text(right);
    if (!/^-?\d+$/.test(text)) continue;
    for (const near of [0, 1, -1]) known.add(String(Number(text) + near));
  }
  const counted = names.filter((name) => isOnly(scene.fit.kindsNamed(name, site), 'number')).slice(0, MOST_NUMBERS);
  for (const [at, name] of counted.entries())
    for (const [after, number] of [...known].slice(0, MOST_NUMBERS).entries())
      for (const [operator, odds] of OF_NUMBER) yield [`${name} ${operator} ${number}`, odds / (1 + at / 3) / (1 + after / 3)];
}

const OF_NUMBER: readonly (readonly [string, number])[] = [
  ['===', 0.4],
  ['!==', 0.2],
  ['>', 0.2],
  ['<', 0.15],
  ['>=', 0.1],
  ['<=', 0.1],
];

/** A name that holds a function, called with what the function around is given, or with what a loop is at. */
function* answersOf({ site, scene, unread }: Asked): Generator<Question> {
  const fn = functionOf(site);
  if (fn === null) return;
  const params = parametersOf(fn, scene).map(({ name }) => name);
  const steps = stepsOf(site, scene);
  for (const binding of scene.visible(site)) {
    if (binding.scope.node.type === 'Program' || !holdsFunction(binding, scene, unread)) continue;
    const given = params.filter((name) => name !== binding.name);
    const lists = [given, ...(steps === null ? [] : [steps])];
    const odds = unread.has(binding.name) ? 1 : 0.3;
    for (const list of lists)
      for (const count of Array.from({ length: Math.min(MOST_ARGUMENTS, list.length) }, (_, at) => at + 1)) {
        const call = `${binding.name}(${list.slice(0, count).join(', ')})`;
        yield [call, odds];
        yield [`!${call}`, odds * 0.8];
      }
  }
}

function holdsFunction({ name, kind, id }: Binding, scene: Scene, unread: ReadonlySet<string>): boolean {
  if (kind === 'function') return false;
  const kinds = scene.fit.kindsNamed(name, id);
  if (kinds === null) return unread.has(name) || scene.words.uses.get(name)?.has('called') === true;
  return isOnly(kinds, 'function');
}

/** The element, the index and the list of a loop that counts: what callbacks of lists are given. */
function stepsOf(site: Site, scene: Scene): readonly string[] | null {
  const loop = loopOf(site);
  const head = loop?.node.type === 'ForStatement' ? child(loop, 'init') : null;
  const index = head?.node.type === 'VariableDeclaration' ? head.node.declarations[0]?.id : undefined;
  if (head === null || index?.type !== 'Identifier') return null;
  const list = /\b([\w$]+)\.length\b/.exec(scene.file.text.slice(loop?.start, child(loop ?? head, 'body')?.start))?.[1];
  return list === undefined ? null : [`${list}[${index.name}]`, index.name, list];
}

/** Whether one of two parameters is missing or the other one is not what is needed. */
function* missingOrOfKind({ site, scene }: Asked): Generator<Question> {
  const fn = functionOf(site);
  const [one, other] = fn === null ? [] : parametersOf(fn, scene).map(({ name }) => name);
  if (one === undefined || other === undefined) return;
  for (const [a, b, odds] of [
    [one, other, 0.2],
    [other, one, 0.1],
  ] as const)
    for (const kind of ['function', 'string', 'object']) {
      yield [`!${a} || typeof ${b} !== "${kind}"`, odds];
      yield [`${a} && typeof ${b} === "${kind}"`, odds];
    }
}

/** Functions that answer yes or no, by what they are called or by what is done with their answers. */
export function isPredicate(binding: Binding, asked: ReadonlySet<string | null>, unread: ReadonlySet<string>, scene: Scene): boolean {
  const { name, kind, id } = binding;
  const may = asked.has(name) || unread.has(name) || /^(?:is|has|can|should)[A-Z_]/.test(name);
  if (!may || kind === 'param') return false;
  return kind === 'function' || (kind === 'import' && !/^[A-Z]/.test(name)) || isOnly(scene.fit.kindsNamed(name, id), 'function');
}
