import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/workspace/plain-file.ts
import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
var flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
async function readPlainFile(path, maxBytes) {
  return (await readPlainBytes(path, maxBytes))?.toString("utf8") ?? null;
}
async function readPlainBytes(path, maxBytes) {
  const file = await openPlainFile(path);
  if (file === null) return null;
  try {
    return (await file.stat()).size <= maxBytes ? await file.readFile() : null;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
async function openPlainFile(path) {
  try {
    if (await realpath(path) !== path) return null;
    const file = await open(path, flags);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return null;
  } catch {
    return null;
  }
}

export {
  readPlainFile,
  readPlainBytes,
  openPlainFile
};
//# sourceMappingURL=chunk-PHCH5GEP.js.map
