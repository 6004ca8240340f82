import type { Atom } from './changes.ts';

const brackets = ['{}', '()', '[]'] as const;

/**
 * Atoms of a file of which one opens a bracket, or no longer does, that the other closes, or no longer does: undone alone, either is half a
 * change. Brackets in strings count too, as code that writes code has them there.
 */
export function bracketPairs(part: readonly Atom[]): readonly (readonly Atom[])[] {
  const pairs = new Map<string, readonly Atom[]>();
  for (const path of new Set(part.map((atom) => atom.path))) {
    const own = part.filter((atom) => atom.path === path).toSorted((a, b) => a.startLine - b.startLine);
    for (const kind of brackets) for (const pair of pairsOf(own, kind)) pairs.set(pair.map((atom) => part.indexOf(atom)).join(), pair);
  }
  return [...pairs.values()];
}

function pairsOf(atoms: readonly Atom[], kind: string): readonly (readonly Atom[])[] {
  const pairs: (readonly Atom[])[] = [];
  const open: { readonly atom: Atom; readonly sign: number }[] = [];
  for (const atom of atoms) {
    const sign = Math.sign(balanceOf(atom, kind));
    const last = open.at(-1);
    if (sign === 0) continue;
    if (last === undefined || last.sign === sign) open.push({ atom, sign });
    else {
      open.pop();
      pairs.push([last.atom, atom]);
    }
  }
  return pairs;
}

/** How many more brackets of a kind an atom opens than it did. */
function balanceOf({ undo }: Atom, kind: string): number {
  if (undo.kind !== 'lines') return 0;
  const [opening, closing] = kind;
  const count = (lines: readonly string[]): number => {
    let sum = 0;
    for (const char of lines.join('')) sum += char === opening ? 1 : char === closing ? -1 : 0;
    return sum;
  };
  return count(undo.added) - count(undo.removed);
}
