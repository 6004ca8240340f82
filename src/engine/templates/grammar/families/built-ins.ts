// What built-in functions, operators and classes of Python do that is seldom meant: one list stands in all places, a result is thrown away.
import { brief } from '../../family.ts';
import type { Family, Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const isPython = ({ language }: Scene): boolean => language.name === 'python';
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
    if (!isPython(scene) || branch.type !== 'call') return;
    const [callee, list] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
    const method = callee?.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
    const [only, more] = list === null ? [] : namedChildren(list);
    if (list === null || method === null || only === undefined || more !== undefined || !OPTIONAL.test(scene.text(method))) return;
    yield replaced(list, '()', `${scene.text(method)} without ${brief(scene.text(only))}`, 1);
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
    const [callee, list] = call?.type === 'call' ? [fieldOf(call, 'function'), fieldOf(call, 'arguments')] : [null, null];
    if (call === undefined || callee === null || list === null) return;
    const [object, method] = callee.type === 'attribute' ? [fieldOf(callee, 'object'), fieldOf(callee, 'attribute')] : [null, null];
    const [first] = namedChildren(list);
    const isMethod = object !== null && method !== null && ANSWERS.test(scene.text(method));
    const isFunction = first !== undefined && /^(?:sorted|reversed)$/.test(scene.text(callee));
    const target = isMethod ? object : isFunction ? first : null;
    if (target === null || !/^(?:identifier|attribute|subscript)$/.test(target.type)) return;
    const value = scene.text(callee) === 'reversed' ? `list(${scene.text(call)})` : scene.text(call);
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
    if (value.type !== 'call' || fn === null || ![...below(fn)].some(({ type }) => type === 'yield')) return;
    const name = fieldOf(fn, 'name');
    const isOwn = name !== null && text.replace(/^self\./, '').startsWith(`${scene.text(name)}(`);
    for (const [word, odds] of [
      ['yield from', 1],
      ['yield', 0.4],
    ] as const)
      yield replaced(value, `${word} ${text}`, `${word} ${brief(text)}`, odds * (isOwn ? 2 : 0.5));
  },
};

/** What is raised for other reasons is caught with it, or is not caught. */
const caught: Family = {
  name: 'exception',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'except_clause') return;
    const [named, more] = namedChildren(branch);
    const type = named?.type === 'as_pattern' ? namedChildren(named)[0] : named;
    if (type === undefined || more === undefined || type.type === 'block') return;
    const own = scene.text(type);
    const others = scene.file.text.match(/\b[A-Z]\w*(?:Error|Exception|Interrupt|Iteration)\b/g) ?? [];
    for (const [rank, name] of [...new Set([...others, ...EXCEPTIONS])].slice(0, 12).entries()) {
      if (own.includes(name)) continue;
      yield replaced(type, name, `except ${name}`, 1 / (1 + rank / 3));
      if (type.type === 'identifier' && own !== 'Exception')
        yield replaced(type, `(${own}, ${name})`, `except ${name}, too`, 0.7 / (1 + rank / 3));
    }
  },
};

const EXCEPTIONS = ['KeyError', 'ValueError', 'TypeError', 'IndexError', 'AttributeError', 'ZeroDivisionError', 'LookupError', 'Exception'];

