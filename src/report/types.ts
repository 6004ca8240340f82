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

/** What one line of thought and its model said to each other: an attempt of a model, or the built-in engine. */
export interface AttemptSaid {
  /** As in `attempt 2`. */
  readonly by: string;
  /** Its result is the one of the run. */
  readonly chosen: boolean;
  readonly items: readonly unknown[];
}

/** One call of a tool within a turn. Seconds since the start of the run. */
export interface CallReport {
  /** The provider's call id, as it stands in the conversation. */
  readonly id: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** How much of it went into tests. */
  readonly testSeconds: number;
  /** What came of it, where the tool says so. */
  readonly note: string | null;
}

export interface TurnReport {
  readonly n: number;
  /** Whom it asked; null for a warm-up and in reports that do not say. */
  readonly model: string | null;
  /** Seconds since the start of the run, from the request to the end of the answer; null in reports that do not say. */
  readonly start: number | null;
  readonly end: number | null;
  readonly mode: 'warm' | 'delta' | 'full' | 'http';
  readonly msToFirstEvent: number;
  readonly msStream: number;
  readonly msTools: number;
  readonly msClient: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** Part of `outputTokens`. */
  readonly reasoningTokens: number;
  /** Part of `msToFirstEvent` that went into connecting again. */
  readonly msConnecting: number;
  readonly bytesSent: number;
  /** What the same request in full would have carried more. */
  readonly bytesNotResent: number;
  readonly tools: readonly string[];
  readonly calls: readonly CallReport[];
}

export const waits = ['model', 'tests', 'tools', 'transport', 'client', 'idle'] as const;
/** What a moment of the wall clock was spent on. `client` is our own work, `idle` is outside of all phases. */
export type Wait = (typeof waits)[number];
export type WaitSeconds = Readonly<Record<Wait, number>>;

/** Seconds since the start of the run. */
export interface PhaseReport {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What it waited for while it was the main line, in seconds; null in reports that do not say. */
  readonly waitedFor: WaitSeconds | null;
}

/** The ledger entry by entry. Seconds since the start of the run. */
export interface LedgerReport {
  /** Wall clock, ISO 8601; null in reports that do not say. */
  readonly startedAt: string | null;
  /** Everything that was going on, in the order in which it began; entries may overlap. */
  readonly work: readonly WorkReport[];
  /** The critical path: without gaps and overlaps from 0 to the total. */
  readonly path: readonly StretchReport[];
}

interface WorkReport {
  readonly kind: 'model' | 'tests' | 'tools' | 'transport';
  readonly name: string;
  /** The turn it belongs to; null outside of the loop. */
  readonly turn: number | null;
  readonly start: number;
  readonly end: number;
}

export interface StretchReport {
  readonly start: number;
  readonly end: number;
  /** Null outside of all phases. */
  readonly phase: string | null;
  readonly waitedFor: Wait;
}

export interface Timing {
  /** Seconds, wall clock. */
  readonly total: number;
  readonly phases: readonly PhaseReport[];
  /** Seconds along the critical path; adds up to `total`. */
  readonly critical: WaitSeconds;
  /** Seconds of work that ran beside something else. */
  readonly overlap: number;
}

/** What the socket saved, against sending every turn whole over a connection of its own; computed from what was measured. */
export interface SocketSavings {
  readonly bytesNotResent: number;
  readonly handshakesNotMade: number;
  /** What these would have taken, at the mean of the handshakes that were made; null when none was measured. */
  readonly handshakeSeconds: number | null;
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
  /** Of `mode: plan` alone: which failures have one cause. */
  readonly causes?: readonly { readonly what: string; readonly package: string; readonly tests: readonly TestId[] }[] | undefined;
  readonly proof: Proof | null;
  readonly delivery: {
    readonly state: 'delivered' | 'refused' | 'not-requested';
    readonly reason: string;
    /** When it was delivered. */
    readonly way?: 'pull-request' | 'push' | 'comment' | null | undefined;
    /** What to change, when it was refused. */
    readonly remedy?: string | null | undefined;
    /** There when a branch was pushed, also when the pull request was refused. */
    readonly branch?: string | null | undefined;
    readonly compareUrl?: string | null | undefined;
  };
  /** Items per turn, redacted; the name of a file beside the report when it is larger than 1 MB. */
  readonly conversation: readonly unknown[] | string;
  /** The name of a file beside the report with the conversations of all attempts, where there were several. */
  readonly attempts?: string | null | undefined;
  /** Unified diff in git's format; empty when there is none. */
  readonly patch: string;
  readonly files: readonly FileDelta[];
  readonly turns: readonly TurnReport[];
  readonly timing: Timing;
  readonly ledger: LedgerReport;
  /** Null when there was no socket. */
  readonly socket: SocketSavings | null;
  readonly cost: { readonly usd: number; readonly priced: boolean };
  readonly fingerprint: string | null;
  readonly pullRequest: { readonly url: string; readonly number: number } | null;
}
