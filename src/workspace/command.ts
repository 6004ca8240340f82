// The one way a child process is started: argv, an environment that is given whole, a time limit, the whole process group ended.
export interface CommandSpec {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The complete environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly input?: string | undefined;
  /** Head and tail kept in memory per stream, in bytes; default 1 MiB. */
  readonly keepBytes?: number | undefined;
  /** Where the whole output goes (standard output and error as they came), up to 256 MiB. */
  readonly outputFile?: string | undefined;
}

export interface CommandResult {
  /** Null when a signal ended it, or when it could not be started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly aborted: boolean;
  /** Why it could not be started; null when it was. */
  readonly failedToStart: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Bytes that were printed and not kept in `stdout` and `stderr`. */
  readonly clippedBytes: number;
  readonly seconds: number;
}
