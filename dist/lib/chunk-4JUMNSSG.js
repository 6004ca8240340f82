import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  openModel
} from "./chunk-M5GE5NG6.js";

// src/phases/hosted.ts
function connectHosted(inputs, signal, onNotice) {
  const { endpoint, engine, instructions, transport } = inputs;
  if (endpoint === null || engine === "builtin") return null;
  return openModel({ ...endpoint, instructions, transport, isEngine: false }, signal, onNotice, inputs.attempts);
}

export {
  connectHosted
};
//# sourceMappingURL=chunk-4JUMNSSG.js.map
