import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-T44BCL6U.js";
import "./chunk-XFIVQHPS.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-KK5LQLEZ.js";
import "./chunk-P3NRROID.js";
import "./chunk-4VWEOYZT.js";
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
//# sourceMappingURL=deliver-GXWZ6CA3.js.map
