import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-JA3Q2DZ3.js";
import "./chunk-KVUGNGKQ.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-CB3IHZQG.js";
import "./chunk-GXS56VHG.js";
import "./chunk-IJQ6PGBV.js";
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
//# sourceMappingURL=deliver-YI672EZN.js.map
