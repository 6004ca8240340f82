// HTML out of untrusted text: what is not made by `html` itself is escaped, so nothing of a report can become markup.
import { revealed } from '../plain.ts';

/** Finished HTML. Only `html` and `joined` make it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = string | number | Html | null | readonly Part[];

/** A template whose values are escaped, for text and for attributes in double quotes; lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += textOf(part) + (strings[index + 1] ?? '');
  return new Html(text);
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escapeHtml(part) : part.map(textOf).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What cannot be seen is shown as what it is; control characters are left out. */
function escapeHtml(text: string): string {
  return revealed(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
