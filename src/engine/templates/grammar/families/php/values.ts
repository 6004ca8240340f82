// What PHP takes for false and is a value all the same; numbers cut off; operators that bind otherwise than they read.
import { brief, type Proposal } from '../../../family.ts';
import {
  bare,
  CALLS,
  callOf,
  emptyOf,
  functionAround,
  functionCallOf,
  operatorOf,
  parametersOf,
  phpFamily,
  returnTypeOf,
} from '../../php.ts';
import { type Family, isCondition, type Scene } from '../../scene.ts';
import { type Branch, below, fieldOf, namedChildren, sidesOf } from '../../tree.ts';
import { replaced } from '../names.ts';

/** Functions that answer with a position, which may be 0, or with false. */
const FALSE_IF_NONE =
  /^(?:array_search|(?:mb_)?str(?:i|r|ri)?pos|fgets|fgetc|fgetcsv|fread|readdir|file_get_contents|filter_var|strtotime|prev)$/;
/** Functions that answer with the next value, which may be as good as false, or with null. */
const NULL_IF_NONE = /^(?:array_shift|array_pop|array_key_first|array_key_last|find|get|pop|shift|dequeue|fetch|poll)$/;

/** What is asked by a condition, and whether it is denied. */
function askedBy(condition: Branch): { readonly asked: Branch; readonly denied: boolean } {
  const argument = condition.type === 'unary_op_expression' && operatorOf(condition) === '!' ? fieldOf(condition, 'argument') : null;
  return argument === null ? { asked: condition, denied: false } : { asked: bare(argument), denied: true };
}

/** The last value that a variable was given before a place. */
function lastValueOf(name: string, place: Branch, scene: Scene): Branch | null {
  const fn = functionAround(place) ?? scene.program;
  const given = below(fn).filter(
    (each) => each.type === 'assignment_expression' && each.start < place.start && scene.text(fieldOf(each, 'left') ?? each) === name,
  );
  const last = given.at(-1);
  return last === undefined ? null : fieldOf(last, 'right');
}

/** `if (!$at)` behind `$at = strpos(…)`: the first position counts as found. */
const foundOrFalse = phpFamily(
  'found at the first place',
  0.14,
  `variable_name unary_op_expression assignment_expression ${CALLS}`,
  function* (branch, scene) {
    const isWhole =
      isCondition(branch, scene.language) || (branch.field === 'condition' && branch.parent?.type === 'conditional_expression');
    if (!isWhole) return;
    const { asked, denied } = askedBy(branch);
    const assigned = asked.type === 'assignment_expression' ? fieldOf(asked, 'right') : null;
    const value = assigned ?? (asked.type === 'variable_name' ? lastValueOf(scene.text(asked), branch, scene) : asked);
    const name = callOf(value === null ? null : bare(value), scene)?.name ?? '';
    const nothing = FALSE_IF_NONE.test(name) ? 'false' : NULL_IF_NONE.test(name) && value !== asked ? 'null' : null;
    if (nothing === null) return;
    const own = assigned === null ? scene.text(asked) : `(${scene.text(asked)})`;
    const text = `${own} ${denied ? '===' : '!=='} ${nothing}`;
    yield replaced(branch, text, `${brief(scene.text(branch))} -> ${brief(text)}`, nothing === 'false' ? 1.3 : 0.7);
  },
);

/** `strpos(…) > 0`, `strpos(…) == false`. */
const comparedPosition = phpFamily('position compared', 0.14, 'binary_expression', function* (branch, scene) {
  const sides = sidesOf(branch);
  if (sides === null) return;
  const [left, right] = sides.map(bare);
  const asked = [left, right].find((side) => {
    const value = side?.type === 'variable_name' ? lastValueOf(scene.text(side), branch, scene) : side;
    return FALSE_IF_NONE.test(functionCallOf(value, scene)?.name ?? '');
  });
  const other = asked === left ? right : left;
  if (asked === undefined || other === undefined || !/^(?:false|true|0|1|-1|null)$/i.test(scene.text(other))) return;
  const operator = operatorOf(branch);
  const isNone = /^(?:==|===|<|<=)$/.test(operator);
  if (/^(?:==|!=|===|!==|>|>=|<|<=)$/.test(operator))
    for (const [sign, odds] of [
      [isNone ? '===' : '!==', 1],
      [isNone ? '!==' : '===', 0.2],
    ] as const)
      yield replaced(branch, `${scene.text(asked)} ${sign} false`, `${brief(scene.text(asked))} ${sign} false`, odds);
});

