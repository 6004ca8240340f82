// What built-in functions and operators do that is seldom meant: numbers are sorted as texts, one list is put everywhere, a remainder is negative.
import { leapYearRule } from '../calendar.ts';
import { brief, type Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { type Family, insert, replace, type Scene } from '../scene.ts';
import { calleeName, functionOf, isCall, isMember, isRead } from '../shape.ts';
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

/** What is left of a negative number is negative. */
function* remainder(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || site.node.operator !== '%' || site.end - site.start > LONGEST) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null) return;
  // What is compared with 0 is no different for being negative; a difference may well be negative.
  const isAsked = /^(?:BinaryExpression)$/.test(site.parent?.node.type ?? '') && !/^[-+*]$/.test(operatorOf(site.parent));
  const isDifference = /-/.test(scene.text(left));
  const [of, by] = [scene.operand(left), scene.operand(right)];
  yield replace(
    site,
    `(((${of} % ${by}) + ${by}) % ${by})`,
    `what is left of ${brief(of)} is not negative`,
    (isDifference ? 1 : 0.4) * (isAsked ? 0.3 : 1),
  );
}

function operatorOf(site: Site | null): string {
  return site !== null && 'operator' in site.node ? `${site.node.operator}` : '';
}

/** Fractions are seldom equal to the last digit. */
function* nearlyEqual(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(site.node.operator) || site.end - site.start > LONGEST * 2) return;
  const [left, right] = [child(site, 'left'), child(site, 'right')];
  if (left === null || right === null) return;
  const isReckoned = [left, right].some((side) => side.node.type === 'BinaryExpression' && !/%/.test(scene.text(side)));
  const isNumber = [left, right].every((side) => isOnly(scene.fit.kindsAt(side), 'number'));
  if (!isReckoned && !isNumber) return;
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
  const rule = leapYearRule(scene.text(site), scene.text(functionOf(site) ?? scene.program), false);
  // A part of a part is replaced with it.
  const outer = site.parent === null ? '' : scene.text(site.parent);
  if (rule !== null && leapYearRule(outer, '', false) === null) yield replace(site, rule, 'the whole rule of leap years', 1);
}

export const builtInFamilies: readonly Family[] = [
  { name: 'order of a list', share: 0.05, propose: order },
  { name: 'one in all places', share: 0.15, propose: shared },
  { name: 'what is left', share: 0.01, propose: remainder },
  { name: 'nearly equal', share: 0.004, propose: nearlyEqual },
  { name: 'index taken', share: 0.01, propose: indexTaken },
  { name: 'leap years', share: 0.2, propose: leapYears },
];
