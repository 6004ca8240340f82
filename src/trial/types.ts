import type { TestId, TestResult } from '../suite/types.ts';
import type { Edit } from '../workspace/types.ts';

export interface Candidate {
  readonly label: string;
  readonly edits: readonly Edit[];
}

export type Verdict =
  /** The failing tests pass, and so does everything else that was run. */
  | { readonly kind: 'green'; readonly ran: 'failing' | 'related' | 'all' }
  /** Some red tests turned green; `broke` were green before. */
  | { readonly kind: 'partial'; readonly fixed: readonly TestId[]; readonly broke: readonly TestId[] }
  /** All red tests turned green and others broke. */
  | { readonly kind: 'breaks'; readonly broke: readonly TestId[] }
  | { readonly kind: 'red' }
  /** The candidate could not be applied (stale text, refused path, does not parse). */
  | { readonly kind: 'invalid'; readonly reason: string }
  /** Not judged: enough green ones were found, time was up, or the run was aborted. */
  | { readonly kind: 'not-run' };

export interface TrialReport {
  readonly verdicts: readonly { readonly label: string; readonly index: number; readonly verdict: Verdict }[];
  readonly judged: number;
  readonly seconds: number;
}

export interface TrialOptions {
  readonly candidates: readonly Candidate[];
  /** Judge also by these tests before a candidate counts as green. */
  readonly scope: 'failing' | 'related' | 'all';
  readonly failing: readonly TestResult[];
  /** Ids that were green on the red tree. */
  readonly green: ReadonlySet<TestId>;
  readonly keep: number;
  /** Seconds the failing tests take on the red tree: the time limit of a candidate is a multiple of it. */
  readonly failingSeconds: number;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}
