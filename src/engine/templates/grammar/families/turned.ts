// Values turned round: truth values that are handed on or answered the other way, numbers with the other sign.
import { brief, type Proposal } from '../../family.ts';
import { type Family, isCondition, isMember, isPython, isValue, type Scene } from '../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../tree.ts';
import { operand, replaced } from './names.ts';

/** Names of truth values, in the ways that the languages write them. */
const PREDICATE =
  /^(?:_*(?:is|has|can|should|was|no|found)_|(?:is|has|can|should|was)[A-Z]|(?:all|any|bool|callable|hasattr|isinstance|issubclass|startswith|endswith|is(?:alnum|alpha|digit|lower|numeric|space|upper|disjoint|subset|superset))$)|\?$/;
/** Of longer names the end is read. */
const LONGEST_NAME = 100;
const OF_OPPOSITE = 2;
/** A copy with what it has already says nothing: something was to become of it. */
const OF_COPY = 2;

/** The last name of `a.b.is_open(x)`. */
function lastName(branch: Branch, scene: Scene): string {
  const called = scene.language.calls.has(branch.type) ? (fieldOf(branch, 'function') ?? fieldOf(branch, 'method')) : branch;
  return /[A-Za-z_]\w*[?!]?$/.exec(called === null ? '' : scene.text(called).slice(-LONGEST_NAME))?.[0] ?? '';
}

/** A name, a member or a call: what may be a truth value, or a number. */
function isNamed(branch: Branch, { language }: Scene): boolean {
  return (
    language.identifiers.has(branch.type) ||
    language.calls.has(branch.type) ||
    language.subscripts.has(branch.type) ||
    namedChildren(branch).some((each) => isMember(each, language))
  );
}

/** `return name in taken` is turned by its operator; here is what has none. */
function* truths(branch: Branch, scene: Scene): Generator<Proposal> {
  const { language } = scene;
  if (!isValue(branch, language) || isCondition(branch, language) || language.binary.has(branch.parent?.type ?? '')) return;
  const own = scene.text(branch);
  const not = /^not\s+|^!(?!=)/.exec(own)?.[0] ?? '';
  if (not !== '' && language.returns.has(branch.parent?.type ?? ''))
    yield replaced(branch, own.slice(not.length), `negation of ${brief(own)} removed`, 1);
  if (!isNamed(branch, scene)) return;
  const odds = isOfItself(branch, scene) ? OF_COPY : PREDICATE.test(lastName(branch, scene)) ? 1 : 0;
  if (odds > 0) yield replaced(branch, language.not(own), `${brief(own)} negated`, odds);
}

/** `replace(task, done=task.done)`, `task._replace(done=task.done)`, `{**task, "done": task["done"]}`: a copy with what it has already. */
function isOfItself(branch: Branch, scene: Scene): boolean {
  const [, owner = '', member = ''] = /^([\w.]+?)(?:\.(\w+)|\[['"](\w+)['"]\])$/.exec(scene.text(branch)) ?? [];
  const given = branch.parent;
  const name = given === null ? null : (fieldOf(given, 'name') ?? fieldOf(given, 'key'));
  const around = given?.parent ?? null;
  if (name === null || around === null || owner === '') return false;
  const said = scene.text(name).replace(/^['"]|['"]$/g, '');
  const isSame = member === '' ? scene.text(branch).includes(`[${scene.text(name)}]`) : said === member;
  const copied = [`**${owner}`, owner].includes(scene.text(namedChildren(around)[0] ?? branch));
  const callee = around.parent === null ? null : fieldOf(around.parent, 'function');
  return isSame && (copied || (callee !== null && scene.text(callee) === `${owner}._replace`));
}

function* signs(branch: Branch, scene: Scene): Generator<Proposal> {
  const { language } = scene;
  const own = scene.text(branch);
  if (/^unary_(?:operator|expression|op)$|^unary$/.test(branch.type) && /^-\s*[A-Za-z_(]/.test(own)) {
    yield replaced(branch, own.slice(1).trim(), `without -: ${brief(own.slice(1))}`, 1);
    return;
  }
  if (!scene.clues.opposite || !isValue(branch, language) || isCondition(branch, language)) return;
  const product = language.binary.has(branch.type) && /^[*/]$/.test(branch.children[1]?.type ?? '');
  const isOperand =
    language.binary.has(branch.parent?.type ?? '') && (branch.field !== 'left' || !/^[-+]$/.test(branch.parent?.children[1]?.type ?? ''));
  if ((!product && !isNamed(branch, scene)) || isOperand) return;
  yield replaced(branch, `-${operand(branch, scene)}`, `-${brief(own)}`, OF_OPPOSITE);
}

/** `rows[offset:limit]` -> `rows[offset:offset + limit]`. */
function* counts(branch: Branch, scene: Scene): Generator<Proposal> {
  if (!isPython(scene) || branch.type !== 'slice') return;
  const [from, to, ...others] = namedChildren(branch);
  if (from === undefined || to === undefined || others.length > 0 || !/^(?:identifier|attribute|integer)$/.test(to.type)) return;
  const [start, end] = [scene.text(from), scene.text(to)];
  if (start === '0' || start.startsWith('-') || end.startsWith('-')) return;
  yield replaced(to, `${start} + ${end}`, `${brief(start)} + ${brief(end)}`, 1);
}

/** `left / all` -> `(all - left) / all`: of a whole, the other part was meant. */
function* shares(branch: Branch, scene: Scene): Generator<Proposal> {
  const [part, sign, whole] = branch.children;
  if (!scene.language.binary.has(branch.type) || sign?.type !== '/' || part === undefined || whole === undefined) return;
  if (!isNamed(part, scene) || !isNamed(whole, scene)) return;
  const text = `(${scene.text(whole)} - ${scene.text(part)}) / ${scene.text(whole)}`;
  yield replaced(branch, text, `the other share: ${brief(text)}`, 1);
}

export const turnedFamilies: readonly Family[] = [
  { name: 'truth handed on negated', share: 0.03, propose: truths },
  { name: 'sign turned', share: 0.015, propose: signs },
  { name: 'end of a count', share: 0.015, propose: counts },
  { name: 'other share', share: 0.015, propose: shares },
];
