// Whose a name is in Python: of the function, of the one around it, of the module, of the object or of its class.
import { callOf, deeper, firstStatement, parametersOf, plainParametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

const MOST = 3;
const MUTABLE = /^(?:list|dictionary|set|list_comprehension|dictionary_comprehension|set_comprehension)$/;

/** What is set in a function and declared around it: `global count`, `nonlocal count`. */
const declaredAround: Family = {
  name: 'declared around',
  share: 0.06,
  *propose(branch, scene) {
    const fn = branch.parent?.parent ?? null;
    if (!isPython(scene) || fn?.type !== 'function_definition' || firstStatement(fn) !== branch) return;
    const given = new Set(parametersOf(fn, scene));
    const set = setsOf(scene).get(fn) ?? new Set<string>();
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

/** What functions, and the module, set themselves; by the scene's program. */
const setIn = new WeakMap<Branch, ReadonlyMap<Branch | null, ReadonlySet<string>>>();

function setsOf(scene: Scene): ReadonlyMap<Branch | null, ReadonlySet<string>> {
  const known = setIn.get(scene.program);
  if (known !== undefined) return known;
  const sets = new Map<Branch | null, Set<string>>();
  for (const each of below(scene.program)) {
    if (!isPythonTarget(each)) continue;
    const owner = nearest(each, scene.language.functions);
    const names = sets.get(owner) ?? new Set<string>();
    sets.set(owner, names.add(scene.text(each)));
  }
  setIn.set(scene.program, sets);
  return sets;
}

/** Whether a function, or the module, sets a name itself. */
function setsDirectly(owner: Branch | null, name: string, scene: Scene): boolean {
  return setsOf(scene).get(owner)?.has(name) === true;
}

/** What a method is called on: an object, its class or neither; and whether it is called at all. */
const decorated: Family = {
  name: 'decorator',
  share: 0.04,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'function_definition' || branch.parent?.parent?.type !== 'class_definition') return;
    const parameters = parametersOf(branch, scene);
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
    const [, other] = parametersOf(fn, scene);
    const named = fieldOf(owner, 'name');
    if (value === undefined || other === undefined || named === null) return;
    const pad = scene.indent(branch);
    if (!/\bisinstance\(|\btype\(/.test(scene.text(fn))) {
      const own = scene.text(named);
      yield { start: value.start, end: value.start, text: `isinstance(${other}, ${own}) and `, label: `only ${own}`, odds: 1 };
      const text = `if not isinstance(${other}, ${own}):\n${deeper(pad)}return NotImplemented\n${pad}`;
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
    const call = isPython(scene) ? callOf(branch, scene) : null;
    const [value, kind] = call?.given ?? [];
    if (call?.name !== 'isinstance' || value === undefined || kind === undefined) return;
    const own = scene.text(kind);
    const others = ['(int, float)', '(list, tuple)', 'str', 'dict', 'list', 'int', '(str, bytes)', 'float', 'tuple', 'bool'];
    for (const [rank, other] of others.filter((each) => each !== own).entries())
      yield replaced(kind, other, `kind ${other}`, (other.includes(own) ? 1.5 : 0.7) / (1 + rank / 4));
    if (/\bint\b/.test(own))
      yield replaced(branch, `(${scene.text(branch)} and not isinstance(${scene.text(value)}, bool))`, 'no truth value', 1);
  },
};

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
    const isDerived = fieldOf(owner, 'superclasses') !== null;
    const head = isDerived
      ? `def __init__(self, *args, **kwargs):\n${deeper(pad)}super().__init__(*args, **kwargs)`
      : 'def __init__(self):';
    if (maker === undefined) yield replaced(branch, `${head}\n${deeper(pad)}${statement}`, label, 1);
    const first = maker === undefined ? undefined : firstStatement(maker);
    if (first !== undefined) yield { start: first.start, end: first.start, text: `${statement}\n${scene.indent(first)}`, label, odds: 1 };
  },
};

/** A name of a method that is a member everywhere else: `trip = 0` -> `self.trip = 0`. */
const ofSelf: Family = {
  name: 'member of self',
  share: 0.2,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'identifier' || branch.field === 'attribute' || branch.field === 'name') return;
    const fn = nearest(branch, scene.language.functions);
    const given = fn === null ? [] : parametersOf(fn, scene);
    const { parent } = branch;
    if (fn === null || given[0] !== 'self' || parent === null) return;
    if (/^(?:parameters|dotted_name|aliased_import|import_.*|global_statement|nonlocal_statement|as_pattern_target)$/.test(parent.type))
      return;
    if (/^for_/.test(parent.type) && branch.field === 'left') return;
    const owner = nearest(fn, new Set(['class_definition']));
    const name = scene.text(branch);
    if (owner === null || !new RegExp(`\\bself\\.${name}\\b(?!\\()`).test(scene.text(owner))) return;
    const odds = (isPythonTarget(branch) ? 1 : 0.5) * (given.includes(name) ? 0.2 : 1);
    yield replaced(branch, `self.${name}`, `${name} -> self.${name}`, odds);
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
    if (firstStatement(fn) !== branch) return;
    const [, ...given] = plainParametersOf(fn, scene);
    const base = below(scene.program).find((each) => {
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
    const taken = parameters === null ? [] : namedChildren(parameters);
    if (taken.some(({ type }) => !/^(?:identifier|default_parameter)$/.test(type))) return;
    const own = new Set(taken.map((each) => scene.text(each).replace(/=.*/s, '')));
    const named = [...(body.type === 'identifier' ? [body] : []), ...below(body)].filter(
      (each) =>
        each.type === 'identifier' && each.field !== 'attribute' && !(each.field === 'name' && each.parent?.type === 'keyword_argument'),
    );
    const used = [...new Set(named.map(scene.text))];
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

export const scopeFamilies: readonly Family[] = [
  declaredAround,
  decorated,
  equality,
  atOnce,
  kinds,
  ownMembers,
  ofSelf,
  baseMade,
  boundLate,
];
