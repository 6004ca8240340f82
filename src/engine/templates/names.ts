/** Likeness of two names, 0 to 1: edit distance against length, raised for shared words of camelCase and snake_case names. */
function likeness(a: string, b: string, words: (name: string) => readonly string[]): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  const near = 1 - distance(a.toLowerCase(), b.toLowerCase()) / longest;
  const [left, right] = [words(a), words(b)];
  const shared = left.filter((word) => word.length > 1 && right.includes(word)).length;
  return Math.max(near, (0.9 * shared) / Math.max(left.length, right.length), 0);
}

/** `likeness` that remembers: it is asked for every name and text of a file against all others, over and over. */
export function likenessKept(): (a: string, b: string) => number {
  const parts = new Map<string, readonly string[]>();
  const words = (name: string): readonly string[] => {
    const known = parts.get(name) ?? wordsOf(name);
    parts.set(name, known);
    return known;
  };
  // In two steps: a key made of both names would cost as much as the answer.
  const compared = new Map<string, Map<string, number>>();
  return (a, b) => {
    const ofFirst = compared.get(a) ?? new Map<string, number>();
    if (ofFirst.size === 0) compared.set(a, ofFirst);
    const known = ofFirst.get(b);
    if (known !== undefined) return known;
    const found = likeness(a, b, words);
    ofFirst.set(b, found);
    return found;
  };
}

/** How much less likely a name is that is written in another way than the one it would replace. */
export const OTHER_CONVENTION = 0.5;

/** CONSTANT_CASE, PascalCase, or any other way to write a name. */
export function conventionOf(name: string): 'constant' | 'class' | 'other' {
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name) && name.length > 1) return 'constant';
  return /^[A-Z]/.test(name) ? 'class' : 'other';
}

/** Names that are longer are as far apart as the longer one is long. */
const LONGEST = 40;
/** The last rows of the table, filled anew for each pair. */
let [older, previous, row] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/** Levenshtein distance, with a transposition counted as one edit (optimal string alignment). */
export function distance(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return Math.max(a.length, b.length);
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    const own = a.charCodeAt(i - 1);
    const before = a.charCodeAt(i - 2);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (own === other ? 0 : 1));
      if (i > 1 && j > 1 && own === b.charCodeAt(j - 2) && before === other) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row[j] = best;
    }
    [older, previous, row] = [previous, row, older];
  }
  return previous[b.length] ?? 0;
}

/** The words of a name: `maxItemCount` and `max_item_count` are max, item, count. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_$.-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** A word written as another one is: in capitals, with a capital, or as it stands. */
export function inCaseOf(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
