// Questions that a condition asks of a text, and would ask again with another piece of it: `!s.startsWith('www.') && !s.startsWith('@')`.

import type { Clues } from './clues.ts';

/** What a text is asked for a piece of: in JavaScript, in Python, and by `in`. */
const ASKS =
  /^(?<before>(?:!|not )?[A-Za-z_$][\w$.]{0,60}\.(?:startsWith|endsWith|includes|startswith|endswith)\()(?<quote>['"])(?<piece>[^'"\\\n]{1,12})\k<quote>(?<after>\))$/;
const WITHIN = /^(?<before>)(?<quote>['"])(?<piece>[^'"\\\n]{1,12})\k<quote>(?<after> (?:not )?in [A-Za-z_][\w.]{0,60})$/;
const MOST_PIECES = 6;

/** The question with other pieces: signs with which words of the failing tests begin or end, or by which what came differs, and what the whole condition asks for elsewhere. */
export function askedAgain(question: string, condition: string, { marks, ownStrings, pairs }: Clues): readonly string[] {
  const { before = '', quote = '', piece, after = '' } = (ASKS.exec(question) ?? WITHIN.exec(question))?.groups ?? {};
  if (piece === undefined) return [];
  const texts = [...ownStrings, ...pairs.map(({ expected }) => expected)];
  const words = texts.flatMap((text) => text.split(/\s+|\\n/));
  const ends = words.flatMap((word) => [word.charAt(0), word.at(-1) ?? '']);
  // What the condition asks for in another way is at hand.
  const others = [...condition.matchAll(/(['"])([^\s\w'"\\])\1/g)].flatMap(([, , sign = '']) => [sign, sign, sign]);
  const times = new Map<string, number>();
  for (const sign of [...others, ...marks, ...ends])
    if (/^[^\s\w'"\\]$/.test(sign) && sign !== piece) times.set(sign, (times.get(sign) ?? 0) + 1);
  const likeliest = [...times].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_PIECES);
  return likeliest.map(([sign]) => before + quote + sign + quote + after);
}
