// What goes on as it began in Python: the next part of a sum, the other part of a whole, what comes twice, what is gathered again.
import { brief, hasWord } from '../../family.ts';
import { nextOf } from '../../series.ts';
import { callOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget, mayChange } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

/** Longer code is no part of a series. */
const LONGEST = 60;
const LOOP = /^(?:for|while)_statement$/;

function operatorOf(branch: Branch): string {
  return branch.children.find(({ named }) => !named)?.type ?? '';
}

/** Operands of a chain of one operator, in their order. */
function operandsOf(branch: Branch, operator: string): readonly Branch[] {
  const [left, right] = /^(?:binary|boolean)_operator$/.test(branch.type) ? namedChildren(branch) : [];
  return left !== undefined && right !== undefined && operatorOf(branch) === operator ? [...operandsOf(left, operator), right] : [branch];
}

/** `items[i]`, and not `table[key]`. */
const OF_INDEX = /\[(?:[ijkmn]|idx|index|at|pos)\]$|\[\w+ [-+] \d+\]$/i;

/** What is returned or kept. */
function isAnswer({ parent, field }: Branch): boolean {
  return parent?.type === 'return_statement' || (field === 'right' && /^(?:augmented_)?assignment$/.test(parent?.type ?? ''));
}

/** `go(n - 1) + go(n - 2)` -> `... + go(n - 3)`; `fib(n - 1)` -> `fib(n - 1) + fib(n - 2)`. */
const goesOn: Family = {
  name: 'next of a series',
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene)) return;
    const operator = operatorOf(branch);
    const { parent } = branch;
    if (/^(?:binary|boolean)_operator$/.test(branch.type) && /^(?:\+|\*|and|or)$/.test(operator)) {
      if (parent?.type === branch.type && operatorOf(parent) === operator) return;
      const [before, last] = operandsOf(branch, operator).slice(-2);
      const next = before === undefined || last === undefined ? null : nextOf(scene.text(before), scene.text(last));
      if (next !== null)
        yield { start: branch.end, end: branch.end, text: ` ${operator} ${next}`, label: `${operator} ${brief(next)}`, odds: 1 };
    } else if (/^(?:call|subscript)$/.test(branch.type) && branch.end - branch.start <= LONGEST && isAnswer(branch)) {
      if (branch.type === 'subscript' && !OF_INDEX.test(scene.text(branch))) return;
      const next = nextOf(null, scene.text(branch));
      if (next !== null) yield replaced(branch, `${scene.text(branch)} + ${next}`, `+ ${brief(next)}`, 0.3);
    }
  },
};

const SHARE = /^(?<whole>[A-Za-z_][\w.]*) (?:\/\/|\/|>>) [\w.]+$/;
/** Where a name stands for its value. */
const OF_VALUE = /^(?:argument_list|binary_operator|comparison_operator|return_statement|subscript|slice)$/;

/** A share of something stands where the rest of it is meant: `left` of `left = space // 2` -> `space - left`. */
const rest: Family = {
  name: 'the rest',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'identifier' || isPythonTarget(branch)) return;
    if (!OF_VALUE.test(branch.parent?.type ?? '') && !(branch.field === 'right' && branch.parent?.type === 'assignment')) return;
    const fn = nearest(branch, scene.language.functions);
    const name = scene.text(branch);
    const whole = fn === null ? undefined : sharesIn(fn, scene).get(name);
    if (whole === undefined || whole.end > branch.start || whole.text === name) return;
    const text = `${whole.text} - ${name}`;
    const isAlone = /^(?:argument_list|assignment|return_statement)$/.test(branch.parent?.type ?? '');
    yield replaced(branch, isAlone ? text : `(${text})`, `${name} -> ${text}`, 1);
  },
};

interface Whole {
  readonly text: string;
  /** Where the share is known from. */
  readonly end: number;
}

const shares = new WeakMap<Branch, ReadonlyMap<string, Whole>>();

/** Of what each name of a function is a share. */
function sharesIn(fn: Branch, scene: Scene): ReadonlyMap<string, Whole> {
  const known = shares.get(fn);
  if (known !== undefined) return known;
  const found = new Map<string, Whole>();
  for (const each of below(fn)) {
    const [left, right] = each.type === 'assignment' ? [fieldOf(each, 'left'), fieldOf(each, 'right')] : [null, null];
    const text = right === null || right.end - right.start > LONGEST ? undefined : SHARE.exec(scene.text(right))?.groups?.whole;
    if (left?.type === 'identifier' && text !== undefined) found.set(scene.text(left), { text, end: each.end });
  }
  shares.set(fn, found);
  return found;
}

/** What a statement does with one value: `total += d`, `out.append(d)`. */
function doneWith(branch: Branch | undefined, scene: Scene): { readonly how: string; readonly value: string } | null {
  const [expression] = branch?.type === 'expression_statement' ? namedChildren(branch) : [];
  if (branch === undefined || expression === undefined || branch.end - branch.start > LONGEST) return null;
  const given = callOf(expression, scene)?.given ?? [];
  const value = expression.type === 'augmented_assignment' ? fieldOf(expression, 'right') : given.length === 1 ? given[0] : null;
  if (value == null) return null;
  return { how: scene.text(expression).slice(0, value.start - expression.start), value: scene.text(value) };
}

