import type { Inputs } from '../inputs/index.ts';
import { createPathPolicy, type PathPolicy } from '../workspace/index.ts';

/** The built-in rules hold whatever paths the workflow's author adds to them. */
export function pathPolicyOf({ protectedPaths, allowTestChanges }: Inputs): PathPolicy {
  const builtIn = createPathPolicy({ protectedPaths: null, allowTestChanges });
  const own = createPathPolicy({ protectedPaths, allowTestChanges });
  return {
    refuses: (path) => builtIn.refuses(path) ?? own.refuses(path),
    refusesChange: (path, before, after) => builtIn.refusesChange?.(path, before, after) ?? null,
  };
}
