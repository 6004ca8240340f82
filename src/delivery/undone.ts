// What a fix takes back of the change it repairs. Found in the lines, whoever wrote the fix and whatever is said of it.
import type { Hunk } from './hunks.ts';
import type { UndoneLines } from './types.ts';

/**
 * The hunks of the fix that do nothing but take back the author's change: every line they remove is one the author added to that file, every
 * line they add is one the author removed. Blank lines count for nothing. Null when there is no such hunk.
 */
export function undoneBy(fix: readonly Hunk[], author: readonly Hunk[]): UndoneLines[] | null {
  const undone = fix.filter((hunk) => {
    const theirs = author.filter(({ path }) => path === hunk.path);
    const lost = meaningful(hunk.removed);
    const restored = meaningful(hunk.added);
    if (lost.length + restored.length === 0) return false;
    return (
      isPartOf(
        lost,
        theirs.flatMap(({ added }) => added),
      ) &&
      isPartOf(
        restored,
        theirs.flatMap(({ removed }) => removed),
      )
    );
  });
  return undone.length === 0 ? null : undone.map(toLines);
}

export function toLines({ path, oldStart, removed, added }: Hunk): UndoneLines {
  return { path, line: oldStart, lost: removed, restored: added };
}

const meaningful = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

/** Each line at least as often. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const line of meaningful(whole)) left.set(line, (left.get(line) ?? 0) + 1);
  return part.every((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  });
}
