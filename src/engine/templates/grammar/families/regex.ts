// Regular expressions where they are strings: what a function of such a name takes, and strings that cannot be much else.
import { brief } from '../../family.ts';
import { likeliest, looksLikePattern, otherPatterns, withOneMark } from '../../other-patterns.ts';
import { type Family, isPython, type Scene } from '../scene.ts';
import type { Branch } from '../tree.ts';
import { replaced } from './names.ts';

/** Functions and types that take a pattern: Python's re, Go's regexp, Java's Pattern, C#'s Regex, PHP's preg. */
const takesPattern = /(?:\bre\.\w+|regexp\.\w+|Pattern\.\w+|Regex(?:\.\w+|::new)?|preg_\w+|\.(?:matches|replaceAll|replaceFirst))\s*\(\s*$/;
const literal = /^(@?[rbuRBU]*)("""|'''|"|'|`)([\s\S]+)\2$/;

const regexes: Family = {
  name: 'regular expression',
  share: 0.12,
  *propose(branch, scene) {
    const own = scene.text(branch);
    const found = writtenPattern(branch, scene);
    if (found === null) return;
    const { prefix, quote, pattern } = found;
    const ends = !isPython(scene) ? [] : /r/i.test(prefix) ? ['\\Z'] : ['\\\\Z'];
    const isOther = (other: string): boolean => other !== '' && other !== pattern && !other.includes(quote.charAt(0));
    const { marks, caseMarks } = scene.clues;
    const others = [...otherPatterns(pattern, marks, ends), ...(caseMarks.length > 0 ? withOneMark(pattern, caseMarks) : [])];
    for (const [other, odds] of likeliest(others, isOther)) {
      const text = `${prefix}${quote}${other}${quote}`;
      yield replaced(branch, text, `${brief(own)} -> ${brief(text)}`, odds);
    }
  },
};

export const regexFamilies: readonly Family[] = [regexes];

export interface WrittenPattern {
  /** Letters in front of the quotes. */
  readonly prefix: string;
  readonly quote: string;
  readonly pattern: string;
}

/** A text that is a regular expression; null for any other. */
export function writtenPattern(branch: Branch, scene: Scene): WrittenPattern | null {
  if (!scene.language.strings.has(branch.type)) return null;
  const [, prefix = '', quote = '"', pattern = ''] = literal.exec(scene.text(branch)) ?? [];
  const isOne = pattern !== '' && (isPattern(branch, scene.file.text) || looksLikePattern(pattern));
  return isOne ? { prefix, quote, pattern } : null;
}

/** Whether it is the first argument of what takes one. */
function isPattern(branch: Branch, text: string): boolean {
  return takesPattern.test(text.slice(Math.max(0, branch.start - 60), branch.start));
}
