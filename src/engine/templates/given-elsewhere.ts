// What a member is given elsewhere in a file, whatever the language: the values, and which of them come first.

const MOST_VALUES = 5;
/** Longer values, in characters, are of one place alone. */
export const LONGEST_GIVEN = 80;

/** Values as they are written, each with its odds: those of the same function count twice, and of as many the first comes first. */
export function likeliestGiven(
  given: Iterable<{ readonly value: string; readonly isNear: boolean }>,
): readonly (readonly [string, number])[] {
  const seen = new Map<string, number>();
  for (const { value, isNear } of given) seen.set(value, (seen.get(value) ?? 0) + (isNear ? 2 : 1));
  const likeliest = [...seen].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_VALUES);
  return likeliest.map(([value, count]) => [value, Math.min(2, 0.5 * count)]);
}
