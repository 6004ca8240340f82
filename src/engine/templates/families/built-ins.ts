// What built-in functions and operators do that is seldom meant: numbers are sorted as texts, one list is put everywhere, a remainder is negative.
import { centuryRule, leapYearRule } from '../calendar.ts';
import { brief, type Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { beginsStatement, calleeName, functionOf, isCall, isMember, isRead, propertyName } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';

const MOST_KEYS = 4;
/** Longer code is not said twice. */
const LONGEST = 40;

/** `list.sort()` sorts texts, numbers too. */
function* order(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || !/^(?:sort|toSorted)$/.test(calleeName(site) ?? '') || childList(site, 'arguments').length > 0) return;
  const say = (text: string, odds: number): Proposal => insert(site.end - 1, text, `sorted by ${text}`, odds);
  yield say('(a, b) => a - b', 1);
  yield say('(a, b) => b - a', 0.5);
  yield say('(a, b) => a.localeCompare(b)', 0.2);
  yield say('(a, b) => a.length - b.length', 0.15);
  for (const key of [...scene.words.properties.keys()].filter((each) => /^[\w$]+$/.test(each)).slice(0, MOST_KEYS))
    yield say(`(a, b) => a.${key} - b.${key}`, 0.1);
  for (const at of ['0', '1']) yield say(`(a, b) => a[${at}] - b[${at}]`, 0.1);
}

/** `new Array(n).fill([])` has one list in all its places. */
function* shared(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site) || calleeName(site) !== 'fill') return;
  const [value, more] = childList(site, 'arguments');
  const callee = child(site, 'callee');
  const list = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  if (value === undefined || more !== undefined || list === null || !/^(?:Array|Object|New|Call)Expression$/.test(value.node.type)) return;
  const length =
    /^(?:New|Call)Expression$/.test(list.node.type) && calleeName(list) === 'Array' ? childList(list, 'arguments')[0] : undefined;
  const made = value.node.type === 'ObjectExpression' ? `(${scene.text(value)})` : scene.text(value);
  const text =
    length === undefined ? `${scene.text(list)}.fill().map(() => ${made})` : `Array.from({ length: ${scene.text(length)} }, () => ${made})`;
  yield replace(site, text, `${brief(scene.text(value))} made for each place`, 1);
}

/** `new Array(n).map(...)` has no items to go over; a text that stands for another one is looked through for `$`. */
function* filledIn(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site)) return;
  const callee = child(site, 'callee');
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const given = childList(site, 'arguments');
  if (object !== null && calleeName(site) === 'map' && calleeName(object) === 'Array' && given[0] !== undefined) {
    const [length] = childList(object, 'arguments');
    if (length !== undefined)
      yield replace(site, `Array.from({ length: ${scene.text(length)} }, ${scene.text(given[0])})`, 'items to go over', 1);
  }
  const instead = /^replace(?:All)?$/.test(calleeName(site) ?? '') ? given[1] : undefined;
  if (instead !== undefined && !/Function|Literal/.test(instead.node.type)) yield insert(instead.start, '() => ', 'put as it is', 0.3);
  const only = calleeName(site) === 'Boolean' && object === null && given.length === 1 ? given[0] : undefined;
  if (only !== undefined) yield replace(site, `${scene.operand(only)} === 'true'`, `${brief(scene.text(only))} says so`, 0.5);
}

/** What is left of a negative number is negative. */
function* remainder(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || site.node.operator !== '%' || site.end - site.start > LONGEST) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  // What stands for how many is asked three times.
  if (left === null || right === null || /\(|\+\+|--/.test(scene.text(right))) return;
  // What is compared with 0 is no different for being negative; a difference may well be negative.
  const { parent } = site;
  const isAsked = parent?.node.type === 'BinaryExpression' && !/^[-+*]$/.test(parent.node.operator);
  const isDifference = /-/.test(scene.text(left));
  const [of, by] = [scene.operand(left), scene.operand(right)];
  yield replace(
    site,
    `(((${of} % ${by}) + ${by}) % ${by})`,
    `what is left of ${brief(of)} is not negative`,
    (isDifference ? 1 : 0.4) * (isAsked ? 0.3 : 1),
  );
}

