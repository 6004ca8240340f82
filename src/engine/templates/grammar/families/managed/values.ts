// What Java and C# compare and compute otherwise than it reads: objects by their place in memory, numbers in too narrow a type.
import { escapeRegex } from '../../../../escape.ts';
import { brief, type Proposal } from '../../../family.ts';
import {
  argumentsIn,
  isFraction,
  isJava,
  isPrimitive,
  isWhole,
  methodAround,
  methodCall,
  typeOf,
  wantedType,
  withImport,
  wordsOf,
} from '../../managed.ts';
import type { Family, Scene } from '../../scene.ts';
import { type Branch, namedChildren } from '../../tree.ts';
import { replaced } from '../names.ts';

interface Sides {
  readonly left: Branch;
  readonly right: Branch;
  readonly sign: string;
}

function sidesOf(branch: Branch): Sides | null {
  if (branch.type !== 'binary_expression') return null;
  const [left, right] = namedChildren(branch);
  const sign = branch.children.find(({ named }) => !named)?.type;
  return left === undefined || right === undefined || sign === undefined ? null : { left, right, sign };
}

const PLAIN =
  /^(?:identifier|field_access|member_access_expression|method_invocation|invocation_expression|array_access|element_access_expression|parenthesized_expression|string_literal)$/;
const LITERAL = /_literal$|^(?:true|false|this)$/;

/** `token == other` of texts asks whether both are one object. */
const equal: Family = {
  name: 'equal by content',
  share: 0.4,
  anywhere: true,
  *propose(branch, scene) {
    const sides = isJava(scene) ? sidesOf(branch) : null;
    if (sides === null || !/^[=!]=$/.test(sides.sign)) return;
    const { left, right } = sides;
    const types = [typeOf(left, scene), typeOf(right, scene)];
    const isText = [left, right].some(({ type }) => type === 'string_literal');
    if ([left, right].some(({ type }) => LITERAL.test(type) && type !== 'string_literal')) return;
    if (![left, right].every(({ type }) => PLAIN.test(type)) || types.some((type) => type !== null && isPrimitive(type))) return;
    const odds = certainty(types, isText, scene);
    if (odds === 0) return;
    const not = sides.sign === '!=' ? '!' : '';
    const [one, other] = right.type === 'string_literal' ? [right, left] : [left, right];
    if (types[0]?.endsWith('[]') || types[1]?.endsWith('[]')) {
      const text = `${not}Arrays.equals(${scene.text(left)}, ${scene.text(right)})`;
      yield withImport(replaced(branch, text, brief(text), odds), 'java.util.Arrays', scene);
      return;
    }
    const text = `${not}${scene.text(one)}.equals(${scene.text(other)})`;
    yield replaced(branch, text, brief(text), odds);
    const safe = `${not}Objects.equals(${scene.text(left)}, ${scene.text(right)})`;
    if (!isText) yield withImport(replaced(branch, safe, brief(safe), odds * 0.5), 'java.util.Objects', scene);
  },
};

/** How sure it is that both are objects of values: texts, boxed numbers, others by their use in the file. */
function certainty(types: readonly (string | null)[], isText: boolean, scene: Scene): number {
  const known = types.filter((type) => type !== null);
  if (isText || known.some((type) => /^(?:String|Integer|Long|Double|Short|Character|BigDecimal|BigInteger)$|\[\]$/.test(type))) return 1;
  if (known.some((type) => /^(?:Local\w+|Instant|Duration|UUID|Optional|List|Set|Map|Object)\b/.test(type))) return 0.6;
  // A name in capitals is mostly a constant of an enumeration, of which there is one.
  return known.length === 0 || new RegExp(`enum ${escapeRegex(known[0] ?? '')}\\b`).test(scene.file.text) ? 0 : 0.08;
}

/** `a.equals(b)` of arrays and of decimals, and of what may be null. */
const equalOtherwise: Family = {
  name: 'equal otherwise',
  share: 0.06,
  *propose(branch, scene) {
    const call = methodCall(branch, scene);
    const [given, more] = call?.given ?? [];
    const words = wordsOf(scene);
    if (call?.name !== words?.equals || call?.object == null || given === undefined || more !== undefined) return;
    const [one, other] = [scene.text(call.object), scene.text(given)];
    const type = typeOf(call.object, scene);
    if (!isJava(scene)) {
      if (type?.endsWith('[]') || /^I?List|^IEnumerable/.test(type ?? ''))
        yield replaced(branch, `${one}.SequenceEqual(${other})`, 'equal item by item', 4);
      if (type === 'string')
        yield replaced(branch, `string.Equals(${one}, ${other}, StringComparison.OrdinalIgnoreCase)`, 'equal in any case', 1);
      return;
    }
    if (type?.endsWith('[]'))
      yield withImport(replaced(branch, `Arrays.equals(${one}, ${other})`, 'equal item by item', 6), 'java.util.Arrays', scene);
    if (type === 'BigDecimal') yield replaced(branch, `${one}.compareTo(${other}) == 0`, 'equal whatever the scale', 4);
    const odds = scene.clues.complaints.nothing ? 3 : 0.6;
    if (call.object.type === 'string_literal') return;
    yield withImport(replaced(branch, `Objects.equals(${one}, ${other})`, 'equal, or both null', odds), 'java.util.Objects', scene);
    if (/^(?:string_literal|identifier)$/.test(given.type)) yield replaced(branch, `${other}.equals(${one})`, 'asked the other way', odds);
  },
};

