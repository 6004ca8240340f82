// Values turned round: truth values that are handed on the other way, numbers with the other sign, and a count taken for an end.
import { brief, type Proposal } from '../family.ts';
import { isOnly } from '../kinds.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, isCall, isCondition, isMember, isRead, propertyName } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { isTruth } from './conditions.ts';

/** What may be a truth value, or a number, by its form. */
const NAMED = /^(?:Identifier|(?:Optional)?(?:Member|Call)Expression)$/;
/** A copy of what was spread already says nothing: something was to become of it. */
const OF_COPY = 2;
/** Nothing tells what it is. */
const OF_UNKNOWN = 0.15;
const OF_OPPOSITE = 2;

/** `f(a, isOpen)`: of all that is handed on, only truth values make sense the other way round. */
function* negateHanded(site: Site, scene: Scene): Generator<Proposal> {
  if (!/^(?:arguments|value|elements|consequent|alternate)$/.test(site.key) || isCondition(site) || !isRead(site)) return;
  if (!NAMED.test(site.node.type)) return;
  const kinds = scene.fit.kindsAt(site);
  const unknown = kinds === null || kinds.has('boolean') ? (isSpreadAlready(site, scene) ? OF_COPY : OF_UNKNOWN) : 0;
  const odds = isTruth(site, scene) ? Math.max(1, unknown) : unknown;
  // What calls give, and what functions are, is seldom known.
  if (odds > OF_UNKNOWN || (odds > 0 && isMember(site) && site.key === 'value'))
    yield replace(site, `!${scene.operand(site)}`, `negated: ${brief(scene.text(site))}`, odds);
}

/** `{ ...item, done: item.done }`. */
function isSpreadAlready(site: Site, scene: Scene): boolean {
  const { parent } = site;
  const owner = isMember(site) ? child(site, 'object') : null;
  const name = propertyName(site);
  const key = parent?.node.type === 'ObjectProperty' && !parent.node.computed ? child(parent, 'key') : null;
  if (owner === null || name === null || key === null || scene.text(key) !== name || parent?.parent === null || parent === null)
    return false;
  return childList(parent.parent, 'properties').some(
    (each) =>
      each.node.type === 'SpreadElement' && each.end <= parent.start && scene.text(child(each, 'argument') ?? each) === scene.text(owner),
  );
}

const COUNTED = /^(?:argument|body|init|right|left|value|elements|consequent|alternate|arguments)$/;

/** `x` -> `-x` where a number is answered, kept or reckoned with, and the other way round. */
function* turnSign(site: Site, scene: Scene): Generator<Proposal> {
  const { node, parent, key } = site;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const inner = child(site, 'argument');
    if (inner !== null && inner.node.type !== 'NumericLiteral')
      yield replace(site, scene.text(inner), `without -: ${brief(scene.text(inner))}`, 1);
    return;
  }
  if (!COUNTED.test(key) || parent === null || !isRead(site) || isCondition(site)) return;
  if (!NAMED.test(node.type) && !(node.type === 'BinaryExpression' && /^[*/]$/.test(node.operator))) return;
  const isReckoned = parent.node.type === 'BinaryExpression' || parent.node.type === 'UnaryExpression';
  // `a + -b` is `a - b`, which the operators propose, and a comparison is turned round by its own.
  if (isReckoned && !(key === 'left' && /^[-+]$/.test('operator' in parent.node ? String(parent.node.operator) : ''))) return;
  if (key === 'argument' && parent.node.type !== 'ReturnStatement') return;
  const kinds = node.type === 'BinaryExpression' ? null : scene.fit.kindsAt(site);
  if (kinds !== null && !kinds.has('number')) return;
  const isNumber = node.type === 'BinaryExpression' || isOnly(kinds, 'number');
  const odds = scene.clues.opposite ? OF_OPPOSITE : isNumber ? 0.3 : 0;
  if (odds > 0) yield replace(site, `-${scene.operand(site)}`, `-${brief(scene.text(site))}`, odds);
}

/** Methods that take the place of the first and that behind the last. */
const FROM_TO = /^(?:slice|substring|subarray)$/;

/** `rows.slice(offset, limit)` -> `rows.slice(offset, offset + limit)`. */
function* endOfCount(site: Site, scene: Scene): Generator<Proposal> {
  const { parent } = site;
  if (site.key !== 'arguments' || site.index !== 1 || parent === null || !isCall(parent) || !FROM_TO.test(calleeName(parent) ?? '')) return;
  const from = childList(parent, 'arguments')[0];
  if (from === undefined || (!isMember(site) && site.node.type !== 'Identifier' && site.node.type !== 'NumericLiteral')) return;
  const start = scene.text(from);
  if (start === '0' || scene.text(site).includes(start)) return;
  yield replace(site, `${scene.operand(from)} + ${scene.text(site)}`, `${brief(start)} + ${brief(scene.text(site))}`, 1);
}

/** `left / all` -> `(all - left) / all`: of a whole, the other part was meant. */
function* otherShare(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'BinaryExpression' || site.node.operator !== '/') return;
  const [part, whole] = [child(site, 'left'), child(site, 'right')];
  if (part === null || whole === null || !NAMED.test(part.node.type) || !NAMED.test(whole.node.type)) return;
  const text = `(${scene.text(whole)} - ${scene.text(part)}) / ${scene.text(whole)}`;
  yield replace(site, text, `the other share: ${brief(text)}`, 1);
}

export const turnedFamilies: readonly Family[] = [
  { name: 'truth handed on negated', share: 0.03, propose: negateHanded },
  { name: 'sign turned', share: 0.015, propose: turnSign },
  { name: 'end of a count', share: 0.015, propose: endOfCount },
  { name: 'other share', share: 0.015, propose: otherShare },
];