/** What a value that may be nothing is compared with, by its type. */
function nothingsOf(name: string, place: Branch, scene: Scene): readonly string[] {
  const fn = functionAround(place);
  const type = fn === null ? '' : (parametersOf(fn, scene).find((each) => each.name === name)?.type ?? '');
  if (type === '') return ['null', "''"];
  const plain = emptyOf(type.replace(/^\?|\|?null\|?/g, ''));
  if (type.startsWith('?') || type.includes('null')) return ['null'];
  return plain === null || plain === 'false' || plain === 'null' ? [] : plain === '0' || plain === '0.0' ? [] : [plain];
}

/** `if (!$limit)` -> `if ($limit === null)`: 0 and '0' are values. */
const nothingOnly = phpFamily(
  'nothing, or as good as nothing',
  0.07,
  'variable_name member_access_expression unary_op_expression function_call_expression',
  function* (branch, scene) {
    const { asked, denied } = askedBy(branch);
    const whole = branch.field === 'condition' && branch.parent?.type === 'conditional_expression';
    if ((!isCondition(branch, scene.language) && !whole) || (!denied && branch.parent?.type === 'unary_op_expression')) return;
    const emptied = functionCallOf(asked, scene);
    const [inner] = emptied?.name === 'empty' ? emptied.given : [];
    const value = inner ?? asked;
    if (!/^(?:variable_name|member_access_expression|subscript_expression)$/.test(value.type)) return;
    const own = scene.text(value);
    const is = (inner !== undefined) === denied ? '!==' : '===';
    const equal = inner === undefined ? (denied ? '===' : '!==') : is;
    const made = value.type === 'subscript_expression' ? [] : nothingsOf(own, branch, scene);
    for (const [rank, nothing] of made.entries())
      yield replaced(branch, `${own} ${equal} ${nothing}`, `${own} ${equal} ${nothing}`, 1 / (1 + rank));
    if (inner !== undefined) yield replaced(branch, `${denied ? '' : '!'}isset(${own})`, `isset(${brief(own)})`, 0.8);
  },
);

/** `isset($kept[$key])` is false for a key whose value is null. */
const keyThere = phpFamily('key that is there', 0.07, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [first, second] = call?.given ?? [];
  if (call?.name === 'isset' && first?.type === 'subscript_expression' && second === undefined) {
    const [table, key] = namedChildren(first);
    if (table !== undefined && key !== undefined && !/^\$(?:m|match|matches|found)$/.test(scene.text(table)))
      yield replaced(branch, `array_key_exists(${scene.text(key)}, ${scene.text(table)})`, `${brief(scene.text(key))} is a key`, 1);
  }
  if (call?.name === 'array_key_exists' && first !== undefined && second !== undefined)
    yield replaced(branch, `isset(${scene.text(second)}[${scene.text(first)}])`, `${brief(scene.text(first))} is set`, 0.7);
});

/** `$given ?: 10` -> `$given ?? 10`: only where there is nothing. */
const orElse = phpFamily('nothing only', 0.09, 'conditional_expression', function* (branch, scene) {
  const [value, , other] = ['condition', 'body', 'alternative'].map((field) => fieldOf(branch, field));
  if (value == null || other == null) return;
  if (fieldOf(branch, 'body') === null) yield replaced(branch, `${scene.text(value)} ?? ${scene.text(other)}`, '?: -> ??', 1);
  const emptied = functionCallOf(bare(value), scene);
  const [inner] = emptied?.name === 'empty' ? emptied.given : [];
  if (inner !== undefined)
    yield replaced(branch, `${scene.text(inner)} ?? ${scene.text(fieldOf(branch, 'body') ?? other)}`, 'empty() ? -> ??', 1);
});

