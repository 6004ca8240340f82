import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-74ZSTUTH.js";
import "./chunk-5O5HCEPT.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-YOY3XIPA.js";
import "./chunk-ZB2WLQQV.js";
import "./chunk-T46YRMIU.js";
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
//# sourceMappingURL=deliver-TY4H3BN4.js.map
