import type { Sandbox } from '../workspace/types.ts';
import type { LanguageRunner } from './ecosystems/languages/types.ts';
import type { ProcessSlots } from './process-slots.ts';

/** Stable across runs: `file > describe > test`, the file relative to the repository root with `/`. */
export type TestId = string;

export type TestStatus = 'passed' | 'failed' | 'skipped' | 'todo';

export interface Frame {
  /** Relative to the repository root when inside it and not in node_modules, else as printed. */
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
  readonly function: string | null;
  readonly inRepository: boolean;
}

export interface TestResult {
  readonly id: TestId;
  /** The name a runner's name filter takes, with a mark where the root stood in it: it is another one in each tree. */
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly status: TestStatus;
  readonly seconds: number | null;
  readonly message: string | null;
  readonly stack: string | null;
  readonly frames: readonly Frame[];
  readonly expected: string | null;
  readonly actual: string | null;
  /** It stands for a whole command, of which only the exit code and the text tell. */
  readonly byExitCode?: true;
}

export type Runner =
  | 'node:test'
  | 'vitest'
  | 'jest'
  | 'mocha'
  | 'tape'
  | 'tap'
  | 'ava'
  | 'jasmine'
  | 'uvu'
  | 'workspaces'
  | 'several'
  | 'other';

export interface Counts {
  /** Tests that ran: passed or failed. */
  readonly executed: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface TestRun {
  readonly command: string;
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** Whether it was ended, as if its time was up, by `noticeStill`. */
  readonly stoodStill?: true | undefined;
  readonly aborted: boolean;
  /** The exit code's word, which is the truth: false also when the report shows no failure but the command failed. */
  readonly green: boolean;
  /** How results were read; `exit-code` means no report could be read and `results` holds one entry for the whole command. */
  readonly reader: 'report' | 'tap' | 'text' | 'exit-code';
  readonly results: readonly TestResult[];
  readonly counts: Counts;
  readonly failing: readonly TestId[];
  readonly seconds: number;
  /** Last part of what was printed, without ANSI, for people and for failures outside of tests. */
  readonly tail: string;
  readonly outputFile: string | null;
  /** Executed lines per test, when asked for. */
  readonly coverage: Coverage | null;
}

/** By path: lines of the source as on disk. */
type Lines = ReadonlyMap<string, readonly number[]>;

/** A program spectrum: which lines each test executed. */
export interface Coverage {
  readonly tests: readonly {
    readonly id: TestId;
    readonly failed: boolean;
    readonly lines: Lines;
    /** Lines that ran while its file or its process was loaded, the weaker evidence; one object for all tests of which it is true. */
    readonly loaded?: Lines | undefined;
    /** Of how many tests that passed it is the one that was measured; 1 where it is not given. */
    readonly weight?: number | undefined;
  }[];
}

export interface Suspect {
  readonly path: string;
  readonly line: number;
  /** Ochiai, 0 to 1, raised by stack frames. */
  readonly score: number;
}

type Scope = 'failing' | 'related' | 'all' | { readonly files: readonly string[] };

/**
 * A program of ours that joins a run and may keep it going: preloaded (CommonJS) into the run's Node processes behind the probe, imported by
 * Python's runners, or named by its flags; with a folder of its own that it may write to and that stands last in the PATH.
 */
export interface Companion {
  readonly file: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Variables that hold flags: these go behind those that are there. */
  readonly flags?: Readonly<Record<string, string>> | undefined;
}

/**
 * What one test may take before it counts as without end and is ended, in seconds: the first such test of a run, and those behind it, which
 * are given ever less. By processor time of the thread it runs in, by the clock, or both.
 */
export interface TestLimit {
  readonly processor?: readonly [first: number, later: number] | undefined;
  readonly clock?: readonly [first: number, later: number] | undefined;
}

export interface RunOptions {
  readonly scope: Scope;
  /** The failing tests, for `failing` and `related`. */
  readonly failing?: readonly TestResult[] | undefined;
  /** Changed files, for `related`. */
  readonly changed?: readonly string[] | undefined;
  readonly coverage?: boolean | undefined;
  readonly companion?: Companion | undefined;
  /** Heeded where `endsTests` says so; null as nothing does: no test is ended. */
  readonly testLimit?: TestLimit | null | undefined;
  /** Seconds of one piece of work after which the run is ended, as something in it comes to no end; only Node tells. */
  readonly noticeStill?: number | undefined;
  /** A trial, which lets other runs go before it. */
  readonly later?: boolean | undefined;
  /** From the start of its process: waiting for a slot is not counted. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How this repository is installed and tested, with the reason for each guess. */
export interface SuitePlan {
  /** The family of languages that knows how to run it; `other` by exit code and text. */
  readonly ecosystem: string;
  /** Folder of the package that is tested, relative to the root; '' is the root. */
  readonly directory: string;
  /** `npm`, `pip`, `cargo`…; `none` when it is not known. */
  readonly packageManager: string;
  readonly runner: Runner | LanguageRunner;
  /** The shell line that runs everything, as its author wrote it. */
  readonly testCommand: string;
  /** The shell line that installs; null when nothing is to be installed. */
  readonly setupCommand: string | null;
  readonly reasons: readonly string[];
  /**
   * Packages that are tested by their own commands when only some tests are wanted. The whole is `testCommand` all the same (runner
   * `workspaces`), or the packages one after the other (runner `several`).
   */
  readonly parts?: readonly SuitePlan[];
}

export interface SuiteEnvironment {
  readonly sandbox: Sandbox;
  /** Values of variables the tests may see besides the built-in allow-list. */
  readonly testEnv: Readonly<Record<string, string>>;
  /** Where outputs and reports of runs are kept. */
  readonly scratch: string;
  /** Test processes that work at a time; default: one a core. */
  readonly slots?: ProcessSlots | undefined;
}

export type InstallOutcome =
  | {
      readonly ok: true;
      readonly seconds: number;
      readonly did: string;
      /** What went wrong, though the tests can be run with what is there. */
      readonly failed?: string | undefined;
    }
  | { readonly ok: false; readonly seconds: number; readonly reason: string };

export interface Suite {
  readonly plan: SuitePlan;
  /** What every run holds while its process works. A warm process, which mostly waits, takes one itself for as long as it works. */
  readonly slots: ProcessSlots;
  install(root: string, options: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined }): Promise<InstallOutcome>;
  /** Never throws for what the repository does: a hang, a crash or nonsense is a `TestRun` that is not green. */
  run(root: string, options: RunOptions): Promise<TestRun>;
  /** The run that events of the probe and its exit code tell of, as `run` would have read them. Events that are none are left out. */
  runOf(root: string, told: { readonly events: readonly unknown[]; readonly exitCode: number | null }): Promise<TestRun>;
  /** The packages that are tested by commands of their own, as `SuitePlan.parts`; their tests are named as in the runs of the whole. */
  readonly parts?: readonly Suite[] | undefined;
}