/** A list of a class is one for all of its objects. */
const ownMembers: Family = {
  name: 'member of its own',
  share: 0.3,
  *propose(branch, scene) {
    const [assignment] = branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const owner = branch.parent?.parent ?? null;
    if (!isPython(scene) || assignment?.type !== 'assignment' || owner?.type !== 'class_definition' || branch.parent === null) return;
    const [target, value] = [fieldOf(assignment, 'left'), fieldOf(assignment, 'right')];
    if (target?.type !== 'identifier' || value === null) return;
    if (!MUTABLE.test(value.type) && !/^(?:\w+\.)?(?:list|dict|set|deque|defaultdict|Counter|OrderedDict)\(/.test(scene.text(value)))
      return;
    const name = scene.text(target);
    if (!scene.text(owner).includes(`self.${name}`)) return;
    const [label, statement, pad] = [`self.${name} for each object`, `self.${name} = ${scene.text(value)}`, scene.indent(branch)];
    const maker = namedChildren(branch.parent).find((each) => {
      const named = each.type === 'function_definition' ? fieldOf(each, 'name') : null;
      return named !== null && scene.text(named) === '__init__';
    });
    if (maker === undefined) yield replaced(branch, `def __init__(self):\n${pad}${pad}${statement}`, label, 1);
    const [first] = maker === undefined ? [] : namedChildren(fieldOf(maker, 'body') ?? maker);
    if (first !== undefined) yield { start: first.start, end: first.start, text: `${statement}\n${scene.indent(first)}`, label, odds: 1 };
  },
};

/** `round(2.5)` is 2, and of equally near numbers the even one is seldom meant. */
const rounded: Family = {
  name: 'rounding',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'call') return;
    const [callee, list] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
    const [value, more] = list === null ? [] : namedChildren(list);
    if (callee === null || scene.text(callee) !== 'round' || value === undefined || more !== undefined) return;
    const sum = value.children.length > 0 && value.type !== 'call' ? `(${scene.text(value)}) + 0.5` : `${scene.text(value)} + 0.5`;
    if (/\bimport math\b/.test(scene.file.text)) yield replaced(branch, `math.floor(${sum})`, 'halves rounded up', 1);
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
    const names = inSlice ? [scene.text(object)] : branch.field === 'right' ? scene.variables(branch).slice(0, MOST_NAMES) : [];
    for (const [rank, name] of names.filter((each) => each !== scene.text(operand)).entries()) {
      const text = `len(${name}) - ${scene.text(operand)}`;
      yield replaced(branch, text, `${brief(text)} from the beginning`, (inSlice ? 1 : 0.4) / (1 + rank / 2));
      yield replaced(branch, `max(0, ${text})`, `${brief(text)} from the beginning, if any`, (inSlice ? 0.5 : 0.2) / (1 + rank / 2));
    }
  },
};

/** What a search for the largest or the smallest value begins with: a first value, or one that all are larger or smaller than. */
const begun: Family = {
  name: 'first value',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'assignment') return;
    const [target, value] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    const fn = nearest(branch, scene.language.functions);
    if (target?.type !== 'identifier' || value === null || fn === null) return;
    if (!/^(?:integer|float|unary_operator|none|call)$/.test(value.type) || value.end - value.start > 16) return;
    const name = scene.text(target);
    const isExtreme = new RegExp(`\\b(?:max|min)\\(${name}\\b|\\b(?:max|min)\\([^()]*, ${name}\\)|[<>]=? ${name}\\b|\\b${name} [<>]`).test(
      scene.text(fn),
    );
    if (!isExtreme) return;
    for (const [text, odds] of [...firstOf(fn, scene).map((each) => [each, 1] as const), ...LIMITS])
      if (text !== scene.text(value)) yield replaced(value, text, `${name} begins as ${text}`, odds);
  },
};

const LIMITS: readonly (readonly [string, number])[] = [
  ["float('-inf')", 0.8],
  ["float('inf')", 0.8],
  ['0', 0.3],
];

/** The first items of what a function is given. */
function firstOf(fn: Branch, scene: Scene): readonly string[] {
  const text = scene.text(fn);
  return namedChildren(fieldOf(fn, 'parameters') ?? fn)
    .flatMap((each) => (each.type === 'identifier' ? [each] : namedChildren(each).slice(0, 1)))
    .filter((each) => each.type === 'identifier' && !isPythonTarget(each))
    .map(scene.text)
    .filter((name) => new RegExp(`\\bin ${name}\\b|\\b${name}\\[|\\blen\\(${name}\\)|\\(${name}\\)`).test(text))
    .map((name) => `${name}[0]`);
}

/** `zip` ends with the shorter one. */
const longest: Family = {
  name: 'all of the longer one',
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'call') return;
    const [callee, list] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
    const name = callee === null ? '' : scene.text(callee);
    if (name !== 'zip' || list === null || namedChildren(list).length < 2) return;
    const imported = /\bimport [^\n]*\bzip_longest\b/.test(scene.file.text) ? 'zip_longest' : null;
    const called = imported ?? (/^import itertools\b/m.test(scene.file.text) ? 'itertools.zip_longest' : null);
    if (called === null) return;
    const given = scene.text(list).slice(1, -1);
    for (const [value, odds] of [
      [', fillvalue=0', 1],
      ['', 1],
      [", fillvalue=''", 0.6],
    ] as const)
      yield replaced(branch, `${called}(${given}${value})`, `${called}${value}`, odds);
  },
};

