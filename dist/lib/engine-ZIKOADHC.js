import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  engineModel,
  startEngine,
  startServer
} from "./chunk-ASCNL4SK.js";
import "./chunk-QNP5H7V6.js";
import "./chunk-UBIMFNM3.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  engineModel,
  startEngine,
  startServer
};
//# sourceMappingURL=engine-ZIKOADHC.js.map