/** Fractions are seldom equal to the last digit. */
function* nearlyEqual(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(site.node.operator) || site.end - site.start > LONGEST * 2) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null) return;
  // Fractions come from shares, sums and products; what is left of a whole number is whole.
  const isReckoned = [left, right].some(
    (side) => side.node.type === 'BinaryExpression' && /^[-+*/]$/.test(side.node.operator) && !/["'`%]/.test(scene.text(side)),
  );
  const isOther = [left, right].some(
    (side) => !/^(?:Identifier|MemberExpression|CallExpression|NumericLiteral|BinaryExpression)$/.test(side.node.type),
  );
  const isNumber = [left, right].every((side) => isOnly(scene.fit.kindsAt(side), 'number'));
  if (isOther || (!isReckoned && !isNumber)) return;
  const sign = site.node.operator.startsWith('!') ? '>=' : '<';
  const difference = `Math.abs(${scene.operand(left)} - ${scene.operand(right)})`;
  yield replace(site, `${difference} ${sign} 1e-9`, `${brief(scene.text(site))}, nearly`, isReckoned ? 1 : 0.5);
}

/** `map(parseInt)` is told the index, and takes it for the base. */
function* indexTaken(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'Identifier' || site.key !== 'arguments' || site.index !== 0 || !isRead(site) || site.parent === null) return;
  if (!/^(?:map|flatMap|filter|forEach|find|findIndex|some|every|from)$/.test(calleeName(site.parent) ?? '')) return;
  const name = scene.text(site);
  yield replace(site, `(value) => ${name}(value)`, `${name} of the value alone`, 1);
  if (name === 'parseInt') {
    yield replace(site, 'Number', 'parseInt -> Number', 1);
    yield replace(site, '(value) => parseInt(value, 10)', 'parseInt with base 10', 1);
  }
}

/** `year % 4 === 0` is not the whole rule. */
function* leapYears(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(?:Binary|Logical)Expression$/.test(site.node.type) || site.end - site.start > LONGEST * 2) return;
  const around = scene.text(functionOf(site) ?? scene.program);
  const century = centuryRule(scene.text(site), around, false);
  if (century !== null) yield replace(site, century, 'every fourth century', 1);
  const rule = leapYearRule(scene.text(site), around, false);
  // A part of a part is replaced with it.
  const outer = site.parent === null ? '' : scene.text(site.parent);
  if (rule !== null && leapYearRule(outer, '', false) === null) yield replace(site, rule, 'the whole rule of leap years', 1);
}

/** `list.slice(-n)` is all of it where `n` is 0. */
function* fromTheEnd(site: Site, scene: Scene): Generator<Proposal> {
  const counted = site.node.type === 'UnaryExpression' && site.node.operator === '-' ? child(site, 'argument') : null;
  if (counted === null || counted.node.type === 'NumericLiteral' || site.key !== 'arguments' || site.parent === null) return;
  const callee = isCall(site.parent) ? child(site.parent, 'callee') : null;
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  if (object === null || !/^(?:slice|splice|substring|at)$/.test(calleeName(site.parent) ?? '') || object.end - object.start > LONGEST)
    return;
  const text = `${scene.text(object)}.length - ${scene.operand(counted)}`;
  yield replace(site, text, `${brief(text)} from the beginning`, 1);
  yield replace(site, `Math.max(0, ${text})`, `${brief(text)} from the beginning, if any`, 0.5);
}

/** `Math.max(Math.min(n, low), high)` is always the larger bound. */
function* bounds(site: Site, scene: Scene): Generator<Proposal> {
  const outer = isCall(site) ? (calleeName(site) ?? '') : '';
  if (!/^(?:max|min)$/.test(outer) || site.end - site.start > LONGEST * 3) return;
  const other = outer === 'max' ? 'min' : 'max';
  const inner = childList(site, 'arguments').find((each) => isCall(each) && calleeName(each) === other);
  // `Math.max(0, Math.min(n, 9))` is as it should be.
  const hasBound = (call: Site): boolean => childList(call, 'arguments').some((each) => each.node.type === 'NumericLiteral');
  if (inner !== undefined && hasBound(outer === 'max' ? site : inner)) return;
  const [callee, within] = [child(site, 'callee'), inner === undefined ? null : child(inner, 'callee')];
  if (inner === undefined || callee === null || within === null) return;
  const text = scene.text(site);
  const from = within.start - site.start;
  const turned = (callee: Site, name: string): string => scene.text(callee).replace(/\w+$/, name);
  const made = `${turned(callee, other)}${text.slice(callee.end - site.start, from)}${turned(within, outer)}${text.slice(within.end - site.start)}`;
  yield replace(site, made, `bounds exchanged: ${brief(made)}`, 1);
}

