import type { Change } from '../edits.ts';

/** What is asked of variants of a function, each given by its changes: none is the function as it is. */
export interface Probe {
  /** The tests see the answers of the first one. */
  readonly variants: readonly (readonly Change[])[];
  /** How many answers of the two may differ; null where all answers of the last one must be the same. */
  readonly most: number | null;
}
