import { isExpressionText, isProgramText } from './expression.ts';
import type { Region } from './sheet.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ATTRIBUTE = /^ [:@][\w:-]{1,40}=(["'])[^"'<>{}&]{1,200}\1$/;

/** Whether a change is one of a tag, and none of code. */
export function isOfTag(regions: readonly Region[], { start, end }: Change): boolean {
  return start === end && regions.some((region) => region.kind === 'tag' && region.start === start);
}

/**
 * A change as it may stand in a component: within one piece of code, and without what would end it. In an attribute its texts get the other quotes.
 * Null where it may not be made.
 */
export function admitted<T extends Change>(text: string, regions: readonly Region[], change: T): T | null {
  const region = regions.find(({ start, end }) => start <= change.start && change.end <= end);
  if (region === undefined) return null;
  if (region.kind === 'tag') return attributeIn(change);
  if (region.kind === 'script') return /<\/script|<!--/i.test(change.text) ? null : change;
  const fitted = { ...change, text: inQuotes(change.text, region.quote) };
  const made = text.slice(region.start, fitted.start) + fitted.text + text.slice(fitted.end, region.end);
  if (made.trim() === '' || /\{\{|\}\}|&(?:#\w+|[A-Za-z]\w*);/.test(made) || (region.quote !== null && made.includes(region.quote)))
    return null;
  if (region.kind === 'names') return isExpressionText(`([${made}]) => 0`) ? fitted : null;
  return isExpressionText(made) || (region.kind === 'handler' && isProgramText(made)) ? fitted : null;
}

/** Markup has double quotes, whatever scripts have. */
function attributeIn<T extends Change>(change: T): T | null {
  return ATTRIBUTE.test(change.text) ? { ...change, text: change.text.replaceAll("'", '"') } : null;
}

function inQuotes(text: string, quote: '"' | "'" | null): string {
  const other = quote === '"' ? "'" : '"';
  return quote !== null && text.includes(quote) && !text.includes(other) && !text.includes('\\') ? text.replaceAll(quote, other) : text;
}
