// A patch in words, for who reads mail or hears a screen reader: what becomes of which line.
import { codeSpan } from './markdown.ts';
import { count } from './words.ts';

interface Change {
  readonly path: string;
  /** First line before the change, from 1. */
  readonly line: number;
  readonly removed: string[];
  readonly added: string[];
}

/** At most `most` changes, one a line, as a Markdown list. Empty for what is no patch. */
export function changeInWords(patch: string, most: number): string {
  const changes = changesOf(patch);
  const shown = changes.slice(0, most).map((change) => `- ${codeSpan(change.path, 300)} ${sentence(change)}`);
  return [...shown, ...(changes.length > shown.length ? [`- and ${count(changes.length - shown.length, 'more change')}`] : [])].join('\n');
}

function sentence({ line, removed, added }: Change): string {
  const [before = '', after = ''] = [removed[0], added[0]].map((text) => text?.trim());
  if (removed.length === 1 && added.length === 1 && before !== after) return `line ${line}: ${code(before)} becomes ${code(after)}`;
  if (removed.length === 1 && added.length === 1) return `line ${line}: only white space changes`;
  if (added.length === 0)
    return `${lines(line, removed.length)}: ${removed.length === 1 ? code(before) : count(removed.length, 'line')} goes`;
  if (removed.length === 0) return `after line ${line - 1}: ${added.length === 1 ? code(after) : count(added.length, 'line')} added`;
  return `${lines(line, removed.length)}: ${count(removed.length, 'line')} replaced by ${count(added.length, 'line')}`;
}

const code = (text: string): string => (text === '' ? 'an empty line' : codeSpan(text, 120));
const lines = (from: number, length: number): string => (length === 1 ? `line ${from}` : `lines ${from} to ${from + length - 1}`);

/** Runs of lines that change, without the context around them. */
function changesOf(patch: string): Change[] {
  const changes: Change[] = [];
  let path = '';
  let line = 0;
  let open: Change | null = null;
  for (const text of patch.split('\n')) {
    const start = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/.exec(text);
    const change: Change | null = /^[-+]/.test(text) && line > 0 ? (open ?? { path, line, removed: [], added: [] }) : null;
    if (text.startsWith('diff --git ')) [line, open] = [0, null];
    else if (start !== null) [line, open] = [Number(start[1]) + (start[2] === '0' ? 1 : 0), null];
    else if (line === 0 && /^(?:---|\+\+\+) "?[ab]\//.test(text)) path = text.replace(/^.{4}("?)[ab]\//, '$1');
    else if (change !== null) {
      if (open === null) changes.push(change);
      open = change;
      if (text.startsWith('-')) {
        change.removed.push(text.slice(1));
        line++;
      } else change.added.push(text.slice(1));
    } else if (text.startsWith(' ')) [line, open] = [line + 1, null];
  }
  return changes;
}
