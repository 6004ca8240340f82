import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  createPathPolicy
} from "./chunk-PDB6PGBS.js";

// src/phases/path-policy.ts
function pathPolicyOf({ protectedPaths, allowTestChanges }) {
  const builtIn = createPathPolicy({ protectedPaths: null, allowTestChanges });
  const own = createPathPolicy({ protectedPaths, allowTestChanges });
  return {
    refuses: (path) => builtIn.refuses(path) ?? own.refuses(path),
    refusesChange: (path, before, after) => builtIn.refusesChange?.(path, before, after) ?? null
  };
}

export {
  pathPolicyOf
};
//# sourceMappingURL=chunk-I7OMNTF2.js.map
