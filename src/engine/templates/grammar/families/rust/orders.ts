// What is sorted in Rust, by what, and which one of equal ones comes first.
import type { Proposal } from '../../../family.ts';
import { functionAround, isRust, type MethodCall, methodCallOf } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, fieldOf, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Neighbours alone are compared: what is not sorted must be, first. */
const unsorted: Family = {
  name: 'sorted before',
  share: 0.2,
  *propose(branch, scene) {
    const [only] = isRust(scene) && branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const call = methodCallOf(only, scene);
    const fn = functionAround(branch);
    if (call === null || fn === null || !/^(?:dedup|dedup_by_key)$/.test(call.name)) return;
    const name = scene.text(call.object);
    if (
      scene
        .text(fn)
        .slice(0, branch.start - fn.start)
        .includes(`${name}.sort`)
    )
      return;
    for (const [rank, method] of ['sort()', 'sort_unstable()'].entries())
      yield {
        start: branch.start,
        end: branch.start,
        text: `${name}.${method};\n${scene.indent(branch)}`,
        label: `${name} sorted before`,
        odds: 1 / (1 + rank),
      };
  },
};

const SORTS = /^(?:sort_by_key|sort_unstable_by_key|max_by_key|min_by_key|sort_by_cached_key)$/;
const COMPARES = /^(?:sort_by|sort_unstable_by|max_by|min_by|binary_search_by)$/;

/** The other way round, and by what else of equal ones. */
const order: Family = {
  name: 'order of equal ones',
  share: 0.08,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    if (call === null) return;
    yield* compared(call, scene);
    const [closure, more] = call.given;
    if (/^sort_unstable(?:_by|_by_key)?$/.test(call.name))
      yield replaced(call.method, call.name.replace('_unstable', ''), 'equal ones stay in order', 1);
    if (/^sort(?:_unstable)?$/.test(call.name) && call.given.length === 0) {
      yield replaced(branch, `${scene.text(call.object)}.sort_by(|a, b| b.cmp(a))`, 'largest first', 0.6);
      yield {
        start: branch.end,
        end: branch.end,
        text: `;\n${scene.indent(branch)}${scene.text(call.object)}.reverse()`,
        label: 'reversed',
        odds: 0.4,
      };
    }
    if (!SORTS.test(call.name) || closure?.type !== 'closure_expression' || more !== undefined) return;
    yield* keyed(closure, scene);
  },
};

/** `a.x.cmp(&b.x)` -> `b.x.cmp(&a.x)`, `.reverse()`, `.then_with(…)`. */
function* compared(call: MethodCall, scene: Scene): Generator<Proposal> {
  const [other] = call.given;
  if (!/^(?:cmp|partial_cmp|total_cmp)$/.test(call.name) || other === undefined) return;
  const [left, right] = [scene.text(call.object), scene.text(other)];
  const bare = right.replace(/^&/, '');
  const amp = right.startsWith('&') ? '&' : '';
  const turned = `${bare}.${call.name}(${amp}${left})`;
  yield replaced(call.call, turned, 'the other way round', 1);
  const [, one, field] = /^(\w+)\.(.+)$/.exec(left) ?? [];
  const another = /^(\w+)/.exec(bare)?.[1];
  const within = [...above(call.call)].map((at) => methodCallOf(at, scene));
  const isChained = within[1]?.name?.startsWith('then') === true || within[2]?.name?.startsWith('then') === true;
  if (one === undefined || another === undefined || field === undefined || isChained) return;
  const end = call.name === 'cmp' ? call.call.end : -1;
  if (end < 0) return;
  const [first, second] = [one, another].sort();
  for (const [rank, tie] of fieldsBeside(field, scene).entries()) {
    const ways = [`${first}.${tie}.cmp(&${second}.${tie})`, `${second}.${tie}.cmp(&${first}.${tie})`];
    for (const [order, way] of ways.entries())
      yield { start: end, end, text: `.then_with(|| ${way})`, label: `then by ${tie}`, odds: 1.2 / (1 + rank / 3) / (1 + order) };
    if (rank < 2) yield { start: end, end, text: `.then(${ways[0]})`, label: `then by ${tie}`, odds: 0.5 / (1 + rank / 3) };
  }
}

/** What else of equal ones could tell: the other place of a pair, the other fields of what is compared. */
function fieldsBeside(field: string, scene: Scene): readonly string[] {
  if (/^[01]$/.test(field)) return [field === '0' ? '1' : '0'];
  const name = field.replace(/\W.*$/s, '');
  for (const fields of structsOf(scene)) if (fields.has(name)) return [...fields.keys()].filter((each) => each !== name).slice(0, 3);
  return [];
}

function structsOf(scene: Scene): readonly ReadonlySet<string>[] {
  return [...scene.file.text.matchAll(/\bstruct \w+(?:<[^>]*>)?\s*\{([^}]*)\}/g)].map(
    ([, body = '']) => new Set([...body.matchAll(/(\w+)\s*:(?!:)/g)].flatMap(([, name]) => name ?? [])),
  );
}

function* keyed(closure: Branch, scene: Scene): Generator<Proposal> {
  const body = fieldOf(closure, 'body');
  if (body === null || body.type === 'block' || body.end - body.start > 80) return;
  const text = scene.text(body);
  const parts = body.type === 'tuple_expression' ? namedChildren(body).map(scene.text) : [text];
  const reverse = /\buse std::cmp::(?:Reverse|\{[^}]*\bReverse)/.test(scene.file.text) ? 'Reverse' : 'std::cmp::Reverse';
  const turned = (part: string): string => /^(?:std::cmp::)?Reverse\((.*)\)$/s.exec(part)?.[1] ?? `${reverse}(${part})`;
  const [first = '', ...rest] = parts;
  const tuple = (list: readonly string[]): string => (list.length === 1 ? `${list[0]}` : `(${list.join(', ')})`);
  yield replaced(body, tuple([turned(first), ...rest]), 'the other way round', 1);
  if (parts.length === 2) yield replaced(body, tuple([...parts].reverse()), 'by the other one first', 0.6);
  const [, one, field] = /^(?:(?:std::cmp::)?Reverse\()?\(?[&*]?(\w+)\.(\w+)/.exec(first) ?? [];
  if (one === undefined || field === undefined || parts.length > 2) return;
  for (const [rank, tie] of fieldsBeside(field, scene)
    .filter((each) => !text.includes(`.${each}`))
    .entries())
    for (const [order, written] of [`${one}.${tie}`, `${one}.${tie}.clone()`].entries())
      yield replaced(body, tuple([...parts, written]), `then by ${tie}`, 1 / (1 + rank / 3) / (1 + order));
}

/** Of equal ones `max_by_key` takes the last, `min_by_key` the first. */
const firstOfEqual: Family = {
  name: 'first of equal ones',
  share: 0.08,
  *propose(branch, scene) {
    const call = isRust(scene) ? methodCallOf(branch, scene) : null;
    if (call === null || !(COMPARES.test(call.name) || SORTS.test(call.name)) || !/^m(?:ax|in)_by/.test(call.name)) return;
    const iter = scene.text(call.object);
    if (/\.rev\(\)$/.test(iter)) yield replaced(call.object, iter.replace(/\.rev\(\)$/, ''), 'not from behind', 1);
    else yield replaced(call.object, `${iter}.rev()`, 'of equal ones the other', call.name.startsWith('max') ? 1 : 0.5);
  },
};

export const rustOrderFamilies: readonly Family[] = [unsorted, order, firstOfEqual];
