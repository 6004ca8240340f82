import type { Tree } from 'web-tree-sitter';
import type { Language } from './languages.ts';
import { parseText, staysValid } from './loader.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes that are read together: of as many, seldom one spoils the file. */
const together = 16;

/**
 * Those changes that leave the text unparseable, each by itself. Group testing (Dorfman, The Detection of Defective Members of Large
 * Populations, 1943): changes on different lines are made at once; where the text still parses, none of them spoils it, else each half is
 * tried.
 */
export function spoilingChanges<C extends Change>(language: Language, text: string, changes: readonly C[]): readonly C[] {
  const tree = parseText(language, text);
  if (tree === null) return [];
  try {
    return apart(text, changes).flatMap((group) => spoilingAmong(group, language, text, tree));
  } finally {
    tree.delete();
  }
}

function spoilingAmong<C extends Change>(group: readonly C[], language: Language, text: string, tree: Tree): readonly C[] {
  if (group.length === 0 || staysValid(language, tree, text, group)) return [];
  if (group.length === 1) return group;
  const middle = Math.ceil(group.length / 2);
  return [group.slice(0, middle), group.slice(middle)].flatMap((half) => spoilingAmong(half, language, text, tree));
}

/** Groups in which each line is changed at most once. A change that spans lines is a group of its own. */
function apart<C extends Change>(text: string, changes: readonly C[]): readonly (readonly C[])[] {
  const rounds: C[][] = [];
  const alone: C[][] = [];
  const onLine = new Map<number, number>();
  for (const change of changes) {
    if (text.slice(change.start, change.end).includes('\n')) {
      alone.push([change]);
      continue;
    }
    const line = text.lastIndexOf('\n', change.start - 1);
    const round = onLine.get(line) ?? 0;
    onLine.set(line, round + 1);
    rounds[round] = [...(rounds[round] ?? []), change];
  }
  return [...alone, ...rounds.flatMap(chunks)];
}

function chunks<C>(items: readonly C[]): readonly (readonly C[])[] {
  const count = Math.ceil(items.length / together);
  return Array.from({ length: count }, (_, index) => items.slice(index * together, (index + 1) * together));
}
