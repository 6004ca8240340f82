import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-4OQNXOE5.js";
import "./chunk-OOEMF2GI.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-EDYTGBRQ.js";
import "./chunk-NKQF4FUL.js";
import "./chunk-EVLT62RH.js";
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
//# sourceMappingURL=deliver-XM3M5AJX.js.map
