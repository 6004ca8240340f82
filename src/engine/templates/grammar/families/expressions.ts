import { brief, type Proposal } from '../../family.ts';
import { stepOdds } from '../../least.ts';
import { callOf } from '../python.ts';
import { isNoCount, isSureOperator } from '../ruby.ts';
import { type Family, isCondition, isNumber, isPython, isValue, type Scene } from '../scene.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { operand, replaced, swapped } from './names.ts';

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', '===', '!==', 'in', 'not in', 'is', 'is not']);

/** One operator for another. */
function* otherOperators(branch: Branch, scene: Scene): Generator<Proposal> {
  if (branch.named || branch.parent === null || !isOperation(branch.parent, scene)) return;
  if (/^[*&]$/.test(branch.type) && branch.parent.type === 'unary_expression') return;
  if (branch.type === ':=' && !isKnownBefore(branch.parent, scene)) return;
  for (const [rank, other] of (scene.language.operators[branch.type] ?? []).entries())
    yield replaced(branch, other, `${branch.type} -> ${other} in ${brief(scene.text(branch.parent))}`, 2 / (1 + rank / 2));
}

/** Comparisons are mistaken far more often than what computes: a condition is what fixes change most. */
const comparing: Family = {
  name: 'comparison',
  share: 0.12,
  tokens: true,
  *propose(branch, scene) {
    if (!comparisons.has(branch.type)) return;
    const sides = branch.parent === null ? [] : namedChildren(branch.parent);
    const isOfValues = /^is(?: not)?$/.test(branch.type) && !sides.some(({ type }) => /^(?:none|true|false)$/.test(type));
    const meant = branch.type === 'is' ? '==' : '!=';
    if (isOfValues)
      yield replaced(branch, meant, `${branch.type} -> ${meant} in ${brief(sides.map(scene.text).join(` ${branch.type} `))}`, 6);
    yield* otherOperators(branch, scene);
  },
};

const operators: Family = {
  name: 'operator',
  share: 0.09,
  tokens: true,
  *propose(branch, scene) {
    if (!comparisons.has(branch.type) && !isSureOperator(branch, scene)) yield* otherOperators(branch, scene);
  },
};

/** One operand alone; both exchanged; the other way of grouping. */
const operands: Family = {
  name: 'operand',
  share: 0.07,
  *propose(branch, scene) {
    if (!scene.language.binary.has(branch.type)) return;
    const [left, right] = namedChildren(branch);
    if (left === undefined || right === undefined) return;
    yield replaced(branch, scene.text(left), `without ${brief(scene.file.text.slice(left.end, right.end).trim())}`, 1);
    yield replaced(branch, scene.text(right), `without ${brief(scene.file.text.slice(left.start, right.start).trim())}`, 1);
    yield swapped(left, right, scene, `operands of ${brief(scene.text(branch))} swapped`, 0.5);
    const [first, second] = scene.language.binary.has(right.type) ? namedChildren(right) : [];
    if (first !== undefined && second !== undefined) {
      const text = `(${scene.file.text.slice(left.start, first.end)})${scene.file.text.slice(first.end, right.end)}`;
      yield replaced(branch, text, `grouped as ${brief(text)}`, 0.7);
    }
    const inner = scene.language.binary.has(left.type) ? namedChildren(left) : [];
    const [a, b] = inner;
    if (a !== undefined && b !== undefined) {
      const text = `${scene.text(a)}${scene.file.text.slice(a.end, b.start)}(${scene.text(b)}${scene.file.text.slice(left.end, right.end)})`;
      yield replaced(branch, text, `grouped as ${brief(text)}`, 0.7);
      // The middle one left out: the left side keeps its own operator.
      const without = `${scene.text(a)}${scene.file.text.slice(a.end, b.start)}${scene.text(right)}`;
      yield replaced(branch, without, `without ${brief(scene.text(b))}`, 0.4);
    }
  },
};

