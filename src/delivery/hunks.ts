// The hunks of a diff that git wrote without context (`--unified=0`).

export interface Hunk {
  /** As git writes it; a name with unusual characters is quoted. */
  readonly path: string;
  /** First line before and after, from 1. Of an empty side: the line before the hunk. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function hunksOf(diff: string): Hunk[] {
  const hunks: { path: string; oldStart: number; newStart: number; removed: string[]; added: string[] }[] = [];
  let path = '';
  let left = { removed: 0, added: 0 };
  for (const line of diff.split('\n')) {
    const hunk = hunks.at(-1);
    if (hunk !== undefined && left.removed > 0 && line.startsWith('-')) {
      hunk.removed.push(line.slice(1));
      left.removed--;
    } else if (hunk !== undefined && left.added > 0 && line.startsWith('+')) {
      hunk.added.push(line.slice(1));
      left.added--;
    } else if (line.startsWith('diff --git ')) {
      path = '';
    } else if (line.startsWith('--- ') || line.startsWith('+++ ')) {
      const name = line.slice(4);
      if (name !== '/dev/null') path = name.replace(/^("?)[ab]\//, '$1');
    } else {
      const [, oldStart, oldCount = '1', newStart, newCount = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (oldStart === undefined || newStart === undefined) continue;
      hunks.push({ path, oldStart: Number(oldStart), newStart: Number(newStart), removed: [], added: [] });
      left = { removed: Number(oldCount), added: Number(newCount) };
    }
  }
  return hunks;
}
