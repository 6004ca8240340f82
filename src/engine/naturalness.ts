// How natural an operator is where a change puts it: what is usual in code, and in this code.

import { type Change, LONGEST_LINE, linesOf } from './edits.ts';
import { escapeRegex } from './escape.ts';

type Shares = Readonly<Record<string, number>>;

/** How much the usual shares weigh, in places of the files' own code. */
const USUAL_WEIGHS = 6;
/** A choice of operators tells only so much. */
const LEAST = 0.1;
const LEAST_BEFORE = 0.2;
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
  /** The left is a square: `d * d`. */
  readonly isSquare: boolean;
  /** Where it is asked whether the left is missing, and what is done depends on it: whether a statement, or a value, reads the left there. */
  readonly read: 'by statement' | 'by value' | 'by no statement' | 'by no value' | null;
}

/**
 * Shares in percent by what stands on the right, and on the left of it; the first row that fits tells. Measured on 1,700 files of some thirty
 * known libraries and tools written in JavaScript and TypeScript, a file counting for ten of a kind at the most; what never came about is left out.
 * Those for what is read behind the question whether it is missing are of 1,400 files of 22 libraries, 530 questions in all.
 */
const USUAL: readonly { readonly fits: (one: Comparison) => boolean; readonly shares: Shares }[] = [
  { fits: ({ loop, right }) => loop === 'down' && right === '0', shares: { '>=': 86, '>': 12, '!==': 2 } },
  { fits: ({ loop, right }) => loop === 'up' && isLength(right), shares: { '<': 98, '<=': 2, '!==': 0.1 } },
  // Trial division goes as far as the root, which may itself divide (Knuth, The Art of Computer Programming 2, 4.5.4).
  { fits: ({ isSquare }) => isSquare, shares: { '<=': 80, '<': 10, '>': 8, '>=': 2 } },
  { fits: ({ loop }) => loop === 'up', shares: { '<': 79, '<=': 8, '!==': 5, '===': 4, '>=': 3, '>': 1 } },
  { fits: ({ right }) => isLength(right), shares: { '<': 46, '===': 17, '!==': 15, '>': 13, '>=': 8, '<=': 1 } },
  {
    fits: ({ left, right }) => right === '0' && isLength(left),
    shares: { '===': 54, '>': 39, '!==': 7, '<=': 0.1, '>=': 0.1, '<': 0.1 },
  },
  { fits: ({ left, right }) => right === '0' && isIndex(left), shares: { '<': 35, '>': 24, '===': 24, '>=': 13, '!==': 3, '<=': 0.1 } },
  { fits: ({ right }) => right === '0', shares: { '===': 43, '>': 22, '!==': 14, '<': 11, '>=': 6.5, '<=': 3.5 } },
  { fits: ({ right }) => right === '-1', shares: { '!==': 47, '===': 41, '>': 11, '<': 1, '>=': 0.2, '<=': 0.1 } },
  {
    fits: ({ left, right }) => /^\d/.test(right) && isLength(left),
    shares: { '===': 48, '>': 39, '!==': 7, '<': 4, '>=': 2, '<=': 0.3 },
  },
  { fits: ({ right }) => right === '1', shares: { '===': 58, '>': 23, '<': 9, '!==': 5, '>=': 3, '<=': 2 } },
  { fits: ({ right }) => /^\d/.test(right), shares: { '===': 28, '<': 22, '>=': 16, '<=': 13, '>': 12, '!==': 9 } },
  { fits: ({ right }) => /^(?:true|false)$/i.test(right), shares: { '===': 73, '!==': 27 } },
  { fits: ({ read }) => read === 'by value', shares: { '!==': 94, '===': 6 } },
  { fits: ({ read }) => read === 'by no value', shares: { '===': 91, '!==': 9 } },
  { fits: ({ read }) => read === 'by no statement', shares: { '===': 86, '!==': 14 } },
  { fits: ({ read }) => read === 'by statement', shares: { '!==': 59, '===': 41 } },
  { fits: ({ right }) => isNothing(right), shares: { '===': 60, '!==': 40 } },
  { fits: ({ right }) => /^(["'])undefined\1$/.test(right), shares: { '!==': 67, '===': 33 } },
  { fits: ({ right }) => isText(right), shares: { '===': 79, '!==': 20, '<=': 0.3, '>=': 0.3, '<': 0.2, '>': 0.2 } },
  { fits: ({ right }) => isMost(right), shares: { '<': 38, '>': 23, '>=': 15, '===': 12, '<=': 6, '!==': 6 } },
  { fits: ({ left }) => isIndex(left), shares: { '===': 27, '<': 27, '<=': 14, '>': 14, '!==': 13, '>=': 5 } },
  { fits: () => true, shares: { '===': 50, '!==': 24, '>': 10, '<': 8, '<=': 5, '>=': 3.5 } },
];

/**
 * How much more usual the one comparison or fallback is that a change puts in the place of another; 1 where it changes something else. By Bayes'
 * rule: what is unusual as it stands was the likelier written otherwise, and what is usual is the likelier meant.
 */
export function naturalness(text: string, change: Change, others: readonly string[]): number {
  const { start, end, text: put } = change;
  // What is moved is as usual as before.
  if (put.includes('\n')) return 1;
  const { from, to, before, after } = linesOf(text, change);
  const below = text
    .slice(to)
    .split('\n')
    .slice(1, 1 + LINES_BELOW);
  const [own, made] = [comparisonsOf(before, below), comparisonsOf(after, below)];
  const at = own.findIndex((each, index) => each.operator !== made[index]?.operator);
  const changed = made[at];
  const rest = [text.slice(0, from), text.slice(to), ...others];
  const replaced = own[at];
  if (own.length === made.length && changed !== undefined && replaced !== undefined) {
    const company = made.filter((_, index) => index !== at);
    return Math.max(LEAST, shareOf(changed, company, rest)) / Math.max(LEAST_BEFORE, shareOf(replaced, company, rest));
  }
  const moved =
    own.length === made.length ? own.findIndex(({ left, right }, index) => left !== made[index]?.left && right === made[index]?.right) : -1;
  if (moved >= 0) return ofCompany(own[moved], made[moved], rest);
  return ofFallback(text.slice(start, end), put, after.slice(start - from + put.length), rest);
}

/** One of several values that this code asks for is asked of another name, which is asked for none. */
function ofCompany(before: Comparison | undefined, after: Comparison | undefined, [above = '', below = '']: readonly string[]): number {
  if (before === undefined || after === undefined || !isText(before.right)) return 1;
  const asked = [above, below].flatMap(comparisonsIn).filter(({ right }) => isText(right));
  const count = (name: string): number => asked.filter(({ left }) => left === name).length;
  return count(before.left) >= 2 && count(after.left) === 0 ? OF_LONELY : 1;
}

/** How often a comparison has its operator against the most usual one, where it stands: by what is usual, the rest of its line and the files. */
function shareOf(one: Comparison, company: readonly Comparison[], rest: readonly string[]): number {
  const row = USUAL.find(({ fits }) => fits(one));
  if (row === undefined) return 1;
  const all = Object.values(row.shares).reduce((sum, share) => sum + share, 0);
  const counts = new Map(Object.entries(row.shares).map(([operator, share]) => [operator, (USUAL_WEIGHS * share) / all]));
  for (const other of [...company, ...rest.flatMap(comparisonsIn)])
    if (USUAL.find(({ fits }) => fits(other)) === row) counts.set(other.operator, (counts.get(other.operator) ?? 0) + 1);
  return (counts.get(one.operator) ?? 0) / Math.max(...counts.values());
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

/** Lines of a block that are looked at. */
const LINES_BELOW = 30;

function comparisonsIn(text: string): readonly Comparison[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => comparisonsOf(line, lines.slice(at + 1, at + 1 + LINES_BELOW)));
}

/** The comparisons of a line, which `below` come behind. */
function comparisonsOf(line: string, below: readonly string[]): readonly Comparison[] {
  if (line.length > LONGEST_LINE) return [];
  const loop = /\bfor\s*\(.*(?:\+\+|\+=)/.test(line) ? 'up' : /\bfor\s*\(.*(?:--|-=)/.test(line) ? 'down' : null;
  return [...line.matchAll(comparison)].map(({ index, 0: whole, 1: left = '', 2: sign = '', 3: right = '' }) => {
    const operator = sign.replace(/^([=!])=$/, '$1==');
    const read = isNothing(right) ? readerOf(left, line, index + whole.length, below) : null;
    const isSquare = new RegExp(`(?<![\\w$.])${escapeRegex(left)} \\* $`).test(line.slice(0, index));
    return { left, operator, right, loop, isSquare, read };
  });
}

/** What reads a value behind the question whether it is missing, which ends at `end`. */
function readerOf(name: string, line: string, end: number, below: readonly string[]): Comparison['read'] {
  const behind = line.slice(end);
  if (/\bif\s*\(/.test(line.slice(0, end))) {
    const indent = (one: string): number => one.search(/\S/);
    const out = below.findIndex((one) => one.trim() !== '' && indent(one) <= indent(line));
    const block = below.slice(0, out < 0 ? below.length : out);
    return reads([behind, ...block].join('\n'), name) ? 'by statement' : 'by no statement';
  }
  const [, chosen] = /(?:^|[^?])\?(?![?.])([^:]*)/.exec(behind) ?? [];
  if (chosen !== undefined) return reads(chosen, name) ? 'by value' : 'by no value';
  return behind.includes('&&') && reads(behind, name) ? 'by value' : null;
}

/** Whether the first that is done with a name in a piece of code is to read it: null or not, it can be assigned to. */
function reads(code: string, name: string): boolean {
  const escaped = escapeRegex(name);
  const first = new RegExp(`(?<![\\w$.])${escaped}(?![\\w$])(\\s*(?:\\?\\?|\\|\\|)?=(?![=>]))?`).exec(code);
  return first !== null && first[1] === undefined;
}

const isNothing = (code: string): boolean => /^(?:undefined|null|None)$/.test(code);
const isText = (code: string): boolean => /^["']/.test(code);

function isLength(text: string): boolean {
  return /\.(?:length|size|byteLength)$|^len\(/.test(text);
}

/** Called like a bound that is not gone beyond. */
function isMost(text: string): boolean {
  return /(?:max|limit|threshold|bound|len|length|size|count|end|total|most|high|hi)$/i.test(text);
}

function isIndex(text: string): boolean {
  return /(?:^|[._])(?:[ijkn]|idx|pos|at|start|end|offset)$|(?:index|position|slash)$|(?:Idx|Pos|At|Start|End)$/i.test(text);
}
