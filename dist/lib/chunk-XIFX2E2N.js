import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  createPathPolicy
} from "./chunk-AQDRA3IE.js";

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
//# sourceMappingURL=chunk-XIFX2E2N.js.map
