// Numbers of Rust: fractions that are lost, results past the end of a type, signs, and what is divided by nothing.
import { brief } from '../../../family.ts';
import { bare, bracketed, earlyResults, functionAround, isFloat, isInBlock, isRust, operatorOf, returnTypeOf, typeOf } from '../../rust.ts';
import type { Family, Scene } from '../../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, sidesOf } from '../../tree.ts';
import { replaced } from '../names.ts';

const INTEGER = /^&?[iu](?:8|16|32|64|128|size)$/;

/** What is cast to an integer, without the cast. */
function uncast(branch: Branch, scene: Scene): Branch {
  const inner = bare(branch);
  const [value, type] = inner.type === 'type_cast_expression' ? [fieldOf(inner, 'value'), fieldOf(inner, 'type')] : [null, null];
  return value !== null && type !== null && INTEGER.test(scene.text(type)) ? value : inner;
}

/** `(sum / n) as f64` has no fraction. */
const fraction: Family = {
  name: 'fraction lost',
  share: 0.3,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    const isCast = branch.type === 'type_cast_expression';
    const [value, type] = isCast ? [fieldOf(branch, 'value'), fieldOf(branch, 'type')] : [null, null];
    const called =
      branch.type === 'call_expression' ? /^(f64|f32)::from$/.exec(scene.text(fieldOf(branch, 'function') ?? branch))?.[1] : undefined;
    const list = called === undefined ? null : fieldOf(branch, 'arguments');
    const whole = value ?? (list === null ? null : (namedChildren(list)[0] ?? null));
    const float = called ?? (type === null ? '' : scene.text(type));
    const quotient = whole === null ? null : bare(whole);
    const sides = quotient === null || operatorOf(quotient) !== '/' ? null : sidesOf(quotient);
    if (sides === null || quotient === null || !/^f(?:32|64)$/.test(float) || isFloat(quotient, scene)) return;
    const as = (side: Branch): string => `${bracketed(uncast(side, scene), scene)} as ${float}`;
    const from = (side: Branch): string => `${float}::from(${scene.text(uncast(side, scene))})`;
    const [one, other] = called === undefined ? [as, from] : [from, as];
    yield replaced(branch, sides.map(one).join(' / '), 'divided as fractions', 1);
    yield replaced(branch, sides.map(other).join(' / '), 'divided as fractions', 0.2);
  },
};

/** `done / total * 100` is 0 or 100; `(a * b) as u64` is cast too late. */
const early: Family = {
  name: 'rounded too early',
  share: 0.12,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    const sides = operatorOf(branch) === '*' ? sidesOf(branch) : null;
    const quotient = sides === null ? null : bare(sides[0]);
    const parts = quotient !== null && operatorOf(quotient) === '/' ? sidesOf(quotient) : null;
    if (sides !== null && parts !== null && !isFloat(branch, scene)) {
      const text = `${scene.text(parts[0])} * ${scene.text(sides[1])} / ${scene.text(parts[1])}`;
      yield replaced(branch, text, 'multiplied before it is divided', 1);
    }
    const [value, type] = branch.type === 'type_cast_expression' ? [fieldOf(branch, 'value'), fieldOf(branch, 'type')] : [null, null];
    const inner = value === null ? null : bare(value);
    const wide = type === null ? '' : scene.text(type);
    const operator = inner === null ? '' : operatorOf(inner);
    const terms = inner !== null && /^[-+*]$/.test(operator) ? sidesOf(inner) : null;
    if (terms === null || !/^(?:[iu](?:64|128)|usize|f64)$/.test(wide)) return;
    yield replaced(branch, terms.map((side) => `${bracketed(side, scene)} as ${wide}`).join(` ${operator} `), `as ${wide} before`, 0.6);
  },
};

