// Untrusted text in GitHub's Markdown: it shows as it is, and means nothing.
import { BREAK, cut, inert, plain, revealed } from './plain.ts';

/**
 * Prose: paragraphs and `code spans` stay, everything else shows as the characters it is. No HTML, link, image, mention, reference or
 * closing keyword comes out of it, also when the text ends up in a commit message.
 */
export function prose(text: string, max: number): string {
  const bounded = cut(plain(text.slice(0, 2 * max)).trim(), max);
  const paragraphs = bounded.split(/\n\s*\n/).map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => proseLine(line.trim()))
      .join('\n'),
  );
  return paragraphs.join('\n\n');
}

/** Prose on one line, for a heading or a list item. */
export function inlineProse(text: string, max: number): string {
  return proseLine(onOneLine(text, max));
}

/** Words in a cell of a table, without code spans: a `|` in one would end the cell before it ends the code. */
export function proseCell(text: string, max: number): string {
  return escapeInline(onOneLine(text, max));
}

function onOneLine(text: string, max: number): string {
  const line = plain(text.slice(0, 4 * max)).replace(/\s+/g, ' ');
  return cut(line.trim(), max);
}

function proseLine(line: string): string {
  return line
    .split(/(`[^`]{1,300}`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1), 300) : escapeInline(part)))
    .join('')
    .replace(/^(?=[#+=-])|(?<=^\d{1,9})(?=[.)])/, '\\');
}

/** A stretch of prose within a line. */
export function escapeInline(text: string): string {
  return disarm(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&');
}

/** A code span that nothing in `text` can end. */
export function codeSpan(text: string, max: number): string {
  return fenced(codeContent(text, max));
}

/** The same for a cell of a table, where a `|` would end the cell before it ends the code. */
export function codeCell(text: string, max: number): string {
  return fenced(
    codeContent(text, max)
      .replace(/\\(?=\|)/g, `\\${BREAK}`)
      .replaceAll('|', '\\|'),
  );
}

function codeContent(text: string, max: number): string {
  return disarm(
    cut(
      revealed(text.slice(0, 4 * max))
        .replace(/\s+/g, ' ')
        .trim(),
      max,
    ),
  );
}

function fenced(content: string): string {
  const fence = '`'.repeat(longestRun(content, '`') + 1);
  const pad = content === '' || content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** A fenced block that nothing in `text` can end. Only what cannot be seen and closing keywords change, so that a diff can be copied. */
export function codeBlock(text: string, language: 'diff' | 'text', max: number): string {
  const content = breakClosingKeywords(revealed(text.length > max ? `${text.slice(0, max)}\n… (cut)` : text)).replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(longestRun(content, '`') + 1, 3));
  return `${fence}${language}\n${content}\n${fence}`;
}

/** Lines to paste into a shell, unchanged: nothing in a code block is a link or a mention. Not for what lands in a commit message. */
export function shellBlock(text: string): string {
  const fence = '`'.repeat(Math.max(longestRun(text, '`') + 1, 3));
  return `${fence}sh\n${text}\n${fence}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[], align: readonly ('left' | 'right')[] = []): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (align[n] === 'right' ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** Breaks what GitHub links or obeys in any text, Markdown or not: mentions, references, addresses, closing keywords, commands. */
export function disarm(text: string): string {
  return inert(
    breakClosingKeywords(text)
      .replaceAll('@', `@${BREAK}`)
      .replace(/#(?=\w)/g, `#${BREAK}`)
      .replace(/\b(gh)-(?=\d)/gi, `$1-${BREAK}`)
      .replaceAll('://', `:${BREAK}//`)
      .replace(/(www)\./gi, `$1${BREAK}.`)
      .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`),
  );
}

// Closing keywords count in a commit message wherever they stand, also within what is code in Markdown.
function breakClosingKeywords(text: string): string {
  return text.replace(
    /\b((?:clos|fix|resolv)(?:e|es|ed)?)(?=\s*:?\s+(?:[\w.-]+\/[\w.-]+)?(?:#|gh-|https?:))/gi,
    (word) => `${word.slice(0, 2)}${BREAK}${word.slice(2)}`,
  );
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
