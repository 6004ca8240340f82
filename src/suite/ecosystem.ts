// What a family of languages must know to be tested here. Everything else (confinement, time limits, exit codes, proof) is the same for all.
import type { CommandResult } from '../workspace/index.ts';
import type { Conclusion, Ended } from './conclude.ts';
import type { Coverage, RunOptions, SuiteEnvironment, SuitePlan, TestRun } from './types.ts';
import type { CiCommand } from './workflows.ts';

/** A folder that may hold a package, and what its user has said about it. */
export interface DetectRequest {
  readonly root: string;
  /** Relative to the root; '' is the root. */
  readonly directory: string;
  /** Names of the files and folders in it. */
  readonly names: readonly string[];
  readonly testCommand: string | null;
  readonly setupCommand: string | null;
  /** What the repository's own workflows run, in all folders. */
  readonly ci: readonly CiCommand[];
}

export type Found =
  | {
      readonly kind: 'plan';
      readonly plan: SuitePlan;
      /** It runs what the step that failed ran: no other plan is asked for. */
      readonly isFailedStep?: boolean;
    }
  /** A package of this ecosystem without a test command: what was looked at, and what else could be set. */
  | { readonly kind: 'untested'; readonly looked: readonly string[]; readonly hint: string | null }
  | { readonly kind: 'broken'; readonly reason: string }
  /** No package of this ecosystem. */
  | { readonly kind: 'foreign' };

/** Where one run takes place. */
export interface RunSetting {
  readonly plan: SuitePlan;
  readonly env: SuiteEnvironment;
  readonly root: string;
  readonly cwd: string;
  /** The run's own folder, the only one it may write to besides the root. */
  readonly folder: string;
}

type Reading = Pick<TestRun, 'green' | 'reader' | 'results' | 'counts' | 'failing'> & {
  readonly coverage: Coverage | null;
  /** What a person would have seen last, where what was printed is for machines. */
  readonly tail?: string;
};

/** What a command needs around it. */
export interface Surroundings {
  /** Variables besides the allow-list and `test-env`. `PATH` is put in front of the one that is there. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folders that it may write to besides the root and the run's own. */
  readonly writable?: readonly string[] | undefined;
  /** Folders that are shown to it where they would be hidden. */
  readonly readable?: readonly string[] | undefined;
}

/** One run, ready to be started, and how what it leaves behind is read. */
export interface PreparedRun extends Surroundings {
  /** For `sh -c`. */
  readonly line: string;
  /** Whether only a part of the tests is run. */
  readonly selected: boolean;
  /** For `noticeStill`, where something tells: what is started beside the line, and the file that it makes to end the run. */
  readonly still?: { readonly beside: string; readonly file: string } | undefined;
  /** Never throws for what the run left behind. */
  read(result: CommandResult, options: RunOptions): Promise<Reading>;
  /** The run to make instead when this one shows that its line does not suit the tools that are installed; null when it does. */
  readonly instead: (result: CommandResult) => Promise<PreparedRun | null>;
}

/** One suite for as long as it is open: what its runs have shown makes later selections better. */
export interface Session {
  prepare(setting: RunSetting, options: RunOptions): Promise<PreparedRun>;
  /** Reads the events of an ended run in which a companion took them; absent where nothing tells events. */
  readonly concludeEvents?: (ended: Ended, events: readonly unknown[]) => Promise<Conclusion>;
}

export interface Ecosystem {
  /** As in `SuitePlan.ecosystem`. */
  readonly name: string;
  /** Whether a file of this name makes its folder a package of this ecosystem. */
  isManifest(name: string): boolean;
  detect(request: DetectRequest): Promise<Found>;
  /** Says why nothing has to be installed, or null. Only detected commands are left out; an author's own always runs. */
  alreadyInstalled(cwd: string, plan: SuitePlan): Promise<string | null>;
  /** The line that brings the package manager with which the tests are run, where what it installs is there and it is not; else null. */
  bringsManager?(setting: Omit<RunSetting, 'folder'>): Promise<string | null>;
  /** The line to install with after `line`, which was not given by anybody, failed with `result`; null where no other would do. */
  otherwise?(result: CommandResult, line: string): string | null;
  /** Why the tests are worth running although the installation failed with `result`, or null. */
  goesOn?(result: CommandResult, plan: SuitePlan, cwd: string): string | null;
  /** Where an installation puts what tests need, when that is not beside the code. */
  installsIn?(setting: RunSetting): Promise<Surroundings>;
  open(plan: SuitePlan): Session;
}
