// A function of Python that makes its result and does not return it.
import { brief } from '../../family.ts';
import { callOf, deeper, parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const MOST_NAMES = 8;
/** Calls of functions that do nothing but answer. */
const PURE =
  /^(?:abs|all|any|bool|dict|divmod|enumerate|float|int|isinstance|len|list|map|max|min|range|reversed|round|set|sorted|str|sum|tuple|zip)\(/;
const JUMP = /^(?:return|raise|break|continue|pass)_statement$/;

/** The last statement of a block computes a value that nobody gets. */
const valueReturned: Family = {
  name: 'missing return',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'expression_statement' || !isLast(branch)) return;
    const fn = nearest(branch, scene.language.functions);
    const [value, more] = namedChildren(branch);
    if (fn?.type !== 'function_definition' || isNamed(fn, '__init__', scene) || value === undefined || more !== undefined) return;
    if (/assignment|^(?:string|yield|await)$/.test(value.type)) return;
    // A call may be made for what it does; anything else does nothing as it stands.
    const isIdle = value.type !== 'call' || PURE.test(scene.text(value));
    const odds = isIdle ? 4 : returnsValues(fn, scene) ? 1 : 0.5;
    yield { start: branch.start, end: branch.start, text: 'return ', label: `return ${brief(scene.text(value))}`, odds };
  },
};

/** A function that ends without a jump returns one of its variables, the one that was set last before all. */
const returnedAtEnd: Family = {
  name: 'return at the end',
  share: 0.06,
  *propose(branch, scene) {
    const block = branch.parent;
    const fn = block?.parent ?? null;
    if (!isPython(scene) || block?.type !== 'block' || fn?.type !== 'function_definition' || !isLast(branch)) return;
    if (JUMP.test(branch.type) || isNamed(fn, '__init__', scene) || isGenerator(fn, scene)) return;
    const lacks = scene.clues.complaints.nothing || scene.clues.pairs.some(({ actual }) => actual === 'None');
    const likely = (lacks ? 4 : 1) * (returnsValues(fn, scene) ? 1.5 : 1);
    const indent = scene.indent(branch);
    for (const [rank, name] of [...namesSetIn(fn, scene), 'self', 'True', 'False'].entries()) {
      const text = `\n${indent}return ${name}`;
      const odds = (likely * (/^(?:True|False)$/.test(name) ? 0.2 : 1)) / (1 + rank / 4);
      yield { start: branch.end, end: branch.end, text, label: `return ${name} at the end`, odds };
    }
  },
};

function isLast(branch: Branch): boolean {
  return branch.parent?.type === 'block' && namedChildren(branch.parent).at(-1) === branch;
}

function isNamed(fn: Branch, name: string, scene: Scene): boolean {
  const own = fieldOf(fn, 'name');
  return own !== null && scene.text(own) === name;
}

/** Whether the function itself, not one within it, returns a value somewhere. */
function returnsValues(fn: Branch, { language }: Scene): boolean {
  return below(fn).some(
    (each) => language.returns.has(each.type) && namedChildren(each).length > 0 && nearest(each, language.functions) === fn,
  );
}

function isGenerator(fn: Branch, { language }: Scene): boolean {
  return below(fn).some((each) => each.type === 'yield' && nearest(each, language.functions) === fn);
}

/** Names that the function sets, the last first, then its parameters. */
function namesSetIn(fn: Branch, scene: Scene): readonly string[] {
  const targets = below(fn).filter((each) => isPythonTarget(each) && nearest(each, scene.language.functions) === fn);
  const names = [...targets.toReversed().map(scene.text), ...parametersOf(fn, scene)].filter(
    (name) => /^[a-z_]\w*$/i.test(name) && name !== 'self',
  );
  return [...new Set(names)].slice(0, MOST_NAMES);
}

