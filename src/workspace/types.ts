/** An exact text replacement. `oldText: ''` creates a file; `newText: null` deletes one. */
export interface TextEdit {
  readonly path: string;
  readonly oldText: string;
  readonly newText: string | null;
}

/** A replacement by position: UTF-16 offsets into the whole file as `read` shows it (no BOM, CRLF as LF). `text: null` deletes the file. */
export interface RangeEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string | null;
}

export type Edit = TextEdit | RangeEdit;

/** Why an edit, a path or a file was refused, in words a model or a person can act on. */
export interface Refusal {
  readonly ok: false;
  readonly reason: string;
}

export interface FileDelta {
  readonly path: string;
  readonly added: number;
  readonly removed: number;
}

/** A change against the red tree: unified diff in git's format (binary-safe) and what it touches. */
export interface Patch {
  readonly text: string;
  readonly files: readonly FileDelta[];
}

export type EditOutcome = { readonly ok: true; readonly diff: string; readonly files: readonly string[] } | Refusal;

export type Slice =
  | {
      readonly ok: true;
      readonly path: string;
      /** The lines asked for, without BOM; CRLF is shown as LF where the whole file uses it (`eol` says so), and put back on writing. */
      readonly text: string;
      readonly firstLine: number;
      readonly lastLine: number;
      readonly totalLines: number;
      readonly eol: 'LF' | 'CRLF' | 'mixed';
      readonly finalNewline: boolean;
      /** What was left out, in words; null when the whole file is here. */
      readonly cut: string | null;
    }
  | Refusal;

export interface ScanQuery {
  /** Plain text, or `/regex/flags`; absent lists files. */
  readonly query?: string | undefined;
  readonly glob?: string | undefined;
  readonly maxResults?: number | undefined;
}

export type ScanResult =
  | {
      readonly ok: true;
      readonly hits: readonly { readonly path: string; readonly line: number | null; readonly text: string | null }[];
      readonly cut: string | null;
    }
  | Refusal;

/** Files of a repository, in a folder of their own. */
export interface Tree extends AsyncDisposable {
  readonly root: string;
}

/** Whole files before and after; null where there is none. */
export type Preview =
  | {
      readonly ok: true;
      readonly files: readonly { readonly path: string; readonly before: Uint8Array | null; readonly after: Uint8Array | null }[];
    }
  | Refusal;

/** A copy of the red tree with the ignored dependencies linked in. */
export interface Replica extends AsyncDisposable {
  readonly root: string;
  /** Replaces the candidate in force by this one; `[]` goes back to the tree the replica was made from. */
  apply(edits: readonly Edit[]): Promise<EditOutcome>;
  /** What `apply` would write for each of many candidates, or why it would refuse; nothing is written. */
  preview(many: readonly (readonly Edit[])[]): Promise<Preview[]>;
  /** Puts files back as they were before any edit, whatever a test run has made of them. */
  restore(paths: Iterable<string>): Promise<void>;
  /** Takes away what test runs left, as `Workspace.tidy`. */
  tidy(): Promise<void>;
  /** Files of the red tree that the tests write over; null where what runs leave is left where it is. */
  disturbed(): ReadonlySet<string> | null;
}

/**
 * The tree that is repaired: a copy of the red checkout (its commit and what was uncommitted). The user's checkout is read
 * from and never written to, so there is nothing to undo when a run is interrupted.
 */
export interface Workspace extends AsyncDisposable {
  readonly root: string;
  /** Paths relative to `root`, with `/`, tracked or untracked but not ignored. */
  list(): Promise<readonly string[]>;
  scan(query: ScanQuery): Promise<ScanResult>;
  read(
    path: string,
    lines?: { readonly start?: number | undefined; readonly end?: number | undefined; readonly maxChars?: number },
  ): Promise<Slice>;
  /** The whole text of a file as it is in the red tree; null when it is not there, not text, or has more than 2 MB. */
  original(path: string): Promise<string | null>;
  /**
   * The installation is over, and `ran` something or nothing: what test runs leave from now on is in no clean copy, as it is in no checkout
   * of CI. Before the first test run.
   */
  installed(ran: boolean): Promise<void>;
  /**
   * Takes away what test runs left and would be in the way of the next, and puts back what they changed of the red tree; nothing before
   * `installed`, nor in a tree with very many folders. Not while one goes on.
   */
  tidy(): Promise<void>;
  /** After the first test run: takes what it left out of the way, until `putBack`; false where it left nothing. */
  setAside(): Promise<boolean>;
  /** What was set aside is back, and stays: the tests do not do without it. */
  putBack(): Promise<void>;
  /**
   * Puts the packages that the checkout has (`node_modules`) in the place of those that an installation in this tree has left; false where it
   * has none.
   */
  modulesOfCheckout(): Promise<boolean>;
  /** Puts those of the installation back. */
  ownModules(): Promise<void>;
  /** All or nothing. */
  edit(edits: readonly Edit[]): Promise<EditOutcome>;
  /** What changed since the red tree. */
  patch(): Promise<Patch>;
  /** Edits that make the red tree what it is now; null where a file of them is not text. */
  edits(): Promise<readonly Edit[] | null>;
  /** Puts every file back as in the red tree, or as in `patch`. */
  reset(patch?: Patch): Promise<void>;
  /** A copy of the workspace as it is now, edits included. */
  replica(): Promise<Replica>;
  /** Another copy of the red tree with what was installed in it, edited on its own. It is removed with this one at the latest. */
  fork(): Promise<Workspace>;
  /** A new copy of the red tree with only `patch` applied: where a fix is verified. */
  fresh(patch: Patch): Promise<Replica>;
  /** Begins to make the copy that the next `fresh` with a change takes. Edits wait until it is made. */
  freshAhead(): void;
  /**
   * A clean tree of another commit of the checkout. `linked`: with the dependencies and other ignored files of this workspace. Throws
   * `GitError` when the checkout does not hold the commit.
   */
  older(sha: string, options: { readonly linked: boolean }): Promise<Tree>;
}

/** What a fix may touch. */
export interface PathPolicy {
  /** Null when `path` may be changed, else the reason why not. */
  refuses(path: string): string | null;
  /** The same for what is changed inside of a file: manifests are protected in part. Null text: the file is not there. */
  refusesChange?(path: string, before: string | null, after: string | null): string | null;
}

/** A git checkout that belongs to somebody else: read, and written to by `applyToCheckout` alone. */
export interface Checkout {
  readonly root: string;
  readonly sha: string;
  readonly branch: string | null;
  /** Uncommitted changes are part of what is red. */
  readonly dirty: boolean;
}

export type SandboxLayer = 'bubblewrap' | 'unshare' | 'none';

/** How commands that run the repository's code are started. */
export interface Sandbox {
  readonly layer: SandboxLayer;
  /** What this layer does not stop, in words for the report. */
  readonly notStopped: readonly string[];
  /**
   * The argv that runs `argv` confined. Profile `test` has loopback only (unless the network is `host`); `install` has the network.
   * `writable` are the only folders it may write to besides a private /tmp; `readable` are shown where they would be hidden.
   */
  wrap(
    argv: readonly string[],
    profile: 'test' | 'install',
    paths: { readonly cwd: string; readonly writable: readonly string[]; readonly readable?: readonly string[] | undefined },
  ): string[];
}
