// Texts that came otherwise than a test wanted them, and what a literal would have to be for that.

/** Where two texts differ: between `from` and `to` of what came there was to stand `right`. */
export interface TextDifference {
  readonly actual: string;
  readonly from: number;
  readonly to: number;
  readonly right: string;
}

const LONGEST = 400;
const LONGEST_PIECE = 60;

/** The differences of pairs of texts; numbers and values that are no text have none. */
export function differencesOf(pairs: readonly { readonly expected: string; readonly actual: string }[]): readonly TextDifference[] {
  return pairs.flatMap(({ expected, actual }) => {
    if (expected === actual || expected.length > LONGEST || actual.length > LONGEST || !/\p{L}/u.test(actual)) return [];
    const most = Math.min(expected.length, actual.length);
    let from = 0;
    while (from < most && expected[from] === actual[from]) from += 1;
    let back = 0;
    while (back < most - from && expected.at(-1 - back) === actual.at(-1 - back)) back += 1;
    const right = expected.slice(from, expected.length - back);
    return right.length > LONGEST_PIECE ? [] : [{ actual, from, to: actual.length - back, right }];
  });
}

/** What a text that a program holds would have to be, where it stands in what came around all that differs. */
export function wantedFor(value: string, differences: readonly TextDifference[]): readonly string[] {
  const found = new Set<string>();
  for (const { actual, from, to, right } of differences) {
    for (let at = actual.indexOf(value); value !== '' && at >= 0 && at <= from; at = actual.indexOf(value, at + 1))
      if (at + value.length >= to) found.add(value.slice(0, from - at) + right + value.slice(to - at));
  }
  return [...found];
}
