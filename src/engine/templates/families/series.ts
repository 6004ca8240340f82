// What goes on as it began: the next part of a sum, numbers that move on together, the other part of a whole, what comes twice.
import { brief, type Proposal } from '../family.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { nextOf } from '../series.ts';
import { functionOf, isCall, isListed, isLoop, isMember, isRead, isTarget } from '../shape.ts';
import { ancestors, child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

/** Longer code is no part of a series. */
const LONGEST = 60;
const MOST_LISTS = 2;

/** `list[i]`, and not `table[key]`. */
const OF_INDEX = /\[(?:[ijkmn]|idx|index|at|pos)\]$|\[\w+ [-+] \d+\]$/i;

function isArrowBody({ key, parent }: Site): boolean {
  return key === 'body' && parent?.node.type === 'ArrowFunctionExpression';
}

/** Operands of a chain of one operator, in their order. */
function operandsOf(site: Site, operator: string): readonly Site[] {
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  const isChain = 'operator' in site.node && site.node.operator === operator && left !== null && right !== null;
  return isChain ? [...operandsOf(left, operator), right] : [site];
}

/** `go(n - 1) + go(n - 2)` -> `go(n - 1) + go(n - 2) + go(n - 3)`; `fib(n - 1)` -> `fib(n - 1) + fib(n - 2)`. */
function* goesOn(site: Site, scene: Scene): Generator<Proposal> {
  const operator = 'operator' in site.node ? `${site.node.operator}` : '';
  const { parent } = site;
  if (/^(?:Binary|Logical)Expression$/.test(site.node.type) && /^(?:\+|\*|&&|\|\|)$/.test(operator)) {
    if (parent !== null && 'operator' in parent.node && parent.node.operator === operator) return;
    const operands = operandsOf(site, operator);
    const [before, last] = operands.slice(-2);
    // Comparisons need no brackets between "and" and "or".
    const text = (part: Site): string =>
      part.node.type === 'BinaryExpression' && operator !== '+' && operator !== '*' ? scene.text(part) : scene.operand(part);
    const next = before === undefined || last === undefined ? null : nextOf(text(before), text(last));
    if (next !== null) yield insert(site.end, ` ${operator} ${next}`, `${operator} ${brief(next)}`, 1);
    return;
  }
  const isAnswer = site.key === 'init' || site.key === 'right' || (site.key === 'argument' && parent?.node.type === 'ReturnStatement');
  const isPlain = site.node.type === 'CallExpression' || (isMember(site) && OF_INDEX.test(scene.text(site)));
  if (!isPlain || !(isAnswer || isArrowBody(site)) || site.end - site.start > LONGEST || scene.text(site).startsWith('super')) return;
  const next = nextOf(null, scene.text(site));
  if (next !== null) yield replace(site, `${scene.text(site)} + ${next}`, `+ ${brief(next)}`, 0.5);
}

/** Numbers beside each other that are too small, or too large, all of them: `slice(3, 5)` -> `slice(4, 6)`. */
function* movedOn(site: Site, scene: Scene): Generator<Proposal> {
  const list = isCall(site) ? childList(site, 'arguments') : site.node.type === 'ArrayExpression' ? childList(site, 'elements') : [];
  const numbers = list.flatMap(({ node }) => (node.type === 'NumericLiteral' && Number.isInteger(node.value) ? [node.value] : []));
  const [first, last] = [list[0], list.at(-1)];
  if (numbers.length < 2 || numbers.length !== list.length || numbers.length > 4 || first === undefined || last === undefined) return;
  if (scene.file.text.slice(first.start, last.end) !== numbers.join(', ')) return;
  const width = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  for (const by of new Set([1, -1, width, -width])) {
    const moved = numbers.map((number) => number + by);
    if (by === 0 || moved.some((number) => number < 0)) continue;
    yield { start: first.start, end: last.end, text: moved.join(', '), label: `${brief(scene.text(site))} by ${by}`, odds: 1 };
  }
}

const HALF = /^(?:Math\.(?:floor|ceil|round|trunc)\((?<whole>[\w$.]+) \/ [\w$.]+\)|(?<divided>[\w$.]+) (?:\/|>>>?) [\w$.]+)$/;

/** A share of something stands where the rest of it is meant: `left` of `left = Math.floor(space / 2)` -> `space - left`. */
function* rest(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Identifier' || !isRead(site) || site.key === 'callee' || site.key === 'object') return;
  const { name } = site.node;
  const binding = scene.visible(site).find((each) => each.name === name);
  const declared = binding?.id.parent?.node.type === 'VariableDeclarator' ? child(binding.id.parent, 'init') : null;
  const groups = declared === null ? undefined : HALF.exec(scene.text(declared))?.groups;
  const whole = groups?.whole ?? groups?.divided;
  if (whole === undefined || /^\d/.test(whole) || whole === name || binding === undefined || binding.until > site.start) return;
  if (!scene.names(site).has(/^[\w$]+/.exec(whole)?.[0] ?? '')) return;
  const text = `${whole} - ${name}`;
  yield replace(site, site.key === 'arguments' || site.key === 'init' ? text : `(${text})`, `${name} -> ${text}`, 1);
}

/** What a statement does with one value: `sum += d`, `out.push(d)`. */
function doneWith(site: Site | undefined, scene: Scene): { readonly how: string; readonly value: string } | null {
  const expression = site?.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  if (site === undefined || expression === null || site.end - site.start > LONGEST) return null;
  const [only, more] = isCall(expression) ? childList(expression, 'arguments') : [];
  const value = expression.node.type === 'AssignmentExpression' ? child(expression, 'right') : more === undefined ? only : undefined;
  if (value == null) return null;
  return { how: scene.text(expression).slice(0, value.start - expression.start), value: scene.text(value) };
}

/** A name, a member or what is reckoned from two of them: to compare it does nothing else. */
const PLAIN = /^(?:Math\.\w+\()?[A-Za-z_$][\w$.]*(?:\[[\w$.]+\])?(?: [-+*/%] [\w$.]+)?\)?$/;

/** The same is done with two values, which may be one: `sum += d; sum += n / d;` -> `sum += d; if (d !== n / d) sum += n / d;`. */
function* onlyOnce(site: Site, scene: Scene): Generator<Proposal> {
  if (!isListed(site) || site.parent === null) return;
  const list = childList(site.parent, site.key);
  const [own, before] = [doneWith(site, scene), doneWith(list[list.indexOf(site) - 1], scene)];
  if (own === null || before === null || own.how !== before.how || own.value === before.value) return;
  if (!PLAIN.test(own.value) || !PLAIN.test(before.value)) return;
  const test = `${before.value} !== ${own.value}`;
  yield insert(site.start, `if (${test}) `, `only if ${brief(test)}`, 1);
}

function countsUp(loop: Site): boolean {
  const update = child(loop, 'update')?.node;
  return (
    (update?.type === 'UpdateExpression' && update.operator === '++') ||
    (update?.type === 'AssignmentExpression' && update.operator === '+=')
  );
}

/** In a loop over what is sorted, what is the same as the one before it is left out. */
function* sameAsBefore(site: Site, scene: Scene): Generator<Proposal> {
  const loop = [...ancestors(site)].find(isLoop);
  if (loop?.node.type !== 'ForStatement' || !isListed(site) || site.index !== 0 || site.parent !== child(loop, 'body')) return;
  const init = child(loop, 'init');
  const declared = init === null ? undefined : [...walk(init)].find(({ node }) => node.type === 'VariableDeclarator');
  const index = declared === undefined ? null : child(declared, 'id');
  const start = declared === undefined ? null : child(declared, 'init');
  if (index?.node.type !== 'Identifier' || start?.node.type !== 'NumericLiteral' || !countsUp(loop)) return;
  const name = index.node.name;
  const [lists, written] = [new Set<string>(), new Set<string>()];
  for (const each of walk(loop)) {
    const object = isMember(each) ? child(each, 'object') : null;
    const property = object === null ? null : child(each, 'property');
    if (object === null || property === null || scene.text(property) !== name || !scene.text(each).endsWith(`[${name}]`)) continue;
    if (object.node.type === 'Identifier' && object.node.name !== 'arguments') (isTarget(each) ? written : lists).add(object.node.name);
  }
  const body = scene.text(loop);
  for (const list of [...lists].slice(0, MOST_LISTS)) {
    if (written.has(list) || body.includes(`${list}[${name} - 1]`)) continue;
    const from = scene.text(start);
    const test = `${name} > ${from} && ${list}[${name}] === ${list}[${name} - 1]`;
    yield insert(site.start, `if (${test}) continue;\n${indentOf(site, scene)}`, `not if ${brief(test)}`, 1);
  }
}

const MOST_ROUNDS = 2;

const rounds = new WeakMap<Site, readonly string[]>();

/** What a function counts around by. */
function roundsIn(fn: Site, scene: Scene): readonly string[] {
  const known = rounds.get(fn);
  if (known !== undefined) return known;
  const found = [...scene.text(fn).matchAll(/ % ([A-Za-z_$][\w$]*(?:\.(?:length|size))?)(?![\w$.[(])/g)].map(([, by = '']) => by);
  const made = [...new Set(found)].slice(0, MOST_ROUNDS);
  rounds.set(fn, made);
  return made;
}

/** Where a function counts around, a number may have to be counted around first: `k` -> `k % list.length`. */
function* wrapped(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  if (fn === null || !/^(?:init|arguments|right|argument)$/.test(site.key) || site.node.type !== 'Identifier' || !isRead(site)) return;
  const { name } = site.node;
  const parent = site.parent?.node.type ?? '';
  if (/^(?:Binary|Logical|Spread|Unary)/.test(parent)) return;
  for (const by of roundsIn(fn, scene))
    if (by !== name && scene.names(site).has(/^[\w$]+/.exec(by)?.[0] ?? ''))
      yield replace(site, `${name} % ${by}`, `${name} around ${by}`, 1);
}

export const seriesFamilies: readonly Family[] = [
  { name: 'next of a series', share: 0.03, propose: goesOn },
  { name: 'moved on together', share: 0.01, propose: movedOn },
  { name: 'the rest', share: 0.02, propose: rest },
  { name: 'only once', share: 0.06, propose: onlyOnce },
  { name: 'same as before', share: 0.015, propose: sameAsBefore },
  { name: 'counted around', share: 0.02, propose: wrapped },
];
