import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-BMUZ7RF6.js";
import "./chunk-ZIJFJMRB.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-54BQFCQ3.js";
import "./chunk-OBYYVTYE.js";
import "./chunk-LMSUQVXE.js";
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
//# sourceMappingURL=deliver-7QZSLJFI.js.map
