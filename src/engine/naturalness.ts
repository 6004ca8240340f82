// How natural an operator is where a change puts it: what is usual in code, and in this code.
import { type Change, linesAround } from './edits.ts';

type Shares = Readonly<Record<string, number>>;

/** How much the usual shares weigh, in places of the files' own code. */
const USUAL_WEIGHS = 6;
/** A choice of operators tells only so much. */
const LEAST = 0.1;
/** Where nothing else tells: an order that both sides being the same is part of is the rarer one. */
const OF_INCLUSIVE = 0.6;
/** Texts are asked for of another name than around. */
const OF_LONELY = 0.2;

/** A value, a comparison and a value, set off by blanks: so that types are none. */
const comparison = /((?:[\w$]|[\])"'`.](?=[\s.[(\w]))+)\s(===|!==|==|!=|<=|>=|<|>)\s(-?[\w$.]+(?:\([\w$.]*\))?|"[^"\n]*"|'[^'\n]*')/g;

interface Comparison {
  readonly left: string;
  /** Both ways of asking whether values are the same are one: languages and authors differ in which they write. */
  readonly operator: string;
  readonly right: string;
  /** In the head of a loop that counts up or down. */
  readonly loop: 'up' | 'down' | null;
}

/** Shares by what stands on the right, and on the left of it; the first row that fits tells. Guessed from what code is mostly written like. */
const USUAL: readonly { readonly fits: (one: Comparison) => boolean; readonly shares: Shares }[] = [
  { fits: ({ loop, right }) => loop === 'down' && right === '0', shares: { '>=': 8, '>': 4 } },
  { fits: ({ loop, right }) => loop === 'up' && isLength(right), shares: { '<': 20, '<=': 1, '!==': 0.5 } },
  { fits: ({ loop }) => loop === 'up', shares: { '<': 8, '<=': 4, '!==': 0.5 } },
  { fits: ({ right }) => isLength(right), shares: { '<': 8, '>=': 4, '===': 4, '!==': 2, '>': 2, '<=': 1 } },
  {
    fits: ({ left, right }) => right === '0' && isLength(left),
    shares: { '>': 6, '===': 7, '!==': 1, '<=': 0.2, '>=': 0.1, '<': 0.1 },
  },
  { fits: ({ left, right }) => right === '0' && isIndex(left), shares: { '>=': 4, '<': 4, '===': 4, '>': 3, '!==': 1, '<=': 0.7 } },
  { fits: ({ right }) => right === '0', shares: { '===': 6, '>': 5, '<': 4, '!==': 2, '>=': 2, '<=': 2 } },
  { fits: ({ right }) => right === '-1', shares: { '===': 6, '!==': 5.5, '>': 2 } },
  { fits: ({ left, right }) => /^\d/.test(right) && isLength(left), shares: { '===': 6, '>': 6, '<': 4, '>=': 2, '!==': 2, '<=': 1 } },
  { fits: ({ right }) => right === '1', shares: { '>': 5, '===': 5, '<': 3, '<=': 2, '!==': 1, '>=': 1 } },
  { fits: ({ right }) => /^\d/.test(right), shares: { '>': 5, '===': 5, '<': 5, '>=': 4, '<=': 3, '!==': 1 } },
  { fits: ({ right }) => /^(?:true|false)$/i.test(right), shares: { '===': 6, '!==': 1.5 } },
  { fits: ({ right }) => /^(?:undefined|null|None)$/.test(right), shares: { '===': 1, '!==': 1 } },
];

/** 0 to 1 by how usual the one comparison or fallback is that a change puts in the place of another; 1 where it changes something else. */
export function naturalness(text: string, { start, end, text: put }: Change, others: readonly string[]): number {
  const { from, to } = linesAround(text, start, end);
  const after = text.slice(from, start) + put + text.slice(end, to);
  const [own, made] = [comparisonsOf(text.slice(from, to)), comparisonsOf(after)];
  const at = own.findIndex((each, index) => each.operator !== made[index]?.operator);
  const changed = made[at];
  const rest = [text.slice(0, from), text.slice(to), ...others];
  if (own.length === made.length && changed !== undefined)
    return ofComparison(changed, rest) ?? ofOrder(own[at]?.operator, changed.operator);
  const moved =
    own.length === made.length ? own.findIndex(({ left, right }, index) => left !== made[index]?.left && right === made[index]?.right) : -1;
  if (moved >= 0) return ofCompany(own[moved], made[moved], rest);
  return ofFallback(text.slice(start, end), put, after.slice(start - from + put.length), rest);
}

/** One of several values that this code asks for is asked of another name, which is asked for none. */
function ofCompany(before: Comparison | undefined, after: Comparison | undefined, [above = '', below = '']: readonly string[]): number {
  if (before === undefined || after === undefined || !isText(before.right)) return 1;
  const asked = [above, below].flatMap((text) => text.split('\n').flatMap(comparisonsOf)).filter(({ right }) => isText(right));
  const count = (name: string): number => asked.filter(({ left }) => left === name).length;
  return count(before.left) >= 2 && count(after.left) === 0 ? OF_LONELY : 1;
}

function ofOrder(before: string | undefined, after: string): number {
  const isTurned = before !== undefined && /^[<>]/.test(before) && /^[<>]/.test(after) && before[0] !== after[0];
  return isTurned && after.includes('=') ? OF_INCLUSIVE : 1;
}

/** Null where no row tells. */
function ofComparison(changed: Comparison, rest: readonly string[]): number | null {
  const row = USUAL.find(({ fits }) => fits(changed));
  if (row === undefined) return null;
  const all = Object.values(row.shares).reduce((sum, one) => sum + one, 0);
  const counts = new Map(Object.entries(row.shares).map(([operator, share]) => [operator, (USUAL_WEIGHS * share) / all]));
  for (const one of rest.flatMap((text) => text.split('\n').flatMap(comparisonsOf)))
    if (USUAL.find(({ fits }) => fits(one)) === row) counts.set(one.operator, (counts.get(one.operator) ?? 0) + 1);
  return Math.max(LEAST, (counts.get(changed.operator) ?? 0) / Math.max(...counts.values()));
}

/** `a || b` and `a ?? b` for a value that may be missing: whichever the files write. */
function ofFallback(before: string, put: string, behind: string, rest: readonly string[]): number {
  if (before !== '&&' || !/^(?:\|\||\?\?)$/.test(put)) return 1;
  const counts = new Map([
    ['||', 1],
    ['??', 1],
  ]);
  const isPlain = PLAIN.test(behind);
  for (const text of rest)
    for (const [, operator = '', after = ''] of text.matchAll(/(\|\||\?\?)=?(\s*\S{1,20})/g))
      if (operator === '??' || PLAIN.test(after) === isPlain) counts.set(operator, (counts.get(operator) ?? 0) + 1);
  return Math.max(LEAST, (counts.get(put) ?? 0) / Math.max(...counts.values()));
}

/** A value to fall back on that is written out. */
const PLAIN = /^\s*(?:["'`\d[{]|true|false|new\b)/;

function comparisonsOf(line: string): readonly Comparison[] {
  const loop = /\bfor\s*\(.*(?:\+\+|\+=)/.test(line) ? 'up' : /\bfor\s*\(.*(?:--|-=)/.test(line) ? 'down' : null;
  return [...line.matchAll(comparison)].map(([, left = '', sign = '', right = '']) => {
    const operator = sign.replace(/^([=!])=$/, '$1==');
    return { left, operator, right, loop };
  });
}

const isText = (code: string): boolean => /^["']/.test(code);

function isLength(text: string): boolean {
  return /\.(?:length|size|byteLength)$|^len\(/.test(text);
}

function isIndex(text: string): boolean {
  return /(?:^|[._])(?:[ijkn]|idx|pos|at|start|end|offset)$|(?:index|position|slash)$|(?:Idx|Pos|At|Start|End)$/i.test(text);
}
