// What only ever changes one way in Python has lost its other way: a depth that only falls, a list that is only emptied, a set that is only asked,
// a member that all methods but one keep up to date.
import { brief, type Proposal } from '../../family.ts';
import { type Place, placesAround, takenBack } from '../../places.ts';
import { parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';

const MOST_STEPS = 4;
const MOST_FILLED = 3;
const MOST_VALUES = 5;
const MOST_UPDATES = 8;
/** Statements of a class that are looked at. */
const MOST_KNOWN = 200;
/** Longer code is no index, value or update of a member. */
const LONGEST = 40;
const JUMP = /^(?:return|raise|break|continue)_statement$/;
/** Where the block that a statement begins or ends may have had one more. */
function placesAt(branch: Branch, scene: Scene): readonly Place[] {
  if (!isPython(scene) || branch.parent?.type !== 'block') return [];
  const list = namedChildren(branch.parent);
  const { start, end } = branch;
  // Behind the colon, or a semicolon, of its line another line would belong elsewhere.
  if (!isAlone(branch, scene)) return [];
  const [isFirst, isLast, isJump] = [list[0] === branch, list.at(-1) === branch, JUMP.test(branch.type)];
  return placesAround({ start, end, isFirst, isLast, isJump, indent: scene.indent(branch) });
}

/** Whether nothing else stands on a statement's lines. */
function isAlone({ start, end }: Branch, { file }: Scene): boolean {
  const from = file.text.lastIndexOf('\n', start - 1) + 1;
  const to = file.text.indexOf('\n', end);
  const behind = file.text.slice(end, to < 0 ? undefined : to);
  return file.text.slice(from, start).trim() === '' && /^\s*(?:#.*)?$/.test(behind);
}

function functionAround(branch: Branch, scene: Scene): Branch | null {
  const fn = nearest(branch, scene.language.functions);
  return fn?.type === 'function_definition' ? fn : null;
}

interface OneWay {
  readonly name: string;
  readonly back: string;
  readonly steps: readonly Branch[];
  /** Where it has its first value. */
  readonly from: number;
}

const oneWays = new WeakMap<Branch, readonly OneWay[]>();

/** Variables of a function that are stepped one way only, and set once. */
function oneWaysIn(fn: Branch, scene: Scene): readonly OneWay[] {
  const known = oneWays.get(fn);
  if (known !== undefined) return known;
  const steps = new Map<string, { readonly back: string; readonly branch: Branch }[]>();
  const set = new Map<string, Branch[]>();
  for (const branch of below(fn)) {
    if (branch.type === 'identifier' && isPythonTarget(branch) && branch.parent?.type !== 'augmented_assignment')
      set.set(scene.text(branch), [...(set.get(scene.text(branch)) ?? []), branch]);
    if (branch.type !== 'augmented_assignment') continue;
    const target = fieldOf(branch, 'left');
    const text = scene.text(branch);
    const back = takenBack(text);
    if (target?.type !== 'identifier' || back === text || text.length > LONGEST) continue;
    steps.set(scene.text(target), [...(steps.get(scene.text(target)) ?? []), { back, branch: branch.parent ?? branch }]);
  }
  const found = [...steps].flatMap(([name, made]): OneWay[] => {
    const [first, ...rest] = made;
    const [begun, again] = set.get(name) ?? [];
    if (first === undefined || again !== undefined || rest.some(({ back }) => back !== first.back)) return [];
    return [{ name, back: first.back, steps: made.map(({ branch }) => branch), from: begun?.parent?.end ?? fn.start }];
  });
  oneWays.set(fn, found);
  return found;
}

/** Branches of a condition beside the one in which something is done. */
function isBranchBeside(block: Branch | null, step: Branch): boolean {
  if (block === null || (step.start >= block.start && step.end <= block.end)) return false;
  const conditions = [...above(block)].filter(({ type }) => type === 'if_statement');
  const [own] = conditions;
  const inBranch = block.parent !== null && /^(?:if_statement|elif_clause|else_clause)$/.test(block.parent.type);
  return inBranch && own !== undefined && [...above(step)].includes(own);
}

/** The way back of what only goes one way: in a branch beside, before all. */
function* counterSteps(branch: Branch, scene: Scene): Generator<Proposal> {
  const places = placesAt(branch, scene);
  const fn = places.length === 0 ? null : functionAround(branch, scene);
  if (fn === null) return;
  for (const { back, steps, from } of oneWaysIn(fn, scene).slice(0, MOST_STEPS)) {
    if (steps.some((step) => step.parent === branch.parent)) continue;
    const beside = steps.some((step) => isBranchBeside(branch.parent, step));
    // A sum that only grows is a sum: what counts down has another way.
    const likely = (beside ? 2 : 0.5) * (back.includes('+=') ? 1.5 : 0.4);
    for (const { at, write, odds } of places)
      if (at >= from) yield { start: at, end: at, text: write(back), label: brief(back), odds: odds * likely };
  }
}

type Kind = 'set' | 'list' | 'table';

interface Unfilled {
  readonly name: string;
  readonly kind: Kind;
  /** What it is asked for. */
  readonly keys: readonly string[];
  /** Where it is made, in a function; a member is made before. */
  readonly from: number;
}

const unfilled = new WeakMap<Branch, readonly Unfilled[]>();

function kindOf(value: string): Kind | null {
  if (/^set\(\)$/.test(value)) return 'set';
  if (/^(?:\[\]|list\(\)|(?:collections\.)?deque\(\))$/.test(value)) return 'list';
  return /^(?:\{\}|dict\(\))$/.test(value) ? 'table' : null;
}

/** More collections of a function or a class are not looked at. */
const MOST_MADE = 12;

/** Collections that begin empty in a function, or as members of its object, and that are asked or emptied, and never filled. */
function unfilledIn(fn: Branch, scene: Scene): readonly Unfilled[] {
  const owner = hasObject(fn, scene) ? [...above(fn)].find(({ type }) => type === 'class_definition') : undefined;
  return [...unfilledWithin(fn, 'identifier', scene), ...(owner === undefined ? [] : unfilledWithin(owner, 'attribute', scene))];
}

/** Whether a function is a method of an object that was made before: not what makes it, nor one of the class. */
function hasObject(fn: Branch, scene: Scene): boolean {
  const name = fieldOf(fn, 'name');
  return parametersOf(fn, scene)[0] === 'self' && name !== null && scene.text(name) !== '__init__';
}

function unfilledWithin(within: Branch, type: 'identifier' | 'attribute', scene: Scene): readonly Unfilled[] {
  const known = unfilled.get(within);
  if (known !== undefined) return known;
  const made = new Map<string, { readonly kind: Kind; readonly from: number }>();
  for (const branch of below(within)) {
    if (branch.type !== 'assignment') continue;
    const [target, value] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    const kind = value === null ? null : kindOf(scene.text(value));
    if (target?.type === type && kind !== null) made.set(scene.text(target), { kind, from: type === 'identifier' ? branch.end : 0 });
  }
  const found = [...made].slice(0, MOST_MADE).flatMap(([name, { kind, from }]): Unfilled[] => {
    const keys = keysOf(name, within, scene);
    return keys === null ? [] : [{ name, kind, keys, from }];
  });
  unfilled.set(within, found);
  return found;
}

/** What a collection is asked for; null where something fills it, or it is handed on as a whole. */
function keysOf(name: string, within: Branch, scene: Scene): readonly string[] | null {
  const keys = new Set<string>();
  for (const branch of below(within)) {
    if (branch.end - branch.start !== name.length || !/^(?:identifier|attribute)$/.test(branch.type) || scene.text(branch) !== name)
      continue;
    const { parent } = branch;
    if (parent === null || (branch.field === 'left' && parent.type === 'assignment')) continue;
    if (
      parent.type === 'comparison_operator' ||
      /^(?:return|while|if|for)_statement$|^(?:not|boolean)_operator$|^elif_clause$/.test(parent.type)
    ) {
      const [first] = namedChildren(parent);
      if (parent.type === 'comparison_operator' && first !== undefined && first !== branch) keys.add(scene.text(first));
    } else if (parent.type === 'subscript' && branch.index === 0) {
      if (parent.field === 'left' || parent.parent?.type === 'delete_statement') return null;
      const key = namedChildren(parent)[1];
      if (key !== undefined) keys.add(scene.text(key));
    } else if (parent.type === 'attribute') {
      const method = scene.text(parent).slice(name.length + 1);
      if (!/^(?:pop|popleft|get|keys|values|items|index|count|discard|remove|sort|reverse|copy)$/.test(method)) return null;
      const [first] = parent.parent?.type === 'call' ? namedChildren(fieldOf(parent.parent, 'arguments') ?? parent) : [];
      if (method === 'get' && first !== undefined) keys.add(scene.text(first));
    } else if (parent.type !== 'argument_list' || !/^(?:len|sorted|sum|min|max)\(/.test(parent.parent ? scene.text(parent.parent) : ''))
      return null;
  }
  return [...keys].filter((key) => key.length <= LONGEST);
}

const valuesOf = new WeakMap<Branch, readonly Branch[]>();

/** Names set or given in the function before a place, nearest first. */
function valuesAt(branch: Branch, fn: Branch, scene: Scene): readonly string[] {
  const names =
    valuesOf.get(fn) ??
    below(fn)
      .filter((each) => each.type === 'identifier' && (isPythonTarget(each) || each.parent?.type === 'parameters'))
      .toReversed();
  valuesOf.set(fn, names);
  const before = names.filter((each) => each.end <= branch.start);
  return [...new Set(before.map(scene.text))].filter((name) => name !== 'self').slice(0, MOST_VALUES);
}

function* filled(branch: Branch, scene: Scene): Generator<Proposal> {
  const places = placesAt(branch, scene);
  const fn = places.length === 0 ? null : functionAround(branch, scene);
  const unfilledHere = fn === null ? [] : unfilledIn(fn, scene).slice(0, MOST_FILLED);
  if (fn === null || unfilledHere.length === 0) return;
  const own = valuesAt(branch, fn, scene);
  const isKnown = (key: string): boolean => key.split(/\W+/).every((word) => /^(?:|\d+|self)$/.test(word) || own.includes(word));
  for (const { name, kind, keys, from } of unfilledHere) {
    const readable = keys.filter(isKnown);
    const values = [...new Set([...readable, ...own])].filter((value) => value !== name);
    const texts: (readonly [string, number])[] =
      kind === 'table'
        ? readable.flatMap((key) =>
            [...own, 'True', '1']
              .filter((value) => value !== key)
              .map((value, rank) => [`${name}[${key}] = ${value}`, 1 / (1 + rank / 3)] as const),
          )
        : values.map((value, rank) => [
            `${name}.${kind === 'set' ? 'add' : 'append'}(${value})`,
            (readable.includes(value) ? 1.5 : 1) / (1 + rank / 3),
          ]);
    for (const [text, likely] of texts)
      for (const { at, write, odds } of places)
        if (at >= from) yield { start: at, end: at, text: write(text), label: brief(text), odds: odds * likely };
  }
}

/** What the methods of a class do to the members of its object. */
interface Updates {
  /** The members that a method gives a value. */
  readonly ofMethod: ReadonlyMap<Branch, ReadonlySet<string>>;
  /** Short statements that do so, by their text, without those of the constructor. */
  readonly statements: ReadonlyMap<string, Update>;
}

interface Update {
  readonly member: string;
  readonly reads: readonly string[];
  readonly times: number;
}

const updatesOf = new WeakMap<Branch, Updates>();

function updatesIn(body: Branch, scene: Scene): Updates {
  const known = updatesOf.get(body);
  if (known !== undefined) return known;
  const ofMethod = new Map<Branch, Set<string>>();
  const statements = new Map<string, Update>();
  for (const each of namedChildren(body)) {
    const method = each.type === 'decorated_definition' ? (fieldOf(each, 'definition') ?? each) : each;
    const named = fieldOf(method, 'name');
    const isFirst = named !== null && scene.text(named) === '__init__';
    const own = new Set<string>();
    for (const inner of below(method)) {
      const text = /^(?:augmented_)?assignment$/.test(inner.type) ? scene.text(inner) : '';
      const member = /^self\.(\w+)\s*[-+*/]?=(?!=)/.exec(text)?.[1];
      if (member === undefined) continue;
      own.add(member);
      if (isFirst || text.length > LONGEST || (statements.size >= MOST_KNOWN && !statements.has(text))) continue;
      const value = text.slice(text.indexOf('=')).replace(/\.\w+/g, '');
      statements.set(text, { member, reads: value.match(/[A-Za-z_]\w*/g) ?? [], times: (statements.get(text)?.times ?? 0) + 1 });
    }
    ofMethod.set(method, own);
  }
  const made = { ofMethod, statements };
  updatesOf.set(body, made);
  return made;
}

/** What other methods of the class do to its members, and this one does not. */
function* updates(branch: Branch, scene: Scene): Generator<Proposal> {
  const places = placesAt(branch, scene);
  const fn = branch.parent?.parent ?? null;
  const outer = fn?.parent?.type === 'decorated_definition' ? fn.parent : fn;
  const body = outer?.parent ?? null;
  if (places.length === 0 || fn?.type !== 'function_definition' || body?.parent?.type !== 'class_definition' || !hasObject(fn, scene))
    return;
  const { ofMethod, statements } = updatesIn(body, scene);
  if (statements.size === 0) return;
  const known = new Set(valuesAt(branch, fn, scene));
  const found = new Map<string, number>();
  for (const [text, { member, reads, times }] of statements) {
    if (ofMethod.get(fn)?.has(member) === true) continue;
    if (!reads.every((name) => known.has(name) || /^(?:self|None|True|False|len|max|min)$/.test(name))) continue;
    found.set(text, (found.get(text) ?? 0) + times);
    const back = takenBack(text);
    if (back !== text) found.set(back, (found.get(back) ?? 0) + 0.6 * times);
  }
  for (const [text, times] of [...found].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_UPDATES))
    for (const { at, write, odds } of places)
      yield { start: at, end: at, text: write(text), label: brief(text), odds: odds * Math.min(2, times) };
}

const MOST_HABITS = 6;

/** What other methods of the class call on its members, and this one does not: `self.data.move_to_end(key)`. */
function* habits(branch: Branch, scene: Scene): Generator<Proposal> {
  const places = placesAt(branch, scene);
  const fn = branch.parent?.parent ?? null;
  const body = fn?.parent ?? null;
  if (places.length === 0 || fn?.type !== 'function_definition' || body?.parent?.type !== 'class_definition' || !hasObject(fn, scene))
    return;
  const own = scene.text(fn);
  const known = new Set([...valuesAt(branch, fn, scene), ...parametersOf(fn, scene)]);
  const found = new Set<string>();
  for (const method of namedChildren(body)) {
    const statements = method === fn || method.type !== 'function_definition' ? [] : namedChildren(fieldOf(method, 'body') ?? method);
    for (const statement of statements) {
      const [call] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
      const text = call?.type === 'call' && call.end - call.start <= LONGEST ? scene.text(call) : '';
      const names = text.replace(/\.\w+|(["']).*?\1/g, '').match(/[A-Za-z_]\w*/g) ?? [];
      if (
        /^self\.\w+(?:\.\w+)?\(/.test(text) &&
        !own.includes(text) &&
        names.every((name) => known.has(name) || /^(?:self|None|True|False|len)$/.test(name))
      )
        found.add(text);
    }
  }
  for (const text of [...found].slice(0, MOST_HABITS))
    for (const { at, write, odds } of places) yield { start: at, end: at, text: write(text), label: brief(text), odds };
}

export const oneWayFamilies: readonly Family[] = [
  { name: 'step back', share: 0.04, propose: counterSteps },
  { name: 'collection filled', share: 0.06, propose: filled },
  { name: 'member updated', share: 0.06, propose: updates },
  { name: 'habit of the class', share: 0.08, propose: habits },
];
