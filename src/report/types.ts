import type { TransportStats } from '../responses/types.ts';
import type { Counts, Suspect, TestId } from '../suite/types.ts';
import type { FileDelta } from '../workspace/types.ts';

export const outcomes = [
  'fixed',
  'already-green',
  'flaky',
  'cannot-reproduce',
  'not-fixed',
  'declined',
  'budget-exhausted',
  'superseded',
  'provider-unavailable',
  'skipped',
] as const;
export type Outcome = (typeof outcomes)[number];

export interface SuiteSummary extends Counts {
  readonly failing: readonly TestId[];
}

export interface TurnReport {
  readonly n: number;
  readonly mode: 'warm' | 'delta' | 'full' | 'http';
  readonly msToFirstEvent: number;
  readonly msStream: number;
  readonly msTools: number;
  readonly msClient: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly tools: readonly string[];
}

export interface Timing {
  /** Seconds, wall clock. */
  readonly total: number;
  readonly phases: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  /** Seconds along the critical path; adds up to `total`. */
  readonly critical: {
    readonly model: number;
    readonly tests: number;
    readonly tools: number;
    readonly transport: number;
    readonly client: number;
    readonly idle: number;
  };
  /** Seconds of work that ran beside something else. */
  readonly overlap: number;
}

export type LimitName = 'turns' | 'minutes' | 'tokens' | 'costUsd' | 'testRuns' | 'changedLines';
export type Limits = Readonly<Record<LimitName, number>>;

interface Proof {
  readonly kind: 'revert' | 'template' | 'model';
  /** Times the failing tests were run red before the fix, and green after it. */
  readonly redRuns: number;
  readonly greenRuns: number;
  readonly suiteBefore: SuiteSummary;
  readonly suiteAfter: SuiteSummary;
}

/** Something between the red commit and the fix that weakens tests or gets around them, or may. */
export interface IntegrityFinding {
  /** Stable name of the rule, such as `assertion-weakened`. */
  readonly rule: string;
  readonly severity: 'blocking' | 'warning' | 'note';
  /** Empty where it is the run as a whole. */
  readonly path: string;
  readonly line: number | null;
  /** One sentence without a full stop. */
  readonly message: string;
  /** An input allows what would be blocking. */
  readonly allowed: boolean;
}

/** `report.json`, schema version 1. */
export interface Report {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  /** Why, in plain words. */
  readonly reason: string;
  readonly diagnosis: string | null;
  readonly incident: { readonly repo: string | null; readonly sha: string | null; readonly branch: string | null; readonly event: string };
  readonly engine: 'builtin' | 'model' | 'auto';
  readonly model: string | null;
  readonly transport: TransportStats | null;
  readonly budget: { readonly limits: Limits; readonly used: Limits };
  readonly sandbox: { readonly layer: string; readonly notStopped: readonly string[] };
  readonly tests: {
    readonly command: string | null;
    readonly before: SuiteSummary | null;
    readonly after: SuiteSummary | null;
    readonly results: readonly {
      readonly id: TestId;
      readonly file: string | null;
      readonly before: string | null;
      readonly after: string | null;
      readonly seconds: number | null;
    }[];
    readonly flaky: readonly TestId[];
  };
  readonly suspects: readonly Suspect[];
  readonly integrity: readonly IntegrityFinding[];
  readonly alternatives: readonly string[];
  readonly proof: Proof | null;
  readonly delivery: {
    readonly state: 'delivered' | 'refused' | 'not-requested';
    readonly reason: string;
    /** What to change, when it was refused. */
    readonly remedy?: string | null | undefined;
    /** There when a branch was pushed, also when the pull request was refused. */
    readonly branch?: string | null | undefined;
    readonly compareUrl?: string | null | undefined;
  };
  /** Items per turn, redacted; the name of a file beside the report when it is larger than 1 MB. */
  readonly conversation: readonly unknown[] | string;
  /** Unified diff in git's format; empty when there is none. */
  readonly patch: string;
  readonly files: readonly FileDelta[];
  readonly turns: readonly TurnReport[];
  readonly timing: Timing;
  readonly cost: { readonly usd: number; readonly priced: boolean };
  readonly fingerprint: string | null;
  readonly pullRequest: { readonly url: string; readonly number: number } | null;
}
