import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-47W3TSDY.js";
import "./chunk-XYUANEAR.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-A6OGNPCY.js";
import "./chunk-P6MZGZ4V.js";
import "./chunk-PCVMEBKU.js";
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
//# sourceMappingURL=deliver-CIW2DC34.js.map
