import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/delivery/fingerprint.ts
import { createHash } from "node:crypto";
var noise = [
  [/\u001b\[[0-9;?]*[ -/]*[@-~]/g, ""],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#"],
  // Addresses and absolute paths, with the line and column behind them.
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"`)\]}>]+/gi, "<path>"],
  [/(?<![\w.])(?:[A-Za-z]:)?(?:[\\/][^\s\\/'"`:()[\]{}<>,;]+){2,}[\\/]?(?::\d+){0,2}/g, "<path>"],
  [/\b0x[0-9a-f]+\b/gi, "#"],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi, "#"],
  [/[-+]?\d[\d.,_:]*(?:e[-+]?\d+)?\s*(?:ns|µs|us|ms|s|sec(?:onds?)?|min(?:utes?)?)?(?![A-Za-z])/gi, "#"],
  [/\d+/g, "#"],
  [/#(?:[\s,.:-]*#)+/g, "#"],
  [/\s+/g, " "]
];
var longestMessage = 2e3;
function normaliseMessage(message) {
  return noise.reduce((text, [pattern, by]) => text.replace(pattern, by), message.slice(0, longestMessage)).trim();
}
function fingerprintOf(failing) {
  const parts = failing.map(({ id, message }) => JSON.stringify([id, normaliseMessage(message ?? "")]));
  const text = [...new Set(parts)].sort().join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

export {
  fingerprintOf
};
//# sourceMappingURL=chunk-6IPXM3V6.js.map