/** A condition turned round, widened or narrowed by another one of the function, or by a check of one of its names. */
const conditions: Family = {
  name: 'condition',
  share: 0.14,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isCondition(branch, language)) return;
    const own = scene.text(branch);
    if (own.startsWith('not ')) yield replaced(branch, own.slice(4), `negation of ${brief(own)} removed`, 1.5);
    else if (own.startsWith('!')) yield replaced(branch, own.slice(1), `negation of ${brief(own)} removed`, 1.5);
    else yield replaced(branch, language.not(language.binary.has(branch.type) ? `(${own})` : own), `${brief(own)} negated`, 1);
    if (branch.field !== 'condition' && branch.parent?.type !== 'parenthesized_expression' && branch.parent?.type !== 'if_clause') return;
    // With an operand more a constant is still one, or is the operand alone.
    const isConstant = own === language.true || own === language.false;
    const joins = isConstant ? [] : [language.and, language.or];
    for (const [rank, other] of scene.conditions(branch).entries()) {
      if (other === own) continue;
      const odds = 1 / (1.5 + rank / 4);
      yield replaced(branch, other, `${brief(own)} -> ${brief(other)}`, isConstant ? odds : odds / 2);
      for (const join of joins) {
        yield replaced(branch, `${operand(branch, scene)} ${join} ${other}`, `${join} ${brief(other)} added`, odds);
        yield replaced(
          branch,
          `${operand(branch, scene)} ${join} ${language.not(`(${other})`)}`,
          `${join} not ${brief(other)} added`,
          odds / 3,
        );
      }
    }
    for (const [rank, check] of checksOf(scene, branch).entries()) {
      if (isConstant) yield replaced(branch, check, `${own} -> ${check}`, 0.6 / (1 + rank / 10));
      for (const join of joins) {
        yield replaced(branch, `${operand(branch, scene)} ${join} ${check}`, `${join} ${check} added`, 0.6 / (1 + rank / 10));
      }
    }
  },
};

/** Numbers beside the right one, other numbers of the function, and those the failing tests expect. */
const numbers: Family = {
  name: 'number',
  share: 0.1,
  *propose(branch, scene) {
    if (!isNumber(branch)) return;
    const own = scene.text(branch);
    const value = Number(own);
    const near = Number.isInteger(value)
      ? [value + 1, value - 1, 0, 1, -value, value * 2, value + 2, value - 2, value * 10, value / 10, -1, 2, ...halves(value)]
      : [value + 1, value - 1, 0, 1];
    const beside = near.filter((one) => Number.isFinite(one)).map(String);
    // What the function reckons with already is likelier than what merely lies near, but for the next one.
    const known = scene.numbers(branch);
    const telling = known.filter((one) => Number(one) > 2).slice(0, 3);
    const others = [...beside.slice(0, 2), ...telling, ...beside, ...known, ...scene.clues.expectedNumbers];
    for (const [rank, other] of [...new Set(others)].entries()) {
      if (other !== own) yield replaced(branch, other, `${own} -> ${other}`, 2 / (1 + rank / 3));
    }
    for (const name of scene.variables(branch).slice(0, 8)) yield replaced(branch, name, `${own} -> ${name}`, 0.25);
  },
};

/** Half of a number and a hundredth of it, where these are whole and more than one. */
function halves(value: number): readonly number[] {
  return [value / 2, value / 100].filter((one) => Number.isInteger(one) && one > 1);
}

/** Truth values, and nothing for something. */
const constants: Family = {
  name: 'constant',
  share: 0.04,
  *propose(branch, scene) {
    const { language } = scene;
    if (!branch.named || branch.end - branch.start > 5) return;
    const own = scene.text(branch);
    if (own === language.true) yield replaced(branch, language.false, `${own} -> ${language.false}`, 2);
    if (own === language.false) yield replaced(branch, language.true, `${own} -> ${language.true}`, 2);
    // What is not there yet is neither true nor false.
    if (isPython(scene) && own === language.false && branch.field === 'right') yield replaced(branch, 'None', `${own} -> None`, 0.7);
    if (own !== language.nothing || branch.children.length > 0) return;
    for (const other of [language.false, language.true, '0', '""']) yield replaced(branch, other, `${own} -> ${other}`, 0.6);
  },
};

