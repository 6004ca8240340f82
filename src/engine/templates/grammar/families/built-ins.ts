// What built-in functions, operators and classes of Python do that is seldom meant: one list stands in all places, a result is thrown away.
import { brief } from '../../family.ts';
import { callOf } from '../python.ts';
import { type Family, isPython } from '../scene.ts';
import { type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const MUTABLE = /^(?:list|dictionary|set|list_comprehension|dictionary_comprehension|set_comprehension)$/;
const MOST_NAMES = 5;

/** `[[0] * n] * m` has one row in all its places. */
const shared: Family = {
  name: 'one in all places',
  share: 0.3,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'binary_operator' || !branch.children.some(({ type }) => type === '*')) return;
    const [list, times] = namedChildren(branch);
    const [item, more] = list?.type === 'list' ? namedChildren(list) : [];
    if (times === undefined || item === undefined || more !== undefined) return;
    const row = item.type === 'binary_operator' ? namedChildren(item)[0] : item;
    const isMade = row !== undefined && (MUTABLE.test(row.type) || (item.type === 'call' && /^(?:list|dict|set)\(/.test(scene.text(item))));
    if (!isMade) return;
    const text = `[${scene.text(item)} for _ in range(${scene.text(times)})]`;
    yield replaced(branch, text, `${brief(scene.text(item))} made for each place`, 1);
  },
};

/** Methods that take an argument or none, and mean another thing without it. */
const OPTIONAL = /^(?:split|rsplit|strip|lstrip|rstrip|pop|sort|splitlines|encode|decode)$/;

/** `text.split(' ')` makes an empty part of two blanks. */
const bare: Family = {
  name: 'argument left out',
  share: 0.05,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || call.object === null || !OPTIONAL.test(call.name)) return;
    const [only, more] = call.given;
    if (only !== undefined && more === undefined) yield replaced(call.list, '()', `${call.name} without ${brief(scene.text(only))}`, 1);
  },
};

/** `round(2.5)` is 2, and of equally near numbers the even one is seldom meant. */
const rounded: Family = {
  name: 'rounding',
  share: 0.06,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [value, more] = call?.given ?? [];
    if (call?.name !== 'round' || call.object !== null || value === undefined || more !== undefined) return;
    const hasMath = /^[ \t]*import math[ \t]*(?:[,;#\r]|$)/m.test(scene.file.text);
    for (const way of hasMath ? ['ceil', 'floor'] : [])
      yield replaced(branch, `math.${way}(${scene.text(value)})`, `round -> math.${way}`, way === 'ceil' ? 1.5 : 1);
    const sum = value.children.length > 0 && value.type !== 'call' ? `(${scene.text(value)}) + 0.5` : `${scene.text(value)} + 0.5`;
    if (hasMath) yield replaced(branch, `math.floor(${sum})`, 'halves rounded up', 1);
    yield replaced(branch, `int(${sum})`, 'halves rounded up', 0.6);
  },
};

/** `items[-n:]` are all of them where `n` is 0. */
const fromTheEnd: Family = {
  name: 'counted from the end',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'unary_operator') return;
    const [operand] = namedChildren(branch);
    if (operand?.type !== 'identifier' || !scene.text(branch).startsWith('-')) return;
    const subscript = nearest(branch, new Set(['subscript']));
    const object = subscript === null ? null : namedChildren(subscript)[0];
    const inSlice = branch.parent?.type === 'slice' && object != null;
    const fn = nearest(branch, scene.language.functions);
    const before = new Set(
      fn === null
        ? []
        : below(fn)
            .filter((each) => each.type === 'identifier' && each.end <= branch.start)
            .map(scene.text),
    );
    const isValue = branch.field === 'right' && branch.parent?.type === 'assignment';
    const target = isValue && branch.parent !== null ? fieldOf(branch.parent, 'left') : null;
    const known = scene.variables(branch).filter((name) => before.has(name) && (target === null || name !== scene.text(target)));
    const names = inSlice ? [scene.text(object)] : isValue ? known.slice(0, MOST_NAMES) : [];
    for (const [rank, name] of names.filter((each) => each !== scene.text(operand)).entries()) {
      const text = `len(${name}) - ${scene.text(operand)}`;
      yield replaced(branch, text, `${brief(text)} from the beginning`, (inSlice ? 1 : 0.4) / (1 + rank / 2));
      yield replaced(branch, `max(0, ${text})`, `${brief(text)} from the beginning, if any`, (inSlice ? 0.5 : 0.2) / (1 + rank / 2));
    }
  },
};

