// Functions that begin alike and go on alike, whatever the language: which belong together, and what one has that the other lacks.

/** The statements of a function as they read, blanks and the function's own name aside. */
interface Told {
  readonly texts: readonly string[];
}

/** Statements that two functions must have in common. */
export const LEAST_SHARED = 3;
const MOST_SIBLINGS = 2;

/** Of the other functions those that have most statements in common with one, at least so many; a sign alone is none. */
export function mostAlike<T extends Told>(own: T, others: readonly T[]): readonly T[] {
  const shared = ({ texts }: T): number => texts.filter((text) => text.length > 1 && own.texts.includes(text)).length;
  return others
    .map((other) => ({ other, count: shared(other) }))
    .filter(({ count }) => count >= LEAST_SHARED)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_SIBLINGS)
    .map(({ other }) => other);
}

/**
 * Which statement a sibling has in front of the one at `at`, and its odds; null where it has none that is not there. Between the same two
 * statements nothing else may stand; behind the first one, or before the second, it is less certain.
 */
export function missingBefore(own: Told, at: number, sibling: Told): { readonly place: number; readonly odds: number } | null {
  const next = sibling.texts.indexOf(own.texts[at] ?? '');
  const before = at === 0 ? -1 : sibling.texts.indexOf(own.texts[at - 1] ?? '');
  const [place, odds] = next > 0 ? [next - 1, before === next - 2 ? 3 : 1] : [before + 1, before >= 0 ? 1 : 0];
  return odds === 0 || place === before || own.texts.includes(sibling.texts[place] ?? '') ? null : { place, odds };
}