/** `return True` where something may be left over: what was opened and not closed, counted up and not down. */
const nothingLeft: Family = {
  name: 'nothing left over',
  share: 0.15,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'true' || branch.parent?.type !== 'return_statement') return;
    const fn = nearest(branch, scene.language.functions);
    if (fn === null) return;
    const body = scene.text(fn);
    for (const name of namesSetIn(fn, scene)) {
      const does = (pattern: string): boolean => new RegExp(`(?<![\\w.])${name}${pattern}`).test(body);
      const isEmptied = (does('\\.append\\(') && does('\\.pop\\(')) || (does('\\.add\\(') && does('\\.(?:remove|discard)\\('));
      const tests = isEmptied ? [`not ${name}`] : does(' \\+= ') && does(' -= ') ? [`${name} == 0`] : [];
      for (const text of tests) yield { start: branch.start, end: branch.end, text, label: `only if ${text}`, odds: 1 };
    }
  },
};

/** What a function finds by calling itself within a loop, or a branch, and does not hand on. */
const foundByItself: Family = {
  name: 'found by itself',
  share: 0.2,
  *propose(branch, scene) {
    const [call] = branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const fn = nearest(branch, scene.language.functions);
    if (!isPython(scene) || call?.type !== 'call' || fn?.type !== 'function_definition') return;
    const [callee, name] = [callOf(call, scene)?.callee, fieldOf(fn, 'name')];
    const isOwn = callee !== undefined && name !== null && scene.text(callee).replace(/^self\./, '') === scene.text(name);
    if (!isOwn || !returnsValues(fn, scene)) return;
    const known = new Set(scene.names(branch));
    const kept = ['found', 'result', 'inner'].find((each) => !known.has(each)) ?? 'found';
    const pad = scene.indent(branch);
    for (const [test, odds] of [
      [kept, 1],
      [`${kept} is not None`, 0.8],
    ] as const) {
      const text = `${kept} = ${scene.text(call)}\n${pad}if ${test}:\n${deeper(pad)}return ${kept}`;
      yield { start: branch.start, end: branch.end, text, label: `${brief(scene.text(call))} handed on`, odds };
    }
  },
};

/** What a loop answers for its first item alone: `return a == b` -> `if not (a == b): return False`. */
const tooEarly: Family = {
  name: 'answered too early',
  share: 0.08,
  *propose(branch, scene) {
    const [value] = isPython(scene) && branch.type === 'return_statement' ? namedChildren(branch) : [];
    if (value === undefined || !/^(?:comparison_operator|boolean_operator|not_operator|call)$/.test(value.type)) return;
    const loop = [...above(branch)].find(({ type }) => /^(?:for|while)_statement$|^function_definition$/.test(type));
    if (loop === undefined || loop.type === 'function_definition') return;
    const pad = scene.indent(branch);
    const text = scene.text(value);
    const denied = value.type === 'not_operator' ? text.replace(/^not\s+/, '') : `not (${text})`;
    for (const [test, answer] of [
      [denied, 'False'],
      [text, 'True'],
    ] as const)
      yield replaced(branch, `if ${test}:\n${deeper(pad)}return ${answer}`, `${answer} at once, else on`, 1);
  },
};

const MOST_LEFT = 3;

/** What a loop gathers up to a mark, and that is still there behind it. */
const leftBehind: Family = {
  name: 'left behind a loop',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:for|while)_statement$/.test(branch.type) || branch.parent?.type !== 'block') return;
    const fn = nearest(branch, scene.language.functions);
    const before = new Set(
      fn === null
        ? []
        : below(fn)
            .filter((each) => isPythonTarget(each) && each.end <= branch.start)
            .map(scene.text),
    );
    const inside = new Set(below(branch).filter(isPythonTarget).map(scene.text));
    const puts = below(branch).flatMap((each) => {
      const call = each.parent?.type === 'expression_statement' ? callOf(each, scene) : null;
      const isPut = call?.object != null && /^(?:append|add|extend)$/.test(call.name) && each.end - each.start <= 80;
      return isPut ? [{ text: scene.text(each), list: call.list }] : [];
    });
    const pad = scene.indent(branch);
    for (const put of puts.slice(0, MOST_LEFT)) {
      const names = below(put.list).filter((each) => each.type === 'identifier' && each.field !== 'attribute');
      const held = names.find((each) => before.has(scene.text(each)));
      if (held === undefined || names.some((each) => inside.has(scene.text(each)) && !before.has(scene.text(each)))) continue;
      const text = `\n${pad}if ${scene.text(held)}:\n${deeper(pad)}${put.text}`;
      yield { start: branch.end, end: branch.end, text, label: `${brief(put.text)} for what is left`, odds: 1 };
    }
  },
};

