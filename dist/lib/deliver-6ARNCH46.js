import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-WGTN23ZN.js";
import "./chunk-7QJWVTXG.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-JC2ICFIP.js";
import "./chunk-YZTFFGRL.js";
import "./chunk-U33GZAJE.js";
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
//# sourceMappingURL=deliver-6ARNCH46.js.map
