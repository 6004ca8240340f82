// What PHP copies and what it shares: loop variables, references, closures, arrays that are given or taken.
import { brief, hasWord } from '../../../family.ts';
import {
  behind,
  functionAround,
  functionCallOf,
  isLoop,
  loopAround,
  operatorOf,
  parametersOf,
  phpFamily,
  returnTypeOf,
  statementAround,
  variablesIn,
} from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** `foreach ($list as $key => $each)`, taken apart. */
interface Each {
  readonly list: Branch;
  readonly key: Branch | null;
  readonly value: Branch;
  readonly byReference: boolean;
}

export function eachOf(loop: Branch): Each | null {
  const [list, target] = loop.type === 'foreach_statement' ? namedChildren(loop) : [];
  if (list === undefined || target === undefined) return null;
  const [first, second] = target.type === 'pair' ? namedChildren(target) : [];
  const value = second ?? target;
  const named = value.type === 'by_ref' ? namedChildren(value)[0] : value;
  return named === undefined
    ? null
    : { list, key: second === undefined ? null : (first ?? null), value: named, byReference: value.type === 'by_ref' };
}

/** The variable that an assignment writes to, or to a part of. */
function writtenBy(branch: Branch, scene: Scene): { readonly target: Branch; readonly root: string } | null {
  const target = /^(?:augmented_)?assignment_expression$/.test(branch.type)
    ? fieldOf(branch, 'left')
    : branch.type === 'update_expression'
      ? fieldOf(branch, 'argument')
      : null;
  const root = target === null ? undefined : /^\$\w+/.exec(scene.text(target))?.[0];
  return target === null || root === undefined || !/^(?:subscript_expression|variable_name)$/.test(target.type) ? null : { target, root };
}

/** `foreach ($rows as $row) { $row['n'] = 1; }` changes a copy. */
const copyChanged = phpFamily(
  'copy of the loop changed',
  0.15,
  'assignment_expression augmented_assignment_expression update_expression',
  function* (branch, scene) {
    const written = writtenBy(branch, scene);
    const loop =
      written === null ? undefined : [...above(branch)].find((at) => isLoop(at) && scene.text(eachOf(at)?.value ?? at) === written.root);
    const each = loop === undefined ? null : eachOf(loop);
    if (written === null || loop === undefined || each === null || each.byReference) return;
    const body = fieldOf(loop, 'body');
    const isPart = written.target.type === 'subscript_expression';
    // What is read again behind the change may be a copy on purpose.
    const isReadAgain = hasWord(scene.file.text.slice(branch.end, body?.end ?? loop.end), written.root);
    const odds = (isPart ? 1 : 0.5) * (isReadAgain ? 0.5 : 1);
    const list = scene.text(each.list);
    const part = scene.text(written.target).slice(written.root.length);
    if (/^[$\w>-]+(?:\[[^\]]*\])*$/.test(list)) {
      if (each.key !== null)
        yield replaced(written.target, `${list}[${scene.text(each.key)}]${part}`, `change of ${brief(list)} itself`, 1.2 * odds);
      yield {
        start: each.value.start,
        end: each.value.start,
        text: '&',
        label: `reference to ${written.root}`,
        odds: (each.key === null ? 1.2 : 0.6) * odds,
      };
      if (each.key === null) {
        const text = `$key => ${scene.text(each.value)}${scene.file.text.slice(each.value.end, written.target.start)}${list}[$key]${part}`;
        yield {
          start: each.value.start,
          end: written.target.end,
          text,
          label: `change of ${brief(list)} itself, by its key`,
          odds: 0.6 * odds,
        };
      }
    }
  },
);

/** A reference that a loop leaves behind still names the last element. */
const leftReference = phpFamily('reference left behind', 0.15, 'foreach_statement', function* (branch, scene) {
  const each = eachOf(branch);
  if (each === null || !each.byReference || branch.parent === null) return;
  const name = scene.text(each.value);
  const end = functionAround(branch)?.end ?? scene.program.end;
  const rest = scene.file.text.slice(branch.end, end);
  if (new RegExp(`^\\s*unset\\(\\s*\\${name}\\s*\\)`).test(rest)) return;
  const isUsed = hasWord(rest, name);
  yield behind(branch, `unset(${name});`, scene, `unset(${name}) behind the loop`, isUsed ? 1.2 : 0.15);
  const value = each.value.parent;
  if (value?.type === 'by_ref') yield replaced(value, name, `${name} as a copy`, isUsed ? 0.4 : 0.1);
});

/** A list that a loop takes elements from needs their keys: `unset($item)` takes away nothing but the variable. */
const unsetCopy = phpFamily('variable unset', 0.15, 'unset_statement', function* (branch, scene) {
  const [only, more] = namedChildren(branch);
  const loop = loopAround(branch);
  const each = loop === null ? null : eachOf(loop);
  if (only?.type !== 'variable_name' || more !== undefined || each === null || scene.text(each.value) !== scene.text(only)) return;
  const list = scene.text(each.list);
  if (each.key !== null) return yield replaced(only, `${list}[${scene.text(each.key)}]`, `unset in ${brief(list)}`, 1);
  const text = `$key => ${scene.file.text.slice(each.value.start, only.start)}${list}[$key]`;
  yield { start: each.value.start, end: only.end, text, label: `unset in ${brief(list)}, by its key`, odds: 1 };
});