const STRICT: Readonly<Record<string, number>> = { in_array: 2, array_search: 2, array_keys: 2 };

/** `in_array($id, $ids)` finds what is only alike. */
const strict = phpFamily('strictly compared', 0.1, 'function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  if (call === null || !Object.hasOwn(STRICT, call.name) || call.given.length !== STRICT[call.name]) return;
  const last = call.given.at(-1);
  if (last !== undefined) yield { start: last.end, end: last.end, text: ', true', label: `${call.name} compares strictly`, odds: 1 };
});

const WEAKER = /^(?:[-+*/%.<>]|[<>=!]==?|<=>|&&|\|\||\*\*)$/;

/** `$a ?? 0 + $b` -> `($a ?? 0) + $b`, and other operators that bind otherwise than they read. */
const bindings = phpFamily(
  'what binds first',
  0.12,
  'binary_expression conditional_expression cast_expression unary_op_expression',
  function* (branch, scene) {
    const { text, file } = scene;
    const sides = sidesOf(branch);
    const put = (code: string, odds = 1): Proposal => replaced(branch, code, `bound as ${brief(code)}`, odds);
    if (sides !== null && operatorOf(branch) === '??') {
      // The part of the right side that stands before its first operator belongs to the left.
      const chain: Branch[] = [];
      for (let at: Branch | null = sides[1]; at?.type === 'binary_expression' && WEAKER.test(operatorOf(at)); at = fieldOf(at, 'left'))
        chain.push(at);
      for (const each of chain) {
        const left = fieldOf(each, 'left');
        if (left !== null) yield put(`(${file.text.slice(branch.start, left.end)})${file.text.slice(left.end, branch.end)}`, 1.3);
      }
    }
    if (branch.type === 'conditional_expression') yield* chosenBehind(branch, scene);
    const value = fieldOf(branch, 'value');
    const { parent } = branch;
    if (
      branch.type === 'cast_expression' &&
      value !== null &&
      branch.field === 'left' &&
      parent?.type === 'binary_expression' &&
      /^[-*/+%]$/.test(operatorOf(parent))
    ) {
      const cast = file.text.slice(branch.start, value.start);
      const whole = `${text(value)}${file.text.slice(branch.end, parent.end)}`;
      yield replaced(parent, `${cast}(${whole})`, `cast of ${brief(whole)}`, 1);
      if (/int/.test(cast)) yield replaced(parent, `${cast}round(${whole})`, `rounded ${brief(whole)}`, 0.8);
    }
    if (
      branch.type === 'unary_op_expression' &&
      operatorOf(branch) === '!' &&
      branch.field === 'left' &&
      parent !== null &&
      /^[!=]==?$/.test(operatorOf(parent))
    )
      yield replaced(parent, `!(${file.text.slice(branch.start + 1, parent.end)})`, 'all of it denied', 1);
  },
);

/** `'a' . $b ? 'c' : 'd'` -> `'a' . ($b ? 'c' : 'd')`. */
function* chosenBehind(branch: Branch, { file, text }: Scene): Generator<Proposal> {
  const condition = fieldOf(branch, 'condition');
  const sides = condition === null || !/^[.+*-]$/.test(operatorOf(condition)) ? null : sidesOf(condition);
  if (sides === null) return;
  const [left, right] = sides;
  const code = `${file.text.slice(branch.start, right.start)}(${file.text.slice(right.start, branch.end)})`;
  yield replaced(branch, code, `chosen behind ${brief(text(left))}`, 1);
}

