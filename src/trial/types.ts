import type { TestId, TestResult, TestRun } from '../suite/types.ts';
import type { Edit } from '../workspace/types.ts';

export interface Candidate {
  readonly label: string;
  readonly edits: readonly Edit[];
}

export type Verdict =
  /** The failing tests pass, and so does everything else that was run. */
  | { readonly kind: 'green'; readonly ran: TrialScope }
  /** Some red tests turned green; `broke` were green before. */
  | { readonly kind: 'partial'; readonly fixed: readonly TestId[]; readonly broke: readonly TestId[] }
  /** All red tests turned green and others broke. */
  | { readonly kind: 'breaks'; readonly broke: readonly TestId[] }
  | { readonly kind: 'red' }
  /** The candidate could not be applied (stale text, refused path). */
  | { readonly kind: 'invalid'; readonly reason: string }
  /** Not judged: enough green ones were found, time was up, or the run was aborted. */
  | { readonly kind: 'not-run' };

type TrialScope = 'failing' | 'related' | 'all';

export interface TrialReport {
  /** One verdict a candidate, in the order given. */
  readonly verdicts: readonly Verdict[];
  readonly judged: number;
  /** How many of them a warm process judged. */
  readonly warm: number;
  /** Why no warm process could (any more); null when one could, or was not worth starting. */
  readonly notWarm: string | null;
  /** A file that the tests run where a warm process does not see it, so that processes of their own judge what changes it; null where none was noticed. */
  readonly blindTo: string | null;
  readonly seconds: number;
}

export interface TrialOptions {
  readonly candidates: readonly Candidate[];
  /** Candidates that turn the failing tests green are judged by these tests as well. */
  readonly scope: TrialScope;
  readonly failing: readonly TestResult[];
  /** The suite's run on the red tree: what passed there must go on passing. */
  readonly baseline: TestRun;
  /** Stop after so many green candidates. */
  readonly keep: number;
  /**
   * Whether what a warm process finds green is confirmed by processes of its own; default true. False where nothing is chosen by it: what comes
   * out of it is judged again.
   */
  readonly confirm?: boolean | undefined;
  /** Seconds the failing tests take on the red tree: the time limit of a candidate is a multiple of it. */
  readonly failingSeconds: number;
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a warm process must know of the tests before the first candidate. */
export type PrepareOptions = Pick<TrialOptions, 'failing' | 'baseline' | 'failingSeconds'>;
