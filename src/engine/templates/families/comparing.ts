// Comparisons that JavaScript takes in another way than they read: `!a in b`, `a < b < c`, lists by identity, what is not a number, texts by size.
import { escapeRegex } from '../../escape.ts';
import { brief, type Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isCondition, isFunction, isListed, isLoop, isMember } from '../shape.ts';
import { child, childList, type Site, walk } from '../tree.ts';
import { indentOf } from './missing.ts';

const LONGEST = 60;
const SIMPLE = /^(?:Identifier|MemberExpression|OptionalMemberExpression|CallExpression)$/;

const sidesOf = (site: Site): readonly [Site, Site] | null => {
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  return site.node.type === 'BinaryExpression' && left !== null && right !== null ? [left, right] : null;
};

const operatorOf = ({ node }: Site): string => (node.type === 'BinaryExpression' ? node.operator : '');

/** `!a in b` -> `!(a in b)`, `a < b < c` -> `a < b && b < c`. */
function* grouped(site: Site, scene: Scene): Generator<Proposal> {
  const sides = sidesOf(site);
  if (sides === null) return;
  const [left, right] = sides;
  const operator = operatorOf(site);
  const denied = left.node.type === 'UnaryExpression' && left.node.operator === '!' ? child(left, 'argument') : null;
  if (denied !== null && /^(?:in|instanceof|[=!]==?)$/.test(operator))
    yield replace(site, `!(${scene.operand(denied)} ${operator} ${scene.operand(right)})`, `not ${brief(scene.text(site).slice(1))}`, 1);
  const inner = sidesOf(left);
  const { parent } = site;
  // `a + b === c ? d : e` chooses by the sum.
  if (
    inner !== null &&
    /^[=!]==?$/.test(operator) &&
    operatorOf(left) === '+' &&
    parent?.node.type === 'ConditionalExpression' &&
    site.key === 'test'
  ) {
    const rest = scene.file.text.slice(inner[1].start, parent.end);
    yield replace(parent, `${scene.text(inner[0])} + (${rest})`, `${brief(scene.text(inner[0]))} added to either`, 1);
  }
  if (inner !== null && /^(?:[<>]=?|===?)$/.test(operator) && /^(?:[<>]=?|===?)$/.test(operatorOf(left))) {
    const between = scene.operand(inner[1]);
    yield replace(site, `${scene.text(left)} && ${between} ${operator} ${scene.operand(right)}`, `${brief(between)} compared with both`, 1);
  }
}

/** `a ?? 0 + b` -> `(a ?? 0) + b`. */
function* defaultFirst(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'LogicalExpression' || site.node.operator === '&&' || isCondition(site)) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  const sides = right === null ? null : sidesOf(right);
  if (left === null || right === null || sides === null || !/^[-+*/%]$/.test(operatorOf(right)) || scene.file.text[right.end] === ')')
    return;
  const text = `(${scene.text(left)} ${site.node.operator} ${scene.text(sides[0])}) ${operatorOf(right)} ${scene.text(sides[1])}`;
  yield replace(site, text, `default of ${brief(scene.text(left))} alone`, 1);
}

/** Lists, and what is not a number, are the same as nothing but themselves. */
function* alike(site: Site, scene: Scene): Generator<Proposal> {
  const sides = sidesOf(site);
  const operator = operatorOf(site);
  if (sides === null || !/^[=!]==?$/.test(operator)) return;
  const [left, right] = sides.map(scene.text) as [string, string];
  const not = operator.startsWith('!') ? '!' : '';
  if (right === 'NaN' || left === 'NaN')
    yield replace(site, `${not}Number.isNaN(${right === 'NaN' ? left : right})`, 'is not a number', 20);
  if (!sides.every((side) => SIMPLE.test(side.node.type)) || site.end - site.start > LONGEST) return;
  const kinds = sides.map((side) => scene.fit.kindsAt(side));
  if (kinds.some((each) => each !== null && !each.has('array') && !each.has('object'))) return;
  const known = kinds.every((each) => isOnly(each, 'array')) ? 3 : kinds.some((each) => each?.has('array')) ? 1 : 0.3;
  yield replace(site, `JSON.stringify(${left}) ${operator} JSON.stringify(${right})`, `${brief(left)} as its text`, known);
  const each = `${left}.length === ${right}.length && ${left}.every((each, at) => each === ${right}[at])`;
  yield replace(site, not === '' ? each : `!(${each})`, `${brief(left)} item by item`, known);
}

