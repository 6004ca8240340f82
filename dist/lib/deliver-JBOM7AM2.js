import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-RJMIFWL3.js";
import "./chunk-FET36MPU.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-CWT6B77H.js";
import "./chunk-LVV22RFE.js";
import "./chunk-4I3S2TKT.js";
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
//# sourceMappingURL=deliver-JBOM7AM2.js.map