/** Other strings: those that the tests expect or the file knows, without or with a character, in another case. */
const strings: Family = {
  name: 'string',
  share: 0.05,
  *propose(branch, scene) {
    if (!scene.language.strings.has(branch.type)) return;
    const own = scene.text(branch);
    const quoted = /^([rbuRBU]*)(['"])([\s\S]*)\2$/.exec(own);
    if (quoted === null || own.length > 80 || own.includes('\n')) return;
    const [, prefix = '', quote = '"', inner = ''] = quoted;
    const make = (text: string): string => `${prefix}${quote}${text.replaceAll(quote, `\\${quote}`)}${quote}`;
    const wanted = scene.clues.expectedStrings.filter((one) => !one.includes('\n') && one.length < 60);
    const known = [...scene.clues.testStrings].filter((one) => one !== inner && scene.alike(inner, one) > 0.6).slice(0, 4);
    const variants = [
      ...known,
      ...bracketsBeside(inner),
      ' ',
      '',
      `${inner} `,
      ` ${inner}`,
      inner.trim(),
      inner.toLowerCase(),
      inner.toUpperCase(),
      capitalised(inner),
      `${inner}s`,
      inner.slice(0, -1),
      inner.slice(1),
    ];
    for (const [rank, other] of [...new Set([...variants, ...wanted])].entries()) {
      if (other !== inner) yield replaced(branch, make(other), `${brief(own)} -> ${brief(make(other))}`, 1 / (1 + rank / 6));
    }
    for (const [rank, other] of scene.strings.entries()) {
      if (other !== own) yield replaced(branch, other, `${brief(own)} -> ${brief(other)}`, 0.8 / (1 + rank / 8));
    }
  },
};

/** One more or one less, the other sign: where counts, bounds and positions are computed. */
const boundaries: Family = {
  name: 'boundary',
  share: 0.08,
  *propose(branch, scene) {
    const { language } = scene;
    if (isNumber(branch) || !isValue(branch, language) || branch.end - branch.start > 60) return;
    if (
      language.strings.has(branch.type) ||
      isNoCount(branch, scene) ||
      /list|array|dict|lambda|func|composite|keyword_argument|comprehension|boolean|true|false|none/.test(branch.type)
    )
      return;
    const own = scene.text(branch);
    const bounded =
      language.argumentLists.has(branch.parent?.type ?? '') || language.subscripts.has(branch.parent?.type ?? '') || isCompared(branch);
    for (const [index, sign] of (['+', '-'] as const).entries()) {
      const odds = ((bounded ? 1 : 0.5) / (1 + index / 10)) * stepOdds(...comparedAs(branch), sign);
      yield replaced(branch, `${own} ${sign} 1`, `${brief(own)} ${sign} 1`, odds);
    }
    yield replaced(
      branch,
      /^-/.test(own) ? own.slice(1) : `-${operandOf(branch, scene)}`,
      `sign of ${brief(own)}`,
      isCountedFrom(branch, scene) ? 0.8 : 0.3,
    );
    for (const number of scene.numbers(branch).slice(0, 4)) {
      for (const operator of ['%', '*', '+', '-'])
        yield replaced(branch, `${operandOf(branch, scene)} ${operator} ${number}`, `${brief(own)} ${operator} ${number}`, 0.15);
    }
  },
};

/** Another value of the function, or two of them joined. */
const donors: Family = {
  name: 'donor',
  share: 0.07,
  *propose(branch, scene) {
    const { language } = scene;
    if (!isValue(branch, language)) return;
    const own = scene.text(branch);
    const role = branch.parent?.type ?? '';
    for (const [rank, other] of scene.values(branch).entries()) {
      if (other === own) continue;
      const odds = (language.returns.has(role) || branch.field === 'right' ? 1 : 0.5) / (1 + rank / 6);
      yield replaced(branch, other, `${brief(own)} -> ${brief(other)}`, odds);
    }
    for (const [rank, name] of scene.variables(branch).slice(0, 10).entries()) {
      for (const operator of ['+', '-', '*', '/', '%']) {
        if (name !== own)
          yield replaced(
            branch,
            `${operandOf(branch, scene)} ${operator} ${name}`,
            `${brief(own)} ${operator} ${name}`,
            0.25 / (1 + rank / 4),
          );
      }
    }
    for (const at of above(branch)) {
      // The part instead of the whole.
      if (!at.named || !isValue(at, language) || at.end - at.start > 200) break;
      yield replaced(at, own, `${brief(scene.text(at))} -> ${brief(own)}`, 0.4);
    }
  },
};

/** Bounds of slices and steps of ranges left out or added. */
const slices: Family = {
  name: 'slice',
  share: 0.04,
  *propose(branch, scene) {
    if (branch.type === 'slice') {
      for (const part of namedChildren(branch)) yield replaced(part, '', `bound ${brief(scene.text(part))} left out`, 1);
      yield {
        start: branch.end,
        end: branch.end,
        text: '::-1'.slice(scene.text(branch).split(':').length - 1),
        label: 'reversed',
        odds: 0.3,
      };
    }
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call?.name !== 'range' || call.object !== null || call.given.length === 0) return;
    const { given, list } = call;
    const texts = given.map((one) => scene.text(one));
    const made =
      given.length === 1
        ? [
            ['1', texts[0]],
            ['2', texts[0]],
            ['1', `${texts[0]} + 1`],
            ['0', texts[0], '2'],
            [`${texts[0]} - 1`, '-1', '-1'],
          ]
        : given.length === 2
          ? [[...texts, '2'], [...texts, '-1'], [texts[0], `${texts[1]} + 1`], [texts[1]]]
          : [texts.slice(0, 2)];
    for (const one of made) yield replaced(list, `(${one.join(', ')})`, `range(${one.join(', ')})`, 0.7);
  },
};

export const expressionFamilies: readonly Family[] = [
  comparing,
  operators,
  operands,
  conditions,
  numbers,
  constants,
  strings,
  boundaries,
  donors,
  slices,
];

function isOperation(parent: Branch, { language }: Scene): boolean {
  return (
    language.binary.has(parent.type) || /assignment|update_expression|unary|inc_statement|dec_statement|range|short_var/.test(parent.type)
  );
}

/** Whether one of the names that a declaration of Go gives stands in its function before: only then may it be meant. */
function isKnownBefore(declaration: Branch, scene: Scene): boolean {
  const left = fieldOf(declaration, 'left');
  const names = new Set(left === null ? [] : namedChildren(left).map(scene.text));
  const scope = nearest(declaration, scene.language.functions) ?? scene.program;
  for (const each of below(scope))
    if (each.type === 'identifier' && each.end <= declaration.start && names.has(scene.text(each)) && scene.text(each) !== '_') return true;
  return false;
}

/** A place whose sign tells from which end it is counted. */
function isCountedFrom({ type, field, index, parent }: Branch, { language }: Scene): boolean {
  if (!/^(?:python|ruby)$/.test(language.name) || type === 'slice' || parent === null) return false;
  return parent.type === 'slice' || (language.subscripts.has(parent.type) && field !== 'value' && field !== 'object' && index > 0);
}

function isCompared({ parent }: Branch): boolean {
  return parent?.children.some((child) => comparisons.has(child.type)) ?? false;
}

/** The comparison a value stands in, and on which side; without operator where it stands in none. */
function comparedAs(branch: Branch): [operator: string, side: 'left' | 'right'] {
  const siblings = branch.parent?.children ?? [];
  const at = siblings.findIndex((child) => comparisons.has(child.type));
  return [siblings[at]?.type ?? '', siblings.indexOf(branch) < at ? 'left' : 'right'];
}

function operandOf(branch: Branch, scene: Scene): string {
  return scene.language.binary.has(branch.type) ? `(${scene.text(branch)})` : scene.text(branch);
}

function* checks(scene: Scene, branch: Branch): Generator<string> {
  const { language } = scene;
  for (const name of scene.variables(branch).slice(0, 6)) {
    yield name;
    yield language.not(name);
    for (const number of ['0', '1']) for (const operator of ['==', '>', '!=', '<', '>=']) yield `${name} ${operator} ${number}`;
    if (language.nothing !== null)
      yield language.name === 'python' ? `${name} is not ${language.nothing}` : `${name} != ${language.nothing}`;
  }
}

function checksOf(scene: Scene, branch: Branch): readonly string[] {
  return [...checks(scene, branch)];
}

const brackets = ['(', '[', '{', '<', ')', ']', '}', '>'];

function bracketsBeside(text: string): readonly string[] {
  return brackets.includes(text) ? brackets.filter((one) => one !== text) : [];
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