/** `(price * 1.2) as u64` cuts the fraction off; `n / size` leaves the rest out. */
const rounding: Family = {
  name: 'rounded down',
  share: 0.06,
  *propose(branch, scene) {
    if (!isRust(scene)) return;
    const [value, type] = branch.type === 'type_cast_expression' ? [fieldOf(branch, 'value'), fieldOf(branch, 'type')] : [null, null];
    if (value !== null && type !== null && INTEGER.test(scene.text(type)) && isFloat(value, scene)) {
      if (/\.(?:round|floor|ceil|trunc)\(\)\)*$/.test(scene.text(value))) return;
      yield replaced(value, `${bracketed(value, scene)}.round()`, 'rounded', 1.5);
      yield replaced(value, `${bracketed(value, scene)}.ceil()`, 'rounded up', 0.6);
    }
    const sides = operatorOf(branch) === '/' ? sidesOf(branch) : null;
    if (sides === null || isFloat(branch, scene) || [...above(branch)].slice(0, 3).some((at) => isFloat(at, scene))) return;
    const [of, by] = sides;
    // An index in the middle is meant to be rounded down.
    if (scene.text(by) === '2' && !/\+ 1|\blen\b/.test(scene.text(of))) return;
    const isSigned = /^&?i/.test(typeOf(of, scene));
    if (!isSigned) yield replaced(branch, `${bracketed(of, scene)}.div_ceil(${scene.text(by)})`, 'rounded up', 0.7);
    yield replaced(branch, `(${scene.text(of)} + ${bracketed(by, scene)} - 1) / ${scene.text(by)}`, 'rounded up', 0.3);
    yield replaced(branch, `(${scene.text(of)} + ${bracketed(by, scene)} / 2) / ${scene.text(by)}`, 'rounded to the nearest', 0.3);
    if (isSigned) yield replaced(branch, `${bracketed(of, scene)}.div_euclid(${scene.text(by)})`, 'rounded down below 0, too', 0.6);
  },
};

/** The remainder of a negative number is negative. */
const remainder: Family = {
  name: 'remainder of a negative number',
  share: 0.1,
  *propose(branch, scene) {
    const sides = isRust(scene) && operatorOf(branch) === '%' ? sidesOf(branch) : null;
    if (sides === null) return;
    const [of, by] = sides;
    const isSigned = below(branch).some((each) => /^&?[if](?:8|16|32|64|size)$/.test(typeOf(each, scene)));
    if (!isSigned && !/ as i\d+|-/.test(scene.text(of))) return;
    if (/^[02]$/.test(scene.text(by))) return;
    yield replaced(branch, `${bracketed(of, scene)}.rem_euclid(${scene.text(by)})`, 'never negative', 1);
  },
};

const OVERFLOWN: Readonly<Record<string, { readonly word: string; readonly methods: readonly string[] }>> = {
  '-': { word: 'subtract', methods: ['saturating_sub', 'abs_diff', 'wrapping_sub'] },
  '+': { word: 'add', methods: ['saturating_add', 'wrapping_add'] },
  '*': { word: 'multiply', methods: ['wrapping_mul', 'saturating_mul'] },
  '-=': { word: 'subtract', methods: ['saturating_sub'] },
  '+=': { word: 'add', methods: ['saturating_add', 'wrapping_add'] },
  '*=': { word: 'multiply', methods: ['wrapping_mul', 'saturating_mul'] },
};

/** A panic said that a result went past the end of its type. */
const overflow: Family = {
  name: 'past the end of a type',
  share: 0.25,
  *propose(branch, scene) {
    const operator = isRust(scene) ? operatorOf(branch) : '';
    const way = OVERFLOWN[operator];
    const sides = sidesOf(branch);
    const { overflow } = scene.clues.complaints.rust;
    if (way === undefined || sides === null || !overflow.has(way.word) || isFloat(branch, scene)) return;
    const [left, right] = sides;
    const [own, other] = [bracketed(left, scene), scene.text(right)];
    for (const [rank, method] of way.methods.entries()) {
      const text = `${own}.${method}(${other})`;
      const odds = (rank === 0 ? 1.5 : 0.7) / (1 + rank / 3);
      yield replaced(branch, operator.length > 1 ? `${scene.text(left)} = ${text}` : text, brief(text), odds);
    }
    if (operator.length > 1) return;
    const name = way.methods[0]?.replace(/^\w+?_/, 'checked_') ?? '';
    const returned = returnTypeOf(functionAround(branch), scene);
    if (/^Option\b/.test(returned)) yield replaced(branch, `${own}.${name}(${other})?`, `${name} or nothing`, 1);
    const [error] = /\bResult\b/.test(returned) ? earlyResults(functionAround(branch) ?? branch, scene) : [];
    if (error?.startsWith('Err(') === true)
      yield replaced(branch, `${own}.${name}(${other}).ok_or(${error.slice(4, -1)})?`, `${name} or an error`, 0.7);
    for (const wide of operator === '-' ? ['i64', 'i32'] : ['u64', 'i64'])
      yield replaced(branch, `(${own} as ${wide} ${operator} ${bracketed(right, scene)} as ${wide})`, `as ${wide}`, 0.3);
    const middle = operator === '+' && branch.parent?.type === 'parenthesized_expression' ? branch.parent.parent : null;
    if (middle !== null && /\/ 2$/.test(scene.text(middle)))
      yield replaced(middle, `${own} + (${other} - ${own}) / 2`, 'middle without the sum', 1.5);
  },
};

