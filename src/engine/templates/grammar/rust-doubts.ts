// Changes that Rust would hardly compile: a value of another type, an argument more or less, a result without the call that makes it.
import type { Proposal } from '../family.ts';
import { bare, bracketed, declaredIn, functionAround, methodCallOf, operatorOf, returnTypeOf, typeOf, typesIn } from './rust.ts';
import type { Scene } from './scene.ts';
import { type Branch, below, fieldOf, namedChildren, sidesOf } from './tree.ts';

/** How likely a change is that does not compile, as far as declarations tell. */
const REFUSED = 0.12;
/** A name that nothing else uses is likelier one that is lost. */
const UNUSED = 2.5;
/** A number of another size, which the compiler refuses as well, but a cast may stand around it. */
const OTHER_SIZE = 0.4;

type Kind = 'whole' | 'fraction' | 'text' | 'truth' | 'list' | 'table' | 'maybe' | 'result' | 'nothing' | 'other' | null;

function kindOf(type: string): Kind {
  const plain = type.replace(/^&(?:'\w+ )?(?:mut )?/, '');
  if (plain === '') return null;
  if (/^[iu](?:8|16|32|64|128|size)$/.test(plain)) return 'whole';
  if (/^f(?:32|64)$/.test(plain)) return 'fraction';
  if (/^(?:str|String)$/.test(plain)) return 'text';
  if (plain === 'bool') return 'truth';
  if (/^(?:Vec|\[|VecDeque)/.test(plain)) return 'list';
  if (/^(?:HashMap|BTreeMap|HashSet|BTreeSet)\b/.test(plain)) return 'table';
  if (/^Option\b/.test(plain)) return 'maybe';
  if (/\bResult\b/.test(plain)) return 'result';
  if (plain === '()') return 'nothing';
  return /^[A-Z]\w+(?:<.*>)?$/.test(plain) ? 'other' : null;
}

const returns = new WeakMap<Branch, ReadonlyMap<string, string>>();

/** What the functions of the file return, by their names. */
function returnsIn(scene: Scene): ReadonlyMap<string, string> {
  const known = returns.get(scene.program);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (const branch of below(scene.program)) {
    const name = branch.type === 'function_item' ? fieldOf(branch, 'name') : null;
    if (name !== null) found.set(scene.text(name), returnTypeOf(branch, scene) || '()');
  }
  returns.set(scene.program, found);
  return found;
}

const fieldTypes = new WeakMap<Branch, ReadonlyMap<string, string>>();

/** Types of the fields whose name has one type in all structs of the file. */
function fieldTypesIn(scene: Scene): ReadonlyMap<string, string> {
  const known = fieldTypes.get(scene.program);
  if (known !== undefined) return known;
  const all = [...declaredIn(scene).fields.values()].flatMap((fields) => [...fields]);
  const found = new Map(all.filter(([name, type]) => all.every(([each, other]) => each !== name || other === type)));
  fieldTypes.set(scene.program, found);
  return found;
}

function typeOfField(name: string, scene: Scene): string | null {
  return fieldTypesIn(scene).get(name) ?? null;
}

/** The type of a value, also of a call of a function of the file. */
function typeHere(branch: Branch, scene: Scene): string {
  const at = bare(branch);
  if (at.type === 'integer_literal') return 'whole';
  const call = methodCallOf(at, scene);
  if (call !== null) return /^(?:len|count)$/.test(call.name) ? 'usize' : (returnsIn(scene).get(call.name) ?? '');
  const callee = at.type === 'call_expression' ? fieldOf(at, 'function') : null;
  if (callee?.type === 'identifier') return returnsIn(scene).get(scene.text(callee)) ?? '';
  if (at.type === 'field_expression') {
    const field = fieldOf(at, 'field');
    return field === null ? '' : (typeOfField(scene.text(field), scene) ?? '');
  }
  return typeOf(at, scene);
}

function kindHere(branch: Branch, scene: Scene): Kind {
  return bare(branch).type === 'integer_literal' ? 'whole' : kindOf(typeHere(branch, scene));
}

/** Methods that give a value of the type that they are called on. */
const SAME =
  /^(?:trim|trim_start|trim_end|to_lowercase|to_uppercase|abs|min|max|clamp|rev|skip|take|filter|skip_while|take_while|clone|saturating_\w+|wrapping_\w+|rem_euclid|div_euclid|div_ceil|pow|round|floor|ceil|or|or_else|cloned|copied)$/;

/** How much of its chance a change keeps that another family proposes. */
export function doubtOf(family: string, place: Branch, change: Proposal, scene: Scene): number {
  switch (family) {
    case 'identifier':
      return renamingDoubt(place, change.text, scene);
    case 'confusable name':
      return isCalled(place, scene) ? 1 : REFUSED;
    case 'member':
      return memberDoubt(place, change.text, scene);
    case 'call':
      return callDoubt(place, change, scene);
    case 'wrap':
      return wrapDoubt(place, change.text, scene);
    case 'boundary':
      return isWhole(place, scene) ? 1 : REFUSED;
    case 'operator':
      if (change.text.includes('+=')) return isAddable(place, scene) ? 1 : REFUSED;
      return isNumeric(place, change, scene) ? 1 : REFUSED;
    case 'operand':
      return /^(?:[<>]=?|[=!]=)$/.test(operatorOf(place)) ? REFUSED : 1;
    default:
      return 1;
  }
}

/** A method that is called, or a variant such as `Less`: what the standard library names so. */
function isCalled(place: Branch, scene: Scene): boolean {
  const callee = place.parent;
  if (/^[A-Z]/.test(scene.text(place))) return true;
  return place.type === 'field_identifier' && (callee?.field === 'function' || callee?.parent?.type === 'generic_function');
}

/** Whether something is added that is not 0, and not what is there already. */
function isAddable(place: Branch, scene: Scene): boolean {
  const sides = sidesOf(place) ?? (place.parent === null ? null : sidesOf(place.parent));
  if (sides === null) return true;
  const [left, right] = sides;
  const [kind, text] = [kindHere(right, scene), scene.text(right)];
  if (/^(?:-?\d+(?:\.0)?|true|false|None|".*")$/.test(text) && !/^[1-9]/.test(text)) return false;
  return !text.includes(scene.text(left)) && (kind === null || kind === 'whole' || kind === 'fraction' || kind === 'text');
}

function renamingDoubt(place: Branch, name: string, scene: Scene): number {
  const fn = functionAround(place);
  const own = scene.text(place);
  if (/^[A-Z][a-z]/.test(name) !== /^[A-Z][a-z]/.test(own)) return REFUSED;
  if (place.field === 'path' || (place.field === 'name' && place.parent?.type === 'scoped_identifier')) return REFUSED;
  if (fn === null || place.field === 'function') return 1;
  const types = typesIn(fn, scene);
  if (unusedIn(fn, scene).has(name) && place.field !== 'pattern') return UNUSED;
  if (!types.has(name) && scene.defined.includes(name) && place.field !== 'name') return REFUSED;
  const [one, other] = [types.get(own) ?? '', types.get(name) ?? ''];
  const [kind, given] = [kindOf(one), kindOf(other)];
  if (kind === null || given === null) return 1;
  if (kind !== given) return REFUSED;
  return kind === 'whole' && one.replace(/^&/, '') !== other.replace(/^&/, '') ? OTHER_SIZE : 1;
}

const unused = new WeakMap<Branch, ReadonlySet<string>>();

/** Parameters and variables that a function never uses: the compiler warns of them. */
function unusedIn(fn: Branch, scene: Scene): ReadonlySet<string> {
  const known = unused.get(fn);
  if (known !== undefined) return known;
  const body = scene.text(fn);
  const names = below(fn).flatMap((each) => (each.type === 'identifier' && each.field === 'pattern' ? [scene.text(each)] : []));
  const found = new Set(names.filter((name) => !name.startsWith('_') && body.match(new RegExp(`\\b${name}\\b`, 'g'))?.length === 1));
  unused.set(fn, found);
  return found;
}

function memberDoubt(place: Branch, name: string, scene: Scene): number {
  const own = scene.text(place);
  if (place.type !== 'field_identifier') return 1;
  const isCalled = place.parent?.field === 'function';
  const [type, other] = [typeOfField(own, scene), typeOfField(name, scene)];
  if (isCalled) return other !== null && !scene.defined.includes(name) ? REFUSED : returnsDoubt(own, name, scene);
  if (other === null) return REFUSED;
  return type !== null && type !== other ? REFUSED : 1;
}

/** Two methods of the file that return different things. */
function returnsDoubt(own: string, name: string, scene: Scene): number {
  const [one, other] = [returnsIn(scene).get(own), returnsIn(scene).get(name)];
  if (one === undefined && other === undefined) return 1;
  return one === other ? 1 : REFUSED;
}

function callDoubt(place: Branch, change: Proposal, scene: Scene): number {
  const { label } = change;
  if (/^argument .* added|^without the argument/.test(label)) return scene.clues.complaints.arity.size > 0 ? 1 : REFUSED;
  const list = fieldOf(place, 'arguments');
  if (label === 'arguments swapped') {
    const kinds = (list === null ? [] : namedChildren(list)).map((each) => kindHere(each, scene));
    const known = new Set(kinds.filter((kind) => kind !== null));
    return known.size > 1 ? REFUSED : 1;
  }
  if (!label.startsWith('without the call')) return 1;
  const call = methodCallOf(place, scene);
  return call !== null && SAME.test(call.name) ? 1 : REFUSED;
}

function wrapDoubt(place: Branch, text: string, scene: Scene): number {
  if (place.type === 'self' || /_literal$/.test(place.type) || place.type === 'reference_expression') return REFUSED;
  const kind = kindHere(place, scene);
  if (text.endsWith('.len()')) return kind === 'list' || kind === 'text' || kind === 'table' ? 0.6 : REFUSED;
  const type = typeHere(place, scene);
  if (kind === 'whole') return /^&?u/.test(type) ? REFUSED : 1;
  return kind === 'fraction' ? 1 : kind === null && !scene.text(place).endsWith(')') ? 0.4 : REFUSED;
}

function isWhole(place: Branch, scene: Scene): boolean {
  const kind = kindHere(place, scene);
  if (place.type === 'self' || place.type === 'reference_expression') return false;
  return kind === 'whole' || kind === 'fraction' || (kind === null && !/to_string\(\)$|clone\(\)$|^[A-Z]|^"/.test(scene.text(place)));
}

/** Whether both sides may be numbers, where an operator of numbers takes the place of another one. */
function isNumeric(place: Branch, change: Proposal, scene: Scene): boolean {
  const put = scene.file.text.slice(place.start, change.start) + change.text + scene.file.text.slice(change.end, place.end);
  if (!/[-+*/%]/.test(put)) return true;
  const sides = sidesOf(place) ?? (place.parent === null ? null : sidesOf(place.parent));
  if (sides === null) return true;
  const kinds = sides.map((side) => kindHere(side, scene));
  const isAlien = (kind: Kind): boolean => kind !== null && kind !== 'whole' && kind !== 'fraction';
  return !kinds.some(isAlien) && !sides.some((side) => /^(?:true|false|None|Some\(|"|vec!|String::|Vec::)/.test(bracketed(side, scene)));
}
