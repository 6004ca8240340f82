// What speaks against a value that a repair puts in, by what is done with it where it comes to stand.
import { indentOf, LONGEST_LINE, linesAround, linesOf } from './edits.ts';
import { escapeRegex } from './escape.ts';
import type { TemplateCandidate } from './templates/types.ts';

const NAME = /^[A-Za-z_$][\w$]*$/;
/** How far above a name it is looked for what it is. */
const CHARS_ABOVE = 2_000;

/** A name of a list, a map, an object or one of its keys takes the place of another one where it is reckoned with, or asked what is larger. */
export function reckonsWithList(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (!NAME.test(put) || !NAME.test(text.slice(start, end))) return false;
  const { from, to } = linesAround(text, start, end);
  const isReckoned =
    /(?:[\w)\]]\s+(?:[<>]=?|[-*/%])\s*)$/.test(text.slice(from, start)) || /^\s+(?:[<>]=?|[-*/%])\s+[\w(]/.test(text.slice(end, to));
  const around = text.slice(Math.max(0, start - CHARS_ABOVE), end + CHARS_ABOVE);
  return isReckoned && (isList(put, around) || (isKey(put, around) && !isKey(text.slice(start, end), around)));
}

/** A key of an object that is filled from nothing: `counts[word]` behind `counts = {}`. */
function isKey(name: string, around: string): boolean {
  const owners = new Set(
    [...around.matchAll(new RegExp(`(?<![\\w$.])([A-Za-z_$][\\w$]*)\\[${escapeRegex(name)}\\]`, 'g'))].map(([, owner = '']) => owner),
  );
  return [...owners].some((owner) =>
    new RegExp(`(?<![\\w$.])${escapeRegex(owner)}\\s*=\\s*(?:\\{\\}|Object\\.create\\(null\\))`).test(around),
  );
}

function isList(name: string, around: string): boolean {
  const own = `(?<![\\w$.])${escapeRegex(name)}`;
  const first = String.raw`(?:\s*:[^=\n]{1,60})?\s*=\s*(?:\[|\{|new (?:Map|Set|Array)\b|(?:list|dict|set)\()`;
  const methods = '(?:push|unshift|map|filter|forEach|some|every|reduce|get|set|has|add|append|extend|items|keys|values|sort|entries)';
  return new RegExp(
    `${own}${first}|${own}\\.${methods}\\(|\\bfor\\b.*[\\]})]\\s+of ${escapeRegex(name)}\\)|\\bfor \\w+, [\\w, ]+ in ${escapeRegex(name)}:`,
  ).test(around);
}

/** `best = Math.max(best, each)` -> `best = Math.max(last, each)`: what goes on from round to round forgets what it was. */
export function forgetsItself(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  const [own, made] = [before, after].map((line) => update.exec(line)?.groups);
  if (own?.name === undefined || made?.name !== own.name) return false;
  const reads = new RegExp(`(?<![\\w$.])${escapeRegex(own.name)}(?![\\w$])`);
  return reads.test(own.value ?? '') && !reads.test(made.value ?? '');
}

const update = /^\s*(?<name>[A-Za-z_$][\w$]*)\s*=(?![=>])\s*(?<value>.+)$/;

/** What is added each time becomes nothing. */
export function addsNothing(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  return !nothing.test(before) && nothing.test(after);
}

const nothing = /(?:[+-]=\s*(?:0|''|"")|[*/]=\s*1)\s*;?\s*$/;

/** `Math.max(length, length + 1)` is always the second. */
export function choosesNothing(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  return !decided.test(before) && decided.test(after);
}

const decided = /\b(?:max|min)\(\s*([\w.$[\]]+),\s*\1(?:\s*[-+]\s*\d+)?\s*\)|\b(?:max|min)\(\s*([\w.$[\]]+)\s*[-+]\s*\d+,\s*\2\s*\)/;

/** In a loop over it, the whole takes the place of each of its parts. */
export function takesWhole(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  const part = text.slice(start, end);
  if (!NAME.test(put) || !NAME.test(part)) return false;
  const [own, whole] = [escapeRegex(part), escapeRegex(put)];
  const head = new RegExp(`\\bfor\\s*\\((?:const|let|var)\\s+${own}\\s+of\\s+${whole}\\b|\\bfor ${own} in ${whole}\\b`);
  return head.test(text.slice(Math.max(0, start - CHARS_ABOVE), start));
}

