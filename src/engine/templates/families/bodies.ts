// A function that does nothing with what it is given has lost its body: it is written anew after functions that look like it.
import { brief, type Proposal } from '../family.ts';
import { inCaseOf, wordsOf } from '../names.ts';
import { type Instead, parametersOf, renamed, retold } from '../retell.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { functionName, isFunction, isRead } from '../shape.ts';
import { child, type Site, walk } from '../tree.ts';
import { unreadAt } from '../unread.ts';
import { oppositeOf } from './properties.ts';

/** Functions that are looked at as models, and the longest of their bodies. */
const MOST_TWINS = 6;
const LONGEST = 600;
/** Changes that are made to the body of a model. */
const MOST_CHANGES = 40;

interface Twin {
  readonly fn: Site;
  readonly body: Site;
  /** Likeness to the function that has none, 0 to 1. */
  readonly likeness: number;
}

/** An empty body of a function with a name: callbacks that do nothing are mostly meant so. */
function isLostBody(site: Site, scene: Scene): boolean {
  if (site.node.type !== 'BlockStatement' || site.key !== 'body' || site.children.length > 0 || site.parent === null) return false;
  return isFunction(site.parent) && /^\{\s*\}$/.test(scene.text(site)) && functionName(site.parent) !== null;
}

/** The bodies of the likeliest models: as they are, told of what their names differ in, and with one thing changed. */
function* bodies(site: Site, scene: Scene): Generator<Proposal> {
  const fn = site.parent;
  if (fn === null || !isLostBody(site, scene)) return;
  for (const { fn: other, body, likeness } of twinsOf(fn, scene)) {
    const names = renamed(body, other, { fn, at: site }, scene);
    if (names === null) continue;
    const block = body.node.type === 'BlockStatement';
    const say = (instead: Instead, odds: number): Proposal => {
      const text = retold(body, instead, scene);
      return replace(
        site,
        block ? text : `{ return ${text}; }`,
        `body as of ${functionName(other) ?? 'another function'}: ${brief(text)}`,
        odds,
      );
    };
    const told = new Map([...names, ...analogies(body, wordPairs(other, fn), site, scene)]);
    if (told.size > names.size) yield say(told, 3 * likeness);
    yield say(names, 0.8 * likeness);
    const changes = [...changesOf(body, site, scene)].toSorted(([, , a], [, , b]) => b - a).slice(0, MOST_CHANGES);
    for (const [place, put, odds] of changes) yield say(new Map([...told, [place, put]]), odds * likeness);
  }
}

function twinsOf(fn: Site, scene: Scene): readonly Twin[] {
  const name = functionName(fn) ?? '';
  const given = parametersOf(fn, scene).map((each) => each.name);
  const returns = returnTypeOf(fn, scene);
  const found: Twin[] = [];
  for (const other of walk(scene.program)) {
    const body = isFunction(other) ? child(other, 'body') : null;
    if (body === null || body.end - body.start > LONGEST || (other.start <= fn.start && other.end >= fn.end)) continue;
    if (body.node.type === 'BlockStatement' && body.children.length === 0) continue;
    const theirs = parametersOf(other, scene).map((each) => each.name);
    const named = functionName(other);
    const alike = named === null ? 0 : scene.alike(name, named);
    const number = given.length === theirs.length ? 1 : 0.4;
    const same = given.length === 0 ? 1 : theirs.filter((each) => given.includes(each)).length / given.length;
    const type = returns !== '' && returns === returnTypeOf(other, scene) ? 1 : 0;
    found.push({ fn: other, body, likeness: 0.45 * alike + 0.2 * number + 0.2 * same + 0.15 * type });
  }
  return found.toSorted((a, b) => b.likeness - a.likeness).slice(0, MOST_TWINS);
}

function returnTypeOf({ node }: Site, scene: Scene): string {
  const type = 'returnType' in node ? node.returnType : null;
  return scene.file.text.slice(type?.start ?? 0, type?.end ?? 0);
}

/** The words by which two functions are told apart: `upper` and `lower` of `upperFirst` and `lowerFirst`. */
function wordPairs(from: Site, to: Site): readonly (readonly [string, string])[] {
  const [theirs, own] = [wordsOf(functionName(from) ?? ''), wordsOf(functionName(to) ?? '')];
  if (theirs.length !== own.length) return [];
  return theirs.flatMap((word, at) => (own[at] === undefined || own[at] === word ? [] : [[word, own[at]] as const]));
}

/** Names and texts of a body with the words of its function's name exchanged, where the outcome is known to the file or to the language. */
function analogies(body: Site, pairs: readonly (readonly [string, string])[], at: Site, scene: Scene): Instead {
  const found = new Map<Site, string>();
  if (pairs.length === 0) return found;
  const names = scene.names(at);
  for (const site of walk(body)) {
    if (site.node.type !== 'Identifier' && site.node.type !== 'StringLiteral') continue;
    const text = scene.text(site);
    let made = text;
    for (const [from, to] of pairs) made = made.replace(new RegExp(from, 'gi'), (word) => inCaseOf(word, to));
    const known = site.node.type === 'StringLiteral' || names.has(made) || scene.words.properties.has(made) || oppositeOf(text) === made;
    if (made !== text && known) found.set(site, made);
  }
  return found;
}

/** One thing that may be different in the body: what it calls, which pattern it asks, its texts, and which way it looks. */
function* changesOf(body: Site, at: Site, scene: Scene): Generator<readonly [Site, string, number]> {
  const unread = unreadAt(at, scene);
  const called = scene.visible(at).filter(({ kind }) => kind === 'function' || kind === 'import');
  const texts = new Map<string, number>([...scene.clues.marks].map((mark) => [mark, 0.8]));
  for (const text of scene.clues.expectedStrings) texts.set(text, 0.3);
  for (const text of scene.clues.testStrings) if (text.length < 20 && !texts.has(text)) texts.set(text, 0.2);
  for (const site of walk(body)) {
    const { node } = site;
    if (node.type === 'Identifier' && site.key === 'callee') {
      for (const { name } of called)
        if (name !== node.name) yield [site, name, unread.has(name) ? 1.5 : 0.3 * scene.alike(name, node.name)];
    } else if (node.type === 'Identifier' && isRead(site) && called.some(({ name }) => name === node.name)) {
      for (const { name } of called) if (name !== node.name && unread.has(name)) yield [site, name, 1.5];
    } else if (node.type === 'Identifier' && scene.words.patterns.has(node.name)) {
      for (const name of scene.words.patterns) if (name !== node.name) yield [site, name, unread.has(name) ? 2 : 0.3];
    } else if (node.type === 'Identifier') {
      const other = oppositeOf(node.name);
      if (other !== null && site.key === 'property') yield [site, other, 0.6];
    } else if (node.type === 'StringLiteral') {
      for (const [text, odds] of [...texts].slice(0, 12)) if (text !== node.value) yield [site, JSON.stringify(text), odds];
    } else if (node.type === 'BooleanLiteral') yield [site, String(!node.value), 0.4];
    else if (node.type === 'NumericLiteral') for (const other of [node.value + 1, node.value - 1]) yield [site, String(other), 0.15];
  }
}

export const bodyFamilies: readonly Family[] = [{ name: 'lost body', share: 0.25, propose: bodies }];