/** `cents * quantity` overflows as an `int` before it becomes a `long`. */
const widened: Family = {
  name: 'widened too late',
  share: 0.3,
  anywhere: true,
  *propose(branch, scene) {
    const sides = wordsOf(scene) === null ? null : sidesOf(branch);
    if (sides === null || !/^[*+-]$/.test(sides.sign)) return;
    const isProduct = scene.text(branch).includes('*');
    const [left, right] = [typeOf(sides.left, scene), typeOf(sides.right, scene)];
    if (!isProduct || !isNarrow(left) || !isNarrow(right) || wantsWide(branch, scene) === null) return;
    const first = firstFactor(sides.left);
    if (/literal$/.test(first.type))
      yield { start: first.end, end: first.end, text: 'L', label: `${brief(scene.text(first))} as a long`, odds: 1 };
    else yield { start: first.start, end: first.start, text: '(long) ', label: `${brief(scene.text(first))} as a long`, odds: 1 };
  },
};

/** `(int)` around what does not fit. */
const narrowed: Family = {
  name: 'narrowed too early',
  share: 0.08,
  *propose(branch, scene) {
    if (branch.type !== 'cast_expression' || wordsOf(scene) === null) return;
    const [type, value] = namedChildren(branch);
    if (type === undefined || value === undefined || !/^(?:int|long)$/.test(scene.text(type))) return;
    const own = scene.text(type);
    const inner = value.type === 'parenthesized_expression' ? (namedChildren(value)[0] ?? value) : value;
    const outer = branch.parent;
    if (outer?.type === 'binary_expression' && branch.index === 0)
      yield replaced(outer, `(${own}) (${scene.file.text.slice(value.start, outer.end)})`, 'made whole at the end', 1.5);
    const rounded = isJava(scene) ? `Math.round(${scene.text(inner)})` : `Math.Round(${scene.text(inner)}, MidpointRounding.AwayFromZero)`;
    if (!/^Math\./.test(scene.text(inner))) {
      yield replaced(branch, isJava(scene) && own === 'long' ? rounded : `(${own}) ${rounded}`, 'rounded, not cut off', 1.5);
      yield replaced(branch, `(${own}) Math.${isJava(scene) ? 'ceil' : 'Ceiling'}(${scene.text(inner)})`, 'rounded up', 0.8);
    }
    if (own === 'int') yield replaced(type, 'long', 'as a long', 0.5);
  },
};

function isNarrow(type: string | null): boolean {
  return type !== null && /^(?:int|short|byte|char|Integer)$/.test(type);
}

/** The wide type that what stands around asks for: also through sums and assignments to one. */
function wantsWide(branch: Branch, scene: Scene): string | null {
  const { parent } = branch;
  const wanted = wantedType(branch, scene);
  if (wanted !== null) return /^(?:long|Long)$/.test(wanted) ? wanted : null;
  const other = parent?.type === 'binary_expression' ? sidesOf(parent) : null;
  if (parent === null || other === null || !/^[-+]$/.test(other.sign)) return null;
  const beside = typeOf(other.left === branch ? other.right : other.left, scene);
  return beside === 'long' ? beside : wantsWide(parent, scene);
}

function firstFactor(branch: Branch): Branch {
  const sides = sidesOf(branch);
  return sides === null ? branch : firstFactor(sides.left);
}

