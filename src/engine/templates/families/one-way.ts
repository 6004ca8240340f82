// What only ever changes one way has lost its other way: a depth that only falls, a list that is only emptied, a set that is only asked.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { takenBack } from '../places.ts';
import { type Family, insert, type Scene } from '../scene.ts';
import { calleeName, functionOf, isConstructor, isMember, isRead, isStatic, isTarget } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { isGivenAt, placesAt } from './room.ts';

/** Texts offered at one place. */
const MOST_STEPS = 4;
const MOST_FILLED = 3;
const MOST_VALUES = 5;
/** Longer code is no index, step or value. */
const LONGEST = 40;
/** What every step of a variable does to it, where all go the same way: the statement that takes one back. */
interface OneWay {
  readonly name: string;
  readonly back: string;
  readonly steps: readonly Site[];
}

const oneWays = new WeakMap<Site, readonly OneWay[]>();

/** Variables of a function that are stepped one way only, and set nowhere else but where they are declared. */
function oneWaysIn(fn: Site, scene: Scene): readonly OneWay[] {
  const known = oneWays.get(fn);
  if (known !== undefined) return known;
  const steps = new Map<string, { readonly back: string; readonly site: Site }[]>();
  const set = new Set<string>();
  for (const site of walk(fn)) {
    const step = stepOf(site, scene);
    if (step !== null) steps.set(step.name, [...(steps.get(step.name) ?? []), { back: step.back, site }]);
    else if (site.node.type === 'Identifier' && isTarget(site) && !isStepped(site)) set.add(site.node.name);
  }
  const found = [...steps].flatMap(([name, made]): OneWay[] => {
    const [first, ...rest] = made;
    if (first === undefined || set.has(name) || rest.some(({ back }) => back !== first.back)) return [];
    return [{ name, back: first.back, steps: made.map(({ site }) => site) }];
  });
  oneWays.set(fn, found);
  return found;
}

function isStepped({ parent }: Site): boolean {
  return (
    parent !== null &&
    (parent.node.type === 'UpdateExpression' || /^[-+]=$/.test('operator' in parent.node ? `${parent.node.operator}` : ''))
  );
}

/** A statement that counts up or down; the head of a loop counts for itself. */
function stepOf(site: Site, scene: Scene): { readonly name: string; readonly back: string } | null {
  if (site.node.type !== 'ExpressionStatement') return null;
  const { expression } = site.node;
  const isSum = expression.type === 'AssignmentExpression' && /^[-+]=$/.test(expression.operator);
  const target = expression.type === 'UpdateExpression' ? expression.argument : isSum ? expression.left : null;
  const text = scene.text(site);
  return target?.type !== 'Identifier' || text.length > LONGEST ? null : { name: target.name, back: takenBack(text) };
}

/** Branches of a condition beside the one in which something is done. */
function isBranchBeside(block: Site | null, step: Site): boolean {
  if (block?.parent?.node.type !== 'IfStatement') return false;
  const chain = [...ancestors(step)].filter(({ node }) => node.type === 'IfStatement');
  return (
    [block.parent, ...ancestors(block.parent)].some((at) => chain.includes(at)) && !(step.start >= block.start && step.end <= block.end)
  );
}

/** The way back of what only goes one way: in a branch beside, before all. */
function* counterSteps(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  const places = fn === null ? [] : placesAt(site, scene);
  if (fn === null || places.length === 0) return;
  for (const { name, back, steps } of oneWaysIn(fn, scene).slice(0, MOST_STEPS)) {
    if (steps.some((step) => step.parent === site.parent)) continue;
    // A sum that only grows is a sum: what counts down, or what is compared as it goes, has another way.
    const beside = steps.some((step) => isBranchBeside(site.parent, step));
    const falls = /\+\+|\+=/.test(back);
    for (const { at, write, odds } of places)
      if (isGivenAt(name, at, site, scene)) yield insert(at, write(back), brief(back), odds * (beside ? 2 : 0.5) * (falls ? 1.5 : 0.4));
  }
}

type Kind = 'set' | 'list' | 'map' | 'table';

/** A collection that is asked, or emptied, and never filled. */
interface Unfilled {
  readonly name: string;
  readonly kind: Kind;
  /** What it is asked for. */
  readonly keys: readonly string[];
}

