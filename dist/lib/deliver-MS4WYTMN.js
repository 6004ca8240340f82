import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-RYFUSBUW.js";
import "./chunk-5EXMZFD7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-7KJUMQ7T.js";
import "./chunk-FGIFSMPS.js";
import "./chunk-LWHA4KRA.js";
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
//# sourceMappingURL=deliver-MS4WYTMN.js.map
