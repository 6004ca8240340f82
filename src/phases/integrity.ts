import { checkIntegrity, type Finding, readChanges, type TestRun } from '../suite/index.ts';

interface Fix {
  /** Unified diff in git's format. */
  readonly patch: string;
  /** A file's text in the red tree; null when it is not there or not text. */
  readonly readRed: (path: string) => Promise<string | null>;
  /** Files of the failing tests, as far as they are known. */
  readonly failingFiles: readonly (string | null)[];
  /** Null where nothing was run: in a job that publishes. */
  readonly runs: { readonly before: TestRun; readonly after: TestRun } | null;
  readonly allowTestChanges: boolean;
}

/** The integrity rules over a fix: the same where it is verified and where it is published. */
export async function examineFix({ patch, readRed, failingFiles, runs, allowTestChanges }: Fix): Promise<Finding[]> {
  const paths = [...new Set(failingFiles.filter((path) => path !== null))];
  const tests = await Promise.all(paths.map(async (path) => ({ path, text: await readRed(path) })));
  return checkIntegrity({
    changes: await readChanges(patch, readRed),
    tests: tests.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }])),
    runs,
    allowTestChanges,
  });
}