/** Questions that a file asks so often one way. */
const LEAST_ASKED = 3;

/** `this.isValid ? a : b` -> `!this.isValid ? a : b`, where the file asks so all over the place, and never the other way. */
export function asksContrary(text: string, edit: TemplateCandidate): boolean {
  return leavesHabit(text, edit, choice, LEAST_ASKED);
}

const choice = /(?<![\w$.!])(?<way>!?)(?<name>[A-Za-z_$][\w$.]*) \?(?![.?])/;

/** Whether an edit does another way with a name what the file does more than `least` times with it, and always in one way. */
function leavesHabit(text: string, edit: TemplateCandidate, pattern: RegExp, least: number): boolean {
  const { before, after } = linesOf(text, edit);
  const [own, made] = [before, after].map((line) => pattern.exec(line)?.groups);
  if (own?.name === undefined || made?.name !== own.name || own.way === made.way) return false;
  const all = [...text.matchAll(new RegExp(pattern, 'gm'))].filter(({ groups }) => groups?.name === own.name);
  return all.length > least && all.every(({ groups }) => groups?.way === own.way);
}

/** `given ?? 1` -> `given && 1`: where something is given, what is given is no matter any more. */
export function takesOnlyFallback(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (put !== '&&' || !/^(?:\|\||\?\?)$/.test(text.slice(start, end))) return false;
  return /^\s*(?:-?\d[\d.]*|'[^'\n]*'|"[^"\n]*"|\[\]|\{\})\s*[),;}\]]/.test(text.slice(end, end + 80));
}

/** A function takes the place of what has a length: nobody asks how many parameters it has. */
export function asksArity(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (!NAME.test(put) || !NAME.test(text.slice(start, end)) || !/^\.length\b/.test(text.slice(end, end + 8))) return false;
  const name = escapeRegex(put);
  return new RegExp(
    `\\bfunction\\*?\\s+${name}\\b|\\b${name}\\s*=\\s*(?:async\\s*)?(?:function\\b|\\([^()\\n]{0,200}\\)\\s*=>|\\w+\\s*=>)`,
  ).test(text);
}

/** What a function has filled is not what it returns any more: `return data` -> `return given`. */
export function returnsAnother(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  const own = text.slice(start, end);
  if (!NAME.test(own) || !NAME.test(put) || !/\breturn\s+$/.test(text.slice(Math.max(0, start - 20), start))) return false;
  const name = `(?<![\\w$.])${escapeRegex(own)}`;
  const filled = new RegExp(
    `${name}(?:\\[[^\\]\\n]{1,80}\\]|\\.\\w+)\\s*=(?![=>])|${name}\\.(?:push|append|add|set|update|extend|insert)\\(`,
  );
  return filled.test(text.slice(Math.max(0, start - CHARS_ABOVE), start));
}

/**
 * `ok &= a; ok &= b` -> `ok &= a; ok |= b`: what is gathered one way is not gathered another way once. A number that is read digit by digit is
 * multiplied, and added to.
 */
export function gathersOtherwise(text: string, edit: TemplateCandidate): boolean {
  return leavesHabit(text, edit, gathering, /\*=/.test(linesOf(text, edit).after) ? 2 : 1);
}

const gathering = /^[ \t]*(?<name>[\w$.]{1,60}) (?<way>&&|\|\||\*\*|[-+*/%&|^])= /;

