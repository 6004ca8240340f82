// PHP's arrays and the functions that answer with a new value: keys kept or lost, results thrown away, orders.
import { escapeRegex } from '../../../../escape.ts';
import { brief, entryOf } from '../../../family.ts';
import {
  bare,
  before,
  CALLS,
  callOf,
  expressionOf,
  functionAround,
  functionCallOf,
  operatorOf,
  parametersOf,
  phpFamily,
  returnTypeOf,
  says,
  statementAround,
  statementsOf,
} from '../../php.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren, sidesOf } from '../../tree.ts';
import { replaced, swapped } from '../names.ts';

/** Functions that leave holes among the keys. */
const KEEPS_KEYS = /^(?:array_(?:filter|unique|diff|intersect|diff_key|diff_assoc|udiff|uintersect)|preg_grep|asort|array_reverse)$/;

/** `array_filter(…)` keeps the keys of what it keeps. */
const listAgain = phpFamily('keys of a list', 0.12, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  if (call === null) return;
  const around = branch.parent?.type === 'argument' ? functionCallOf(branch.parent.parent?.parent, scene)?.name : undefined;
  const isFree =
    around === undefined || !/^(?:array_values|count|implode|sort|array_sum|in_array|max|min|array_map|array_keys|empty)$/.test(around);
  if (
    KEEPS_KEYS.test(call.name) &&
    isFree &&
    branch.parent?.type !== 'expression_statement' &&
    !/ARRAY_FILTER_USE_KEY|ARRAY_FILTER_USE_BOTH/.test(scene.text(branch))
  )
    yield replaced(
      branch,
      `array_values(${scene.text(branch)})`,
      `array_values(${brief(scene.text(branch))})`,
      around === undefined ? 1.2 : 0.7,
    );
  const last = call.given.at(-1);
  if (last === undefined) return;
  const adds: Readonly<Record<string, readonly (readonly [count: number, text: string])[]>> = {
    array_slice: [
      [2, ', null, true'],
      [3, ', true'],
    ],
    array_reverse: [[1, ', true']],
    array_chunk: [[2, ', true']],
    iterator_to_array: [[1, ', false']],
    preg_split: [[2, ', -1, PREG_SPLIT_NO_EMPTY']],
    explode: [[2, ', 2']],
    json_decode: [[1, ', true']],
  };
  for (const [count, text] of Object.hasOwn(adds, call.name) ? (adds[call.name] ?? []) : [])
    if (count === call.given.length) yield { start: last.end, end: last.end, text, label: `${call.name}(…${text})`, odds: 0.8 };
});

/** `array_filter($list)` drops 0 and '0'; what is unset from a list leaves a hole. */
const dropped = phpFamily('dropped from an array', 0.09, 'function_call_expression unset_statement', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [only, more] = call?.name === 'array_filter' ? call.given : [];
  if (only !== undefined && more === undefined)
    for (const [rank, nothing] of ['null', "''"].entries())
      yield {
        start: only.end,
        end: only.end,
        text: `, fn ($each) => $each !== ${nothing}`,
        label: `all but ${nothing}`,
        odds: 1 / (1 + rank / 3),
      };
  const [target, second] = branch.type === 'unset_statement' ? namedChildren(branch) : [];
  if (target?.type !== 'subscript_expression' || second !== undefined) return;
  const [list, key] = namedChildren(target).map(scene.text);
  const isListed = list !== undefined && says(scene, new RegExp(`${escaped(list)}\\[\\] =|@var (?:list<|\\w+\\[\\])`));
  if (list === undefined || key === undefined || !isListed) return;
  yield replaced(branch, `array_splice(${list}, ${key}, 1);`, `taken out of ${brief(list)}`, 1);
  yield replaced(
    branch,
    `${scene.text(branch)}\n${scene.indent(branch)}${list} = array_values(${list});`,
    `keys of ${brief(list)} begun again`,
    0.9,
  );
});

