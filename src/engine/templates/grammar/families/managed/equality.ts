// Members that `equals` and `hashCode` of Java and C# compare, or leave out.
import { brief, hasWord, type Proposal } from '../../../family.ts';
import { declaredFor, fieldsOf, isJava, isPrimitive, methodCall, parametersIn } from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** A field that `equals` compares and `hashCode` leaves out, or the other way round. */
const compared: Family = {
  name: 'members compared',
  share: 0.2,
  *propose(branch, scene) {
    if (branch.type !== 'method_declaration') return;
    const name = fieldOf(branch, 'name');
    const own = name === null ? '' : scene.text(name);
    const fields = fieldsOf(branch, scene).filter((each) => !/^[A-Z_]+$/.test(each));
    if (/^(?:hashCode|GetHashCode)$/.test(own)) yield* hashed(branch, fields, scene);
    if (/^[eE]quals$/.test(own)) yield* equalled(branch, fields, scene);
  },
};

function otherMethod(branch: Branch, names: RegExp, scene: Scene): string {
  const all = branch.parent === null ? [] : namedChildren(branch.parent);
  const found = all.find((each) => {
    const name = each.type === 'method_declaration' ? fieldOf(each, 'name') : null;
    return name !== null && names.test(scene.text(name));
  });
  return found === undefined ? '' : scene.text(found);
}

function* hashed(branch: Branch, fields: readonly string[], scene: Scene): Generator<Proposal> {
  const equals = otherMethod(branch, /^[eE]quals$/, scene);
  const call = below(branch).find(
    (each) => /^(?:Objects\.hash|HashCode\.Combine)\(/.test(scene.text(each)) && methodCall(each, scene) !== null,
  );
  const given = methodCall(call, scene)?.given ?? [];
  if (call === undefined) return;
  const meant = fields.filter((field) => hasWord(equals, field));
  const text = `${isJava(scene) ? 'Objects.hash' : 'HashCode.Combine'}(${meant.join(', ')})`;
  if (meant.length > 0 && given.map(scene.text).join() !== meant.join())
    yield replaced(call, text, `what equals compares: ${brief(meant.join(', '))}`, 1.5);
}

function* equalled(branch: Branch, fields: readonly string[], scene: Scene): Generator<Proposal> {
  const whole = scene.text(branch);
  const result = below(branch).findLast(({ type }) => type === 'return_statement');
  const [value] = result === undefined ? [] : namedChildren(result);
  const other =
    new RegExp(`(?:==|equals\\(|Equals\\()\\s*(\\w+)\\.(?:${fields.join('|')})\\b`).exec(whole)?.[1] ?? /,\s*(\w+)\.\w+\)/.exec(whole)?.[1];
  if (value === undefined || other === undefined) return;
  for (const field of fields.filter((each) => !hasWord(whole, each)).slice(0, 3)) {
    const type = declaredFor(field, branch, scene)?.type ?? '';
    const test = isPrimitive(type)
      ? `${field} == ${other}.${field}`
      : isJava(scene)
        ? `Objects.equals(${field}, ${other}.${field})`
        : `Equals(${field}, ${other}.${field})`;
    yield { start: value.end, end: value.end, text: ` && ${test}`, label: `and the same ${field}`, odds: 1 };
  }
  const parts = whole.includes('&&')
    ? below(value).filter(({ type, parent }) => type !== '&&' && parent?.type === 'binary_expression' && scene.text(parent).includes('&&'))
    : [];
  const last = parts.at(-1);
  if (last !== undefined && parts.length >= 2 && last.parent !== null)
    yield {
      start: last.parent.children[0]?.end ?? last.start,
      end: last.end,
      text: '',
      label: `whatever ${brief(scene.text(last))}`,
      odds: 0.3,
    };
}

/** `equals(Point other)` overrides nothing. */
const overridden: Family = {
  name: 'override missed',
  share: 0.2,
  *propose(branch, scene) {
    if (!isJava(scene) || branch.type !== 'method_declaration') return;
    const name = fieldOf(branch, 'name');
    const [only, more] = parametersIn(branch, scene);
    const own = name === null ? '' : scene.text(name);
    if (own === 'hashcode' || own === 'tostring') {
      if (name !== null) yield replaced(name, own === 'hashcode' ? 'hashCode' : 'toString', 'overrides', 2);
    }
    if (own !== 'equals' || only === undefined || more !== undefined || only.type === 'Object') return;
    const body = fieldOf(branch, 'body');
    const [first] = body === null ? [] : namedChildren(body);
    const type = fieldOf(only.at, 'type');
    if (first === undefined || type === null || body === null) return;
    const between = scene.file.text.slice(fieldOf(only.at, 'name')?.end ?? type.end, first.start);
    const pad = scene.indent(first);
    const cast = `if (!(object instanceof ${only.type})) {\n${pad}    return false;\n${pad}}\n${pad}${only.type} ${only.name} = (${only.type}) object;\n${pad}`;
    yield { start: type.start, end: first.start, text: `Object object${between}${cast}`, label: 'equals of any object', odds: 2 };
  },
};

export const managedEqualityFamilies: readonly Family[] = [compared, overridden];