const unfilled = new WeakMap<Site, Map<Side, readonly Unfilled[]>>();
const MADE_EMPTY =
  /^(?:new (?:Set|Map|WeakSet|WeakMap)(?:<[^()]*>)?\(\)|\{\}|\[\]|Object\.create\(null\)|new Array\(.*\)|Array\(.*\)\.fill\(.*\))$/s;

/** Longer code makes no empty collection, and more of them are not looked at. */
const LONGEST_MADE = 60;
const MOST_MADE = 12;

/** Collections that begin empty in a function, or as members of its object, or of its class where the function is static. */
function unfilledIn(fn: Site, scene: Scene): readonly Unfilled[] {
  const own = unfilledWithin(fn, 'own', () => localsMadeEmpty(fn, scene), scene);
  const method = methodAround(fn);
  if (method === null || method.parent === null || isConstructor(method)) return own;
  const { parent } = method;
  const side = isStatic(method) ? 'static' : 'instance';
  return [...own, ...unfilledWithin(parent, side, () => membersMadeEmpty(parent, side === 'static', scene), scene)];
}

/** The method of a class whose `this` a function sees. */
function methodAround(fn: Site): Site | null {
  if (/^Class(?:Private)?Method$/.test(fn.node.type)) return fn;
  const outer = fn.node.type === 'ArrowFunctionExpression' ? functionOf(fn) : null;
  return outer === null ? null : methodAround(outer);
}

type Side = 'own' | 'static' | 'instance';

function unfilledWithin(within: Site, side: Side, made: () => ReadonlySet<string>, scene: Scene): readonly Unfilled[] {
  const bySide = unfilled.get(within) ?? new Map<Side, readonly Unfilled[]>();
  const known = bySide.get(side);
  if (known !== undefined) return known;
  const found = [...made()].slice(0, MOST_MADE).flatMap((name) => unfilledNamed(name, within, scene) ?? []);
  unfilled.set(within, bySide.set(side, found));
  return found;
}

function isMadeEmpty(value: Site | null, scene: Scene): boolean {
  return value !== null && value.end - value.start <= LONGEST_MADE && MADE_EMPTY.test(scene.text(value));
}

function localsMadeEmpty(fn: Site, scene: Scene): ReadonlySet<string> {
  const found = new Set<string>();
  for (const site of walk(fn)) {
    const id = site.node.type === 'VariableDeclarator' ? child(site, 'id') : null;
    if (id?.node.type === 'Identifier' && isMadeEmpty(child(site, 'init'), scene)) found.add(id.node.name);
  }
  return found;
}

function membersMadeEmpty(owner: Site, ofClass: boolean, scene: Scene): ReadonlySet<string> {
  const found = new Set<string>();
  for (const site of walk(owner)) {
    const isDeclared = /^Class(?:Private)?Property$/.test(site.node.type);
    if (!isDeclared && site.node.type !== 'AssignmentExpression') continue;
    const holder = isDeclared ? site : methodAround(functionOf(site) ?? site);
    if (holder === null || holder.parent !== owner || isStatic(holder) !== ofClass) continue;
    const key = child(site, isDeclared ? 'key' : 'left');
    const name = key === null ? '' : scene.text(key);
    const isMember = isDeclared ? /^#?[\w$]+$/.test(name) : /^this\.#?[\w$]+$/.test(name);
    if (isMember && isMadeEmpty(child(site, isDeclared ? 'value' : 'right'), scene)) found.add(isDeclared ? `this.${name}` : name);
  }
  return found;
}