/** `zip` ends with the shorter one. */
const longest: Family = {
  name: 'all of the longer one',
  share: 0.1,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call?.name !== 'zip' || call.object !== null || call.given.length < 2) return;
    const imported = /\bimport [^\n]*\bzip_longest\b/.test(scene.file.text) ? 'zip_longest' : null;
    const called = imported ?? (/^import itertools\b/m.test(scene.file.text) ? 'itertools.zip_longest' : null);
    if (called === null) return;
    const given = call.given.map(scene.text).join(', ');
    for (const [value, odds] of [
      [', fillvalue=0', 1],
      ['', 1],
      [", fillvalue=''", 0.6],
    ] as const)
      yield replaced(branch, `${called}(${given}${value})`, `${called}${value}`, odds);
  },
};

interface Telling {
  /** How many arguments there are without it. */
  readonly given: number;
  readonly options: readonly string[];
}

/** Arguments that make another thing of what a function answers. */
const TELLING: ReadonlyMap<string, Telling> = new Map(
  Object.entries({
    enumerate: { given: 1, options: ['1'] },
    round: { given: 1, options: ['1', '2'] },
    sorted: { given: 1, options: ['reverse=True', 'key=len', 'key=int', 'key=str.lower'] },
    sort: { given: 0, options: ['reverse=True', 'key=len', 'key=int', 'key=str.lower'] },
    max: { given: 1, options: ['default=0', 'key=len'] },
    min: { given: 1, options: ['default=0', 'key=len'] },
    split: { given: 0, options: ["','", "' '", "'\\n'"] },
    get: { given: 1, options: ['0', '[]', "''", 'None'] },
    pop: { given: 0, options: ['0'] },
    sum: { given: 1, options: ['0.0'] },
    next: { given: 1, options: ['None'] },
    getattr: { given: 2, options: ['None'] },
    zip: { given: 2, options: ['strict=True'] },
    replace: { given: 2, options: ['1'] },
    isclose: { given: 2, options: ['abs_tol=1e-9'] },
  }),
);

/** `enumerate(lines)` counts from 0. */
const told: Family = {
  name: 'argument that tells more',
  share: 0.05,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || call.list.type !== 'argument_list') return;
    const { given, list } = call;
    const telling = TELLING.get(call.name);
    const isNamed = given.some(({ type }) => /^(?:keyword_argument|list_splat|dictionary_splat)$/.test(type));
    const at = given.at(-1)?.end ?? list.start + 1;
    const own = given.map(scene.text);
    for (const [rank, option] of (telling?.options ?? []).entries()) {
      const [keyword, value] = option.split('=');
      const isTold = value === undefined ? isNamed || given.length !== telling?.given : own.some((each) => each.startsWith(`${keyword}=`));
      if (isTold || (value !== undefined && !isNamed && given.length !== telling?.given)) continue;
      yield {
        start: at,
        end: at,
        text: given.length > 0 ? `, ${option}` : option,
        label: `argument ${option} added`,
        odds: 1 / (1 + rank / 2),
      };
    }
  },
};

/** Fractions are seldom equal to the last digit. */
const nearlyEqual: Family = {
  name: 'nearly equal',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'comparison_operator' || branch.children.length !== 3) return;
    const [left, sign, right] = branch.children;
    if (left === undefined || right === undefined || !/^[=!]=$/.test(sign?.type ?? '')) return;
    const isSum = (side: Branch): boolean =>
      side.type === 'binary_operator' && side.children.some(({ type }) => /^[-+*/]$/.test(type)) && !/['"[\]|&^]/.test(scene.text(side));
    const isPlain = (side: Branch): boolean => isSum(side) || /^(?:float|integer|identifier|attribute|call)$/.test(side.type);
    const isFraction = [left, right].some((side) => side.type === 'float' || isSum(side));
    if (!isFraction || ![left, right].every(isPlain) || branch.end - branch.start > 80) return;
    const text = `abs(${scene.text(left)} - ${/^\w+(?:\.\w+)?$/.test(scene.text(right)) ? scene.text(right) : `(${scene.text(right)})`}) ${sign?.type === '==' ? '<' : '>='} 1e-9`;
    yield replaced(branch, text, `${brief(scene.text(branch))}, nearly`, 1);
  },
};

/** Parts that a text is joined of must be texts. */
const joined: Family = {
  name: 'parts as texts',
  share: 0.05,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [only, more] = call?.given ?? [];
    if (call?.name !== 'join' || call.object === null || only === undefined || more !== undefined) return;
    if (/^(?:identifier|attribute|call|subscript|list)$/.test(only.type))
      yield replaced(only, `map(str, ${scene.text(only)})`, 'parts as texts', scene.clues.complaints.mixed ? 10 : 1);
  },
};

