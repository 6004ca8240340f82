// What judges many candidates at once, without processes of their own for each.
import type { Candidate, Verdict } from './types.ts';

/**
 * `maybe`: the tests pass here; only processes of their own can tell whether they really do. Where only some of the failing tests ran, and not all
 * passed, as they may need others before them, it is `told` what these say. `unseen`: it cannot be judged here, as the tests do
 * not see its file where that is named.
 */
export type WarmVerdict =
  | Verdict
  | { readonly kind: 'maybe'; readonly told?: Verdict }
  | { readonly kind: 'unseen'; readonly path?: string };

export interface Lane {
  /** Processes started so far. */
  readonly starts: number;
  /** Why there is no going on; null while there is. */
  readonly unfit: string | null;
  /** Starts a process, where that can be done before the candidates are known. */
  prepare(signal: AbortSignal): Promise<void>;
  /**
   * Verdicts in the order of `candidates`, up to the first that looks green at the least; `unseen` for all that are left when it turns out
   * to be unfit; null for those that were not reached. The replica's files are as they were when it resolves.
   */
  judge(candidates: readonly Candidate[], signal: AbortSignal): Promise<(WarmVerdict | null)[]>;
  close(): Promise<void>;
}
