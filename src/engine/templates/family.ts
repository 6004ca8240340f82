import { escapeRegex } from '../escape.ts';

/** One change a family proposes at a place. */
export interface Proposal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
  /** Chance relative to the family's other proposals at this place; 1 is ordinary. */
  readonly odds: number;
}

/** A family of repair templates: what it may change at a place of a syntax tree, given the parsed file around it. */
export interface FamilyOf<Place, Scene> {
  readonly name: string;
  /** Estimated share of real single-edit bugs it covers, 0 to 1. */
  readonly share: number;
  /**
   * True where the failure's message itself names the place: every file is looked at, suspicious or not. `always` where the code alone tells that
   * something is wrong, whatever the message says.
   */
  readonly anywhere?: boolean | 'always';
  /** True where it looks at operators and keywords themselves, which tree-sitter's trees have as nodes; the others are asked about named ones only. */
  readonly tokens?: boolean;
  readonly propose: (place: Place, scene: Scene) => Iterable<Proposal>;
}

/** A text shortened for a label. */
export function brief(text: string): string {
  const line = text.slice(0, 120).replace(/\s+/g, ' ');
  return line.length > 48 ? `${line.slice(0, 45)}...` : line;
}

/** Whether code names another piece of code as a whole: `amount` does not name `a`. */
export function hasWord(code: string, word: string): boolean {
  return new RegExp(`(?<![\\w$])${escapeRegex(word)}(?![\\w$])`).test(code);
}

/**
 * Another name for a member at all places of a text, as one change from the first to the last; null where it stands at one place only, or where
 * something of that name is declared.
 */
export function memberThroughout(text: string, name: string, other: string): Pick<Proposal, 'start' | 'end' | 'text'> | null {
  const places = [...text.matchAll(new RegExp(`(?<![\\w$])${escapeRegex(name)}(?![\\w$])`, 'g'))].map(({ index }) => index);
  const [first, second] = places;
  const last = places.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  if (places.some((at) => !/(?:\.|->|&\.)$/.test(text.slice(Math.max(0, at - 2), at)))) return null;
  const end = last + name.length;
  const whole = text.slice(first, end).replace(new RegExp(`(?<![\\w$])${escapeRegex(name)}(?![\\w$])`, 'g'), () => other);
  return { start: first, end, text: whole };
}

/** What a table says of a name that a source gives: nothing of those that every object has. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
