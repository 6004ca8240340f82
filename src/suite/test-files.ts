// Which files are tests, by their path: the same list that protects them.
import { isOfTests } from '../workspace/index.ts';

/** Whether `path` (relative, with `/`) is a test or belongs to tests. */
export const isTestFile: (path: string) => boolean = isOfTests;
