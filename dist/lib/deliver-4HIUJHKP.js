import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-ITRC42PN.js";
import "./chunk-QDVJL5GN.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VBUQTG5O.js";
import "./chunk-BCGPPBNM.js";
import "./chunk-T23VLOJE.js";
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
//# sourceMappingURL=deliver-4HIUJHKP.js.map
