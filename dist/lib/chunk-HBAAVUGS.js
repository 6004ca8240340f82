import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/inputs/variable.ts
function variableOf(env, name) {
  return Object.hasOwn(env, name) ? env[name] : void 0;
}

export {
  variableOf
};
//# sourceMappingURL=chunk-HBAAVUGS.js.map