/** `for at, each in items` takes two of each. */
const pairs: Family = {
  name: 'pairs to go over',
  share: 0.08,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^for_(?:statement|in_clause)$/.test(branch.type)) return;
    const [target, list] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    if (target === null || list === null || !/^(?:pattern_list|tuple_pattern)$/.test(target.type) || namedChildren(target).length !== 2)
      return;
    if (!/^(?:identifier|attribute|subscript|call)$/.test(list.type) || /^(?:enumerate|zip)\(|\.items\(\)$/.test(scene.text(list))) return;
    yield replaced(list, `enumerate(${scene.text(list)})`, 'with their places', 1);
    yield replaced(list, `${scene.text(list)}.items()`, 'with their keys', 1);
  },
};

/** A text that is a pattern: its backslashes, and what else it holds as a text. */
const asPattern: Family = {
  name: 'text as a pattern',
  share: 0.06,
  *propose(branch, scene) {
    const call = isPython(scene) && branch.parent?.type === 'argument_list' ? callOf(branch.parent.parent, scene) : null;
    if (call === null || !/^re\.\w+$/.test(scene.text(call.callee)) || branch.index > 1) return;
    const own = scene.text(branch);
    if (branch.type === 'string' && /^["']/.test(own) && own.includes('\\'))
      yield replaced(branch, `r${own}`, 'backslashes as they are', 2);
    if (/^(?:identifier|attribute|subscript)$/.test(branch.type)) yield replaced(branch, `re.escape(${own})`, `${brief(own)} as a text`, 1);
  },
};

/** `.seconds` of a time span leaves its days out. */
const wholeSpan: Family = {
  name: 'whole span',
  share: 0.3,
  *propose(branch, scene) {
    const member = isPython(scene) && branch.type === 'attribute' ? fieldOf(branch, 'attribute') : null;
    const object = fieldOf(branch, 'object');
    if (member !== null && object !== null && scene.text(member) === 'seconds' && branch.field !== 'function')
      yield replaced(branch, `${scene.text(object)}.total_seconds()`, 'days, too', 1);
  },
};

/** A part of one in brackets is no tuple; a whole that is rounded up; rows of a copy. */
const shapes: Family = {
  name: 'shape',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene)) return;
    const own = scene.text(branch);
    if (branch.type === 'parenthesized_expression') {
      const [only] = namedChildren(branch);
      if (only !== undefined && /^(?:identifier|attribute|subscript|string|integer|float|call)$/.test(only.type))
        yield replaced(branch, `(${scene.text(only)},)`, 'tuple of one', 1);
    }
    if (branch.type === 'binary_operator' && branch.children.some(({ type }) => type === '//') && own.length <= 60) {
      const [of, by] = namedChildren(branch);
      if (of !== undefined && by !== undefined) {
        const put = /^(?:identifier|attribute|call|subscript|integer)$/.test(of.type) ? scene.text(of) : `(${scene.text(of)})`;
        yield replaced(branch, `-(-${put} // ${scene.text(by)})`, 'rounded up', 1);
      }
    }
    const copied = /^(?:list|tuple)\((\w+)\)$|^(\w+)\[:\]$|^(\w+)\.copy\(\)$|^copy\.copy\((\w+)\)$/.exec(own);
    const name = copied?.slice(1).find((each) => each !== undefined);
    if (name === undefined || !/^(?:call|subscript)$/.test(branch.type)) return;
    yield replaced(branch, `[row[:] for row in ${name}]`, 'copies of its rows', 1);
    yield replaced(branch, `{key: list(value) for key, value in ${name}.items()}`, 'copies of its values', 0.3);
    if (/^import copy\b/m.test(scene.file.text)) yield replaced(branch, `copy.deepcopy(${name})`, 'whole copy', 1.5);
  },
};

const EACH: readonly ((item: string) => string)[] = [
  ...['int', 'float', 'str', 'len', 'abs'].map((name) => (item: string) => `${name}(${item})`),
  ...['strip', 'lower', 'upper'].map((name) => (item: string) => `${item}.${name}()`),
];

/** Items that are taken as they are: `[part for part in text.split()]`. */
const eachItem: Family = {
  name: 'each item',
  share: 0.03,
  *propose(branch, scene) {
    const { parent } = branch;
    if (!isPython(scene) || parent === null || branch.field !== 'body' || !/_comprehension$|^generator_expression$/.test(parent.type))
      return;
    if (!/^(?:identifier|subscript|attribute)$/.test(branch.type)) return;
    const own = scene.text(branch);
    for (const [rank, made] of EACH.map((wrap) => wrap(own)).entries())
      yield replaced(branch, made, `${own} -> ${made}`, 1 / (1 + rank / 3));
  },
};

export const builtInFamilies: readonly Family[] = [
  shared,
  bare,
  rounded,
  fromTheEnd,
  longest,
  told,
  nearlyEqual,
  eachItem,
  joined,
  pairs,
  asPattern,
  wholeSpan,
  shapes,
];