const fold = /\.reduce(?:Right)?\(\s*(?:function\s*)?\(\s*([A-Za-z_$][\w$]*)[^)]*\)\s*=>\s*[^{\s]|\breduce\(\s*lambda\s+(\w+)\s*,/;

/** `list.reduce((sum, each) => sum + each.size, 0)` -> `(sum, each) => each.size + each.size`: what was gathered so far is forgotten. */
export function forgetsSoFar(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  const [, first, second] = before.length > LONGEST_LINE ? [] : (fold.exec(before) ?? []);
  const name = first ?? second;
  if (name === undefined) return false;
  const readsIn = (line: string): number => line.match(new RegExp(`(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`, 'g'))?.length ?? 0;
  return readsIn(before) > 1 && readsIn(after) === 1;
}

const gathered = /^([ \t]*)([A-Za-z_$][\w$]*)[ \t]*([-+*/|])=(?!=)/;
const given = /^[ \t]*([A-Za-z_$][\w$]*)[ \t]*([-+*/|]?)=(?!=)([\s\S]*)/;

/**
 * `total += size` -> `total = size` in each round of a loop, which forgets all but the last, or `total *= size` behind `total = 0`, which stays
 * nothing. Not where the rounds do more with it.
 */
export function forgetsRounds(text: string, edit: TemplateCandidate): boolean {
  const { from, to, before, after } = linesOf(text, edit);
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE) return false;
  const [, pad = '', name = '', way = ''] = gathered.exec(before) ?? [];
  const [, other = '', made = '', value = ''] = given.exec(after) ?? [];
  if (name === '' || other !== name || made === way) return false;
  const above = text.slice(Math.max(0, from - CHARS_ABOVE), from).split(/\r?\n/);
  const outer = above.findLastIndex((line) => line.trim() !== '' && indentOf(line) < pad.length);
  const head = above[outer] ?? '';
  // Under a condition, what is found last may be meant.
  if (!/^[ \t]*(?:for|while)\b/.test(head)) return false;
  const below = text
    .slice(to, to + CHARS_ABOVE)
    .split(/\r?\n/)
    .slice(1);
  const end = below.findIndex((line) => line.trim() !== '' && indentOf(line) <= indentOf(head));
  const rounds = [...above.slice(outer), ...below.slice(0, end < 0 ? undefined : end), value].join('\n');
  const word = `(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`;
  if (new RegExp(word).test(rounds)) return false;
  const begun = new RegExp(`${word}[ \\t]*=[ \\t]*(.*)`);
  const first = begun.exec(above.slice(0, outer).findLast((line) => line.length <= LONGEST_LINE && begun.test(line)) ?? '')?.[1] ?? '';
  if (/[*/]/.test(made)) return /^0(?:\.0)?\s*(?:;|#|\/\/|$)/.test(first);
  return made === '' && /^(?:0(?:\.0)?|''|""|\[\])\s*(?:;|#|\/\/|$)/.test(first);
}

/** A sum that begins with another number than nothing. */
export function beginsOtherwise(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (text.slice(start, end) !== '0' || !/^-?\d+$/.test(put)) return false;
  const { from, to } = linesAround(text, start, end);
  if (to - from > LONGEST_LINE) return false;
  return /\breduce\(.*\+.*,\s*$/.test(text.slice(from, start)) && /^\s*\)/.test(text.slice(end, to));
}

/** `many || <p>none</p>` for `many && <p>none</p>`: what is rendered is no fallback of a condition. */
export function fallsToMarkup(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  return /&&\s*\(?<[A-Za-z>]/.test(before) && /\|\|\s*\(?<[A-Za-z>]/.test(after) && !/\|\|\s*\(?<[A-Za-z>]/.test(before);
}

/** `a / b` -> `a / a / b`, `size - size`: what is divided by itself, or taken from itself, says nothing. */
export function reckonsWithItself(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  const twice = (line: string): boolean => line.length <= LONGEST_LINE && sameOperands.test(line);
  return twice(after) && !twice(before);
}

// A name, a member or a plain call on either side; not what is divided by something else first.
const sameOperands = /(?<![\w$.)\]]|[*/%-]\s{0,2})([A-Za-z_$][\w$.]*(?:\([\w$., ]*\))?)\s*[-/%]\s*\1(?![\w$.([])/;

/** `size - 1` -> `size + 1` or `size * 2` where the size is that of a list: it hardly goes on behind its end. */
export function goesPastEnd(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE) return false;
  return !pastEnd.test(before) && pastEnd.test(after) && toLast.test(before) && !toLast.test(after);
}

const size = String.raw`(?:\.length|\blen\([\w.[\]]+\)|\.size(?:\(\))?|\.count\(\))`;
/** By more than one only where something is compared with it: a line of signs may well be longer than what it is drawn under. */
const pastEnd = new RegExp(String.raw`${size}\s*\+\s*1\b|[<>]=?\s*[\w$.]{0,60}${size}\s*[+*]\s*[1-9]\d*\b(?!\.)`);
const toLast = new RegExp(String.raw`${size}\s*-\s*1\b|[<>]=?\s*[\w$.]{0,60}${size}\s*-\s*[1-9]\d*\b(?!\.)`);

/** `rows[from:from + most]` -> `rows[from:from - most]`: a part that ends before it begins is empty. */
export function endsBeforeStart(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  return after.length <= LONGEST_LINE && before.length <= LONGEST_LINE && !endsBefore.test(before) && endsBefore.test(after);
}

const endsBefore = /\[\s*([A-Za-z_][\w.]*)\s*:\s*\1\s*-[^:[\]]*\]|\.slice\(\s*([A-Za-z_$][\w$.]*)\s*,\s*\2\s*-/;

/** A condition still asks whether a value is even, and whether it is odd: one of both was to go. */
export function asksBothWays(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  return hasBothParities(before) && hasBothParities(after);
}

function hasBothParities(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const known = new Map<string, boolean>();
  for (const part of line.split(/&&|\|\||\b(?:and|or|if|while)\b/)) {
    const [, value = '', operator = '', rest = ''] = /([^\s%][^%]*?)\s*%\s*2\s*([=!]==?)\s*([01])\b/.exec(part) ?? [];
    const name = value.replace(/^[\s(!]+/, '');
    if (name === '') continue;
    const isOdd = (rest === '1') === operator.startsWith('=');
    if (known.has(name) && known.get(name) !== isOdd) return true;
    known.set(name, isOdd);
  }
  return false;
}

const LEAST_IN_SERIES = 4;

/** Of a list of numbers with one step, but for one that is too many, another one is changed: `[1, 2, 3, 5, 7, 9]`. */
export function sparesOddOne(text: string, { start, end, text: put }: TemplateCandidate): boolean {
  if (!/^-?\d+$/.test(text.slice(start, end)) || put.includes('\n')) return false;
  const { from, to } = linesAround(text, start, end);
  if (to - from > LONGEST_LINE) return false;
  for (const { index, 0: list } of text.slice(from, to).matchAll(/[[({]\s*(?:-?\d+\s*,\s*){3,}-?\d+\s*,?\s*[\])}]/g)) {
    const numbers = [...list.matchAll(/-?\d+/g)].map((each) => ({ value: Number(each[0]), at: from + index + each.index }));
    const own = numbers.findIndex(({ at }) => at === start);
    if (own < 0 || numbers.length <= LEAST_IN_SERIES) continue;
    const values = numbers.map(({ value }) => value);
    if (isSeries(values)) return false;
    const odd = values.findIndex((_, at) => isSeries(values.toSpliced(at, 1)));
    return odd >= 0 && odd !== own;
  }
  return false;
}

function isSeries(values: readonly number[]): boolean {
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  return step !== 0 && values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step);
}

/** `len(b) - n` behind `n = len(b)` is nothing: a repair that ends that is worth more. */
export function endsDifferenceOfSame(text: string, edit: TemplateCandidate): boolean {
  const { before, after } = linesOf(text, edit);
  const isNothing = (line: string): boolean => {
    if (line.length > LONGEST_LINE) return false;
    const [whole, one = '', other = ''] =
      /\blen\((\w+)\) - (\w+)\b(?![.([])|\b(\w+)\.length - (\w+)\b(?![.([])/.exec(line)?.filter((each) => each !== undefined) ?? [];
    if (whole === undefined) return false;
    const length = whole.startsWith('len(') ? `len\\(${one}\\)` : `${one}\\.length`;
    const above = text.slice(Math.max(0, edit.start - CHARS_ABOVE), edit.start);
    const set = [...above.matchAll(new RegExp(`(?<![\\w.])${other}\\s*=(?!=)\\s*([^\\n;]*)`, 'g'))].at(-1)?.[1] ?? '';
    return new RegExp(`^${length}\\s*$`).test(set);
  };
  return isNothing(before) && !isNothing(after);
}