/** `hits / all` of whole numbers has no fraction. */
const fractions: Family = {
  name: 'fraction lost',
  share: 0.2,
  *propose(branch, scene) {
    const sides = wordsOf(scene) === null ? null : sidesOf(branch);
    if (sides?.sign !== '/') return;
    const [left, right] = [typeOf(sides.left, scene), typeOf(sides.right, scene)];
    if ((left !== null && !isWhole(left)) || (right !== null && !isWhole(right)) || (left === null && right === null)) return;
    const [one, other] = [scene.text(sides.left), scene.text(sides.right)];
    const wide = wantsFraction(branch, scene);
    const odds = wide ? 1 : 0.25;
    const word = wide && isFraction(wantedType(branch, scene)) ? (wantedType(branch, scene) ?? 'double').toLowerCase() : 'double';
    if (wide) {
      if (/^\d+$/.test(other)) yield replaced(sides.right, `${other}.0`, `${other}.0`, odds * 0.6);
      if (isPlain(sides.left)) yield replaced(sides.left, `(${word}) ${one}`, `${brief(one)} as a fraction`, odds);
      else yield replaced(sides.right, `(${word}) ${other}`, `${brief(other)} as a fraction`, odds);
    }
    if (/[-+*/%]/.test(other) || isPlain(branch)) return;
    const whole = isPlain(sides.left) ? one : `(${one})`;
    if (!/- 1\b/.test(one)) yield replaced(branch, `(${one} + ${other} - 1) / ${other}`, 'rounded up', 0.5);
    yield replaced(branch, `(${one} + ${other} / 2) / ${other}`, 'rounded', 0.2);
    if (isJava(scene)) yield replaced(branch, `Math.floorDiv(${one}, ${other})`, 'rounded down', 0.2);
    else yield replaced(branch, `(int)Math.Floor((double)${whole} / ${other})`, 'rounded down', 0.15);
  },
};

function isPlain({ type }: Branch): boolean {
  return PLAIN.test(type) || /literal$/.test(type);
}

