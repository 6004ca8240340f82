// The arguments of a runner's command line, as far as needed to replace what it selects by something else.
import type { Word } from './shell.ts';

/** Which options of a program take the next word as their value, and which all words up to the next option. */
export interface OptionTable {
  readonly values: ReadonlySet<string>;
  readonly lists?: ReadonlySet<string>;
}

export interface Argument {
  /** `--reporter` of `--reporter dot` and `--reporter=dot`; null for a positional. */
  readonly option: string | null;
  readonly words: readonly Word[];
}

/** `words` as options with their values, and positionals; what follows `--` is positional. */
export function parseArguments(words: readonly Word[], table: OptionTable): Argument[] {
  const parsed: Argument[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const text = word.value ?? word.raw;
    if (text === '--') {
      parsed.push({ option: '--', words: [word] }, ...words.slice(at + 1).map((rest) => ({ option: null, words: [rest] })));
      break;
    }
    if (!text.startsWith('-') || text === '-') {
      parsed.push({ option: null, words: [word] });
      continue;
    }
    const name = text.replace(/=[\s\S]*$/, '');
    const own = [word];
    const isBare = name === text;
    const follows = isBare && table.lists?.has(name) === true ? listLength(words, at + 1) : isBare && table.values.has(name) ? 1 : 0;
    own.push(...words.slice(at + 1, at + 1 + follows));
    at += follows;
    parsed.push({ option: name, words: own });
  }
  return parsed;
}

/** How many words from `start` on are no options. */
function listLength(words: readonly Word[], start: number): number {
  const end = words.findIndex((each, index) => index >= start && (each.value ?? '').startsWith('-'));
  return (end < 0 ? words.length : end) - start;
}

export function without(parsed: readonly Argument[], options: readonly string[]): Argument[] {
  return parsed.filter(
    ({ option }) =>
      option === null || !options.some((name) => option === name || (name.endsWith('*') && option.startsWith(name.slice(0, -1)))),
  );
}

export function optionsOf(parsed: readonly Argument[]): Word[] {
  return parsed.filter(({ option }) => option !== null && option !== '--').flatMap(({ words }) => words);
}

export function positionalsOf(parsed: readonly Argument[]): Word[] {
  return parsed.filter(({ option }) => option === null).flatMap(({ words }) => words);
}

export function allWords(parsed: readonly Argument[]): Word[] {
  return parsed.flatMap(({ words }) => words);
}
