import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-55WY2TXU.js";
import "./chunk-NDAQ2PQZ.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-WRPCDIPC.js";
import "./chunk-ENQOCNGB.js";
import "./chunk-AOW5DIVM.js";
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
//# sourceMappingURL=deliver-5QQE6BSA.js.map
