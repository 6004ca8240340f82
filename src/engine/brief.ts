/** A failing test as the brief and `run_tests` describe it. */
export interface FailingTest {
  /** `file > describe > test`. */
  readonly id: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly frames: readonly Frame[];
}

/** A stack frame; `path` is relative to the repository's root when it lies inside. */
export interface Frame {
  readonly path: string;
  readonly line: number;
  readonly column: number | null;
  readonly function: string | null;
}
