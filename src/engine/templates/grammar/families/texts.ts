// Texts of Python that are not made of what they name, and ends of texts that are taken off once, or by their characters.
import { escapeRegex } from '../../../escape.ts';
import { brief } from '../../family.ts';
import { callOf, parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const LITERAL = /^([rRuU]*)("""|'''|"|')([\s\S]*)\2$/;
/** A name in braces, what is read of it, and how it is written. */
const PLACE = /^([A-Za-z_]\w*)(?:\.\w+|\[\w+\])*(?:![rsa])?(?::[^{}]*)?$/;

/** The text with an `f` in front, where it holds names that are known; null for any other. */
function formatted(text: string, known: ReadonlySet<string>): string | null {
  const [, prefix = '', quote = '', inner = ''] = LITERAL.exec(text) ?? [];
  const places = [...inner.matchAll(/\{([^{}]*)\}/g)].map(([, place = '']) => PLACE.exec(place)?.[1]);
  if (places.length === 0 || /\{\{|\}\}/.test(inner)) return null;
  if (places.some((name) => name === undefined || !known.has(name))) return null;
  return `f${prefix.replace(/u/i, '')}${quote}${inner}${quote}`;
}

const bound = new WeakMap<Branch, ReadonlySet<string>>();

/** Names that have a value at a place: of the functions around it and of the module. */
function boundAt(branch: Branch, scene: Scene): ReadonlySet<string> {
  const around = [...above(branch)].filter(({ type }) => type === 'function_definition' || type === 'lambda' || type === 'module');
  return new Set(around.flatMap((scope) => [...boundIn(scope, scene)]));
}

function boundIn(scope: Branch, scene: Scene): ReadonlySet<string> {
  const found = bound.get(scope);
  if (found !== undefined) return found;
  const holds = (each: Branch): boolean =>
    isPythonTarget(each) ||
    each.parent?.type === 'as_pattern_target' ||
    (each.field === 'name' && /_definition$/.test(each.parent?.type ?? ''));
  const own = below(scope).filter(
    (each) => each.type === 'identifier' && holds(each) && (scope.type !== 'module' || nearest(each, scene.language.functions) === null),
  );
  const made = new Set([...(scope.type === 'module' ? [] : parametersOf(scope, scene)), ...own.map(scene.text)]);
  bound.set(scope, made);
  return made;
}

/** What is given to `format`, also later, or stands before `%` is filled in already; a text alone documents. */
function isFilled(branch: Branch, scene: Scene): boolean {
  const { parent, field } = branch;
  const isPattern = parent?.type === 'binary_operator' && field === 'left' && parent.children.some(({ type }) => type === '%');
  const name = parent?.type === 'assignment' ? fieldOf(parent, 'left') : null;
  if (name !== null && new RegExp(`${escapeRegex(scene.text(name))}\\.format`).test(scene.file.text)) return true;
  return (parent?.type === 'attribute' && field === 'object') || isPattern || parent?.type === 'expression_statement';
}

/** `"no entry {key}"` where `key` is a name: each part of a text in several that has such names. */
const named: Family = {
  name: 'names in a text',
  share: 0.15,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:concatenated_)?string$/.test(branch.type) || branch.parent?.type === 'concatenated_string') return;
    if (!scene.text(branch).includes('{') || isFilled(branch, scene)) return;
    const known = boundAt(branch, scene);
    let made = '';
    let at = branch.start;
    for (const part of branch.type === 'string' ? [branch] : namedChildren(branch)) {
      const text = formatted(scene.text(part), known);
      if (text === null) continue;
      made += scene.file.text.slice(at, part.start) + text;
      at = part.end;
    }
    if (made !== '') yield replaced(branch, made + scene.file.text.slice(at, branch.end), `names in ${brief(scene.text(branch))}`, 3);
  },
};

/** `"%s" % value` takes a tuple apart. */
const whole: Family = {
  name: 'value that may be a tuple',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'binary_operator' || !branch.children.some(({ type }) => type === '%')) return;
    const [text, value] = namedChildren(branch);
    if (value === undefined || !/^(?:identifier|attribute|subscript)$/.test(value.type)) return;
    const places = /^(?:concatenated_)?string$/.test(text?.type ?? '') && text !== undefined ? scene.text(text).match(/%[^%\s]/g) : null;
    if (places?.length !== 1) return;
    const isTold = scene.clues.said.has('converted') || scene.clues.said.has('format');
    yield replaced(value, `(${scene.text(value)},)`, `${brief(scene.text(value))} as it is`, isTold ? 4 : 1.5);
  },
};

/** Longer than one character: what is stripped are all characters that it holds, in any order. */
const severalCharacters = /^[rRuUbB]*(['"])(?:(?!\1)[^\\]|\\.){2,}\1$/;

/** Text that begins or ends with something: how that is asked, stripped, and cut off. */
const ENDS = [
  { asked: 'startswith', stripped: 'lstrip', cut: (name: string) => new RegExp(`^${name}\\[(?:\\d+|len\\([^()]*\\)):\\]$`) },
  { asked: 'endswith', stripped: 'rstrip', cut: (name: string) => new RegExp(`^${name}\\[:-(?:\\d+|len\\([^()]*\\))\\]$`) },
] as const;

/** `if path.startswith("/"): path = path[1:]` leaves the second one. */
const strippedOnce: Family = {
  name: 'stripped once',
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'if_statement' || fieldOf(branch, 'alternative') !== null) return;
    const [test, body] = [callOf(fieldOf(branch, 'condition'), scene), fieldOf(branch, 'consequence')];
    const [only, more] = body === null ? [] : namedChildren(body);
    const [set] = only?.type === 'expression_statement' && more === undefined ? namedChildren(only) : [];
    const [left, right] = set?.type === 'assignment' ? [fieldOf(set, 'left'), fieldOf(set, 'right')] : [null, null];
    const [end] = test?.given ?? [];
    if (test?.object == null || left === null || right === null || end === undefined || test.given.length > 1) return;
    const name = scene.text(test.object);
    if (!/^[\w.]+$/.test(name) || scene.text(left) !== name) return;
    const way = ENDS.find(({ asked, cut }) => asked === test.name && cut(name.replaceAll('.', '\\.')).test(scene.text(right)));
    if (way === undefined) return;
    yield { start: branch.start, end: branch.start + 2, text: 'while', label: `all that ${name} ${test.name}`, odds: 1 };
    const text = `${name} = ${name}.${way.stripped}(${scene.text(end)})`;
    yield replaced(branch, text, text, severalCharacters.test(scene.text(end)) ? 0.3 : 1);
  },
};

const OF_ENDING: Readonly<Record<string, string>> = { lstrip: 'removeprefix', rstrip: 'removesuffix' };

/** `name.rstrip(".txt")` also takes the last `t` of `test.txt`. */
const ending: Family = {
  name: 'characters for an ending',
  share: 0.1,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [end, more] = call?.given ?? [];
    if (call?.object == null || end === undefined || more !== undefined || !severalCharacters.test(scene.text(end))) return;
    const name = fieldOf(call.callee, 'attribute');
    const other = OF_ENDING[call.name];
    if (name !== null && other !== undefined) yield replaced(name, other, `${call.name} -> ${other}`, 3);
    if (call.name !== 'strip') return;
    const given = scene.text(end);
    const text = `${scene.text(call.object)}.removeprefix(${given}).removesuffix(${given})`;
    yield replaced(branch, text, brief(text), 0.5);
  },
};

const SEPARATOR = /^(["'])([-_./, :|+])\1$/;
const OFF: readonly (readonly [method: string, odds: number])[] = [
  ['strip', 1],
  ['rstrip', 0.5],
  ['lstrip', 0.4],
];

/** `re.sub(r"\\W+", "-", title)` -> `re.sub(r"\\W+", "-", title).strip("-")`: what separates stands at no end. */
const separators: Family = {
  name: 'separator at an end',
  share: 0.01,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call === null || !/^(?:sub|replace|join)$/.test(call.name) || call.object === null) return;
    // A pattern that is made already is given no pattern.
    const isPatterns = call.name === 'sub' && scene.text(call.object) !== 're';
    const separator = call.name === 'join' ? call.object : call.given[isPatterns ? 0 : 1];
    const text = separator === undefined ? '' : scene.text(separator);
    if (!SEPARATOR.test(text)) return;
    for (const [method, odds] of OFF)
      yield {
        start: branch.end,
        end: branch.end,
        text: `.${method}(${text})`,
        label: `${brief(scene.text(branch))}.${method}(${text})`,
        odds,
      };
  },
};

export const textFamilies: readonly Family[] = [named, whole, strippedOnce, ending, separators];
