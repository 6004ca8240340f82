// Two branches that do the same to each other's names: what one of them has lost, the other one tells. For all languages.

/** A statement that is lost, and how many of the statements that are there stand in front of it. */
export interface LostMirror {
  readonly text: string;
  readonly at: number;
}

/** Names that stand for each other's opposites. */
const OPPOSITES = ['left right', 'first last', 'head tail', 'prev next', 'previous next', 'start end', 'min max', 'low high', 'top bottom'];
/** Statements that one branch may have lost, at most, of those that the other has. */
const MOST_LOST = 2;
/** Longer branches, and longer statements, are seldom each other's mirrors. */
const MOST_STATEMENTS = 12;
const LONGEST = 200;

type Exchange = ReadonlyMap<string, string>;

const TOKEN = /[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+|\S/gu;
const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];
const isName = (token: string): boolean => /^[\p{ID_Start}$_]/u.test(token);

/** The names that must be exchanged to make one statement of another; null where that is not all they differ in. */
function exchangeOf(one: string, other: string): Exchange | null {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  if (a.length !== b.length) return null;
  const found = new Map<string, string>();
  for (const [at, token] of a.entries()) {
    const beside = b[at] ?? '';
    if (token === beside && !found.has(token)) continue;
    if (!isName(token) || !isName(beside)) return null;
    if ((found.get(token) ?? beside) !== beside || (found.get(beside) ?? token) !== token) return null;
    found.set(token, beside).set(beside, token);
  }
  return found.size === 0 ? null : found;
}

function exchanged(text: string, names: Exchange): string {
  return text.replace(TOKEN, (token) => names.get(token) ?? token);
}

const plain = (text: string): string => tokensOf(text).join(' ');

/** What a branch lacks that another one of the same condition has, told with the names exchanged in which the rest of the two differ. */
export function lostMirrors(own: readonly string[], other: readonly string[]): readonly LostMirror[] {
  const isLong = [...own, ...other].some((text) => text.length > LONGEST);
  if (isLong || own.length >= other.length || other.length > MOST_STATEMENTS || other.length - own.length > MOST_LOST) return [];
  const found = new Map<string, LostMirror>();
  for (const names of own.length === 0 ? oppositesIn(other) : exchangesOf(own, other)) {
    const mirrored = other.map((text) => exchanged(text, names));
    const places = mirrored.map((text) => own.findIndex((each) => plain(each) === plain(text)));
    if (places.filter((place) => place >= 0).length < own.length) continue;
    for (const [at, text] of mirrored.entries())
      if ((places[at] ?? -1) < 0) found.set(plain(text), { text, at: places.slice(0, at).filter((place) => place >= 0).length });
  }
  return [...found.values()].slice(0, 2 * MOST_LOST);
}

function exchangesOf(own: readonly string[], other: readonly string[]): readonly Exchange[] {
  const found = new Map<string, Exchange>();
  for (const one of own)
    for (const beside of other) {
      const names = exchangeOf(beside, one);
      if (names !== null) found.set(JSON.stringify([...names].toSorted()), names);
    }
  return [...found.values()];
}

function oppositesIn(statements: readonly string[]): readonly Exchange[] {
  const words = new Set(statements.flatMap(tokensOf));
  return OPPOSITES.flatMap((pair) => {
    const [one = '', other = ''] = pair.split(' ');
    if (!words.has(one) && !words.has(other)) return [];
    return [
      new Map([
        [one, other],
        [other, one],
      ]),
    ];
  });
}
