import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-D3GTKRTJ.js";
import "./chunk-BRF4LKZP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-3ARDZLXH.js";
import "./chunk-NQP4EGZU.js";
import "./chunk-5XKMRTK5.js";
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
//# sourceMappingURL=deliver-5ZUTPLJW.js.map
