import type { TestRun } from '../types.ts';

/** `blocking`: the fix is not delivered. `warning`: a reviewer should look. `note`: worth knowing. */
export type Severity = 'blocking' | 'warning' | 'note';

/** What kind of thing was found; stable, for reports and for those who filter them. */
export type RuleId =
  | 'test-removed'
  | 'test-renamed'
  | 'test-skipped'
  | 'test-focused'
  | 'test-not-run'
  | 'test-changed'
  | 'test-conditional'
  | 'early-return'
  | 'assertion-removed'
  | 'assertion-weakened'
  | 'expectation-changed'
  | 'tolerance-widened'
  | 'timeout-raised'
  | 'retries-added'
  | 'await-removed'
  | 'code-mocked'
  | 'snapshot-changed'
  | 'fixture-changed'
  | 'test-configuration'
  | 'coverage-lowered'
  | 'ci-changed'
  | 'failure-hidden'
  | 'process-exit'
  | 'test-aware'
  | 'test-literal'
  | 'reads-tests'
  | 'error-swallowed'
  | 'monkey-patch'
  | 'always-equal'
  | 'function-gutted'
  | 'constant-condition'
  | 'unreachable-code'
  | 'dependency-swapped'
  | 'checks-off'
  | 'unreadable';

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly path: string;
  /** In the file with the fix, or in the red one when the place is gone; null for a whole file or a run. */
  readonly line: number | null;
  /** One sentence without a full stop. */
  readonly message: string;
  /** True when an input allows what would be blocking. */
  readonly allowed: boolean;
}

/** A finding by a rule, before the inputs are asked. */
export type Found = Omit<Finding, 'allowed'>;

/** A file that a patch changes. Null text: not there, or not text. */
export interface FileChange {
  readonly path: string;
  /** Differs from `path` when the file was moved. */
  readonly oldPath: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly binary: boolean;
}

interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Evidence {
  readonly changes: readonly FileChange[];
  /** The files of the failing tests as they were when red. */
  readonly tests: readonly SourceText[];
  /** The whole suite without and with the fix; null where nothing is run. */
  readonly runs: { readonly before: TestRun; readonly after: TestRun } | null;
  /** The input `allow-test-changes`. */
  readonly allowTestChanges: boolean;
}

/** What a statement is to the tests. */
export type ItemKind = 'test' | 'group' | 'jump' | 'import' | 'definition' | 'statement';

/** A statement with what is nested in it, whatever its language; formatting, quotes and comments are not part of `text`. */
export interface Item {
  readonly kind: ItemKind;
  readonly text: string;
  /** `text` without the title of a test or group, else `text`. */
  readonly untitled: string;
  /** What a definition, a test or a group is called. */
  readonly name: string | null;
  readonly line: number;
  readonly awaits: number;
  readonly children: readonly Item[];
}

/** Something that should not become more, by rule and normalised text. */
export interface Mark {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly key: string;
  readonly line: number;
  readonly message: string;
}

/** A branch taken for given values, and what it answers with. */
export interface LiteralBranch {
  readonly compared: readonly string[];
  readonly answers: readonly string[];
  readonly subject: string;
  readonly line: number;
  /** A table of questions and answers rather than a branch. */
  readonly table: boolean;
}

export interface FunctionFacts {
  readonly name: string;
  readonly line: number;
  readonly parameters: number;
  /** Whether what it does can depend on its parameters, on `this`/`self` or on what it calls. */
  readonly usesInput: boolean;
  readonly text: string;
}
