/**
 * What delta debugging would test next to make `set` smaller: the subsets and complements of every granularity of ddmin (Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28(2), 2002, section 3.2), down to single elements.
 *
 * ddmin tests them one after another and refines step by step, as each test is dear. Here a whole batch costs one turn, so all
 * granularities (up to `finest` pieces) go into one batch, and the smallest part that still does the job is what the next batch starts
 * from. When a set has no smaller part of this kind it is 1-minimal: the complements of the finest granularity leave out one element each.
 */
export function reductions<T>(set: readonly T[], finest = set.length): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let count = 2; count < finest * 2; count *= 2) {
    const chunks = split(set, Math.min(count, set.length));
    parts.push(...chunks);
    if (chunks.length > 2) parts.push(...chunks.map((chunk) => set.filter((element) => !chunk.includes(element))));
  }
  return parts;
}

/** `count` contiguous chunks of nearly equal length. */
function split<T>(set: readonly T[], count: number): readonly (readonly T[])[] {
  return Array.from({ length: count }, (_, index) =>
    set.slice(Math.floor((index * set.length) / count), Math.floor(((index + 1) * set.length) / count)),
  );
}