/** `$a = fgets($f) !== false`, `if ($a = 1)`, `$a === 1 || 2`. */
const assignedInCondition = phpFamily(
  'assigned in a condition',
  0.14,
  'assignment_expression binary_expression',
  function* (branch, scene) {
    const sides = sidesOf(branch);
    if (sides === null) return;
    const [left, right] = sides;
    if (branch.type === 'assignment_expression' && isCondition(branch, scene.language)) {
      const compared = /^(?:[!=]==?|[<>]=?)$/.test(operatorOf(right)) ? fieldOf(right, 'left') : null;
      const { file } = scene;
      if (compared !== null)
        yield replaced(
          branch,
          `(${file.text.slice(branch.start, compared.end)})${file.text.slice(compared.end, branch.end)}`,
          'assigned first',
          1,
        );
      else if (right.children.length === 0 || scene.language.strings.has(right.type))
        for (const [rank, sign] of ['===', '=='].entries())
          yield replaced(branch, `${scene.text(left)} ${sign} ${scene.text(right)}`, `= -> ${sign}`, 1 / (1 + rank));
    }
    const compares = /^[!=]==?$/.test(operatorOf(left)) ? sidesOf(left) : null;
    if (
      /^(?:\|\||&&)$/.test(operatorOf(branch)) &&
      compares !== null &&
      (scene.language.strings.has(right.type) || right.type === 'integer')
    ) {
      const code = `${scene.text(compares[0])} ${operatorOf(left)} ${scene.text(right)}`;
      yield replaced(right, code, `compared with ${scene.text(right)}, too`, 1);
    }
  },
);

const ROUNDS = /^(?:round|ceil|floor|intdiv)$/;

/** `(int) ($price * 100)` cuts off what a float is short of. */
const cutOff = phpFamily('cut off instead of rounded', 0.12, 'cast_expression function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const isCast = branch.type === 'cast_expression' && /^int/.test(scene.text(fieldOf(branch, 'type') ?? branch));
  const [only] = call?.name === 'intval' && call.given.length === 1 ? call.given : [];
  const value = isCast ? fieldOf(branch, 'value') : (only ?? null);
  const inner = value === null ? null : bare(value);
  if (inner === null) return;
  const computes = inner.type === 'binary_expression' && /^(?:[*/]|\*\*|[-+])$/.test(operatorOf(inner));
  const rounding = functionCallOf(inner, scene);
  if (rounding !== null && ROUNDS.test(rounding.name)) return;
  if (!computes && inner.type !== 'variable_name') return;
  const divides = /\//.test(scene.text(inner));
  for (const [name, odds] of [
    ['round', computes ? 1.2 : 0.15],
    ['ceil', divides ? 0.7 : 0.05],
    ['floor', divides ? 0.25 : 0.05],
  ] as const)
    yield replaced(branch, `(int) ${name}(${scene.text(inner)})`, `(int) ${name}(${brief(scene.text(inner))})`, odds);
});

/** Whole numbers divided: rounded up, down or to the nearest. */
const wholeNumbers = phpFamily('whole numbers divided', 0.09, 'function_call_expression binary_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  const [a, b] = call?.name === 'intdiv' ? call.given.map(scene.text) : [];
  if (a !== undefined && b !== undefined)
    for (const [rank, name] of ['ceil', 'round'].entries())
      yield replaced(branch, `(int) ${name}(${a} / ${b})`, `${name} of ${brief(a)} / ${brief(b)}`, 1 / (1 + rank / 3));
  const sides = operatorOf(branch) === '/' ? sidesOf(branch) : null;
  const type = returnTypeOf(functionAround(branch), scene);
  const { parent } = branch;
  const isTaken = parent?.type === 'return_statement' || branch.field === 'right' || parent?.parent?.type === 'arguments';
  if (sides === null || !isTaken || !/^(?:\??int|)$/.test(type)) return;
  const [left, right] = sides.map((side) => scene.text(bare(side)));
  yield replaced(branch, `intdiv(${left}, ${right})`, `intdiv(${brief(left ?? '')}, ${brief(right ?? '')})`, 1);
  yield replaced(branch, `(int) ceil(${scene.text(branch)})`, `rounded up: ${brief(scene.text(branch))}`, 0.5);
  yield replaced(branch, `(int) round(${scene.text(branch)})`, `rounded: ${brief(scene.text(branch))}`, 0.5);
});

