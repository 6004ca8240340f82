// Sorting in Python: in place where a copy is meant, and by what.
import { brief } from '../../family.ts';
import { callOf, parametersOf } from '../python.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { type Branch, fieldOf, namedChildren } from '../tree.ts';
import { replaced } from './names.ts';

/** `given.sort()` changes what was given. */
const sortedCopy: Family = {
  name: 'sorted copy',
  share: 0.05,
  *propose(branch, scene) {
    const [call] = isPython(scene) && branch.type === 'expression_statement' ? namedChildren(branch) : [];
    const called = callOf(call, scene);
    if (call === undefined || called?.object?.type !== 'identifier') return;
    const name = scene.text(called.object);
    const given = scene.text(called.list).slice(1, -1);
    if (called.name === 'sort') yield replaced(call, `${name} = sorted(${[name, given].filter(Boolean).join(', ')})`, 'sorted copy', 1);
    if (called.name === 'reverse') yield replaced(call, `${name} = ${name}[::-1]`, 'reversed copy', 1);
  },
};

const TAKES_KEY = /^(?:sorted|sort|min|max|groupby|nlargest|nsmallest)$/;
const KEYS = ['each[1]', 'each[0]', '-each', 'len(each)', '(len(each), each)', 'each[-1]', 'str(each)', 'int(each)'];
const MOST_MEMBERS = 4;

/** By what is sorted, where nothing tells it. */
const byWhat: Family = {
  name: 'sorted by',
  share: 0.03,
  *propose(branch, scene) {
    const call = isPython(scene) ? callOf(branch, scene) : null;
    if (call?.list.type !== 'argument_list' || !TAKES_KEY.test(call.name)) return;
    const given = call.given.map(scene.text);
    if (given.some((each) => /^key\s*=/.test(each))) return;
    const members = scene.members.filter((each) => /^\w+$/.test(each)).slice(0, MOST_MEMBERS);
    const tables = scene.variables(branch).filter((name) => new RegExp(`\\b${name}(?:\\[|\\.get\\()`).test(scene.file.text));
    const keys = [
      ...KEYS.map((key) => `lambda each: ${key}`),
      ...members.map((member) => `lambda each: each.${member}`),
      ...tables.slice(0, 2).flatMap((name) => [`${name}.get`, `lambda each: -${name}[each]`]),
    ];
    for (const [rank, key] of keys.entries()) {
      const text = `${given.length > 0 ? ', ' : ''}key=${key}`;
      yield { start: call.list.end - 1, end: call.list.end - 1, text, label: `by ${brief(key)}`, odds: 1 / (1 + rank / 4) };
    }
  },
};

/** Of two that are equal there, by what else; the largest one first, and of equal ones the smallest. */
const thenBy: Family = {
  name: 'then sorted by',
  share: 0.06,
  *propose(branch, scene) {
    const body = isPython(scene) && branch.type === 'lambda' ? fieldOf(branch, 'body') : null;
    const keyword = branch.parent?.type === 'keyword_argument' ? branch.parent : null;
    const [parameter, more] = body === null ? [] : parametersOf(branch, scene);
    if (body === null || keyword === null || !/^key\b/.test(scene.text(keyword)) || parameter === undefined) return;
    if (fieldOf(branch, 'parameters') === null || more !== undefined || body.end - body.start > 60) return;
    const parts = body.type === 'tuple' ? namedChildren(body).map(scene.text) : [scene.text(body)];
    const others = [`${parameter}[0]`, `${parameter}[1]`, parameter, `len(${parameter})`].filter((each) => !parts.includes(each));
    const negative = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);
    const [first = '', ...rest] = parts;
    const tuple = (list: readonly string[]): string => (list.length === 1 ? `${list[0]}` : `(${list.join(', ')})`);
    yield replaced(body, tuple([negative(first), ...rest]), `by ${negative(first)}`, 1);
    for (const [rank, other] of others.entries()) {
      for (const made of [
        [...parts, other],
        [negative(first), ...rest, other],
        [...parts, negative(other)],
      ])
        yield replaced(body, tuple(made), `by ${brief(tuple(made))}`, 0.8 / (1 + rank / 2));
    }
    if (parts.length === 2) yield replaced(body, tuple([...parts].reverse()), `by ${brief(tuple([...parts].reverse()))}`, 1);
    yield* withoutReverse(keyword, branch, parts, others, scene);
  },
};

/** `key=..., reverse=True` turns the order of equal ones as well: the first part alone is turned instead. */
function* withoutReverse(
  keyword: Branch,
  lambda: Branch,
  parts: readonly string[],
  others: readonly string[],
  scene: Scene,
): Generator<{ start: number; end: number; text: string; label: string; odds: number }> {
  const list = keyword.parent === null ? [] : namedChildren(keyword.parent);
  const reverse = list.find((each) => /^reverse\s*=\s*True$/.test(scene.text(each)));
  const at = list.indexOf(keyword);
  const body = fieldOf(lambda, 'body');
  if (reverse === undefined || body === null || list[at + 1] !== reverse) return;
  const head = scene.file.text.slice(keyword.start, body.start);
  const [first = '', ...rest] = parts;
  for (const made of [...(rest.length > 0 ? [[`-${first}`, ...rest]] : []), ...others.map((other) => [`-${first}`, ...rest, other])])
    yield { start: keyword.start, end: reverse.end, text: `${head}(${made.join(', ')})`, label: `by ${brief(made.join(', '))}`, odds: 0.8 };
}

export const orderFamilies: readonly Family[] = [sortedCopy, byWhat, thenBy];
