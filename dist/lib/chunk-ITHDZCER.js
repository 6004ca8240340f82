import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/stack.ts
import { readFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
async function mapStack(stack) {
  const places = [...stack.matchAll(/(file:\/\/\/[^\s()]+?\.js):(\d+):(\d+)/g)];
  const maps = /* @__PURE__ */ new Map();
  for (const [, url = ""] of places) if (!maps.has(url)) maps.set(url, await mapOf(url));
  return stack.replace(/(file:\/\/\/[^\s()]+?\.js):(\d+):(\d+)/g, (place, url, line, column) => {
    const found = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (found === void 0 || !("originalSource" in found)) return place;
    return `${found.originalSource.replace(/^(\.\.\/)+/, "")}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}
async function mapOf(url) {
  try {
    return new SourceMap(JSON.parse(await readFile(`${fileURLToPath(url)}.map`, "utf8")));
  } catch {
    return null;
  }
}

export {
  mapStack
};
//# sourceMappingURL=chunk-ITHDZCER.js.map
