// How much room text takes on a terminal.
import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cells of a terminal that `text` takes: escape sequences none, wide characters and emoji two. */
export function cells(text: string): number {
  let sum = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) sum += cellsOf(segment);
  return sum;
}

/** At most `max` cells of `text`, which has no escape sequences; a `…` where something was cut. */
export function cutToCells(text: string, max: number): string {
  if (cells(text) <= max) return text;
  let kept = '';
  let room = max - 1;
  for (const { segment } of graphemes.segment(text)) {
    room -= cellsOf(segment);
    if (room < 0) break;
    kept += segment;
  }
  return max < 1 ? '' : `${kept}…`;
}

/** Of one grapheme: what is joined to its first character takes no room of its own. */
function cellsOf(grapheme: string): number {
  const first = grapheme.codePointAt(0) ?? 0;
  if (/^[\p{Control}\p{Format}\p{Mark}]/u.test(grapheme)) return 0;
  return /\ufe0f|^\p{Emoji_Presentation}/u.test(grapheme) ? 2 : eastAsianWidth(first);
}