/** Whether what stands around is a number with a fraction: what it is assigned to, a function that rounds, another factor. */
function wantsFraction(branch: Branch, scene: Scene): boolean {
  const { parent } = branch;
  const wanted = wantedType(branch, scene);
  if (wanted !== null) return isFraction(wanted);
  if (parent === null) return false;
  if (/^(?:parenthesized_expression|binary_expression)$/.test(parent.type)) {
    const beside = parent.type === 'binary_expression' ? namedChildren(parent).find((each) => each !== branch) : undefined;
    return (beside !== undefined && isFraction(typeOf(beside, scene))) || wantsFraction(parent, scene);
  }
  if (parent.type === 'cast_expression') return /^\((?:double|float|decimal)\)/.test(scene.text(parent));
  const around = parent.type === 'argument' ? parent.parent : parent;
  return /^Math\.(?:round|ceil|floor|Round|Ceiling|Floor)\(/.test(around?.parent == null ? '' : scene.text(around.parent));
}

/** `n % size` is negative for a negative `n`. */
const remainders: Family = {
  name: 'negative remainder',
  share: 0.1,
  *propose(branch, scene) {
    const sides = wordsOf(scene) === null ? null : sidesOf(branch);
    if (sides?.sign !== '%' || sides.right.type.endsWith('literal')) return;
    const isTested = branch.parent !== null && /^[=!]=$/.test(sidesOf(branch.parent)?.sign ?? '');
    if (isTested) return;
    const [one, other] = [scene.text(sides.left), scene.text(sides.right)];
    const left = sides.left.type === 'parenthesized_expression' ? one.slice(1, -1) : one;
    if (isJava(scene)) yield replaced(branch, `Math.floorMod(${left}, ${other})`, 'never negative', 1);
    yield replaced(branch, `((${one} % ${other}) + ${other}) % ${other}`, 'never negative', isJava(scene) ? 0.2 : 1);
  },
};

/** `(a, b) -> a.size() - b.size()` overflows, and is no order of fractions. */
const differences: Family = {
  name: 'difference as an order',
  share: 0.06,
  *propose(branch, scene) {
    if (!isJava(scene)) return;
    const sides = sidesOf(branch);
    const place = branch.parent?.type ?? '';
    const named = methodAround(branch, scene);
    const inOrder =
      place === 'lambda_expression' ||
      (place === 'return_statement' && named !== null && /\bcompare(?:To)?\(/.test(scene.text(named).slice(0, 200)));
    if (sides?.sign === '-' && inOrder)
      yield replaced(branch, `Integer.compare(${scene.text(sides.left)}, ${scene.text(sides.right)})`, 'compared, not subtracted', 2);
    const call = sides === null ? null : methodCall(sides.left, scene);
    if (sides === null || !/^compareTo/.test(call?.name ?? '') || !/^[=!]=$/.test(sides.sign)) return;
    const [, sign] = /^(-?)1$/.exec(scene.text(sides.right)) ?? [];
    if (sign !== undefined) yield replaced(branch, `${scene.text(sides.left)} ${sign === '' ? '>' : '<'} 0`, 'of any size', 5);
  },
};

const MODES = ['HALF_UP', 'HALF_EVEN', 'DOWN', 'HALF_DOWN', 'FLOOR', 'CEILING', 'UP'];

/** How a decimal or a fraction is rounded. */
const rounding: Family = {
  name: 'rounding mode',
  share: 0.12,
  *propose(branch, scene) {
    const own = scene.text(branch);
    if (isJava(scene) && branch.type === 'identifier' && MODES.includes(own))
      for (const [rank, mode] of MODES.filter((each) => each !== own).entries())
        yield replaced(branch, mode, `${own} -> ${mode}`, 1 / (1 + rank));
    const call = methodCall(branch, scene);
    if (call === null || call.object === null || own.length > 160) return;
    const at = call.given.at(-1)?.end ?? call.list.end - 1;
    const add = (text: string, odds: number): Proposal => ({ start: at, end: at, text, label: `${call.name} with ${text.slice(2)}`, odds });
    if (isJava(scene) && call.given.length === 1 && /^(?:setScale|divide)$/.test(call.name)) {
      const scale = call.name === 'divide' ? ', 2' : '';
      for (const [rank, mode] of ['HALF_UP', 'HALF_EVEN', 'DOWN'].entries())
        yield withImport(add(`${scale}, RoundingMode.${mode}`, 1.5 / (1 + rank)), 'java.math.RoundingMode', scene);
    }
    if (!isJava(scene) && /^Math\.Round/.test(own) && !own.includes('MidpointRounding')) yield add(', MidpointRounding.AwayFromZero', 1.5);
  },
};

/** Decimals made of fractions, and the largest number taken for the smallest. */
const constants: Family = {
  name: 'constant of a number',
  share: 0.3,
  *propose(branch, scene) {
    const own = scene.text(branch);
    if (/^(?:field_access|member_access_expression)$/.test(branch.type)) {
      if (/^(?:Double|Float)\.MIN_VALUE$/.test(own))
        yield replaced(branch, own.replace('MIN_VALUE', 'NEGATIVE_INFINITY'), 'below all numbers', 1);
      if (/^(?:double|float)\.Epsilon$/.test(own)) yield replaced(branch, own.replace('Epsilon', 'MinValue'), 'below all numbers', 0.5);
      if (/^Integer\.M(?:IN|AX)_VALUE$/.test(own))
        yield replaced(branch, own.includes('MIN') ? 'Integer.MAX_VALUE' : 'Integer.MIN_VALUE', 'the other end', 0.3);
    }
    if (!isJava(scene) || branch.type !== 'object_creation_expression') return;
    const [, value] = /^new BigDecimal\(([^"].*)\)$/s.exec(own) ?? [];
    const [given] = argumentsIn(branch.children.find(({ field }) => field === 'arguments') ?? branch);
    if (value !== undefined && given !== undefined && typeOf(given, scene) !== 'String')
      yield replaced(branch, `BigDecimal.valueOf(${value})`, 'as the number is written', isFraction(typeOf(given, scene)) ? 1.5 : 0.2);
  },
};

/** A letter counted as the number of its sign, and a number written instead of a letter. */
const characters: Family = {
  name: 'character as a number',
  share: 0.12,
  *propose(branch, scene) {
    if (wordsOf(scene) === null) return;
    const own = scene.text(branch);
    const { parent } = branch;
    const sides = parent === null ? null : sidesOf(parent);
    const isAssigned = branch.field === 'right' && parent?.type === 'assignment_expression' && isWhole(wantedType(branch, scene));
    const isCharacter = typeOf(branch, scene) === 'char' || /\.charAt\([^()]*\)$/.test(own);
    const isInSum =
      sides !== null && /^[-+*]$/.test(sides.sign) && isWhole(typeOf(sides.left === branch ? sides.right : sides.left, scene));
    if (isCharacter && branch.type !== 'character_literal' && (isAssigned || isInSum) && wantedType(parent ?? branch, scene) !== 'char') {
      yield replaced(branch, isInSum ? `(${own} - '0')` : `${own} - '0'`, 'its digit', 1);
      if (isJava(scene)) yield replaced(branch, `Character.getNumericValue(${own})`, 'its digit', 0.6);
    }
    const appended =
      parent?.type === 'argument_list' && /\.(?:append|Append)\(/.test(scene.file.text.slice(parent.start - 9, parent.start + 1));
    const inner = appended && branch.type === 'binary_expression' ? sidesOf(branch) : null;
    if (
      inner !== null &&
      /^[-+]$/.test(inner.sign) &&
      /char/.test(`${typeOf(inner.left, scene)}${/charAt\([^()]*\)$/.test(scene.text(inner.left)) ? 'char' : ''}`)
    )
      yield replaced(branch, `(char) (${own})`, 'as a letter', 2);
  },
};

export const managedValueFamilies: readonly Family[] = [
  equal,
  equalOtherwise,
  widened,
  narrowed,
  fractions,
  remainders,
  differences,
  rounding,
  constants,
  characters,
];
