/**
 * A large part of `all` with which the tests stay green: what is green together is kept, what is red together is looked at by halves, each
 * beside what was kept before. At most `most` runs; what was not looked at by then is left out. Ends early where fewer than `least` can be left.
 */
export async function greenPart<T>(
  all: readonly T[],
  isGreen: (part: readonly T[]) => Promise<boolean>,
  { least, most }: { readonly least: number; readonly most: number },
): Promise<readonly T[]> {
  let kept: readonly T[] = [];
  const open = [all];
  for (let runs = 0; runs < most; runs++) {
    const block = open.shift();
    if (block === undefined || kept.length + block.length + open.flat().length < least) break;
    if (await isGreen([...kept, ...block])) kept = [...kept, ...block];
    else if (block.length > 1) {
      const half = block.length >> 1;
      // Larger blocks first, so that the bound is not spent on a corner.
      open.push(block.slice(0, half), block.slice(half));
    }
  }
  return kept;
}
