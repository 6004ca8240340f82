import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-NFBRA6Z2.js";
import "./chunk-Z6ORSKGM.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-63R7OAEU.js";
import "./chunk-AKLQ57IV.js";
import "./chunk-J3VEM5M3.js";
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
//# sourceMappingURL=deliver-JQ4EFWLX.js.map