/** Months are counted from 0. */
function* months(site: Site, scene: Scene): Generator<Proposal> {
  if (!isCall(site)) return;
  const name = calleeName(site) ?? '';
  if (/^get(?:UTC)?Month$/.test(name)) {
    const isOperand = site.parent?.node.type === 'BinaryExpression';
    yield replace(site, isOperand ? `(${scene.text(site)} + 1)` : `${scene.text(site)} + 1`, 'months from 1', 1);
  }
  const month = /^(?:Date|UTC)$/.test(name) ? childList(site, 'arguments')[1] : undefined;
  if (month === undefined) return;
  if (/ [-+] 1$/.test(scene.text(month))) yield replace(month, scene.text(month).slice(0, -4), 'month as it is', 1);
  else yield replace(month, `${scene.operand(month)} - 1`, 'months from 0', 1);
}

/** Texts that numbers are written as, and texts that are characters one by one. */
function* written(site: Site, scene: Scene): Generator<Proposal> {
  const name = isCall(site) ? calleeName(site) : null;
  if (name === 'toFixed' || name === 'toPrecision') yield replace(site, `Number(${scene.text(site)})`, 'as a number again', 1);
  const callee = name === 'split' ? child(site, 'callee') : null;
  const object = callee !== null && isMember(callee) ? child(callee, 'object') : null;
  const [mark] = childList(site, 'arguments');
  if (object !== null && mark !== undefined && /^['"`]{2}$/.test(scene.text(mark)) && !beginsStatement(site))
    yield replace(site, `[...${scene.text(object)}]`, 'whole characters', 0.5);
  const isText = site.node.type === 'MemberExpression' && propertyName(site) === 'length' && isRead(site) ? child(site, 'object') : null;
  if (isText !== null && /^[\w$.]+$/.test(scene.text(isText)))
    yield replace(isText, `[...${scene.text(isText)}]`, 'whole characters', 0.05);
  if (isCall(site) && /^(?:String|toString)$/.test(name ?? ''))
    for (const [width, odds] of [
      [2, 1],
      [3, 0.3],
    ] as const)
      yield insert(site.end, `.padStart(${width}, '0')`, `${width} digits at least`, odds);
}

/** `=> { name }` is a block, and answers nothing. */
function* objectAnswered(site: Site, scene: Scene): Generator<Proposal> {
  const body = site.node.type === 'ArrowFunctionExpression' ? child(site, 'body') : null;
  if (body?.node.type !== 'BlockStatement' || body.children.length === 0) return;
  const isPlain = body.children.every(
    ({ node }) =>
      node.type === 'LabeledStatement' ||
      (node.type === 'ExpressionStatement' && /^(?:Identifier|SequenceExpression)$/.test(node.expression.type)),
  );
  if (isPlain) yield replace(body, `(${scene.text(body).replaceAll(';', '')})`, 'an object answered', 1);
}

export const builtInFamilies: readonly Family[] = [
  { name: 'order of a list', share: 0.05, propose: order },
  { name: 'one in all places', share: 0.15, propose: shared },
  { name: 'filled in', share: 0.06, propose: filledIn },
  { name: 'what is left', share: 0.01, propose: remainder },
  { name: 'nearly equal', share: 0.015, propose: nearlyEqual },
  { name: 'index taken', share: 0.01, propose: indexTaken },
  { name: 'counted from the end', share: 0.02, propose: fromTheEnd },
  { name: 'bounds', share: 0.03, propose: bounds },
  { name: 'months', share: 0.08, propose: months },
  { name: 'as it is written', share: 0.03, propose: written },
  { name: 'object answered', share: 0.4, propose: objectAnswered },
  { name: 'leap years', share: 0.2, propose: leapYears },
];
