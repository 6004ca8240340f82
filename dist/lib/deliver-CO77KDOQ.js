import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-NABGMW7U.js";
import "./chunk-FP5XHCT6.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-IC46ABXC.js";
import "./chunk-ZABUSBVB.js";
import "./chunk-TPAQI3SW.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-CO77KDOQ.js.map