/** A closure keeps its own copy of what it uses: `use ($sum)` where it adds to it; and it knows nothing else of what is around it. */
const closures = phpFamily('used by a closure', 0.14, 'anonymous_function', function* (branch, scene) {
  const clause = branch.children.find(({ type }) => type === 'anonymous_function_use_clause');
  const body = fieldOf(branch, 'body');
  if (body === null) return;
  const used = clause === undefined ? [] : namedChildren(clause);
  for (const each of used) {
    if (each.type !== 'variable_name') continue;
    const isWritten = below(body).some((at) => writtenBy(at, scene)?.root === scene.text(each));
    if (isWritten) yield replaced(each, `&${scene.text(each)}`, `reference to ${scene.text(each)}`, 1);
  }
  const around = functionAround(branch);
  if (around === null) return;
  const known = new Set([
    ...parametersOf(branch, scene).map(({ name }) => name),
    ...used.map((each) => scene.text(each).replace('&', '')),
    '$this',
  ]);
  const outside = new Set(variablesIn(scene.file.text.slice(around.start, branch.start)));
  const own = below(body)
    .filter(({ type }) => type === 'variable_name')
    .map(scene.text);
  const made = new Set(below(body).flatMap((at) => (at.type === 'assignment_expression' ? scene.text(fieldOf(at, 'left') ?? at) : [])));
  const missing = [...new Set(own)].filter((name) => !known.has(name) && outside.has(name) && !made.has(name));
  if (missing.length === 0 || missing.length > 3) return;
  const at = clause === undefined ? fieldOf(branch, 'parameters')?.end : used.at(-1)?.end;
  const text = clause === undefined ? ` use (${missing.join(', ')})` : `, ${missing.join(', ')}`;
  if (at !== undefined) yield { start: at, end: at, text, label: `use of ${missing.join(', ')}`, odds: 1.3 };
});

/** An array given to a function is a copy: what the function changes and does not return is lost. */
const givenCopy = phpFamily('given copy changed', 0.1, 'simple_parameter', function* (branch, scene) {
  const name = fieldOf(branch, 'name');
  const fn = branch.parent?.parent ?? null;
  const body = fn === null ? null : fieldOf(fn, 'body');
  if (name === null || fn === null || body === null || branch.children.some(({ type }) => /reference|^&$/.test(type))) return;
  const own = scene.text(name);
  const writes = below(body).filter((at) => {
    const written = writtenBy(at, scene);
    const called = functionCallOf(at, scene);
    const sorts = called !== null && /^(?:[uka]*r?sort|shuffle|array_(?:push|unshift|splice|shift|pop|walk))$/.test(called.name);
    const [first] = called?.given ?? [];
    return (
      (written?.root === own && written.target.type === 'subscript_expression') ||
      (sorts && first !== undefined && scene.text(first) === own)
    );
  });
  const last = writes.at(-1);
  const isReadBehind = last !== undefined && hasWord(scene.file.text.slice(last.end, fn.end), own);
  const isUser = fn.type === 'anonymous_function' && fn.parent?.type === 'argument';
  if (last === undefined || (isReadBehind && loopAround(last) === null) || (returnTypeOf(fn, scene) === 'array' && !isUser)) return;
  yield { start: name.start, end: name.start, text: '&', label: `reference to ${own}`, odds: isReadBehind ? 0.5 : 1 };
});

/** `$list = $this->lists[$key]; $list[] = $item;` leaves what it was taken from as it was. */
const notPutBack = phpFamily('copy not put back', 0.1, 'assignment_expression', function* (branch, scene) {
  const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
  const fn = functionAround(branch);
  const statement = branch.parent;
  if (left?.type !== 'variable_name' || right === null || fn === null || statement?.type !== 'expression_statement') return;
  const source = operatorOf(right) === '??' ? fieldOf(right, 'left') : right;
  if (source === null || !/^(?:subscript_expression|member_access_expression)$/.test(source.type)) return;
  const [own, taken] = [scene.text(left), scene.text(source)];
  const writes = below(fn).filter((at) => at.start > branch.end && writtenBy(at, scene)?.root === own);
  const parts = writes.filter((at) => writtenBy(at, scene)?.target.type === 'subscript_expression' || at.type === 'update_expression');
  const last = parts.at(-1);
  const rest = last === undefined ? '' : scene.file.text.slice(last.end, fn.end);
  if (last === undefined || hasWord(rest, own)) return;
  const at = statementAround(last);
  if (at !== null) yield behind(at, `${taken} = ${own};`, scene, `${brief(own)} put back`, 1);
  if (source === right) yield { start: right.start, end: right.start, text: '&', label: `reference to ${brief(taken)}`, odds: 0.8 };
  const write = writtenBy(last, scene);
  if (write !== null && parts.length === 1)
    yield replaced(write.target, taken + scene.text(write.target).slice(own.length), `change of ${brief(taken)} itself`, 0.5);
});

export const phpCopyFamilies: readonly Family[] = [copyChanged, leftReference, unsetCopy, closures, givenCopy, notPutBack];
