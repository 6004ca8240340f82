import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-DZJEZ32P.js";
import "./chunk-QWSZ5IRM.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-BNX2GAVI.js";
import "./chunk-XL3X3FLZ.js";
import "./chunk-QNP5H7V6.js";
import "./chunk-UBIMFNM3.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-6NPSFEM7.js.map
