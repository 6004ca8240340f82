// Edits as the tools take them, and the way from offsets to texts that match exactly once.

/** `[start, end)` in UTF-16 units of the file as read; `text: null` deletes the file. */
export interface RangeEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string | null;
}

/** `old_text: ''` creates a file, `new_text: null` deletes one. */
export interface TextEdit {
  readonly path: string;
  readonly old_text: string;
  readonly new_text: string | null;
}

export type Edit = RangeEdit | TextEdit;

/** A replacement inside one file. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function isRange(edit: Edit): edit is RangeEdit {
  return 'start' in edit;
}

/** Sorts replacements and joins those that touch, so that several insertions at one place keep their order. */
export function joinTouching(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last === undefined || change.start > last.end) joined.push(change);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, change.end), text: last.text + change.text };
  }
  return joined;
}

/** `changes` must be sorted and must not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}

/** The part of a text between two offsets, with those changes that lie inside of it. */
export function changedPart(text: string, { start, end }: Omit<Change, 'text'>, changes: readonly Change[]): string {
  const own = changes.map((change) => ({ ...change, start: change.start - start, end: change.end - start }));
  return applyChanges(
    text.slice(start, end),
    own.toSorted((a, b) => a.start - b.start),
  );
}

/**
 * The same edits for the `edit` tool, which takes no offsets: each old text is widened by whole lines until it stands in its file exactly
 * once. Edits whose widened texts meet become one.
 */
export function exactEdits(edits: readonly Edit[], textOf: (path: string) => string): readonly TextEdit[] {
  const exact: TextEdit[] = [];
  const ranges = new Map<string, Change[]>();
  for (const edit of edits) {
    if (!isRange(edit)) exact.push(edit);
    else if (edit.text === null) exact.push({ path: edit.path, old_text: textOf(edit.path), new_text: null });
    else ranges.set(edit.path, [...(ranges.get(edit.path) ?? []), { start: edit.start, end: edit.end, text: edit.text }]);
  }
  for (const [path, changes] of ranges) {
    const text = textOf(path);
    for (const { start, end, text: fresh } of uniqueChanges(text, joinTouching(changes))) {
      exact.push({ path, old_text: text.slice(start, end), new_text: fresh });
    }
  }
  return exact;
}

/** The edits that take back `edits` after they were applied to the texts of `textOf`. */
export function restoringEdits(edits: readonly Edit[], textOf: (path: string) => string): readonly TextEdit[] {
  return [...new Set(edits.map((edit) => edit.path))].flatMap((path) => {
    const own = edits.filter((edit) => edit.path === path);
    const created = own.find((edit) => !isRange(edit));
    if (created !== undefined && !isRange(created)) return [{ path, old_text: created.new_text ?? '', new_text: null }];
    const before = textOf(path);
    if (own.some((edit) => isRange(edit) && edit.text === null)) return [{ path, old_text: '', new_text: before }];
    const changes = own.flatMap((edit) => (isRange(edit) ? [{ start: edit.start, end: edit.end, text: edit.text ?? '' }] : []));
    const after = applyChanges(before, joinTouching(changes));
    return exactEdits([{ path, ...difference(after, before) }], () => after);
  });
}

/** The one replacement that turns `from` into `to`: all but their common start and end. */
function difference(from: string, to: string): Change {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < most - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}

function uniqueChanges(text: string, changes: readonly Change[]): readonly Change[] {
  const windows = changes.map((change) => ({ ...uniqueWindow(text, change), changes: [change] }));
  const merged: typeof windows = [];
  for (const window of windows) {
    const last = merged.at(-1);
    if (last === undefined || window.start > last.end) merged.push(window);
    else
      merged[merged.length - 1] = {
        start: Math.min(last.start, window.start),
        end: Math.max(last.end, window.end),
        changes: [...last.changes, ...window.changes],
      };
  }
  return merged.map(({ start, end, changes: inside }) => ({ start, end, text: changedPart(text, { start, end }, inside) }));
}

/** Whole lines round the change, more of them on both sides until the text is unique. The whole file always is. */
function uniqueWindow(text: string, change: Change): { readonly start: number; readonly end: number } {
  let start = lineStart(text, change.start);
  let end = lineEnd(text, change.end);
  while (!isUnique(text, text.slice(start, end)) && (start > 0 || end < text.length)) {
    start = start > 0 ? lineStart(text, start - 1) : 0;
    end = end < text.length ? lineEnd(text, end + 1) : end;
  }
  return { start, end };
}

function isUnique(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return part !== '' && text.indexOf(part, first + 1) === -1;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Before the newline that ends the line. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Where the lines that hold an offset range begin and end, without the last one's break. */
export function linesAround(text: string, start: number, end: number): { readonly from: number; readonly to: number } {
  const next = text.indexOf('\n', end);
  return { from: text.lastIndexOf('\n', start - 1) + 1, to: next === -1 ? text.length : next };
}

/** Blanks that a line begins with; -1 where it holds nothing else. */
export const indentOf = (line: string): number => line.search(/\S/);

/** Longer lines hold tables, or are made by machines: they are not read for what they say. */
export const LONGEST_LINE = 500;

/** The lines that a change is on, as they are and as it makes them, with where they stand. */
export function linesOf(
  text: string,
  { start, end, text: put }: Change,
): { readonly from: number; readonly to: number; readonly before: string; readonly after: string } {
  const { from, to } = linesAround(text, start, end);
  return { from, to, before: text.slice(from, to), after: text.slice(from, start) + put + text.slice(end, to) };
}

/** Where the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) if (at + 1 < text.length) starts.push(at + 1);
  return text === '' ? [] : starts;
}
