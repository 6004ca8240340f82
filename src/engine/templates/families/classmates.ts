// What the other methods of a class do to the members of its object, and one does not.
import { brief, type Proposal } from '../family.ts';
import { takenBack } from '../places.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { functionOf, isConstructor, isStatic } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';
import { isGivenAt, placesAt } from './room.ts';

/** Statements of a class that are looked at, and those offered at one place. */
const MOST_KNOWN = 200;
const MOST_UPDATES = 8;
const MOST_HABITS = 6;
/** Longer code is no update of a member. */
const LONGEST = 40;

/** What the methods of a class do to the members of its object. */
interface Updates {
  /** The members that a method gives a value. */
  readonly ofMethod: ReadonlyMap<Site, ReadonlySet<string>>;
  /** Short statements that do so, by their text, without those of the constructor. */
  readonly statements: readonly Update[];
}

interface Update {
  readonly text: string;
  readonly member: string;
  /** One of the statements, and whether it is of the class, not of an object. */
  readonly statement: Site;
  readonly ofClass: boolean;
  times: number;
}

const updatesOf = new WeakMap<Site, Updates>();

function updatesIn(owner: Site, scene: Scene): Updates {
  const known = updatesOf.get(owner);
  if (known !== undefined) return known;
  const ofMethod = new Map<Site, Set<string>>();
  const statements = new Map<string, Update>();
  for (const method of childList(owner, 'body')) {
    if (method.node.type !== 'ClassMethod') continue;
    const own = new Set<string>();
    for (const statement of scene.words.statements.get(method) ?? []) {
      const text = scene.text(statement);
      const member = /^(?:\+\+|--)?this\.([\w$]+)(?:\+\+|--|\s*[-+*/]?=(?!=))/.exec(text)?.[1];
      if (member === undefined) continue;
      own.add(member);
      if (isConstructor(method) || text.length > LONGEST) continue;
      const ofClass = isStatic(method);
      const key = `${ofClass} ${text}`;
      const update = statements.get(key) ?? { text, member, statement, ofClass, times: 0 };
      update.times += 1;
      if (statements.size < MOST_KNOWN) statements.set(key, update);
    }
    ofMethod.set(method, own);
  }
  const made = { ofMethod, statements: [...statements.values()] };
  updatesOf.set(owner, made);
  return made;
}

/** What other methods of the class do to its members, and this one does not. */
function* updates(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  if (fn?.node.type !== 'ClassMethod' || fn.node.kind !== 'method' || fn.parent === null || site.parent !== child(fn, 'body')) return;
  const { ofMethod, statements } = updatesIn(fn.parent, scene);
  const found = new Map<string, number>();
  for (const { text, member, statement, ofClass, times } of statements) {
    if (ofClass !== isStatic(fn) || ofMethod.get(fn)?.has(member) === true || !scene.donors.readable(statement, site)) continue;
    found.set(text, (found.get(text) ?? 0) + times);
    const back = takenBack(text);
    if (back !== text) found.set(back, (found.get(back) ?? 0) + 0.6 * times);
  }
  const likely = [...found].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_UPDATES);
  for (const [text, times] of likely)
    for (const { at, write, odds } of placesAt(site, scene)) yield insert(at, write(text), brief(text), odds * Math.min(2, times));
}

/** What other methods of the class call on its members, one statement or two in a row, and this one does not: `this.map.delete(key)`. */
function* habits(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  if (fn?.node.type !== 'ClassMethod' || fn.node.kind !== 'method' || fn.parent === null || site.parent !== child(fn, 'body')) return;
  const own = scene.text(fn);
  const indent = indentOf(site, scene);
  const found = new Map<string, readonly Site[]>();
  for (const method of childList(fn.parent, 'body')) {
    const body = child(method, 'body');
    if (method === fn || body === null || method.node.type !== 'ClassMethod' || isStatic(method) !== isStatic(fn)) continue;
    const statements = childList(body, 'body');
    for (const [at, one] of statements.entries()) {
      const next = statements[at + 1];
      if (!isCallOnMember(one, scene)) continue;
      if (!own.includes(scene.text(one))) found.set(scene.text(one), [one]);
      if (next !== undefined && isCallOnMember(next, scene)) found.set(`${scene.text(one)}\n${indent}${scene.text(next)}`, [one, next]);
    }
  }
  const readable = [...found].filter(([, statements]) => statements.every((each) => scene.donors.readable(each, site)));
  for (const [text, statements] of readable.slice(0, MOST_HABITS)) {
    const names = statements
      .flatMap((each) => [...walk(each)])
      .flatMap(({ node, key }) => (node.type === 'Identifier' && key !== 'property' ? node.name : []));
    for (const { at, write, odds } of placesAt(site, scene))
      if (names.every((name) => isGivenAt(name, at, site, scene))) yield insert(at, write(text), brief(text), odds);
  }
}

/** `this.map.delete(key);` */
function isCallOnMember(site: Site, scene: Scene): boolean {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  return (
    call?.node.type === 'CallExpression' && site.end - site.start <= LONGEST && /^this\.#?[\w$]+(?:\.[\w$]+)?\(/.test(scene.text(call))
  );
}

export const classmateFamilies: readonly Family[] = [
  { name: 'member updated', share: 0.03, propose: updates },
  { name: 'habit of the class', share: 0.04, propose: habits },
];
