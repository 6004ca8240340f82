import type { InputRow } from './table.ts';

/** What was written for one input, and the name its author knows it by (`max-turns`, `--max-turns`, `$REGREEN_API_KEY`). */
export interface RawInput {
  readonly shownName: string;
  readonly text: string;
}

export interface Reader {
  /** The typed value. A bad one is noted in `problems` and stands for its default, so that all problems are found at once. */
  read<T>(row: InputRow<T>): T;
  /** True when somebody wrote a value, be it the default's. */
  given(row: { readonly name: string }): boolean;
  readonly problems: readonly string[];
}

export function createReader(raw: ReadonlyMap<string, RawInput>): Reader {
  const problems: string[] = [];
  return {
    problems,
    given: (row) => raw.has(row.name),
    read(row) {
      const input = raw.get(row.name);
      const text = input?.text.trim() ?? '';
      if (input === undefined || (text === '' && !row.secret)) return fallback(row);
      const value = row.secret ? 'the value (not shown)' : shown(text);
      if (text === '') {
        problems.push(`${input.shownName}: ${value} is nothing but white space; give it whole, or leave it out`);
        return fallback(row);
      }
      const meaning = row.value.read(text);
      if (!meaning.ok) {
        problems.push(`${input.shownName}: ${value} is not allowed; allowed is ${meaning.allowed}`);
        return fallback(row);
      }
      return meaning.value;
    },
  };
}

/** An expression as a default is filled in by the runner; without a runner there is nothing to fall back to. */
function fallback<T>(row: InputRow<T>): T {
  const meaning = row.value.read(row.default.startsWith('${{') ? '' : row.default);
  if (!meaning.ok) throw new Error(`the default of ${row.name} is not allowed: ${meaning.allowed}`);
  return meaning.value;
}

/** A value on one line, with its control characters made visible, bounded. */
function shown(text: string): string {
  const bounded = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  // The message goes to a log that obeys `##[…]` anywhere in a line.
  return JSON.stringify(withoutQuery(bounded)).replaceAll('##[', '# #[');
}

/** Credentials and query strings of URLs are not for the log. */
function withoutQuery(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]*@/gi, '$1…@').replace(/(:\/\/[^\s?#]*)[?#]\S*/g, '$1?…');
}
