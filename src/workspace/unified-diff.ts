// A unified diff written straight from known replacements: no comparison is needed, so it costs next to nothing per candidate.
export interface Replacement {
  /** Offsets into the old text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface LineChange {
  /** First old line, 0-based, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

const context = 3;

/** One file's diff in git's format without the index line. Null stands for a file that is not there. `replacements` are in order. */
export function unifiedDiff(path: string, before: string | null, after: string | null, replacements: readonly Replacement[]): string {
  const header = [
    `diff --git a/${path} b/${path}`,
    ...(before === null ? ['new file mode 100644'] : []),
    ...(after === null ? ['deleted file mode 100644'] : []),
  ];
  const oldLines = splitLines(before ?? '');
  const changes = lineChanges(before ?? '', oldLines, replacements);
  if (changes.length === 0) return before === null || after === null ? `${header.join('\n')}\n` : '';
  header.push(`--- ${before === null ? '/dev/null' : `a/${path}`}`, `+++ ${after === null ? '/dev/null' : `b/${path}`}`);
  let shift = 0;
  const hunks = groups(changes).map((group) => {
    const text = hunk(oldLines, group, shift);
    shift += group.reduce((sum, change) => sum + change.lines.length - (change.to - change.from), 0);
    return text;
  });
  return `${header.join('\n')}\n${hunks.join('')}`;
}

/** Lines with their line ends, so that a missing last one shows. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Replacements as whole lines; those that share a line become one. Lines that stay the same at either end are left out. */
function lineChanges(text: string, oldLines: readonly string[], replacements: readonly Replacement[]): LineChange[] {
  const starts = lineStarts(oldLines);
  const changes: LineChange[] = [];
  let open: { from: number; to: number; position: number; fresh: string } | null = null;
  const close = () => {
    if (open === null) return;
    const lines = splitLines(open.fresh + text.slice(open.position, starts[open.to]));
    const change = trim({ from: open.from, to: open.to, lines }, oldLines);
    if (change !== null) changes.push(change);
  };
  for (const { start, end, text: replacement } of replacements) {
    const line = lineAt(starts, start);
    if (open === null || line >= open.to) {
      close();
      open = { from: line, to: line, position: starts[line] ?? 0, fresh: '' };
    }
    open.fresh += text.slice(open.position, start) + replacement;
    open.position = end;
    // Also the line that begins where a range ends: the new text may not end with a newline.
    open.to = Math.min(lineAt(starts, end) + 1, oldLines.length);
  }
  close();
  return changes;
}

/** Where each line begins, and where the next one would when the last is complete. */
function lineStarts(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  if (lines.length > 0 && !lines.at(-1)?.endsWith('\n')) starts.pop();
  return starts;
}

/** The line that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function trim(change: LineChange, oldLines: readonly string[]): LineChange | null {
  let { from, to } = change;
  let first = 0;
  let last = change.lines.length;
  while (from < to && first < last && oldLines[from] === change.lines[first]) {
    from++;
    first++;
  }
  while (to > from && last > first && oldLines[to - 1] === change.lines[last - 1]) {
    to--;
    last--;
  }
  return from === to && first === last ? null : { from, to, lines: change.lines.slice(first, last) };
}

function groups(changes: readonly LineChange[]): LineChange[][] {
  const result: LineChange[][] = [];
  for (const change of changes) {
    const group = result.at(-1);
    if (group !== undefined && change.from - (group.at(-1)?.to ?? 0) <= 2 * context) group.push(change);
    else result.push([change]);
  }
  return result;
}

function hunk(oldLines: readonly string[], group: readonly LineChange[], shift: number): string {
  const from = Math.max(0, (group[0]?.from ?? 0) - context);
  const to = Math.min(oldLines.length, (group.at(-1)?.to ?? 0) + context);
  const body: string[] = [];
  let position = from;
  for (const change of group) {
    body.push(...oldLines.slice(position, change.from).map((line) => ` ${line}`));
    body.push(...oldLines.slice(change.from, change.to).map((line) => `-${line}`), ...change.lines.map((line) => `+${line}`));
    position = change.to;
  }
  body.push(...oldLines.slice(position, to).map((line) => ` ${line}`));
  const removed = to - from;
  const added = body.filter((line) => !line.startsWith('-')).length;
  const text = body.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
  return `@@ -${span(from, removed)} +${span(from + shift, added)} @@\n${text}`;
}

/** An empty range is named by the line before it. */
function span(from: number, count: number): string {
  const first = count === 0 ? from : from + 1;
  return count === 1 ? `${first}` : `${first},${count}`;
}
