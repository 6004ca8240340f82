// Lists, texts and tables of Python that hold less than is read of them, of which the failure speaks: left alone, or read with something else instead.
import { brief } from '../../family.ts';
import { beginsLine, callOf, deeper, parametersOf } from '../python.ts';
import { type Family, isCondition, isPython, type Scene } from '../scene.ts';
import { isPythonTarget } from '../targets.ts';
import { above, type Branch, below, fieldOf, namedChildren, nearest } from '../tree.ts';
import { jumpsAt } from '../ways-out.ts';
import { replaced } from './names.ts';
import { unreadAround } from './parameters.ts';

const MOST_READS = 3;
const MOST_DONORS = 3;
const STATEMENT = /^(?:expression|return|if|while|for|with|raise|assert|delete)_statement$/;
const NAMED = /^(?:identifier|attribute|subscript)$/;

function isTold({ clues }: Scene): boolean {
  return clues.said.has('IndexError') || clues.said.has('unpack') || clues.said.has('empty');
}

interface Read {
  readonly branch: Branch;
  /** Whether there is enough to read, as a condition, and whether there is not. */
  readonly enough: string;
  readonly missing: string;
}

/** What is read at a place of a list: an item by its number, the last one taken off, the largest. */
function readAt(branch: Branch, scene: Scene): Read | null {
  const [object, index, more] = branch.type === 'subscript' ? namedChildren(branch) : [];
  if (object !== undefined && index !== undefined && more === undefined) {
    if (!NAMED.test(object.type) || object.end - object.start > 40 || isSet(branch)) return null;
    const name = scene.text(object);
    const at = scene.text(index);
    if (/^(?:0|-1)$/.test(at)) return { branch, enough: name, missing: `not ${name}` };
    if (/^\d$/.test(at)) return { branch, enough: `len(${name}) > ${at}`, missing: `len(${name}) < ${Number(at) + 1}` };
    if (/^-\d$/.test(at)) return { branch, enough: `len(${name}) >= ${at.slice(1)}`, missing: `len(${name}) < ${at.slice(1)}` };
    return /^(?:identifier|binary_operator)$/.test(index.type)
      ? { branch, enough: `${at} < len(${name})`, missing: `${at} >= len(${name})` }
      : null;
  }
  const call = callOf(branch, scene);
  const taken = /^(?:pop|popleft)$/.test(call?.name ?? '') ? call?.object : /^(?:max|min)$/.test(call?.name ?? '') ? call?.given[0] : null;
  if (taken == null || !NAMED.test(taken.type) || (call?.given.length ?? 0) > 1) return null;
  return { branch, enough: scene.text(taken), missing: `not ${scene.text(taken)}` };
}

/** How many items `one, other = pair` asks for; null for what is no such thing. */
function takenApart(branch: Branch, scene: Scene): Read | null {
  const [left, right] = branch.type === 'assignment' ? [fieldOf(branch, 'left'), fieldOf(branch, 'right')] : [null, null];
  if (left === null || right === null || !/^(?:identifier|attribute)$/.test(right.type)) return null;
  const names = /^(?:pattern_list|tuple_pattern|list_pattern)$/.test(left.type) ? namedChildren(left) : [];
  if (names.length === 0 || !names.every(({ type }) => NAMED.test(type))) return null;
  const name = scene.text(right);
  return names.length === 1
    ? { branch, enough: name, missing: `not ${name}` }
    : { branch, enough: `len(${name}) >= ${names.length}`, missing: `len(${name}) < ${names.length}` };
}

/** Where an item is put, it need not be there. */
function isSet(branch: Branch): boolean {
  let at = branch;
  while (at.parent !== null && /^(?:pattern_list|tuple_pattern|list_pattern|expression_list)$/.test(at.parent.type)) at = at.parent;
  return at.parent?.type === 'delete_statement' || (at.field === 'left' && /assignment$|^for_/.test(at.parent?.type ?? ''));
}

/** What a statement reads itself, without the statements in it. */
function* readsOf(branch: Branch, scene: Scene): Generator<Read> {
  for (const child of branch.children) {
    if (/^(?:block|elif_clause|else_clause|lambda)$/.test(child.type)) continue;
    const read = readAt(child, scene) ?? takenApart(child, scene);
    if (read !== null) yield read;
    yield* readsOf(child, scene);
  }
}

/** `if not stack: return None` in front of what reads `stack[-1]`. */
const guarded: Family = {
  name: 'nothing to read',
  share: 0.12,
  *propose(branch, scene) {
    if (!isPython(scene) || !isTold(scene) || !STATEMENT.test(branch.type) || branch.parent?.type !== 'block') return;
    if (!beginsLine(branch, scene)) return;
    const missing = new Set([...readsOf(branch, scene)].map((read) => read.missing));
    const pad = scene.indent(branch);
    for (const [rank, test] of [...missing].slice(0, MOST_READS).entries())
      for (const [order, body] of jumpsAt(branch, scene).entries()) {
        const text = `if ${test}:\n${deeper(pad)}${body}\n${pad}`;
        const odds = 2 / (1 + rank / 2) / (1 + order / 2);
        yield { start: branch.start, end: branch.start, text, label: `if ${test}: ${body} added`, odds };
      }
  },
};