/** Arguments that make another thing of what a function answers. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  enumerate: ['1'],
  round: ['1', '2'],
  sorted: ['reverse=True', 'key=len', 'key=int', 'key=str.lower'],
  sort: ['reverse=True', 'key=len', 'key=int', 'key=str.lower'],
  max: ['default=0', 'key=len'],
  min: ['default=0', 'key=len'],
  split: ["','", "' '", "'\\n'"],
  get: ['0', '[]', "''", 'None'],
  pop: ['0', 'None'],
  sum: ['0', '0.0'],
  int: ['2', '10', '16'],
  next: ['None'],
  getattr: ['None'],
  zip: ['strict=True'],
  replace: ['1'],
  isclose: ['abs_tol=1e-9'],
};

/** `enumerate(lines)` counts from 0. */
const told: Family = {
  name: 'argument that tells more',
  share: 0.05,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'call') return;
    const [callee, list] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
    if (callee === null || list === null || list.type !== 'argument_list') return;
    const given = namedChildren(list).map(scene.text);
    const options = TELLING[scene.text(callee).split('.').at(-1) ?? ''] ?? [];
    for (const [rank, option] of options.entries()) {
      const [keyword] = option.split('=');
      if (given.includes(option) || (option.includes('=') && given.some((each) => each.startsWith(`${keyword}=`)))) continue;
      const text = given.length > 0 ? `, ${option}` : option;
      yield { start: list.end - 1, end: list.end - 1, text, label: `argument ${option} added`, odds: 1 / (1 + rank / 2) };
    }
  },
};

/** `return rows.sort()` returns nothing. */
const sortedAnswer: Family = {
  name: 'sorted answer',
  share: 0.4,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'call' || !/^(?:return_statement|assignment)$/.test(branch.parent?.type ?? '')) return;
    const [callee, list] = [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')];
    const [object, method] = callee?.type === 'attribute' ? [fieldOf(callee, 'object'), fieldOf(callee, 'attribute')] : [null, null];
    if (object === null || method === null || list === null) return;
    const given = scene.text(list).slice(1, -1);
    const made = `${scene.text(object)}${given === '' ? '' : `, ${given}`}`;
    if (scene.text(method) === 'sort') yield replaced(branch, `sorted(${made})`, `sorted(${brief(made)})`, 1);
    if (scene.text(method) === 'reverse' && given === '') yield replaced(branch, `${scene.text(object)}[::-1]`, 'reversed copy', 1);
  },
};

/** A name of a method that is a member everywhere else: `trip = 0` -> `self.trip = 0`. */
const ofSelf: Family = {
  name: 'member of self',
  share: 0.2,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'identifier' || branch.field === 'attribute' || branch.field === 'name') return;
    const fn = nearest(branch, scene.language.functions);
    const [first] = fn === null ? [] : namedChildren(fieldOf(fn, 'parameters') ?? fn);
    if (fn === null || first === undefined || scene.text(first) !== 'self' || branch.parent?.type === 'parameters') return;
    const owner = nearest(fn, new Set(['class_definition']));
    const name = scene.text(branch);
    if (owner === null || !new RegExp(`\\bself\\.${name}\\b(?!\\()`).test(scene.text(owner))) return;
    const isGiven = namedChildren(fieldOf(fn, 'parameters') ?? fn).some((each) => scene.text(each).startsWith(name));
    yield replaced(branch, `self.${name}`, `${name} -> self.${name}`, (isPythonTarget(branch) ? 1 : 0.5) * (isGiven ? 0.2 : 1));
  },
};

