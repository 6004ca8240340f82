import type { Atom } from './changes.ts';
import { applyChanges, type Change, joinTouching } from './edits.ts';

type Words = ReadonlySet<string>;

/**
 * Whether what one atom of a change added may need what another of them brought: both name something that did not stand in the file of the
 * other before, or the other is a new file that the one names. Which of two brings a name is not told.
 */
export function leaningOver(atoms: readonly Atom[], currentOf: (path: string) => string): (atom: Atom, other: Atom) => boolean {
  const before = remembering((path: string): Words => {
    const changes = atoms.flatMap((atom) => (atom.path === path ? changesIn(atom) : []));
    return wordsOf(applyChanges(currentOf(path), joinTouching(changes)));
  });
  const added = remembering((atom: Atom): Words => wordsOf(addedText(atom, currentOf)));
  const brought = remembering((atom: Atom): Words => {
    if (atom.undo.kind !== 'lines') return wordsOf(fileName(atom.path));
    return new Set([...added(atom)].filter((word) => !before(atom.path).has(word)));
  });
  return (atom, other) => atom !== other && [...brought(other)].some((word) => added(atom).has(word));
}

function changesIn({ undo }: Atom): readonly Change[] {
  return undo.kind === 'lines' ? [undo.change] : [];
}

function addedText({ path, undo }: Atom, currentOf: (path: string) => string): string {
  if (undo.kind === 'lines') return undo.added.join('');
  return undo.kind === 'create' ? '' : currentOf(path);
}

/** Without folders and extension. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

function wordsOf(text: string): Words {
  return new Set(text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
}

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
