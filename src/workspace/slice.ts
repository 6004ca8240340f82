// Part of a file, as it is shown.
import type { FileContent } from './edits.ts';
import { decodeText } from './text-file.ts';
import type { Slice } from './types.ts';

export interface SliceRange {
  /** First and last line, counted from 1, both included. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly maxChars?: number | undefined;
}

/** Lines with their line ends; what is beyond `maxChars` is left out and said. */
export function sliceOf(path: string, content: FileContent, range: SliceRange = {}): Slice {
  const file = decodeText(content.bytes);
  if (typeof file === 'string') return { ok: false, reason: `${path} cannot be shown: ${file}.` };
  const lines = file.text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const firstLine = Math.max(1, Math.trunc(range.start ?? 1));
  const wantedLast = Math.min(lines.length, Math.trunc(range.end ?? lines.length));
  if (lines.length > 0 && (firstLine > lines.length || wantedLast < firstLine)) {
    return {
      ok: false,
      reason: `${path} has ${lines.length} lines: there are no lines ${firstLine} to ${Math.trunc(range.end ?? firstLine)}.`,
    };
  }
  const shown = fitting(lines.slice(firstLine - 1, wantedLast), range.maxChars ?? Number.POSITIVE_INFINITY);
  const lastLine = lines.length === 0 ? 0 : firstLine - 1 + shown.lines.length;
  return {
    ok: true,
    path,
    text: shown.lines.join(''),
    firstLine: lines.length === 0 ? 0 : firstLine,
    lastLine,
    totalLines: lines.length,
    eol: file.eol,
    finalNewline: file.text.endsWith('\n'),
    cut: cutText(firstLine, lastLine, lines.length, shown.clipped),
  };
}

/** Whole lines up to `max` characters; at least a part of the first. */
function fitting(lines: readonly string[], max: number): { lines: string[]; clipped: number } {
  const fit: string[] = [];
  let chars = 0;
  for (const line of lines) {
    if (chars + line.length > max) {
      if (fit.length > 0) return { lines: fit, clipped: 0 };
      return { lines: [line.slice(0, max)], clipped: line.length - max };
    }
    fit.push(line);
    chars += line.length;
  }
  return { lines: fit, clipped: 0 };
}

function cutText(first: number, last: number, total: number, clipped: number): string | null {
  const parts = [
    ...(clipped > 0 ? [`line ${first} is ${clipped} characters longer than shown`] : []),
    ...(first > 1 ? [`lines 1-${first - 1} are not shown`] : []),
    ...(last < total ? [`lines ${last + 1}-${total} are not shown`] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}
