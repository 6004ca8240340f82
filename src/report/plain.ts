// Untrusted text as plain characters: nothing in it moves a cursor, hides, reorders, or commands the runner.
import { stripVTControlCharacters } from 'node:util';

// Invisible and reordering characters; the zero-width joiner stays, emoji need it.
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u034f|[\u{e0000}-\u{e007f}]/gu;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Stands between characters that would mean something together, and is not seen. */
export const BREAK = '\u200b';

/** Without escape sequences, control and invisible characters; line ends are `\n`, lone surrogates are replaced. */
export function plain(text: string): string {
  return visible(text).replace(INVISIBLE, '');
}

/** The same for code, where what cannot be seen must not hide: `<U+202E>`. */
export function revealed(text: string): string {
  return visible(text).replace(INVISIBLE, (character) => `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`);
}

function visible(text: string): string {
  return stripVTControlCharacters(text.replace(/\r\n?/g, '\n'))
    .replace(CONTROL, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same on one line, cut after `max` characters. */
export function oneLine(text: string, max: number): string {
  // Cut before the work: untrusted text may be very long.
  return cut(
    plain(text.slice(0, 4 * max))
      .replace(/\s+/g, ' ')
      .trim(),
    max,
  );
}

/** At most `max` UTF-16 units, a `…` where something was cut, never half of a character. */
export function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : `${text
        .slice(0, Math.max(max - 1, 0))
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replace(/\ufffd$/, '')}…`;
}

/** For a line that the runner reads: `##[…]` is a command anywhere in a line, `::…` at its beginning. */
export function inert(text: string): string {
  return text.replaceAll('##[', `#${BREAK}#[`).replace(/^(\s*):(?=:)/gm, `$1:${BREAK}`);
}