/** A name, a member or what is reckoned from two of them: to compare it does nothing else. */
const PLAIN = /^(?:int\()?[A-Za-z_][\w.]*(?:\[[\w.]+\])?(?: (?:[-+*/%]|\/\/) [\w.]+)?\)?$/;

/** The same is done with two values, which may be one: `total += d`, then `total += n // d` only `if d != n // d`. */
const onlyOnce: Family = {
  name: 'only once',
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.parent === null) return;
    const list = namedChildren(branch.parent);
    const [own, before] = [doneWith(branch, scene), doneWith(list[list.indexOf(branch) - 1], scene)];
    if (own === null || before === null || own.how !== before.how || own.value === before.value) return;
    if (!PLAIN.test(own.value) || !PLAIN.test(before.value)) return;
    const test = `${before.value} != ${own.value}`;
    yield { start: branch.start, end: branch.start, text: `if ${test}: `, label: `only if ${brief(test)}`, odds: 1 };
  },
};

const BEGINNING = /^(?:-?\d+|''|""|\[\]|\{\}|None|True|False|set\(\))$/;
const MOST_AGAIN = 3;

/** What is gathered within a loop, and handed on by a statement that does not gather, begins again behind it. */
const begunAgain: Family = {
  name: 'gathered again',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'expression_statement' || branch.parent?.type !== 'block') return;
    const loop = [...above(branch)].find(({ type }) => LOOP.test(type) || scene.language.functions.has(type));
    const fn = nearest(branch, scene.language.functions);
    if (loop === undefined || fn === null || !LOOP.test(loop.type) || !isAlone(branch, scene)) return;
    const into = /^\w+/.exec(scene.text(branch))?.[0] ?? '';
    // What tells when the loop ends goes on.
    const asked = scene.file.text.slice(loop.start, fieldOf(loop, 'body')?.start ?? loop.start);
    const handed = new Set(
      below(branch)
        .filter((each) => each.type === 'identifier' && !isPythonTarget(each))
        .map(scene.text),
    );
    const beside = new Set(below(branch.parent).filter(isPythonTarget).map(scene.text));
    const changed = new Set(
      below(loop)
        .filter((each) => each.type === 'identifier' && mayChange(each))
        .map(scene.text),
    );
    let offered = 0;
    for (const each of below(fn)) {
      const [left, right] =
        each.type === 'assignment' && each.end <= loop.start ? [fieldOf(each, 'left'), fieldOf(each, 'right')] : [null, null];
      const name = left?.type === 'identifier' ? scene.text(left) : '';
      if (
        right === null ||
        name === into ||
        hasWord(asked, name) ||
        !handed.has(name) ||
        beside.has(name) ||
        !changed.has(name) ||
        !BEGINNING.test(scene.text(right))
      )
        continue;
      const text = `${name} = ${scene.text(right)}`;
      yield { start: branch.end, end: branch.end, text: `\n${scene.indent(branch)}${text}`, label: `${text} behind it`, odds: 1 };
      offered += 1;
      if (offered >= MOST_AGAIN) return;
    }
  },
};

/** A statement with a line, or lines, of its own. */
function isAlone(branch: Branch, scene: Scene): boolean {
  const { text } = scene.file;
  const end = text.indexOf('\n', branch.end);
  const before = text.slice(text.lastIndexOf('\n', branch.start - 1) + 1, branch.start);
  return scene.indent(branch) === before && text.slice(branch.end, end < 0 ? undefined : end).trim() === '';
}

const MOST_ROUNDS = 2;

const rounds = new WeakMap<Branch, readonly string[]>();

/** What a function counts around by. */
function roundsIn(fn: Branch, scene: Scene): readonly string[] {
  const known = rounds.get(fn);
  if (known !== undefined) return known;
  const found = [...scene.text(fn).matchAll(/ % ([A-Za-z_]\w*|len\(\w+\))(?![\w.[(])/g)].map(([, by = '']) => by);
  const made = [...new Set(found)].slice(0, MOST_ROUNDS);
  rounds.set(fn, made);
  return made;
}

/** Where a function counts around, a number may have to be counted around first: `k` -> `k % len(items)`. */
const wrapped: Family = {
  name: 'counted around',
  share: 0.03,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'identifier' || isPythonTarget(branch)) return;
    const isValue = (branch.field === 'right' && branch.parent?.type === 'assignment') || branch.parent?.type === 'argument_list';
    const fn = nearest(branch, scene.language.functions);
    if (!isValue || fn === null) return;
    const name = scene.text(branch);
    for (const by of roundsIn(fn, scene))
      if (by !== name && !by.includes(`(${name})`)) yield replaced(branch, `${name} % ${by}`, `${name} around ${by}`, 1);
  },
};

export const seriesFamilies: readonly Family[] = [goesOn, rest, onlyOnce, begunAgain, wrapped];