/** What is done with a collection; null where something fills it, or it is handed on as a whole. */
function unfilledNamed(name: string, within: Site, scene: Scene): Unfilled | null {
  const keys = new Set<string>();
  const asked = new Set<string>();
  for (const site of walk(within)) {
    if (site.end - site.start !== name.length || scene.text(site) !== name) continue;
    const { parent } = site;
    if (parent === null || site.key === 'id' || site.key === 'key') continue;
    if (site.key === 'left' && parent.node.type === 'AssignmentExpression' && isMadeEmpty(child(parent, 'right'), scene)) continue;
    if (site.key !== 'object' || !isMember(parent)) {
      if (site.key === 'right' && parent.node.type === 'BinaryExpression' && parent.node.operator === 'in') {
        asked.add('[]');
        keys.add(scene.text(child(parent, 'left') ?? site));
        continue;
      }
      // What is returned, or gone over, is not filled by that.
      if (site.key === 'argument' || site.key === 'right' || site.key === 'test' || site.key === 'init') continue;
      return null;
    }
    const isComputed = 'computed' in parent.node && parent.node.computed === true;
    const call = parent.key === 'callee' ? parent.parent : null;
    if (isComputed) {
      if (!isRead(parent) || call !== null) return null;
      asked.add('[]');
      keys.add(scene.text(child(parent, 'property') ?? parent));
    } else if (call === null) {
      if (!isRead(parent)) return null;
    } else {
      const method = calleeName(call) ?? '';
      if (/^(?:add|set|push|unshift|fill|splice|concat)$/.test(method)) return null;
      asked.add(method);
      const [first] = childList(call, 'arguments');
      if (first !== undefined && /^(?:has|get|includes|indexOf)$/.test(method)) keys.add(scene.text(first));
    }
  }
  const kind = kindOf(name, asked, scene);
  return kind === null ? null : { name, kind, keys: [...keys].filter((key) => key.length <= LONGEST) };
}

/** What a collection is, by how it is made and what it is asked; null where nothing says so. */
function kindOf(name: string, asked: ReadonlySet<string>, scene: Scene): Kind | null {
  const isOf = (type: string): boolean =>
    new RegExp(`${escapeRegex(name.replace(/^this\.#?/, ''))}\\b[^=\\n]{0,40}=\\s*new (?:Weak)?${type}\\b`).test(scene.file.text);
  const does = (...methods: readonly string[]): boolean => methods.some((method) => asked.has(method));
  if (isOf('Set')) return does('has', 'delete', 'forEach') || asked.size === 0 ? 'set' : null;
  if (isOf('Map')) return does('get', 'has') ? 'map' : null;
  if (does('pop', 'shift', 'includes', 'indexOf', 'join', 'map', 'reduce')) return 'list';
  return does('[]') ? 'table' : null;
}

/** Values that can be read at a place: what the collection is asked for, and what stands nearest. */
function valuesAt(site: Site, scene: Scene): readonly string[] {
  const own = scene
    .visible(site)
    .filter(({ kind, scope, until }) => /^(?:param|const|let|var)$/.test(kind) && scope.node.type !== 'Program' && until <= site.start)
    .toSorted((a, b) => b.at - a.at);
  return own.slice(0, MOST_VALUES).map(({ name }) => name);
}

/** Statements that fill a collection, and how likely each is: with what it is asked for, or under that key. */
function fillings(name: string, kind: Kind, keys: readonly string[], own: readonly string[]): readonly (readonly [string, number])[] {
  const likely = (rank: number): number => 1 / (1 + rank / 3);
  if (kind === 'set' || kind === 'list') {
    const method = kind === 'set' ? 'add' : 'push';
    const values = [...new Set([...keys, ...own])];
    return values.map((value, rank) => [`${name}.${method}(${value});`, likely(rank) * (keys.includes(value) ? 1.5 : 1)]);
  }
  return keys.flatMap((key) =>
    [...own, 'true', '1'].flatMap((value, rank): (readonly [string, number])[] =>
      value === key ? [] : [[kind === 'map' ? `${name}.set(${key}, ${value});` : `${name}[${key}] = ${value};`, likely(rank)]],
    ),
  );
}

/** What is put into a collection that nothing is put into. */
function* filled(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  const places = fn === null ? [] : placesAt(site, scene);
  if (fn === null || places.length === 0) return;
  for (const { name, kind, keys } of unfilledIn(fn, scene).slice(0, MOST_FILLED)) {
    const isKnown = (text: string): boolean =>
      [...text.matchAll(/(?<![\w$.'"])[A-Za-z_$][\w$]*/g)].every(([word]) => word === 'this' || scene.names(site).has(word));
    const own = valuesAt(site, scene).filter((value) => value !== name);
    const texts = new Map(fillings(name, kind, keys.filter(isKnown), own));
    for (const [text, likely] of texts)
      for (const { at, write, odds } of places)
        if (name.startsWith('this.') || isGivenAt(name, at, site, scene)) yield insert(at, write(text), brief(text), odds * likely);
  }
}

export const oneWayFamilies: readonly Family[] = [
  { name: 'step back', share: 0.04, propose: counterSteps },
  { name: 'collection filled', share: 0.06, propose: filled },
];
