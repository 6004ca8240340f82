import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  engineModel,
  startEngine,
  startServer
} from "./chunk-NA6YWUEM.js";
import "./chunk-4VWEOYZT.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  engineModel,
  startEngine,
  startServer
};
//# sourceMappingURL=engine-UEA7ZXC7.js.map
