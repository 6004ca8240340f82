import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/workspace/find-program.ts
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
async function findProgram(name, path) {
  for (const folder of path.split(delimiter)) {
    const program = join(folder, name);
    const runs = await access(program, constants.X_OK).then(
      () => true,
      () => false
    );
    if (folder !== "" && runs) return program;
  }
  return null;
}

export {
  findProgram
};
//# sourceMappingURL=chunk-4X4TSCM6.js.map