/** A float that is no whole number of cents, or no whole number at all. */
const roundedResult = phpFamily('rounded result', 0.06, 'return_statement function_call_expression', function* (branch, scene) {
  const call = functionCallOf(branch, scene);
  if (call?.name === 'number_format' && call.given.length === 1 && call.given[0] !== undefined)
    yield { start: call.given[0].end, end: call.given[0].end, text: ', 2', label: 'two decimals', odds: 1 };
  if (call?.name === 'number_format' && call.given.length === 2 && call.given[1] !== undefined)
    yield { start: call.given[1].end, end: call.given[1].end, text: ", '.', ''", label: 'without separators of thousands', odds: 1 };
  const type = returnTypeOf(functionAround(branch), scene);
  if (call !== null && /^(?:round|floor|ceil)$/.test(call.name) && branch.parent?.type !== 'cast_expression') {
    if (/^(?:\??int|)$/.test(type)) yield replaced(branch, `(int) ${scene.text(branch)}`, `(int) ${brief(scene.text(branch))}`, 0.8);
    if (call.name === 'round' && call.given.length === 1 && call.given[0] !== undefined)
      yield { start: call.given[0].end, end: call.given[0].end, text: ', 2', label: 'rounded to two decimals', odds: 1 };
  }
  const value = branch.type === 'return_statement' ? namedChildren(branch)[0] : undefined;
  if (value?.type === 'binary_expression' && /float/.test(type) && /^[-+*/]$/.test(operatorOf(value)))
    yield replaced(value, `round(${scene.text(value)}, 2)`, `${brief(scene.text(value))} rounded`, 1);
});

/** A share of nothing, a remainder below nothing, and fractions that should be equal. */
const arithmetic = phpFamily('arithmetic', 0.07, 'binary_expression', function* (branch, scene) {
  const sides = sidesOf(branch);
  if (sides === null || branch.end - branch.start > 100) return;
  const [left, right] = sides.map((side) => scene.text(side)) as [string, string];
  const [operator, type] = [operatorOf(branch), returnTypeOf(functionAround(branch), scene)];
  const counted = /^count\((\$[\w>-]+)\)$/.exec(right)?.[1];
  const isGuarded = branch.parent?.type === 'conditional_expression';
  if (/^[/%]$/.test(operator) && !isGuarded && /^(?:count\(.*\)|\$[\w>-]+|array_sum\(.*\))$/.test(right)) {
    const test = counted === undefined ? `${right} === 0` : `${counted} === []`;
    const nothing = /float/.test(type) ? '0.0' : '0';
    const whole = branch.parent?.type === 'return_statement' || branch.field === 'right';
    const code = `${test} ? ${nothing} : ${scene.text(branch)}`;
    yield replaced(branch, whole ? code : `(${code})`, `${nothing} where there is no ${brief(right)}`, counted === undefined ? 0.7 : 1);
  }
  // Pages are counted from 1.
  if (operator === '*' && /^\$\w*(?:page|number|index|nr)$/i.test(left))
    yield replaced(branch, `(${left} - 1) * ${right}`, `${left} counted from 1`, 1);
  if (operator === '%' && /^[\w$>()-]+$/.test(right))
    yield replaced(branch, `(${scene.text(branch)} + ${right}) % ${right}`, 'remainder not below 0', 0.8);
  if (/^={2,3}$/.test(operator) && /[.][0-9]|float|[*/]/.test(left + right))
    yield replaced(branch, `abs(${left} - (${right})) < 1e-9`, 'fractions nearly equal', 0.6);
});

export const phpValueFamilies: readonly Family[] = [
  foundOrFalse,
  comparedPosition,
  nothingOnly,
  keyThere,
  orElse,
  strict,
  bindings,
  assignedInCondition,
  cutOff,
  wholeNumbers,
  roundedResult,
  arithmetic,
];
