// The change between two releases as hunks that can be taken one by one.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sh } from './data.ts';

export interface SourceHunk {
  readonly path: string;
  /** How many lines stay before it in the old file, and how many it takes away. */
  readonly start: number;
  readonly count: number;
  /** What comes instead, with line ends. */
  readonly lines: readonly string[];
  /** The file itself goes away. */
  readonly removesFile: boolean;
}

/**
 * The hunks of `paths` from one folder to the other without context, by path and line. The way git looks for them is fixed here, so that
 * everybody counts the same.
 */
export async function sourceHunksBetween(from: string, to: string, paths: readonly string[]): Promise<readonly SourceHunk[]> {
  const hunks: SourceHunk[] = [];
  for (const path of paths.toSorted()) {
    const [before, after] = await Promise.all([textOf(join(from, path)), textOf(join(to, path))]);
    if (before === null || after === null) {
      const lines = linesOf(after ?? '');
      hunks.push({ path, start: 0, count: linesOf(before ?? '').length, lines, removesFile: after === null });
    } else hunks.push(...(await hunksOf(path, join(from, path), join(to, path), linesOf(after))));
  }
  return hunks;
}

async function hunksOf(path: string, from: string, to: string, after: readonly string[]): Promise<SourceHunk[]> {
  const how = ['--no-index', '--no-ext-diff', '--no-color', '--text', '--diff-algorithm=myers', '--no-indent-heuristic', '-U0'];
  const { out } = await sh('git', ['diff', ...how, '--', from, to]);
  return [...out.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map(([, oldAt, oldCount = '1', newAt, newCount = '1']) => {
    // A side without lines is numbered by the line before it.
    const start = Number(oldAt) - (oldCount === '0' ? 0 : 1);
    const first = Number(newAt) - 1;
    const lines = newCount === '0' ? [] : after.slice(first, first + Number(newCount));
    return { path, start, count: Number(oldCount), lines, removesFile: false };
  });
}

/** The text of one file with those of its hunks; null where the file is not there. */
export function withHunks(text: string | null, hunks: readonly SourceHunk[]): string | null {
  if (hunks.length === 0) return text;
  if (hunks.some((hunk) => hunk.removesFile)) return null;
  const lines = linesOf(text ?? '');
  for (const { start, count, lines: instead } of hunks.toSorted((a, b) => b.start - a.start)) lines.splice(start, count, ...instead);
  return lines.join('');
}

/** Whether two hunks of the same old text change the same lines or such that stand side by side. */
export function areNear(a: SourceHunk, b: SourceHunk): boolean {
  if (a.path !== b.path) return false;
  return a.removesFile || b.removesFile || (a.start <= b.start + b.count + 1 && b.start <= a.start + a.count + 1);
}

export function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