/** Texts are ordered as texts, and joined: `'10' < '9'`, `'1' + 1`; what is missing makes no sum. */
function* numbers(site: Site, scene: Scene): Generator<Proposal> {
  const sides = sidesOf(site);
  const operator = operatorOf(site);
  if (sides === null || !/^(?:[<>]=?|[-+])$/.test(operator) || site.end - site.start > LONGEST) return;
  if (!sides.every((side) => SIMPLE.test(side.node.type))) return;
  const kinds = sides.map((side) => scene.fit.kindsAt(side));
  const [left, right] = sides.map(scene.text) as [string, string];
  if (!kinds.every((each) => isOnly(each, 'number')) && operator !== '-')
    yield replace(site, `Number(${left}) ${operator} Number(${right})`, `${brief(scene.text(site))} as numbers`, 1);
  if (/^[-+]$/.test(operator) && !kinds.some((each) => isOnly(each, 'string')))
    yield replace(site, `(${left} ?? 0) ${operator} (${right} ?? 0)`, `${brief(scene.text(site))}, where they are there`, 0.5);
}

/** What has a member may be `null`, and may have it for having been made so: `typeof x === 'object'`, `for (key in given)`. */
function* own(site: Site, scene: Scene): Generator<Proposal> {
  const sides = sidesOf(site);
  if (sides !== null && /^===?$/.test(operatorOf(site)) && /^typeof [\w$.]+$/.test(scene.text(sides[0]))) {
    const name = scene.text(sides[0]).slice(7);
    const around = scene.text(functionOf(site) ?? scene.program);
    const isKnown = new RegExp(`(?<![\\w$.])${escapeRegex(name)} [=!]==? null|!${escapeRegex(name)}\\b`).test(around);
    if (/^['"]object['"]$/.test(scene.text(sides[1])) && !isKnown)
      yield replace(site, `${scene.text(site)} && ${name} !== null`, `${name} is not null`, 1);
  }
  if (site.node.type !== 'ForInStatement') return;
  const [left, right, body] = [child(site, 'left'), child(site, 'right'), child(site, 'body')];
  if (left === null || right === null || body === null) return;
  const key = scene.text(left).replace(/^(?:const|let|var)\s+/, '');
  const isOwn = `Object.hasOwn(${scene.text(right)}, ${key})`;
  if (!/^[\w$]+$/.test(key)) return;
  const first = body.node.type === 'BlockStatement' ? body.children[0] : undefined;
  if (first !== undefined) yield insert(first.start, `if (!${isOwn}) continue;\n${indentOf(first, scene)}`, 'own keys only', 1);
  else if (body.node.type !== 'BlockStatement') yield replace(body, `if (${isOwn}) ${scene.text(body)}`, 'own keys only', 1);
}

/** `for (const each in given)` -> `for (const each of given)`, and the other way round. */
function* keys(site: Site, scene: Scene): Generator<Proposal> {
  const { node } = site;
  const [left, right] = /^For(?:In|Of)Statement$/.test(node.type) ? [child(site, 'left'), child(site, 'right')] : [null, null];
  if (left === null || right === null || (node.type === 'ForOfStatement' && node.await)) return;
  const between = scene.file.text.slice(left.end, right.start);
  const isOf = node.type === 'ForOfStatement';
  const text = isOf ? between.replace(/\bof\b/, 'in') : between.replace(/\bin\b/, 'of');
  const label = isOf ? 'keys instead of values' : 'values instead of keys';
  yield { start: left.end, end: right.start, text, label, odds: isOf ? 0.15 : 1 };
}

/** What sorts must tell which of two comes first, not whether it does; and of two that are equal there, by what else. */
function* comparator(site: Site, scene: Scene): Generator<Proposal> {
  if (!isFunction(site) || site.key !== 'arguments' || site.parent === null || !isCall(site.parent)) return;
  if (!/^(?:sort|toSorted)$/.test(calleeName(site.parent) ?? '')) return;
  const [one, other] = childList(site, 'params').map(scene.text);
  const body = child(site, 'body');
  if (one === undefined || other === undefined || body === null || body.end - body.start > LONGEST * 2) return;
  const returned = body.node.type === 'BlockStatement' ? scene.words.returns.get(site)?.at(-1) : body;
  const sides = returned === undefined ? null : sidesOf(returned);
  if (returned === undefined || sides === null) return;
  const [left, right] = sides.map(scene.operand) as [string, string];
  if (/^[<>]=?$/.test(operatorOf(returned))) {
    if (right === '0') return yield replace(returned, scene.text(sides[0]), `by ${brief(left)}`, 20);
    const [low, high] = operatorOf(returned).startsWith('>') ? [left, right] : [right, left];
    yield replace(returned, `${low} - ${high}`, `by ${low} - ${high}`, 20);
    yield replace(returned, `${left} < ${right} ? -1 : ${left} > ${right} ? 1 : 0`, 'by which comes first', 10);
    yield replace(returned, `${left} > ${right} ? -1 : ${left} < ${right} ? 1 : 0`, 'by which comes last', 8);
    yield replace(returned, `${low}.localeCompare(${high})`, `by ${low} as a text`, 10);
    return;
  }
  for (const [rank, key] of [...scene.words.properties.keys()]
    .filter((each) => /^[\w$]+$/.test(each) && !left.endsWith(`.${each}`))
    .slice(0, 6)
    .entries())
    for (const text of [
      `${one}.${key}.localeCompare(${other}.${key})`,
      `${one}.${key} - ${other}.${key}`,
      `${other}.${key} - ${one}.${key}`,
    ])
      yield replace(returned, `${scene.text(returned)} || ${text}`, `then by ${key}`, 0.5 / (1 + rank / 3));
  for (const at of ['0', '1'])
    if (!left.endsWith(`[${at}]`) && /\]$/.test(left)) {
      yield replace(returned, `${scene.text(returned)} || ${one}[${at}] - ${other}[${at}]`, `then by the one at ${at}`, 0.5);
      yield replace(returned, `${scene.text(returned)} || ${one}[${at}].localeCompare(${other}[${at}])`, `then by the one at ${at}`, 0.5);
    }
}

/** What has all that another one has may have more: `if (a.length !== b.length) return false;`. */
function* sameSize(site: Site, scene: Scene): Generator<Proposal> {
  const fn = functionOf(site);
  const answer = site.node.type === 'ReturnStatement' ? child(site, 'argument') : null;
  if (fn === null || answer === null || !isListed(site) || !isCall(answer) || !/^(?:every|some)$/.test(calleeName(answer) ?? '')) return;
  const [a, b] = childList(fn, 'params').map(scene.text);
  if (a === undefined || b === undefined || !/^[\w$]+$/.test(a) || !/^[\w$]+$/.test(b)) return;
  for (const [one, other] of [
    [`${a}.length`, `${b}.length`],
    [`Object.keys(${a}).length`, `Object.keys(${b}).length`],
    [`${a}.size`, `${b}.size`],
  ] as const)
    yield insert(site.start, `if (${one} !== ${other}) return false;\n${indentOf(site, scene)}`, `${one} the same as ${other}`, 1);
}

/** Whether something is kept, not whether it counts as true: `if (kept[key])` -> `if (key in kept)`. */
function* kept(site: Site, scene: Scene): Generator<Proposal> {
  if (!isMember(site) || !('computed' in site.node) || site.node.computed !== true || !isCondition(site)) return;
  const [object, key] = [child(site, 'object'), child(site, 'property')];
  if (object === null || key === null || site.end - site.start > LONGEST) return;
  const denied = site.parent?.node.type === 'UnaryExpression' && site.parent.node.operator === '!';
  const test = `${scene.operand(key)} in ${scene.operand(object)}`;
  yield replace(site, denied ? `(${test})` : test, test, 1);
  yield replace(
    site,
    `Object.hasOwn(${scene.text(object)}, ${scene.text(key)})`,
    `${brief(scene.text(object))} has ${brief(scene.text(key))}`,
    0.7,
  );
}

/** How much likelier where what came holds what is nothing, and what was wanted does not, and where neither is spoken of. */
const OF_CAME = 3;
const OF_UNSPOKEN = 0.2;
const NOTHING = /\b(?:null|undefined|NaN)\b/g;

/** One of several values that somebody else has given: an element, or what a property of one is. */
function isOfMany(site: Site, scene: Scene): boolean {
  const root = isMember(site) ? child(site, 'object') : site;
  if (root?.node.type !== 'Identifier' || scene.text(site).endsWith('.length')) return false;
  const { name } = root.node;
  const binding = scene.visible(site).find((each) => each.name === name);
  const fn = binding === undefined ? null : functionOf(binding.id);
  if (binding?.kind === 'param') return fn !== null && /^(?:arguments|init)$/.test(binding.scope.key);
  const loop = binding?.id.parent?.parent?.parent;
  if (loop?.node.type === 'ForOfStatement') return true;
  const around = fn === null ? scene.code : scene.text(fn);
  return new RegExp(`(?<![\\w$.])${escapeRegex(name)} = [\\w$.]+(?:\\[[\\w$ +-]+\\]|\\([^()\\n]*\\))\\)?[;,)\\s]`).test(around);
}

/** `low <= x && x <= high` takes null for nought: it is no number, and so are others that are compared with one. */
function* notNothing(site: Site, scene: Scene): Generator<Proposal> {
  const isWhole = isCondition(site) || site.key === 'body' || (site.key === 'argument' && site.parent?.node.type === 'ReturnStatement');
  const isPart = site.parent?.node.type === 'LogicalExpression' || site.parent?.node.type === 'UnaryExpression';
  if (!isWhole || isPart || !/^(?:Logical|Binary)Expression$/.test(site.node.type) || site.end - site.start > 2 * LONGEST) return;
  if (site.parent !== null && isLoop(site.parent)) return;
  const compared = new Map<string, number>();
  for (const each of walk(site)) {
    const sides = /^[<>]=?$/.test(operatorOf(each)) ? sidesOf(each) : null;
    for (const side of sides ?? []) if (isOfMany(side, scene)) compared.set(scene.text(side), (compared.get(scene.text(side)) ?? 0) + 1);
  }
  const count = (text: string): number => (text.match(NOTHING) ?? []).length;
  const came = scene.clues.pairs.some(({ expected, actual }) => count(actual) > count(expected));
  const odds = came ? OF_CAME : OF_UNSPOKEN;
  const text = scene.text(site);
  for (const [name, times] of compared) {
    if (new RegExp(`${escapeRegex(name)} ?[!=]==? ?(?:null|undefined)`).test(text)) continue;
    const whole = site.node.type === 'LogicalExpression' && site.node.operator !== '&&' ? `(${text})` : text;
    yield replace(site, `${name} != null && ${whole}`, `${brief(name)} is not nothing`, times > 1 ? odds : odds / 2);
  }
}

export const comparingFamilies: readonly Family[] = [
  { name: 'comparison regrouped', share: 0.3, propose: grouped },
  { name: 'default first', share: 0.15, propose: defaultFirst },
  { name: 'same in what they hold', share: 0.01, propose: alike },
  { name: 'numbers, not texts', share: 0.012, propose: numbers },
  { name: 'own and not null', share: 0.05, propose: own },
  { name: 'nothing is no number', share: 0.03, propose: notNothing },
  { name: 'keys for values', share: 0.04, propose: keys },
  { name: 'comparator', share: 0.04, propose: comparator },
  { name: 'same size', share: 0.06, propose: sameSize },
  { name: 'kept at all', share: 0.02, propose: kept },
];
