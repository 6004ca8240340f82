/** How the questions of `shrinkingParts` are answered. */
export interface Oracle<T> {
  /** Whether a part is enough by itself; null where there is no answer, which ends the search. */
  readonly isEnough: (part: readonly T[]) => Promise<boolean | null>;
  /** Whether an element may have seemed needed only because `other`, which can be missed, was part of what was asked about. */
  readonly leansOn: (element: T, other: T) => boolean;
  /** Elements that can only be left out together. */
  readonly joined: (part: readonly T[]) => readonly (readonly T[])[];
}

/**
 * Ever smaller parts of `set` that are enough, the smallest last, with few questions: of that one no element can be missed. Elements come
 * most relevant first; the least relevant are left out first.
 *
 * This is generalized binary splitting (Hwang, "A Method for Detecting All Defective Members in a Population by Group Testing", JASA 67(339),
 * 1972) where it is not known how many are needed: groups double when they can be left out, and halve around an element that cannot. Like
 * QuickXplain (Junker, AAAI 2004) it takes for granted that less is enough only where more is: no part of what was not enough is asked
 * about. Elements for which that may not hold are asked about again in the end.
 */
export async function shrinkingParts<T>(set: readonly T[], oracle: Oracle<T>): Promise<readonly (readonly T[])[]> {
  const chain: (readonly T[])[] = [set];
  const failed: ReadonlySet<T>[] = [];
  const smallest = (): readonly T[] => chain.at(-1) ?? set;
  /** Whether the group can be left out as a whole. */
  const leaveOut = async (group: readonly T[], again = false): Promise<boolean | null> => {
    const rest = smallest().filter((element) => !group.includes(element));
    if (rest.length === smallest().length) return false;
    if (!again && failed.some((more) => rest.every((element) => more.has(element)))) return false;
    const answer = await oracle.isEnough(rest);
    if (answer === true) chain.push(rest);
    if (answer === false) failed.push(new Set(rest));
    return answer;
  };

  let pool = set.toReversed();
  for (let size = groupSize(pool.length / 8); pool.length > 0; ) {
    let group = pool.slice(0, size);
    pool = pool.slice(group.length);
    const isFree = await leaveOut(group);
    if (isFree === null) return chain;
    size = groupSize(isFree ? size * 2 : size / 2);
    // An element that cannot be left out is looked for by halves. What stands behind it in the group is open again.
    while (!isFree && group.length > 1) {
      const half = group.slice(0, Math.ceil(group.length / 2));
      const other = group.slice(half.length);
      const isHalfFree = await leaveOut(half);
      if (isHalfFree === null) return chain;
      if (!isHalfFree) pool = [...other, ...pool];
      group = isHalfFree ? other : half;
    }
  }
  for (let before = 0; before < chain.length; ) {
    before = chain.length;
    const gone = set.filter((element) => !smallest().includes(element));
    const doubtful = smallest().filter((element) => gone.some((other) => oracle.leansOn(element, other)));
    for (const group of [...doubtful.map((element) => [element]), ...oracle.joined(smallest())])
      if ((await leaveOut(group, true)) === null) return chain;
  }
  return chain;
}

function groupSize(wanted: number): number {
  return Math.max(1, Math.floor(wanted));
}
