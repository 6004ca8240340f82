import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-U3SGX2HW.js";
import "./chunk-KXPED4ZB.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-BMRBRNNG.js";
import "./chunk-OGFVNT4R.js";
import "./chunk-V6GJ7NBV.js";
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
//# sourceMappingURL=deliver-F5ZJBJRU.js.map
