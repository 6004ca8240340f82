import type { FailingTest } from '../brief.ts';

export type { FailingTest };

/** A file's text as `read` shows it: no BOM, lines joined by LF. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Everything the templates know about what is red. */
export interface TemplateInput {
  /** Source files worth editing (no tests), most suspicious first. */
  readonly files: readonly SourceFile[];
  /** Paths of all files of the repository, as far as they are known. */
  readonly paths?: readonly string[] | undefined;
  /** Suspicious lines, 1-based, best first; `score` is Ochiai raised by stack frames, 0 to 1. */
  readonly suspects: readonly { readonly path: string; readonly line: number; readonly score: number }[];
  readonly failing: readonly FailingTest[];
  /** The files of the failing tests. */
  readonly testSources: readonly SourceFile[];
  /** Lines changed since the last green commit, or the minimal breaking change; 1-based, inclusive. */
  readonly priors: readonly { readonly path: string; readonly startLine: number; readonly endLine: number }[];
}

/** One replacement of `[start, end)` (UTF-16 offsets into the file's text) by `text`. */
export interface TemplateCandidate {
  readonly label: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Name of the template family, for ranking and for the report. */
  readonly template: string;
  /** Prior of the template times suspicion of the place; higher is better. */
  readonly weight: number;
}

/** A piece of a file. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a file consists of, as far as a change can take it away. */
export interface Outline {
  /** Every statement in source order; `text` is without the statements inside of it, without spaces and brackets. */
  readonly statements: readonly Stretch[];
  /** Conditions that come out the same whatever the program does. */
  readonly constant: number;
  /** Statements behind a jump of the same block. */
  readonly dead: number;
  /** Values that a condition chooses, with the text of either way. */
  readonly choices: readonly { readonly start: number; readonly end: number; readonly ways: readonly string[] }[];
}