function escaped(text: string): string {
  return text.replace(/[$[\](){}.*+?^|\\]/g, '\\$&');
}

/** Functions whose only use is their result, by the argument they give back changed. */
const SUBJECT: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'trim rtrim ltrim strtolower strtoupper ucfirst ucwords lcfirst array_merge array_replace array_unique array_filter array_reverse array_values array_slice array_diff array_intersect array_flip array_pad array_fill_keys round floor ceil abs max min substr mb_substr mb_strtolower mb_strtoupper nl2br htmlspecialchars str_pad strrev wordwrap number_format intval json_encode addslashes stripslashes array_change_key_case'
      .split(' ')
      .map((name) => [name, 0] as const),
  ),
  ...{ array_map: 1, str_replace: 2, preg_replace: 2, preg_replace_callback: 2, str_ireplace: 2, explode: 1, implode: 1 },
};
const MOVES = /^(?:modify|add|sub|setTime|setDate|setTimezone|setTimestamp|setISODate|with[A-Z]\w*|plus\w*|minus\w*|without\w*)$/;

/** A result that nobody takes: `trim($name);`, `$date->modify('+1 day');`. */
const thrownAway = phpFamily('result thrown away', 0.14, 'expression_statement', function* (branch, scene) {
  const value = expressionOf(branch);
  const call = callOf(value, scene);
  if (value === null || call === null) return;
  const own = scene.text(value);
  const subject =
    Object.hasOwn(SUBJECT, call.name) && value.type === 'function_call_expression' ? call.given[SUBJECT[call.name] ?? 0] : undefined;
  if (subject !== undefined && /^(?:variable_name|member_access_expression|subscript_expression)$/.test(subject.type))
    yield replaced(value, `${scene.text(subject)} = ${own}`, `${brief(own)} taken`, 1.2);
  if (subject !== undefined) yield replaced(value, `return ${own}`, `${brief(own)} returned`, 0.4);
  const object = value.type === 'member_call_expression' ? call.object : null;
  const isImmutable = object !== null && (MOVES.test(call.name) || givesCopy(call.name, scene));
  if (object !== null && isImmutable && /^(?:variable_name|member_access_expression)$/.test(object.type) && scene.text(object) !== '$this')
    yield replaced(value, `${scene.text(object)} = ${own}`, `${brief(own)} taken`, 1.2);
  yield* ownResult(branch, value, scene);
});

/** Whether a method of the file answers with a changed copy. */
function givesCopy(name: string, { file }: Scene): boolean {
  return new RegExp(
    `function ${escapeRegex(name)}\\([^)]*\\)\\s*:\\s*(?:self|static)\\s*\\{\\s*(?:\\$\\w+ = clone \\$this|return new )`,
  ).test(file.text);
}

/** A function that calls itself, and drops what it answers. */
function* ownResult(branch: Branch, value: Branch, scene: Scene): Generator<ReturnType<typeof replaced>> {
  const fn = functionAround(branch);
  const call = callOf(value, scene);
  const own = fn === null ? null : fieldOf(fn, 'name');
  if (fn === null || own === null || call === null || scene.text(own) !== call.name || /^(?:void|)$/.test(returnTypeOf(fn, scene))) return;
  if (!/^\$this$|^(?:self|static)$|^$/.test(call.object === null ? '' : scene.text(call.object))) return;
  yield replaced(value, `return ${scene.text(value)}`, `${brief(scene.text(value))} returned`, 0.8);
  if (below(fn).some(({ type }) => /^yield/.test(type))) yield replaced(value, `yield from ${scene.text(value)}`, 'yielded in turn', 1);
  const [kept] = statementsOf(fn)
    .map((each) => /^(\$\w+) = \[\]/.exec(scene.text(each))?.[1])
    .filter((name) => name !== undefined);
  if (kept !== undefined) yield replaced(value, `${kept} = array_merge(${kept}, ${scene.text(value)})`, `joined to ${kept}`, 1);
}