/** Methods and functions that change nothing and answer. */
const ANSWERS =
  /^(?:replace|strip|lstrip|rstrip|lower|upper|title|capitalize|casefold|swapcase|zfill|ljust|rjust|center|removeprefix|removesuffix|translate|expandtabs|union|intersection|difference|symmetric_difference)$/;

/** `text.strip()` as a statement: nobody gets what it answers. */
const thrownAway: Family = {
  name: 'result kept',
  share: 0.4,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'expression_statement') return;
    const [call] = namedChildren(branch);
    const called = callOf(call, scene);
    if (call === undefined || called === null) return;
    const { object, name, given } = called;
    const isMethod = object !== null && ANSWERS.test(name);
    const isFunction = object === null && /^(?:sorted|reversed)$/.test(name);
    const target = isMethod ? object : isFunction ? given[0] : undefined;
    if (target === undefined || !/^(?:identifier|attribute|subscript)$/.test(target.type)) return;
    const value = isFunction && name === 'reversed' ? `list(${scene.text(call)})` : scene.text(call);
    yield replaced(call, `${scene.text(target)} = ${value}`, `${brief(scene.text(call))} kept`, 1);
  },
};

/** What a generator calls and does not hand on, or hands on as a whole. */
const handedOn: Family = {
  name: 'yield',
  share: 0.2,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'expression_statement') return;
    const [value] = namedChildren(branch);
    if (value === undefined) return;
    const text = scene.text(value);
    if (value.type === 'yield') {
      if (/^yield from\b/.test(text)) yield replaced(value, text.replace(/^yield from\b/, 'yield'), 'yield as a whole', 0.3);
      else if (/^yield +[\w.]/.test(text)) yield replaced(value, text.replace(/^yield\b/, 'yield from'), 'yield from', 0.3);
      return;
    }
    const fn = nearest(branch, scene.language.functions);
    const isAsync = fn !== null && scene.text(fn).startsWith('async ');
    const yields = fn !== null && below(fn).some((each) => each.type === 'yield' && nearest(each, scene.language.functions) === fn);
    if (value.type !== 'call' || fn === null || !yields) return;
    const name = fieldOf(fn, 'name');
    const isOwn = name !== null && text.replace(/^self\./, '').startsWith(`${scene.text(name)}(`);
    for (const [word, odds] of [
      ['yield from', 1],
      ['yield', 0.4],
    ] as const)
      if (!isAsync || word === 'yield') yield replaced(value, `${word} ${text}`, `${word} ${brief(text)}`, odds * (isOwn ? 2 : 0.5));
  },
};

/** `return rows.sort()` returns nothing. */
const sortedAnswer: Family = {
  name: 'sorted answer',
  share: 0.4,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'call' || !/^(?:return_statement|assignment)$/.test(branch.parent?.type ?? '')) return;
    const call = callOf(branch, scene);
    if (call === null || call.object === null) return;
    const given = scene.text(call.list).slice(1, -1);
    const made = `${scene.text(call.object)}${given === '' ? '' : `, ${given}`}`;
    if (call.name === 'sort') yield replaced(branch, `sorted(${made})`, `sorted(${brief(made)})`, 1);
    if (call.name === 'reverse' && given === '') yield replaced(branch, `${scene.text(call.object)}[::-1]`, 'reversed copy', 1);
  },
};

/** What an asynchronous function calls may have to be awaited. */
const awaited: Family = {
  name: 'awaited',
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'call' || branch.parent?.type === 'await') return;
    const fn = nearest(branch, scene.language.functions);
    if (fn === null || !scene.text(fn).startsWith('async ')) return;
    const isStatement = /^(?:expression_statement|assignment|return_statement)$/.test(branch.parent?.type ?? '');
    const text = `await ${scene.text(branch)}`;
    yield replaced(branch, isStatement ? text : `(${text})`, brief(text), 1);
  },
};

export const resultFamilies: readonly Family[] = [
  valueReturned,
  returnedAtEnd,
  nothingLeft,
  foundByItself,
  tooEarly,
  leftBehind,
  thrownAway,
  handedOn,
  sortedAnswer,
  awaited,
];
