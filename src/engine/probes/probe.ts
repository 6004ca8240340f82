import type { Change } from '../edits.ts';

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
  | { readonly of: 'outcomes'; readonly missing: number };

/** The same as a number that may not be exceeded. */
export function limitOf(asked: Asked, outcomes: number): { readonly of: Asked['of']; readonly most: number } {
  return asked.of === 'outcomes' ? { of: asked.of, most: outcomes - asked.missing } : asked;
}
