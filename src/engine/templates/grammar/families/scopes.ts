// Whose a name is in Python: of the function, of the one around it, of the module, of the object or of its class.
import type { Family, Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const isPython = ({ language }: Scene): boolean => language.name === 'python';
const MOST = 3;

/** What is set in a function and declared around it: `global count`, `nonlocal count`. */
const declaredAround: Family = {
  name: 'declared around',
  share: 0.06,
  *propose(branch, scene) {
    const fn = branch.parent?.parent ?? null;
    if (!isPython(scene) || branch.parent === null || fn?.type !== 'function_definition' || namedChildren(branch.parent)[0] !== branch)
      return;
    const given = new Set(
      namedChildren(fieldOf(fn, 'parameters') ?? fn).map((each) =>
        scene
          .text(each)
          .replace(/[:=].*/s, '')
          .trim(),
      ),
    );
    const set = new Set(
      [...below(fn)].filter((each) => isPythonTarget(each) && nearest(each, scene.language.functions) === fn).map(scene.text),
    );
    const said = /\b(?:global|nonlocal)\b/.test(scene.text(fn));
    if (said) return;
    const outer = [...above(fn)].find(({ type }) => type === 'function_definition') ?? null;
    for (const name of [...set].filter((each) => !given.has(each)).slice(0, MOST * 2)) {
      const holder = outer !== null && setsDirectly(outer, name, scene) ? 'nonlocal' : setsDirectly(null, name, scene) ? 'global' : null;
      if (holder === null) continue;
      const text = `${holder} ${name}`;
      const isRead = new RegExp(`\\b${name}\\s*[-+*/|&]=`).test(scene.text(fn));
      yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label: text, odds: isRead ? 2 : 0.5 };
    }
  },
};

/** Whether a function, or the module, sets a name itself. */
function setsDirectly(owner: Branch | null, name: string, scene: Scene): boolean {
  return [...below(owner ?? scene.program)].some(
    (each) => isPythonTarget(each) && scene.text(each) === name && nearest(each, scene.language.functions) === owner,
  );
}

/** What a method is called on: an object, its class or neither; and whether it is called at all. */
const decorated: Family = {
  name: 'decorator',
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'function_definition' || branch.parent?.parent?.type !== 'class_definition') return;
    const parameters = namedChildren(fieldOf(branch, 'parameters') ?? branch).map(scene.text);
    const name = fieldOf(branch, 'name');
    if (name === null || /^__/.test(scene.text(name))) return;
    const [first] = parameters;
    const options: readonly (readonly [string, number])[] =
      first === 'self'
        ? parameters.length === 1
          ? [['@property', 1]]
          : []
        : first === 'cls'
          ? [['@classmethod', 3]]
          : [['@staticmethod', 3]];
    for (const [text, odds] of options)
      yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label: text, odds };
  },
};

/** Objects that are equal: only to their own kind, and with the same hash. */
const equality: Family = {
  name: 'equal objects',
  share: 0.15,
  *propose(branch, scene) {
    const fn = nearest(branch, scene.language.functions);
    const owner = fn === null ? null : nearest(fn, new Set(['class_definition']));
    const name = fn === null ? null : fieldOf(fn, 'name');
    if (!isPython(scene) || fn === null || owner === null || name === null || scene.text(name) !== '__eq__') return;
    if (branch.type !== 'return_statement') return;
    const [value] = namedChildren(branch);
    const other = namedChildren(fieldOf(fn, 'parameters') ?? fn).map(scene.text)[1];
    const named = fieldOf(owner, 'name');
    if (value === undefined || other === undefined || named === null) return;
    const pad = scene.indent(branch);
    const step = pad.includes('\t') ? '\t' : '    ';
    if (!/\bisinstance\(|\btype\(/.test(scene.text(fn))) {
      const own = scene.text(named);
      yield { start: value.start, end: value.start, text: `isinstance(${other}, ${own}) and `, label: `only ${own}`, odds: 1 };
      const text = `if not isinstance(${other}, ${own}):\n${pad}${step}return NotImplemented\n${pad}`;
      yield { start: branch.start, end: branch.start, text, label: `only ${own}`, odds: 0.8 };
    }
    if (!/\bdef __hash__\b/.test(scene.text(owner))) {
      const members = [...new Set([...scene.text(value).matchAll(/\bself\.(\w+)/g)].map(([each]) => each))];
      if (members.length === 0) return;
      const outer = scene.indent(fn);
      const hashed = members.length === 1 ? members[0] : `(${members.join(', ')})`;
      const text = `\n\n${outer}def __hash__(self):\n${pad}return hash(${hashed})`;
      yield { start: fn.end, end: fn.end, text, label: 'hash of what makes them equal', odds: 0.6 };
    }
  },
};

/** Two assignments that are meant to be one: `a, b = b, a + b`. */
const atOnce: Family = {
  name: 'set at once',
  share: 0.05,
  *propose(branch, scene) {
    const next = branch.parent === null ? undefined : namedChildren(branch.parent)[namedChildren(branch.parent).indexOf(branch) + 1];
    if (!isPython(scene) || branch.type !== 'expression_statement' || next?.type !== 'expression_statement') return;
    const [one, two] = [namedChildren(branch)[0], namedChildren(next)[0]];
    if (one?.type !== 'assignment' || two?.type !== 'assignment' || next.end - branch.start > 200) return;
    const [a, b] = [fieldOf(one, 'left'), fieldOf(two, 'left')];
    const [x, y] = [fieldOf(one, 'right'), fieldOf(two, 'right')];
    if (a?.type !== 'identifier' || b === null || x === null || y === null || !/^(?:identifier|subscript|attribute)$/.test(b.type)) return;
    if (!new RegExp(`\\b${scene.text(a)}\\b`).test(scene.text(y))) return;
    const text = `${scene.text(a)}, ${scene.text(b)} = ${scene.text(x)}, ${scene.text(y)}`;
    yield { start: branch.start, end: next.end, text, label: text, odds: 1 };
  },
};

/** What belongs to a kind: `isinstance(n, int)` holds of truth values, and not of fractions. */
const kinds: Family = {
  name: 'kind',
  share: 0.06,
  *propose(branch, scene) {
    const [callee, list] =
      isPython(scene) && branch.type === 'call' ? [fieldOf(branch, 'function'), fieldOf(branch, 'arguments')] : [null, null];
    const [value, kind] = list === null ? [] : namedChildren(list);
    if (callee === null || scene.text(callee) !== 'isinstance' || value === undefined || kind === undefined) return;
    const own = scene.text(kind);
    const others = ['(int, float)', '(list, tuple)', 'str', 'dict', 'list', 'int', '(str, bytes)', 'float', 'tuple', 'bool'];
    for (const [rank, other] of others.filter((each) => each !== own).entries())
      yield replaced(kind, other, `kind ${other}`, (other.includes(own) ? 1.5 : 0.7) / (1 + rank / 4));
    if (/\bint\b/.test(own))
      yield replaced(branch, `(${scene.text(branch)} and not isinstance(${scene.text(value)}, bool))`, 'no truth value', 1);
  },
};

export const scopeFamilies: readonly Family[] = [declaredAround, decorated, equality, atOnce, kinds];
