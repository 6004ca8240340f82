import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-WW3HXKPR.js";
import "./chunk-3G2C6ERO.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-XTIX3D7Z.js";
import "./chunk-ITA3VEVW.js";
import "./chunk-LK627O4I.js";
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
//# sourceMappingURL=deliver-M4X4Y45H.js.map
