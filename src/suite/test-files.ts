// Which files are tests, by their path: the same list that protects them.
import { createPathPolicy } from '../workspace/index.ts';

const strict = createPathPolicy({ protectedPaths: null, allowTestChanges: false });
const lenient = createPathPolicy({ protectedPaths: null, allowTestChanges: true });

/** Whether `path` (relative, with `/`) is a test or belongs to tests. */
export function isTestFile(path: string): boolean {
  return strict.refuses(path) !== null && lenient.refuses(path) === null;
}