/** Of what one call makes of a value, what the same call makes of others in the function. */
function donorsFor(call: Branch, enough: string, scene: Scene): readonly string[] {
  const fn = nearest(call, scene.language.functions);
  const name = callOf(call, scene)?.name ?? '';
  const given = new Set(fn === null ? [] : parametersOf(fn, scene));
  const set = below(fn ?? call)
    .filter((each) => isPythonTarget(each) && each.end <= call.start)
    .map(scene.text);
  const known = new Set([...given, ...set, 'self', 'cls']);
  const found = new Set<string>();
  for (const each of below(fn ?? call)) {
    const other = each === call || each.end - each.start > 40 ? null : callOf(each, scene);
    const [value] = other?.name === name && other.given.length === 1 ? other.given : [];
    const isKnown = value !== undefined && NAMED.test(value.type) && known.has(/^\w+/.exec(scene.text(value))?.[0] ?? '');
    if (isKnown && !scene.text(each).includes(enough)) found.add(scene.text(each));
  }
  // What a function is given is there from the beginning.
  const isGiven = (text: string): boolean => given.has(/^\w+\((\w+)\)$/.exec(text)?.[1] ?? '');
  return [...found].toSorted((a, b) => Number(isGiven(b)) - Number(isGiven(a))).slice(0, MOST_DONORS);
}

/** `len(rows[0])` -> `len(rows[0]) if rows else 0`, or the length of something else. */
const instead: Family = {
  name: 'something else to read',
  share: 0.1,
  *propose(branch, scene) {
    const read = isPython(scene) && isTold(scene) ? readAt(branch, scene) : null;
    if (read === null || branch.parent?.type === 'expression_statement') return;
    const outer = branch.parent?.type === 'argument_list' ? branch.parent.parent : null;
    const call = callOf(outer, scene);
    const isCounted = call?.given.length === 1 && call.object === null;
    const whole = isCounted && outer !== null ? outer : branch;
    // The text around it may have the same quotes.
    const isWithin = [...above(whole)].some(({ type }) => type === 'interpolation');
    const offered: (readonly [string, number])[] = isCounted
      ? [
          ...donorsFor(whole, read.enough, scene).map((each): [string, number] => [each, 2]),
          [/^(?:len|int|sum|ord|abs)$/.test(call.name) ? '0' : 'None', 1.5],
        ]
      : [...unreadAround(whole, scene).map((each): [string, number] => [each, 3]), ['None', 1], ['""', 0.7], ['0', 0.4]];
    const isWhole = /^(?:assignment|return_statement|keyword_argument|argument_list)$/.test(whole.parent?.type ?? '');
    for (const [value, odds] of offered) {
      if (isWithin && value === '""') continue;
      const text = `${scene.text(whole)} if ${read.enough} else ${value}`;
      yield replaced(whole, isWhole ? text : `(${text})`, `${brief(value)} where there is no ${brief(scene.text(branch))}`, odds);
    }
  },
};

/** `lines[0] == "---"` -> `lines and lines[0] == "---"`. */
const askedFirst: Family = {
  name: 'whether there is something to read',
  share: 0.12,
  *propose(branch, scene) {
    if (!isPython(scene) || !isTold(scene) || branch.type === 'boolean_operator' || !isCondition(branch, scene.language)) return;
    for (const each of [branch, ...below(branch)]) {
      const read = readAt(each, scene);
      if (read === null) continue;
      yield { start: branch.start, end: branch.start, text: `${read.enough} and `, label: `${read.enough} and ...`, odds: 2 };
      return;
    }
  },
};

/** `key, value = line.split("=")` asks for just one. */
const inTwo: Family = {
  name: 'text in two',
  share: 0.15,
  *propose(branch, scene) {
    if (!isPython(scene) || !scene.clues.said.has('unpack') || branch.type !== 'assignment') return;
    const [left, right] = [fieldOf(branch, 'left'), fieldOf(branch, 'right')];
    const call = callOf(right, scene);
    const [separator] = call?.given ?? [];
    const names = left === null || !/^(?:pattern_list|tuple_pattern)$/.test(left.type) ? [] : namedChildren(left);
    const [one, other] = names;
    if (call?.object == null || separator === undefined || one === undefined || other === undefined || names.length > 2) return;
    if (!/^r?split$/.test(call.name) || ![one, other].every(isPythonTarget)) return;
    const object = scene.text(call.object);
    const way = call.name === 'split' ? 'partition' : 'rpartition';
    const text = `${scene.text(one)}, _, ${scene.text(other)} = ${object}.${way}(${scene.text(separator)})`;
    yield replaced(branch, text, brief(text), 2);
    const statement = branch.parent;
    if (statement?.type !== 'expression_statement' || statement.parent?.type !== 'block' || !beginsLine(statement, scene)) return;
    const pad = scene.indent(branch);
    for (const [order, body] of jumpsAt(statement, scene).entries()) {
      const guard = `if ${scene.text(separator)} not in ${object}:\n${deeper(pad)}${body}\n${pad}`;
      yield { start: statement.start, end: statement.start, text: guard, label: brief(guard), odds: 1 / (1 + order / 2) };
    }
  },
};

export const emptyFamilies: readonly Family[] = [guarded, instead, askedFirst, inTwo];
