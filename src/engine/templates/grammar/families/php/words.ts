// Names of PHP that lack what they belong to, values of another type than is asked for, separators behind the last piece.
import { brief, type Proposal } from '../../../family.ts';
import { classAround, functionAround, functionCallOf, knownAt, membersOf, methodsOf, nameOf, phpFamily, returnTypeOf } from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

function isStatic(definition: Branch): boolean {
  return definition.children.some(({ type }) => type === 'static_modifier');
}

/** `$items` for `$this->items`, `check($n)` for `$this->check($n)`, `LIMIT` for `self::LIMIT`. */
const ofTheObject: Family = phpFamily(
  'of the object',
  0.25,
  'variable_name function_call_expression name member_access_expression',
  function* (branch, scene) {
    const owner = classAround(branch);
    const fn = functionAround(branch);
    if (owner === null || fn === null) return;
    const own = scene.text(branch);
    if (branch.type === 'variable_name') yield* memberFor(branch, owner, scene);
    const call = functionCallOf(branch, scene);
    const method = call === null ? undefined : methodsOf(owner).find((each) => nameOf(each, scene) === call.name);
    if (
      call !== null &&
      method !== undefined &&
      !/^(?:count|sort|min|max|reset|current|key|next|end|list|sum|trim|round|explode|implode)$/.test(call.name)
    )
      yield replaced(call.callee, `${isStatic(method) ? 'self::' : '$this->'}${call.name}`, `${call.name} of the object`, 1);
    const isConstant = (name: string): boolean => new RegExp(`\\bconst (?:\\w+ )?${name} =`).test(scene.text(owner));
    const isAlone =
      branch.type === 'name' &&
      /^[A-Z][A-Z0-9_]+$/.test(own) &&
      !/const|access|call|type|clause|creation|qualified/.test(branch.parent?.type ?? '');
    if (isAlone && isConstant(own)) yield replaced(branch, `self::${own}`, `self::${own}`, 1);
    const read = /^\$this->(\$?)(\w+)$/.exec(branch.type === 'member_access_expression' ? own : '');
    if (read?.[1] === '$' && membersOf(owner, scene).some(({ name }) => name === read[2]))
      yield replaced(branch, `$this->${read[2]}`, `$this->${read[2]}`, 1);
    if (read?.[1] === '' && isConstant(read[2] ?? '')) yield replaced(branch, `self::${read[2]}`, `self::${read[2]}`, 1);
    const shared = membersOf(owner, scene).find(({ name }) => name === read?.[2]);
    if (shared?.isStatic) yield replaced(branch, `self::$${shared.name}`, `self::$${shared.name}`, 1);
  },
);

/** A variable that nothing gives a value, of the name of a member. */
function* memberFor(branch: Branch, owner: Branch, scene: Scene): Generator<Proposal> {
  const own = scene.text(branch);
  const member = membersOf(owner, scene).find(({ name }) => `$${name}` === own);
  const { parent } = branch;
  if (
    member === undefined ||
    parent === null ||
    /parameter|property|static|global|catch|use_clause|scoped/.test(parent.type) ||
    branch.field === 'left'
  )
    return;
  const isBound = [...above(branch)].some((at) => at.type === 'foreach_statement' && scene.text(namedChildren(at)[1] ?? at).includes(own));
  if (
    knownAt(branch, scene).has(own) ||
    isBound ||
    [...above(branch)].some(({ type }) => /closure|anonymous_function|arrow_function/.test(type))
  )
    return;
  yield replaced(branch, member.isStatic ? `self::${own}` : `$this->${member.name}`, `${member.name} of the object`, 1);
}

const NOTHING: Readonly<Record<string, string>> = { int: '0', float: '0.0', string: "''", array: '[]', bool: 'false' };

/** A value that the failure says is of another type than is asked for. */
const otherType: Family = phpFamily(
  'of another type',
  0.2,
  'return_statement argument simple_parameter primitive_type assignment_expression',
  function* (branch, scene) {
    const { wanted } = scene.clues.complaints;
    for (const [type = '', given = ''] of [...wanted].map((each) => each.split(' '))) {
      const isNull = given === 'null';
      if (
        isNull &&
        branch.type === 'primitive_type' &&
        scene.text(branch) === type &&
        (branch.field === 'return_type' || branch.parent?.type === 'simple_parameter')
      )
        yield replaced(branch, `?${type}`, `?${type}`, 0.7);
      const value = branch.type === 'assignment_expression' ? fieldOf(branch, 'right') : namedChildren(branch).at(-1);
      const isReturn = branch.type === 'return_statement';
      if (
        value == null ||
        /parameter|primitive/.test(branch.type) ||
        (isReturn && !returnTypeOf(functionAround(branch), scene).includes(type))
      )
        continue;
      const own = scene.text(value);
      const odds = isReturn ? 1 : branch.type === 'argument' ? 0.6 : 0.3;
      const nothing = NOTHING[type];
      if (isNull && nothing !== undefined) yield replaced(value, `${own} ?? ${nothing}`, `${brief(own)} ?? ${nothing}`, odds);
      if (isNull || type === 'array' || nothing === undefined || /^['"\d[]/.test(own)) continue;
      const plain = value.type === 'binary_expression' || value.type === 'conditional_expression' ? `(${own})` : own;
      yield replaced(value, `(${type}) ${plain}`, `(${type}) ${brief(own)}`, odds);
    }
  },
);

/** What is put behind each piece of a text, behind the last one as well. */
const separators: Family = phpFamily('behind the last piece', 0.1, 'return_statement', function* (branch, scene) {
  const [value] = namedChildren(branch);
  const fn = functionAround(branch);
  if (value?.type !== 'variable_name' || fn === null) return;
  const own = scene.text(value);
  const put = new RegExp(`\\${own} \\.= [^;]*\\. *(['"])([^'"\\w]{1,4})\\1;`).exec(scene.text(fn));
  const mark = put?.[2];
  if (mark === undefined || /trim\(|substr\(/.test(scene.text(fn))) return;
  const quote = put?.[1] ?? "'";
  yield replaced(value, `rtrim(${own}, ${quote}${mark}${quote})`, `without ${quote}${mark}${quote} behind`, 1);
  yield replaced(value, `substr(${own}, 0, -${mark.replace(/\\./g, '-').length})`, 'without the last separator', 0.6);
});

/** A closure that is made for no object, and uses one. */
const withoutObject: Family = phpFamily('closure without an object', 0.15, 'anonymous_function arrow_function', function* (branch, scene) {
  const modifier = branch.children.find(({ type }) => type === 'static_modifier');
  const next = modifier === undefined ? undefined : branch.children[modifier.index + 1];
  if (modifier === undefined || next === undefined || !scene.text(branch).includes('$this')) return;
  yield { start: modifier.start, end: next.start, text: '', label: 'closure of the object', odds: 1 };
});

export const phpWordFamilies: readonly Family[] = [ofTheObject, otherType, separators, withoutObject];
