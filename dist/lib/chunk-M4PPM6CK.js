import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  checkIntegrity,
  readChanges
} from "./chunk-JPAIK3BE.js";

// src/phases/integrity.ts
async function examineFix({ patch, readRed, failingFiles, runs, allowTestChanges }) {
  const paths = [...new Set(failingFiles.filter((path) => path !== null))];
  const tests = await Promise.all(paths.map(async (path) => ({ path, text: await readRed(path) })));
  return checkIntegrity({
    changes: await readChanges(patch, readRed),
    tests: tests.flatMap(({ path, text }) => text === null ? [] : [{ path, text }]),
    runs,
    allowTestChanges
  });
}

export {
  examineFix
};
//# sourceMappingURL=chunk-M4PPM6CK.js.map
