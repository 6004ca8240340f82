import { cut } from '../plain.ts';
import type { Report } from '../types.ts';
import { highlighter, type Token } from './highlight.ts';
import { type Html, html } from './markup.ts';

/** Beyond this a diff is no longer read here; the patch file holds all of it. */
const MOST_LINES = 4_000;
const MAX_COLUMNS = 1_000;

interface Line {
  readonly kind: 'added' | 'removed' | 'kept' | 'note';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

interface Hunk {
  readonly header: string;
  readonly lines: Line[];
}

interface FileDiff {
  readonly path: string;
  readonly notes: string[];
  readonly hunks: Hunk[];
}

/** The patch with line numbers and the colours of its languages; null when there is none. */
export function diffSection({ patch, files }: Pick<Report, 'patch' | 'files'>): Html | null {
  if (patch === '') return null;
  const lines = patch.replace(/\n$/, '').split('\n');
  const shown = parse(lines.slice(0, MOST_LINES));
  const more = lines.length - MOST_LINES;
  return html`${shown.map((file) => fileDiff(file, files))}${more > 0 ? html`<p>${more} more lines stand in <code>fix.patch</code>.</p>` : null}`;
}

/** A unified diff in git's format, read leniently: what is no hunk is a note. */
function parse(lines: readonly string[]): FileDiff[] {
  const files: FileDiff[] = [];
  let left = { before: 0, after: 0 };
  let at = { before: 0, after: 0 };
  for (const line of lines) {
    const file = files.at(-1);
    const inHunk = left.before > 0 || left.after > 0;
    const header = inHunk ? null : /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!inHunk && line.startsWith('diff --git ')) files.push({ path: pathOf(line), notes: [], hunks: [] });
    else if (file === undefined) files.push({ path: '', notes: [line], hunks: [] });
    else if (header !== null) {
      const [, before, beforeCount = '1', after, afterCount = '1'] = header.map((part) => part ?? undefined);
      at = { before: Number(before), after: Number(after) };
      left = { before: Number(beforeCount), after: Number(afterCount) };
      file.hunks.push({ header: line, lines: [] });
    } else if (inHunk || line.startsWith('\\')) {
      file.hunks.at(-1)?.lines.push(hunkLine(line, at, left));
    } else if (!/^(index |--- |\+\+\+ )/.test(line)) file.notes.push(line);
  }
  return files;
}

interface Sides {
  before: number;
  after: number;
}

/** One line of a hunk; counts both sides on. */
function hunkLine(line: string, at: Sides, left: Sides): Line {
  const text = cut(line.slice(1), MAX_COLUMNS);
  const sign = line[0] ?? ' ';
  if (sign === '\\') return { kind: 'note', text, before: null, after: null };
  const kind = sign === '+' ? 'added' : sign === '-' ? 'removed' : 'kept';
  const before = kind === 'added' ? null : at.before;
  const after = kind === 'removed' ? null : at.after;
  if (before !== null) {
    at.before += 1;
    left.before -= 1;
  }
  if (after !== null) {
    at.after += 1;
    left.after -= 1;
  }
  return { kind, text, before, after };
}

function pathOf(line: string): string {
  return cut(/ b\/(.*)$/.exec(line)?.[1] ?? line.slice('diff --git '.length), 500);
}

function fileDiff({ path, notes, hunks }: FileDiff, files: Report['files']): Html {
  const size = files.find((file) => file.path === path);
  const paint = highlighter(path);
  return html`<section class="file" aria-label="Changes to ${path}"><h3><code>${path}</code>${
    size === undefined ? null : html` <span class="plus">+${size.added}</span> <span class="minus">−${size.removed}</span>`
  }</h3>${notes.map((note) => html`<p class="note">${cut(note, 300)}</p>`)}
<div class="scroll" tabindex="0" role="region" aria-label="Diff of ${path}"><table class="diff"><thead class="sr"><tr><th>Line before</th><th>Line after</th><th>Code</th></tr></thead><tbody>${hunks.map(
    (hunk) => html`<tr class="hunk"><td colspan="3">${cut(hunk.header, 300)}</td></tr>${hunkRows(hunk.lines, paint)}`,
  )}</tbody></table></div></section>`;
}

/** Each side is coloured as a whole, so that what spans lines (comments, strings) is seen as what it is. */
function hunkRows(lines: readonly Line[], paint: (lines: readonly string[]) => readonly (readonly Token[])[]): Html[] {
  const old = paint(lines.filter(({ kind }) => kind === 'removed' || kind === 'kept').map(({ text }) => text));
  const now = paint(lines.filter(({ kind }) => kind === 'added' || kind === 'kept').map(({ text }) => text));
  let [before, after] = [0, 0];
  return lines.map((line) => {
    if (line.kind === 'note') return html`<tr class="note"><td></td><td></td><td>${line.text}</td></tr>`;
    const tokens = (line.kind === 'removed' ? old[before] : now[after]) ?? [{ text: line.text, kind: null }];
    if (line.kind !== 'added') before += 1;
    if (line.kind !== 'removed') after += 1;
    return row(line, tokens);
  });
}

const signs = { added: '+', removed: '−', kept: ' ', note: ' ' } as const;

function row({ kind, before, after }: Line, tokens: readonly Token[]): Html {
  const code = tokens.map((token) => (token.kind === null ? token.text : html`<span class="${token.kind}">${token.text}</span>`));
  const marked = kind === 'added' ? html`<ins>${code}</ins>` : kind === 'removed' ? html`<del>${code}</del>` : html`${code}`;
  return html`<tr class="${kind}"><td class="no">${before}</td><td class="no">${after}</td><td class="code"><span class="sign">${signs[kind]}</span>${marked}</td></tr>`;
}