/** The type that is too small for what it is to hold. */
const tooSmall: Family = {
  name: 'type too small',
  share: 0.08,
  *propose(branch, scene) {
    if (!isRust(scene) || branch.type !== 'primitive_type') return;
    const own = scene.text(branch);
    const isCast = branch.parent?.type === 'type_cast_expression';
    const { overflow } = scene.clues.complaints.rust;
    if (!(isCast ? /^[iu](?:8|16|32)$/.test(own) : overflow.size > 0 && /^[iu](?:8|16|32)$/.test(own))) return;
    if (!isCast && branch.parent?.type !== 'let_declaration') return;
    yield replaced(branch, `${own.slice(0, 1)}64`, `${own} -> ${own.slice(0, 1)}64`, 0.6);
    if (own.startsWith('u')) yield replaced(branch, 'i64', `${own} -> i64`, 0.3);
  },
};

/** A panic said that something was divided by 0. */
const byZero: Family = {
  name: 'divided by nothing',
  share: 0.3,
  *propose(branch, scene) {
    const sides = isRust(scene) && /^[/%]=?$/.test(operatorOf(branch)) ? sidesOf(branch) : null;
    const fn = functionAround(branch);
    if (sides === null || fn === null) return;
    const by = scene.text(sides[1]).replace(/ as \w+$/, '');
    const isSaid = scene.clues.complaints.rust.byZero || scene.clues.pairs.some(({ actual }) => /\bNaN\b|\binf\b/.test(actual));
    if (!isSaid || /^[\d.]+$/.test(by)) return;
    const statement = [branch, ...above(branch)].find(isInBlock);
    const isLong = /^(.*)\.len\(\)$/.exec(by)?.[1];
    const test =
      isLong === undefined
        ? `${by} == ${isFloat(sides[1], scene) && !by.includes('(') && !/ as f/.test(scene.text(sides[1])) ? '0.0' : '0'}`
        : `${isLong}.is_empty()`;
    if (statement === undefined) return;
    for (const [rank, value] of earlyResults(fn, scene).entries()) {
      const text = `if ${test} {\n${scene.indent(statement)}    return${value === '' ? '' : ` ${value}`};\n${scene.indent(statement)}}\n${scene.indent(statement)}`;
      yield { start: statement.start, end: statement.start, text, label: `${brief(value)} if ${brief(test)}`, odds: 1.5 / (1 + rank / 2) };
    }
    yield replaced(sides[1], `${bracketed(sides[1], scene)}.max(1)`, 'at least 1', 0.3);
  },
};

/** Fractions are seldom equal to the last digit. */
const nearly: Family = {
  name: 'fractions compared',
  share: 0.05,
  *propose(branch, scene) {
    const operator = isRust(scene) ? operatorOf(branch) : '';
    const sides = /^[=!]=$/.test(operator) ? sidesOf(branch) : null;
    if (sides === null || !isFloat(branch, scene) || sides.some((side) => /^0\.0$|INFINITY|NAN/.test(scene.text(side)))) return;
    const difference = `(${scene.text(sides[0])} - ${bracketed(sides[1], scene)}).abs()`;
    yield replaced(branch, `${difference} ${operator === '==' ? '<' : '>='} 1e-9`, 'nearly equal', 1);
    yield replaced(branch, `${difference} ${operator === '==' ? '<' : '>='} f64::EPSILON`, 'nearly equal', 0.5);
  },
};

export const rustNumberFamilies: readonly Family[] = [fraction, early, rounding, remainder, overflow, tooSmall, byZero, nearly];
