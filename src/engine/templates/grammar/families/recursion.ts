// A function of Python that calls itself without end has lost the case in which it answers on its own.
import { brief, type Proposal } from '../../family.ts';
import { endingsOf, type Recursion, type Tongue, type Use } from '../../recursion.ts';
import { callOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';

const TONGUE: Tongue = {
  ...{ equals: '==', nothing: 'None', yes: 'True', no: 'False' },
  lengthOf: (name) => `len(${name})`,
  missing: (name) => [`not ${name}`, `${name} is None`],
  empty: (name) => [`not ${name}`],
};
const MOST_ANSWERS = 3;
/** Longer answers are seldom those of the simplest case. */
const LONGEST_ANSWER = 40;
/** How much less likely an end is missing where the function leaves somewhere else: the message says that it does not end, or nothing does. */
const OF_LEAVING = { said: 0.5, unsaid: 0.15 };
const GUARDED = /^(?:if_statement|for_statement|while_statement|try_statement|match_statement|conditional_expression|boolean_operator)$/;

/** The calls that a function makes of itself by its name, or where it is a method, of its own object. */
function callsOfItself(fn: Branch, scene: Scene): readonly Branch[] {
  const named = fieldOf(fn, 'name');
  const body = fieldOf(fn, 'body');
  if (named === null || body === null) return [];
  const isMethod = [...above(fn)].find(({ type }) => /^(?:class|function)_definition$/.test(type))?.type === 'class_definition';
  const name = isMethod ? `self.${scene.text(named)}` : scene.text(named);
  return below(body).filter((each) => {
    const call = callOf(each, scene);
    return call !== null && scene.text(call.callee) === name;
  });
}

/** Whether a call is made whatever comes: neither a condition, a loop nor an inner function stands before it. */
function isCertain(call: Branch, fn: Branch, scene: Scene): boolean {
  for (const at of above(call)) {
    if (at === fn) return true;
    if (GUARDED.test(at.type) || /comprehension|generator/.test(at.type) || scene.language.functions.has(at.type)) return false;
  }
  return false;
}

function leaves(fn: Branch, calls: readonly Branch[], scene: Scene): boolean {
  if (!calls.some((call) => isCertain(call, fn, scene))) return true;
  const last = calls.at(-1)?.start ?? 0;
  return below(fn).some(
    (each) =>
      /^(?:return|raise)_statement$/.test(each.type) &&
      each.start < last &&
      nearest(each, scene.language.functions) === fn &&
      !calls.some((call) => call.start >= each.start && call.end <= each.end),
  );
}

function useOf(call: Branch, scene: Scene): Use {
  const { parent } = call;
  switch (parent?.type) {
    case 'binary_operator': {
      const operator = parent.children.find(({ named }) => !named)?.type;
      const beside = scene.text(parent);
      if (operator === '+') return /^\[|\+ \[|\]$/.test(beside) ? 'list' : /["']/.test(beside) ? 'text' : 'sum';
      return operator === '*' ? 'product' : 'sum';
    }
    case 'boolean_operator':
    case 'not_operator':
      return 'truth';
    case 'list_splat':
    case 'for_in_clause':
      return 'list';
    case 'await':
    case 'parenthesized_expression':
    case 'conditional_expression':
      return useOf(parent, scene);
    case 'return_statement':
      return 'answer';
    case 'expression_statement':
      return 'nothing';
    default:
      return /^(?:max|min|len)\(/.test(parent?.parent ? scene.text(parent.parent) : '') ? 'sum' : 'kept';
  }
}

/** The name of a parameter, also of one with a type or a default; none of what takes the rest. */
function nameOf(parameter: Branch, scene: Scene): string {
  if (parameter.type === 'identifier') return scene.text(parameter);
  if (!/^(?:typed|default|typed_default)_parameter$/.test(parameter.type)) return '';
  const name = fieldOf(parameter, 'name') ?? namedChildren(parameter)[0];
  return name?.type === 'identifier' ? scene.text(name) : '';
}

/** What is given for each of the parameters, by its place or its name; empty where nothing is. */
function argumentsOf(call: Branch, parameters: readonly string[], scene: Scene): readonly string[] {
  const given = namedChildren(fieldOf(call, 'arguments') ?? call);
  const byPlace = given.filter(({ type }) => type !== 'keyword_argument').map(scene.text);
  const byName = new Map(
    given.flatMap((each) => {
      const [name, value] = each.type === 'keyword_argument' ? [fieldOf(each, 'name'), fieldOf(each, 'value')] : [null, null];
      return name === null || value === null ? [] : [[scene.text(name), scene.text(value)] as const];
    }),
  );
  return parameters.map((name, at) => byName.get(name) ?? byPlace[at] ?? '');
}

function recursionOf(fn: Branch, calls: readonly Branch[], scene: Scene): Recursion {
  const text = scene.text(fn);
  const all = namedChildren(fieldOf(fn, 'parameters') ?? fn).map((each) => nameOf(each, scene));
  // The object itself is not handed on.
  const parameters = all[0] === 'self' || all[0] === 'cls' ? all.slice(1) : all;
  const isGenerator = below(fn).some(({ type }) => type === 'yield');
  const made = new Set(below(fn).filter(isPythonTarget).map(scene.text));
  const answers = below(fn).flatMap((each) => {
    const value = each.type === 'return_statement' && nearest(each, scene.language.functions) === fn ? namedChildren(each)[0] : undefined;
    // What is only made in the function is not there yet.
    const isThere = value !== undefined && !below(value).some((name) => made.has(scene.text(name)));
    const isOwn = isThere && !calls.some(({ start }) => start >= value.start && start < value.end);
    return isOwn && value.end - value.start <= LONGEST_ANSWER ? [scene.text(value)] : [];
  });
  return {
    parameters,
    calls: calls.map((call) => argumentsOf(call, parameters, scene)),
    // What a generator returns is seldom looked at, and an asynchronous one may return nothing.
    uses: isGenerator ? new Set<Use>(['nothing']) : new Set(calls.map((call) => useOf(call, scene))),
    answers: isGenerator ? [] : answers.slice(0, MOST_ANSWERS),
    measured: [
      ...new Set([...text.matchAll(/\blen\((\w+)\)|\b([A-Za-z_]\w*)\[/g)].flatMap(([, asked, indexed]) => asked ?? indexed ?? [])),
    ],
  };
}

/** The simplest case in front of the first statement that is no docstring. */
function* endings(branch: Branch, scene: Scene, ofLeaving: number): Generator<Proposal> {
  const fn = branch.parent?.type === 'block' ? branch.parent.parent : null;
  if (!isPython(scene) || fn?.type !== 'function_definition') return;
  const [first, second] = namedChildren(branch.parent ?? fn);
  const isDocumented = first !== undefined && first.type === 'expression_statement' && namedChildren(first)[0]?.type === 'string';
  if (branch !== (isDocumented ? second : first)) return;
  const calls = callsOfItself(fn, scene);
  if (calls.length === 0) return;
  const likely = leaves(fn, calls, scene) ? ofLeaving : 1;
  for (const { test, answer, odds } of endingsOf(recursionOf(fn, calls, scene), TONGUE)) {
    const jump = answer === null ? 'return' : `return ${answer}`;
    const text = scene.language.guard(test, jump, scene.indent(branch));
    yield { start: branch.start, end: branch.start, text, label: `recursion ends: ${brief(test)} ? ${brief(jump)}`, odds: odds * likely };
  }
}

/** Where the message says that a function calls itself without end, hardly anything else is likelier. */
export const recursionFamilies: readonly Family[] = [
  {
    name: "recursion's end",
    share: 0.4,
    propose: (branch, scene) => (scene.clues.complaints.endless ? endings(branch, scene, OF_LEAVING.said) : []),
  },
  {
    name: "recursion's end",
    share: 0.1,
    propose: (branch, scene) => (scene.clues.complaints.endless ? [] : endings(branch, scene, OF_LEAVING.unsaid)),
  },
];
