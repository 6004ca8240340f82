import { applyChanges, type Change } from '../edits.ts';

/** What is asked of variants of a function, each given by its changes: none is the function as it is. */
export interface Probe {
  /** The tests see the answers of the first one. */
  readonly variants: readonly (readonly Change[])[];
  readonly asked: Asked;
}

/** On the inputs of the tests and those near them, */
export type Asked =
  /** at most so many answers of the first variant are others than those of the second one, or different ones of the last variant; */
  | { readonly of: 'differences' | 'answers'; readonly most: number }
  /** of the ways that the conditions of the last variant can come out, two for each of them, at least so many do not come about. */
  | { readonly of: 'outcomes'; readonly missing: number }
  /** On the tests' own inputs alone, at most so many places of the last variant reckon with what is no number, or no place of a list. */
  | { readonly of: 'nonsense'; readonly most: number };

/** The same as a number that may not be exceeded. */
export function limitOf(asked: Asked, outcomes: number): { readonly of: Asked['of']; readonly most: number } {
  return asked.of === 'outcomes' ? { of: asked.of, most: outcomes - asked.missing } : asked;
}

/** A function as it is with a variant's changes, observed: its loops are counted, its conditions tell how they come out. */
export interface Observed {
  readonly text: string;
  readonly conditions: number;
}

/** What is put in front of pieces of a text, and behind them; an outer piece comes before those inside of it. */
export class Inserts {
  readonly #opened: Change[] = [];
  readonly #closed: Change[] = [];

  before(at: number, text: string): void {
    this.#opened.push({ start: at, end: at, text });
  }

  behind(at: number, text: string): void {
    this.#closed.push({ start: at, end: at, text });
  }

  /** What ends somewhere is closed before anything else begins there, the inner first. */
  into(text: string): string {
    const changes = [...this.#closed.toReversed(), ...this.#opened].toSorted((a, b) => a.start - b.start);
    return applyChanges(text, changes);
  }
}