const CHANGES_PLACE = /^(?:[uka]*r?sort|krsort|arsort|natsort|natcasesort|uasort|uksort|shuffle|array_push|array_walk|array_unshift)$/;

/** `return sort($list);` answers with true. */
const changedInPlace = phpFamily('changed in place', 0.15, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [list] = call?.given ?? [];
  if (call === null || list === undefined || !CHANGES_PLACE.test(call.name)) return;
  const { parent } = branch;
  const pad = scene.indent(branch);
  const [own, name] = [scene.text(branch), scene.text(list)];
  if (parent?.type === 'return_statement' && list.type === 'variable_name')
    yield replaced(parent, `${own};\n${pad}return ${name};`, `${name} returned, behind ${call.name}`, 1);
  if (parent?.type === 'assignment_expression' && branch.field === 'right')
    yield replaced(parent, own, `without the result of ${call.name}`, scene.text(fieldOf(parent, 'left') ?? parent) === name ? 1.2 : 0.4);
});

/** What is compared, and what a comparison must answer with. */
const comparators = phpFamily('comparison of a sort', 0.12, 'binary_expression', function* (branch, scene) {
  const sides = sidesOf(branch);
  const fn = functionAround(branch);
  const sorts = fn === null ? null : functionCallOf(fn.parent?.parent?.parent, scene);
  if (sides === null || fn === null || sorts === null || !/^u[ak]?sort$/.test(sorts.name)) return;
  const [left, right] = sides;
  const isWhole = branch.parent === fn || branch.parent?.type === 'return_statement';
  const operator = operatorOf(branch);
  const sign = branch.children.find(({ field }) => field === 'operator');
  if (isWhole && sign !== undefined && /^(?:[<>]=?|-)$/.test(operator)) {
    yield replaced(sign, '<=>', `${operator} -> <=>`, 1.2);
    yield replaced(branch, `${scene.text(right)} <=> ${scene.text(left)}`, `the other way round, ${operator} -> <=>`, 0.6);
  }
  if (isWhole && operator === '<=>') yield swapped(left, right, scene, 'the other way round', 0.8);
  const names = parametersOf(fn, scene).map(({ name }) => name);
  if (isWhole && operator === '<=>' && names.length === 2) yield* thenBy(branch, names[0] ?? '', names[1] ?? '', scene);
});

