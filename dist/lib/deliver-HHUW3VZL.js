import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-WRMM4676.js";
import "./chunk-PSCYRDHF.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-JUK74G44.js";
import "./chunk-24AK7TSO.js";
import "./chunk-57NMB4P5.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-HHUW3VZL.js.map
