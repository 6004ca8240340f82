// What one language's test runner and build tool must tell about themselves, so that the suite can start, narrow and read them.
import type { CommandResult } from '../../../workspace/index.ts';
import type { Place } from '../../frames.ts';
import type { RawResult } from '../../results.ts';
import type { Word } from '../../shell.ts';
import type { Coverage, TestResult } from '../../types.ts';
import type { CiCommand } from '../../workflows.ts';
import type { SourceIndex } from './source-index.ts';

/** `command` is a line whose runner is behind `make`, `tox`, `just` or a script. */
export type LanguageRunner =
  | 'pytest'
  | 'unittest'
  | 'django'
  | 'tox'
  | 'nox'
  | 'bun test'
  | 'go test'
  | 'cargo test'
  | 'cargo nextest'
  | 'maven'
  | 'gradle'
  | 'rspec'
  | 'minitest'
  | 'phpunit'
  | 'dotnet test'
  | 'exunit'
  | 'prove'
  | 'ctest'
  | 'command';

/** A folder as detection sees it: never more than names, and texts of small files. */
export interface FolderView {
  /** Relative to the root; '' is the root. */
  readonly directory: string;
  /** Absolute. */
  readonly path: string;
  readonly names: readonly string[];
  /** What the repository's own workflows run, in all folders. */
  readonly ci: readonly CiCommand[];
  /** Text of a file below the folder; null when it is not there or larger than a manifest is. */
  text(name: string): Promise<string | null>;
  /** Whether a file or folder is there. */
  has(name: string): Promise<boolean>;
  /** Whether a program of this name is on the PATH that tests get. */
  program(name: string): Promise<boolean>;
  /** Whether a cache of this name lies below the home. */
  cached(name: string): Promise<boolean>;
  /** The source files below the folder that `wanted` accepts, relative to it, sorted. */
  files(wanted: (path: string) => boolean): Promise<readonly string[]>;
}

/** How a folder of this language is tested, with the reason for each guess. */
export interface Guess {
  readonly runner: LanguageRunner;
  readonly testCommand: string;
  readonly setupCommand: string | null;
  readonly reasons: readonly string[];
}

/** A language with its build tools. */
export interface Language {
  readonly name: string;
  /** Whether a file of this name makes its folder a project of this language. */
  isManifest(name: string): boolean;
  /** The file that says that a folder is of this kind, or null. */
  manifest(folder: FolderView): Promise<string | null>;
  /** Only asked when there is a manifest. Null: there are no tests that could be found. */
  guess(folder: FolderView, manifest: string): Promise<Guess | null>;
  /** Where caches and dependencies lie, as variables of the environment. */
  environment?(caches: Caches): Readonly<Record<string, string>>;
  readonly runners: readonly Adapter[];
}

/** Folders for what is downloaded and built; a confined command has no home. */
export interface Caches {
  readonly profile: 'test' | 'install';
  /** Filled by the installation with the network, only read by tests. */
  readonly dependencies: string;
  /** Build outputs of one copy of the tree: no copy's tests can write what another's run. */
  readonly build: string;
  /** The user's own home, of which only caches are visible; null when nothing of it is. */
  readonly home: string | null;
  /** Whether `path` is there now. */
  exists(path: string): boolean;
  readonly cwd: string;
  /** Of the copy of the tree. */
  readonly root: string;
}

/** The program with its arguments, behind what stands in front of it: `poetry run` + `pytest` + `-q tests`. */
export interface Call {
  readonly before: readonly Word[];
  readonly program: readonly Word[];
  readonly args: readonly Word[];
}

/** Which tests to run. Both empty never happens. */
export interface Selection {
  /** Failing tests; empty when files are to be run whole. */
  readonly tests: readonly TestResult[];
  /** Their files, relative to the folder of the run. */
  readonly files: readonly string[];
}

export interface Tools extends Place {
  /** The run's own folder, outside of the repository: where reports go. */
  readonly folder: string;
  /** The part of `root` that `cwd` is, '' for the root itself. */
  readonly directory: string;
}

/** What a run left behind. */
export interface Remains extends Tools {
  readonly result: CommandResult;
  readonly stdout: string;
  readonly stderr: string;
  /** When it was started: older reports are of other runs. Milliseconds of the epoch. */
  readonly startedAt: number;
  readonly sources: SourceIndex;
  /** The environment that it had. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Reading {
  readonly results: readonly RawResult[];
  readonly form: 'report' | 'tap' | 'text';
  /** Why the report cannot be believed to be whole; its passes do not count then. Null when it is whole. */
  readonly broken: string | null;
  /** What a person would have seen, where what was printed is for machines. */
  readonly said?: string;
}

export interface Adapter {
  readonly runner: LanguageRunner;
  /** Its own runner is told by nothing: the reports of whatever it starts are read. */
  readonly startsOthers?: boolean;
  /** Splits the words of a simple command that starts this runner; null for any other command. */
  find(words: readonly Word[]): Call | null;
  /** The call's words with the report turned on; with a selection for that alone, null when this runner cannot be told so. */
  render(call: Call, tools: Tools, selection: Selection | null): readonly Word[] | null;
  /** Files of ours that the call refers to, by their name in the run's folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Variables that turn reports on; behind other programs they are all there is. */
  environment?(tools: Tools): Readonly<Record<string, string>>;
  /** Null when nothing of this runner is to be found. Never throws. */
  read(remains: Remains): Promise<Reading | null>;
  /** Variables that have executed lines counted; of flags and of the PATH, what goes in front of those that are there. */
  counting?(tools: Tools, failing: readonly TestResult[]): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Executed lines per test, where the run was asked for them. Null when nothing was measured. Never throws. */
  coverage?(remains: Remains, results: readonly TestResult[]): Promise<Coverage | null>;
}