/** What a base class sets up is not there where nobody asks it to. */
const baseMade: Family = {
  name: 'base set up',
  share: 0.15,
  *propose(branch, scene) {
    const fn = branch.parent?.parent ?? null;
    const owner = fn?.parent?.parent ?? null;
    if (!isPython(scene) || fn?.type !== 'function_definition' || owner?.type !== 'class_definition' || branch.parent === null) return;
    const [name, bases] = [fieldOf(fn, 'name'), fieldOf(owner, 'superclasses')];
    if (name === null || bases === null || scene.text(name) !== '__init__' || /\bsuper\(|\.__init__\(/.test(scene.text(fn))) return;
    if (namedChildren(branch.parent)[0] !== branch) return;
    const given = namedChildren(fieldOf(fn, 'parameters') ?? fn)
      .filter(({ type }) => type === 'identifier')
      .map(scene.text)
      .slice(1);
    const base = [...below(scene.program)].find((each) => {
      const named = each.type === 'class_definition' ? fieldOf(each, 'name') : null;
      return named !== null && namedChildren(bases).some((one) => scene.text(one) === scene.text(named));
    });
    const wanted = base === undefined ? [] : (/def __init__\(self,?\s*([^)]*)\)/.exec(scene.text(base))?.[1] ?? '').split(/\s*,\s*/);
    const shared = wanted.map((each) => each.replace(/[:=].*/s, '').trim()).filter((each) => given.includes(each));
    const lists = [...new Set([shared.join(', '), '', ...given.map((_, at) => given.slice(0, at + 1).join(', '))])];
    for (const [rank, list] of lists.entries()) {
      const text = `super().__init__(${list})`;
      yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label: text, odds: 1 / (1 + rank) };
    }
  },
};

/** A function made in a loop sees what the loop ends with. */
const boundLate: Family = {
  name: 'value of its round',
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'lambda') return;
    const body = fieldOf(branch, 'body');
    const parameters = fieldOf(branch, 'parameters');
    if (body === null) return;
    const own = new Set(parameters === null ? [] : namedChildren(parameters).map((each) => scene.text(each).replace(/=.*/s, '')));
    const used = [...new Set([...(body.type === 'identifier' ? [body] : []), ...below(body)].map(scene.text))];
    const rounds = [...above(branch)].filter(({ type }) => /^for_statement$|_comprehension$|^generator_expression$/.test(type));
    const targets = new Set<string>();
    for (const round of rounds) for (const each of below(round)) if (isPythonTarget(each)) targets.add(scene.text(each));
    const late = used.filter((name) => targets.has(name) && !own.has(name));
    if (late.length === 0) return;
    const made = late.map((name) => `${name}=${name}`).join(', ');
    if (parameters === null) yield { start: branch.start + 6, end: branch.start + 6, text: ` ${made}`, label: `lambda ${made}`, odds: 1 };
    else yield { start: parameters.end, end: parameters.end, text: `, ${made}`, label: `lambda with ${made}`, odds: 1 };
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
    const isFraction = [left, right].some(
      (side) =>
        side.type === 'float' || (side.type === 'binary_operator' && / [/*+-] /.test(scene.text(side)) && !/['"]/.test(scene.text(side))),
    );
    if (!isFraction || branch.end - branch.start > 80) return;
    const text = `abs(${scene.text(left)} - ${/^\w+(?:\.\w+)?$/.test(scene.text(right)) ? scene.text(right) : `(${scene.text(right)})`}) ${sign?.type === '==' ? '<' : '>='} 1e-9`;
    yield replaced(branch, text, `${brief(scene.text(branch))}, nearly`, 1);
  },
};

/** Parts that a text is joined of must be texts. */
const joined: Family = {
  name: 'parts as texts',
  share: 0.05,
  *propose(branch, scene) {
    const [callee, list] =
      isPython(scene) && branch.type === 'call' ? [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')] : [null, null];
    const method = callee?.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
    const [only, more] = list === null ? [] : namedChildren(list);
    if (method === null || only === undefined || more !== undefined || scene.text(method) !== 'join') return;
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
    const call = branch.parent?.type === 'argument_list' ? branch.parent.parent : null;
    const callee = call === null ? null : fieldOf(call, 'function');
    if (!isPython(scene) || callee === null || !/^re\.\w+$/.test(scene.text(callee)) || branch.index > 1) return;
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
  thrownAway,
  handedOn,
  caught,
  ownMembers,
  rounded,
  fromTheEnd,
  begun,
  longest,
  told,
  sortedAnswer,
  ofSelf,
  baseMade,
  boundLate,
  nearlyEqual,
  eachItem,
  joined,
  pairs,
  asPattern,
  wholeSpan,
  shapes,
  awaited,
];
