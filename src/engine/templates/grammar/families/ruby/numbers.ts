// Numbers of Ruby: a fraction that is lost, a sum cut off, a place counted from the wrong end.
import { callFamily, isName, isResult, onlyArgument, operatorOf, receiving, rubyCall, rubyFamily } from '../../ruby.ts';
import { hintsOf } from '../../ruby-hints.ts';
import { type Family, isNumber, type Scene } from '../../scene.ts';
import { type Branch, fieldOf, namedChildren, nearest } from '../../tree.ts';
import { replaced } from '../names.ts';

const DIVIDED = /^(?:integer|float)$/;

/** `part / whole` of whole numbers is one, too. */
const fractions = rubyFamily('fraction that is lost', 0.12, function* (branch, scene) {
  const [left, right] = operatorOf(branch) === '/' ? namedChildren(branch) : [];
  if (left === undefined || right === undefined || /\.to_f|fdiv|Float|\d\.\d/.test(scene.text(branch))) return;
  const steps = roundingAbove(branch, scene);
  const likely = steps || hintsOf(scene.clues).has('rounded') ? 2 : 0.7;
  const own = scene.text(left);
  if (DIVIDED.test(right.type)) yield replaced(right, `${scene.text(right)}.0`, 'divided as a fraction', likely);
  else yield replaced(right, `${receiving(right, scene)}.to_f`, 'divided as a fraction', likely);
  if (left.type !== 'integer')
    yield replaced(branch, `${receiving(left, scene)}.fdiv(${scene.text(right)})`, 'divided as a fraction', likely * 0.3);
  if (steps) return;
  const divisor = DIVIDED.test(right.type) ? `${scene.text(right)}.0` : `${receiving(right, scene)}.to_f`;
  for (const [step, odds] of [
    ['ceil', /pages?|count|batches|groups|rows|needed/.test(own + scene.text(right)) ? 1.5 : 0.7],
    ['round', 0.8],
  ] as const)
    yield replaced(branch, `(${own} / ${divisor}).${step}`, `${step} of the fraction`, odds);
});

/** Whether the quotient is rounded: `(a / b).round`. */
function roundingAbove(branch: Branch, scene: Scene): boolean {
  const outer = branch.parent?.type === 'parenthesized_statements' ? branch.parent : branch;
  const call = outer.field === 'receiver' ? rubyCall(outer.parent, scene) : null;
  return call !== null && /^(?:round|ceil|floor)$/.test(call.name);
}

/** `a / b * 100` loses what `a * 100 / b` keeps. */
const productOfQuotient = rubyFamily('multiplied too late', 0.15, function* (branch, scene) {
  const [left, right] = operatorOf(branch) === '*' ? namedChildren(branch) : [];
  const inner = left?.type === 'parenthesized_statements' ? namedChildren(left)[0] : left;
  const [of, by] = inner !== undefined && operatorOf(inner) === '/' ? namedChildren(inner) : [];
  if (right === undefined || of === undefined || by === undefined) return;
  yield replaced(branch, `${receiving(of, scene)} * ${scene.text(right)} / ${scene.text(by)}`, 'multiplied first', 1);
  yield replaced(
    branch,
    `${receiving(of, scene)} * ${scene.text(right)} / ${receiving(by, scene)}.to_f`,
    'multiplied first, as a fraction',
    0.5,
  );
});

/** How a number is made whole. */
const wholes = callFamily('made whole', 0.08, function* (call, branch, scene) {
  if (call.receiver === null) return;
  const own = scene.text(call.receiver);
  if (/^(?:to_i|truncate|floor|round)$/.test(call.name) && call.given.length === 0) {
    const isOfNumber = /[*/+-]|to_f|amount|price|total|rate/.test(own);
    if (call.name === 'to_i' && isOfNumber) yield replaced(call.method, 'round', 'to_i -> round', 2);
    if (call.name === 'round') yield { start: branch.end, end: branch.end, text: '(2)', label: 'to two places', odds: 1 };
    if (call.name === 'round')
      yield { start: branch.end, end: branch.end, text: '(half: :even)', label: 'halves to the even one', odds: 0.4 };
  }
  const only = onlyArgument(call);
  if (call.name === 'round' && only !== null && isNumber(only)) yield replaced(branch, `${own}.round`, 'to no place', 0.5);
});

/** Sums of fractions that are compared to the last digit. */
const rounded = rubyFamily('rounded sum', 0.06, function* (branch, scene) {
  const isValue = (isResult(branch) && branch.parent?.parent?.type === 'method') || branch.field === 'right';
  if (!isValue || !/^[*/+-]$/.test(operatorOf(branch)) || !hintsOf(scene.clues).has('rounded')) return;
  for (const [step, odds] of [
    ['round(2)', 1],
    ['round', 1],
    ['round(1)', 0.5],
    ['ceil', 0.4],
    ['floor', 0.4],
  ] as const)
    yield replaced(branch, `(${scene.text(branch)}).${step}`, step, odds);
});

/** Positions behind the last one begin again; pages and places are counted from 1. */
const positions = rubyFamily('position', 0.06, function* (branch, scene) {
  const reference = nearest(branch, new Set(['element_reference']));
  const operator = operatorOf(branch);
  const object = reference === branch.parent && reference !== null ? namedChildren(reference)[0] : undefined;
  if (object !== undefined && branch.index > 0 && /^[-+]$/.test(operator))
    yield replaced(branch, `(${scene.text(branch)}) % ${scene.text(object)}.size`, 'round and round', 1);
  const steps = branch.type === 'operator_assignment' && fieldOf(branch, 'operator')?.type === '+=' ? namedChildren(branch) : [];
  const [left, right] = steps;
  if (left !== undefined && right !== undefined && /index|position|cursor|current|turn|pointer/.test(scene.text(left)))
    for (const list of scene
      .variables(branch)
      .filter((name) => new RegExp(`${name}\\[`).test(scene.file.text))
      .slice(0, 2))
      yield replaced(branch, `${scene.text(left)} = (${scene.text(left)} + ${scene.text(right)}) % ${list}.size`, 'round and round', 1);
  const isFactor = branch.parent !== null && operatorOf(branch.parent) === '*';
  if (isFactor && isName(branch) && /page|index|number|row|attempt|level|day|position/.test(scene.text(branch)))
    for (const sign of ['-', '+']) yield replaced(branch, `(${scene.text(branch)} ${sign} 1)`, `${scene.text(branch)} ${sign} 1`, 1);
});

/** `1..n` for `0...n`, and the other way round. */
const rangeKinds = rubyFamily('both ends of a range', 0.06, function* (branch, scene) {
  const [from, to] = branch.type === 'range' ? namedChildren(branch) : [];
  const operator = fieldOf(branch, 'operator')?.type;
  if (from === undefined || to === undefined || from.type !== 'integer' || branch.parent?.type === 'element_reference') return;
  const own = scene.text(to);
  if (scene.text(from) === '0') yield replaced(branch, `1..${own}`, 'from 1', operator === '...' ? 1 : 0.6);
  if (scene.text(from) === '1') yield replaced(branch, `0...${own}`, 'from 0', operator === '..' ? 1 : 0.6);
});

export const rubyNumberFamilies: readonly Family[] = [fractions, productOfQuotient, wholes, rounded, positions, rangeKinds];