/** Of two that are equal there, by what else. */
function* thenBy(branch: Branch, one: string, other: string, scene: Scene): Generator<ReturnType<typeof replaced>> {
  const own = scene.text(branch);
  const parts = [...new Set(scene.file.text.match(/\['\w+'\]|->\w+\b(?!\()/g) ?? [])].filter((part) => !own.includes(part));
  const isKeyed = /\['/.test(own);
  const fitting = parts.filter((part) => part.startsWith('[') === isKeyed).slice(0, 3);
  for (const [rank, part] of (own.includes(`${one}[`) || own.includes(`${one}->`) ? fitting : []).entries())
    yield replaced(branch, `${own} ?: ${one}${part} <=> ${other}${part}`, `then by ${part}`, 0.4 / (1 + rank));
}

const SORT_FLAGS: Readonly<Record<string, readonly string[]>> = {
  sort: ['SORT_STRING', 'SORT_NUMERIC', 'SORT_NATURAL | SORT_FLAG_CASE'],
  array_unique: ['SORT_REGULAR'],
};

/** By their keys, with their keys, as numbers or as texts. */
const sorts = phpFamily('sorted otherwise', 0.08, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [list, more] = call?.given ?? [];
  if (call === null || list === undefined) return;
  const others: Readonly<Record<string, readonly string[]>> = {
    sort: ['asort', 'ksort', 'rsort'],
    rsort: ['arsort', 'krsort', 'sort'],
    usort: ['uasort', 'uksort'],
    uasort: ['usort'],
    asort: ['arsort', 'ksort', 'sort'],
    arsort: ['asort', 'krsort'],
    ksort: ['krsort', 'asort'],
  };
  for (const [rank, other] of (Object.hasOwn(others, call.name) ? (others[call.name] ?? []) : []).entries())
    yield replaced(call.callee, other, `${call.name} -> ${other}`, 1 / (1 + rank / 2));
  const flags = more === undefined && Object.hasOwn(SORT_FLAGS, call.name) ? (SORT_FLAGS[call.name] ?? []) : [];
  for (const [rank, flag] of flags.entries())
    yield { start: list.end, end: list.end, text: `, ${flag}`, label: `${call.name} with ${flag}`, odds: 0.5 / (1 + rank / 2) };
});

/** A list that is answered with in the order in which it came about. */
const unsorted = phpFamily('not sorted', 0.05, 'return_statement', function* (branch, scene) {
  const [value] = namedChildren(branch);
  const fn = functionAround(branch);
  if (value === undefined || fn === null || !/^(?:\??array|iterable|)$/.test(returnTypeOf(fn, scene))) return;
  const body = scene.file.text.slice(fn.start, branch.start);
  if (value.type !== 'variable_name') {
    if (!/^array_(?:keys|unique|values|map|filter|merge|column)\(/.test(scene.text(value))) return;
    const pad = scene.indent(branch);
    return yield replaced(
      branch,
      `$sorted = ${scene.text(value)};\n${pad}sort($sorted);\n${pad}return $sorted;`,
      `${brief(scene.text(value))} sorted`,
      0.6,
    );
  }
  const name = scene.text(value);
  if (
    new RegExp(`sort\\(\\${name}\\b`).test(body) ||
    !new RegExp(`\\${name}(?:\\[| = array_(?:filter|keys|map|merge|unique|values)\\()`).test(body)
  )
    return;
  const isList = !new RegExp(`\\${name}\\[[^\\]]`).test(body);
  for (const [rank, sort] of (isList ? ['sort'] : ['ksort', 'arsort', 'asort']).entries())
    yield before(branch, `${sort}(${name});`, scene, `${sort}(${name}) before it is returned`, 1 / (1 + rank / 2));
});

/** Lists joined: one after the other, or only where a key is missing; all of a list instead of the list itself. */
const joined = phpFamily('arrays joined', 0.09, `${CALLS} binary_expression assignment_expression`, function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [a, b, more] = call?.given ?? [];
  if (call !== null && /^array_(?:merge|replace)$/.test(call.name) && a !== undefined && b !== undefined && more === undefined) {
    yield replaced(branch, `${scene.text(a)} + ${scene.text(b)}`, `${brief(scene.text(b))} only where a key is missing`, 0.7);
    yield replaced(branch, `${scene.text(b)} + ${scene.text(a)}`, `${brief(scene.text(b))} by its keys before`, 0.6);
  }
  if (call !== null && /^array_(?:merge|push|unshift|intersect|diff)$|^(?:max|min)$/.test(call.name)) {
    const last = call.given.at(-1);
    const isList =
      last?.type === 'variable_name' && (call.name === 'array_push' || call.given.length === 1) && !/^(?:max|min)$/.test(call.name);
    if (last !== undefined && isList) yield replaced(last, `...${scene.text(last)}`, `each of ${scene.text(last)}`, 1);
  }
  const sides = operatorOf(branch) === '+' ? sidesOf(branch) : null;
  const isArray = sides?.some((side) => /^\[|array_|->(?:defaults|options|items)|array\(/.test(scene.text(bare(side)))) ?? false;
  if (sides !== null && (isArray || returnTypeOf(functionAround(branch), scene) === 'array')) {
    yield replaced(branch, `array_merge(${sides.map(scene.text).join(', ')})`, 'arrays merged', 1);
    yield replaced(branch, `array_merge(${[...sides].reverse().map(scene.text).join(', ')})`, 'arrays merged, the other way round', 0.5);
  }
  const [left, right] = branch.type === 'assignment_expression' ? [fieldOf(branch, 'left'), fieldOf(branch, 'right')] : [null, null];
  const statement = statementAround(branch);
  const list = left === null ? undefined : /^(.+)\[\]$/.exec(scene.text(left))?.[1];
  const isMany = right !== null && isListed(right, branch, scene);
  if (list !== undefined && right !== null && isMany && statement !== null)
    yield replaced(branch, `array_push(${list}, ...${scene.text(right)})`, `each of ${brief(scene.text(right))}`, 1);
});

/** Whether a value is, as far as its name and its type tell, a list. */
function isListed(value: Branch, place: Branch, scene: Scene): boolean {
  const own = scene.text(value);
  const fn = functionAround(place);
  const type = fn === null ? undefined : parametersOf(fn, scene).find(({ name }) => name === own)?.type;
  return (
    type === 'array' ||
    /^(?:array_\w+|\$this->\w*(?:all|list|flat|walk|collect|children)\w*)\(/i.test(own) ||
    (value.type === 'variable_name' && scene.file.text.includes(`count(${own})`))
  );
}

/** A key that a table has not yet. */
const keyMissing = phpFamily(
  'key not there yet',
  0.09,
  'augmented_assignment_expression update_expression subscript_expression',
  function* (branch, scene) {
    const target = branch.type === 'update_expression' ? fieldOf(branch, 'argument') : fieldOf(branch, 'left');
    const statement = branch.parent;
    const { noKey } = scene.clues.complaints;
    if (branch.type !== 'subscript_expression') {
      if (target?.type !== 'subscript_expression' || statement?.type !== 'expression_statement') return;
      const right = fieldOf(branch, 'right');
      const sign = operatorOf(branch).slice(0, 1);
      const own = scene.text(target);
      if (!/^[-+.*]$/.test(sign)) return;
      yield replaced(
        branch,
        `${own} = (${own} ?? ${sign === '.' ? "''" : '0'}) ${sign} ${right === null ? '1' : scene.text(right)}`,
        `${brief(own)} begun with nothing`,
        noKey.size > 0 ? 1.3 : 0.2,
      );
      return;
    }
    const parent = branch.parent;
    const isRead =
      parent?.type === 'return_statement' || parent?.type === 'argument' || branch.field === 'right' || branch.field === 'value';
    if (!isRead || operatorOf(parent ?? branch) === '??' || namedChildren(branch).length < 2) return;
    const type = parent?.type === 'return_statement' ? returnTypeOf(functionAround(branch), scene) : '';
    const nothings =
      type === '' ? ['null', '0', "''"] : [entryOf({ int: '0', string: "''", array: '[]', bool: 'false', float: '0.0' }, type) ?? 'null'];
    const fn = functionAround(branch);
    const given =
      fn === null
        ? []
        : parametersOf(fn, scene).filter((each) => each.type !== '' && each.type === type && parent?.type === 'return_statement');
    for (const { name } of given.slice(0, 1))
      yield replaced(branch, `${scene.text(branch)} ?? ${name}`, `${brief(scene.text(branch))} ?? ${name}`, 0.8);
    const odds = noKey.size > 0 ? 1.2 : type === '' ? 0.15 : 0.5;
    for (const [rank, nothing] of nothings.entries())
      yield replaced(branch, `${scene.text(branch)} ?? ${nothing}`, `${brief(scene.text(branch))} ?? ${nothing}`, odds / (1 + rank));
  },
);

export const phpArrayFamilies: readonly Family[] = [
  listAgain,
  dropped,
  thrownAway,
  changedInPlace,
  comparators,
  sorts,
  unsorted,
  joined,
  keyMissing,
];
