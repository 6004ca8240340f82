// What regular expressions of Python leave out: that one character repeats, that a number goes on, that an end need not be there.
import { brief } from '../../family.ts';
import { tokensOf } from '../../other-patterns.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import { replaced } from './names.ts';
import { writtenPattern } from './regex.ts';

/** Longer patterns are left as they are. */
const MOST_TOKENS = 120;
const MOST_MARKS = 6;
/** A class of two to four characters that stand for themselves. */
const FEW = /^\[([^^\\\]a-zA-Z\d\s-](?:[^\\\]a-zA-Z\d\s-]{1,3}|[^\\\]a-zA-Z\d\s-]{0,2}-))\]$/;
/** What stands for itself also outside of a class. */
const PLAIN = /^[-=~_#"'<>@!%&:;,/`]$/;
const QUANTIFIER = /^(?:[*+?]\??|\{\d*,?\d*\}\??)$/;

type Change = readonly [pattern: string, odds: number];

/** Changes of a pattern whose escapes are written with `slash`. */
function* changesOf(pattern: string, slash: string, scene: Scene): Generator<Change> {
  const tokens = tokensOf(pattern);
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return;
  const put = (at: number, count: number, ...parts: readonly string[]): string => tokens.toSpliced(at, count, ...parts).join('');
  const marks = marksIn(scene);
  for (const [at, token] of tokens.entries()) {
    const [next, before] = [tokens[at + 1] ?? '', tokens[at - 1] ?? ''];
    const characters = FEW.exec(token)?.[1];
    if (characters !== undefined && /^[+*]\??$|^\{\d+,\}$/.test(next)) {
      const each = [...characters].map((one) => `${PLAIN.test(one) ? one : `\\${one}`}${next}`);
      if (slash === '\\' || each.every((one) => !one.includes('\\'))) yield [put(at, 2, `(?:${each.join('|')})`), 1];
    }
    // A full stop or a comma within a number ends nothing.
    const isStop = token === ',' || (slash === '\\' ? token === '\\.' : token === '.' && before === '\\\\');
    if (isStop && /^(?:|\)|\|)$/.test(next)) yield [put(at, 1, `${token}(?!${slash}d)`), token === ',' ? 0.2 : 0.5];
    const open = /^\[[^^]/.test(token) ? token.slice(0, -1).replace(/-$/, '') : null;
    for (const [rank, mark] of open === null ? [] : marks.filter((each) => !token.includes(each)).entries())
      yield [put(at, 1, `${open}${mark}${token.endsWith('-]') ? '-' : ''}]`), 0.5 / (1 + rank / 3)];
  }
  yield* endsOf(pattern, tokens, slash);
}

/** A last character that need not be there, a word that ends, the end of the text. */
function* endsOf(pattern: string, tokens: readonly string[], slash: string): Generator<Change> {
  const last = tokens.at(-1) ?? '';
  if (tokens.length > 1 && /^(?:[^\w\s()[\]{}|^$*+?.\\]|\w)$/.test(last) && !/^\(\?|^[(|\\]/.test(tokens.at(-2) ?? ''))
    yield [tokens.slice(0, -1).join(''), /\w/.test(last) ? 0.1 : 0.7];
  const isOpen = !/[|$]/.test(pattern) && !pattern.endsWith(`${slash}Z`) && !pattern.endsWith(`${slash}b`);
  if (!isOpen) return;
  const isWord = (token: string): boolean => /^(?:\w|\\w|\\d|\[[^^]?.*\])$/.test(token) || QUANTIFIER.test(token);
  if (isWord(last)) yield [`${pattern}${slash}b`, 0.25];
  if (/^(?:\w|\\w|\\d)$/.test(tokens[0] ?? '')) yield [`${slash}b${pattern}`, 0.25];
  yield [`${pattern}${slash}Z`, 0.4];
}

/** Signs that the failing tests' texts hold, as they are written within a class; a quote would end the pattern. */
function marksIn({ clues }: Scene): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of clues.ownStrings)
    for (const sign of new Set(text.match(/[%&#=!;(){}|<>~+*@,:/]/g))) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_MARKS)
    .map(([sign]) => sign);
}

const patterns: Family = {
  name: 'pattern that says more',
  share: 0.06,
  *propose(branch, scene) {
    const found = isPython(scene) ? writtenPattern(branch, scene) : null;
    if (found === null || /f/i.test(found.prefix)) return;
    const { prefix, quote, pattern } = found;
    for (const [other, odds] of changesOf(pattern, /r/i.test(prefix) ? '\\' : '\\\\', scene)) {
      if (other === '' || other === pattern || other.slice(pattern.length).includes(quote.charAt(0))) continue;
      const text = `${prefix}${quote}${other}${quote}`;
      yield replaced(branch, text, `${brief(scene.text(branch))} -> ${brief(text)}`, odds);
    }
  },
};

export const pythonPatternFamilies: readonly Family[] = [patterns];
