import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-3OIFC6WD.js";
import "./chunk-GIE2TA5Y.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-T64IQYVM.js";
import "./chunk-GVT5O7GZ.js";
import "./chunk-GZOOGGTT.js";
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
//# sourceMappingURL=deliver-PK7Q2EHS.js.map
