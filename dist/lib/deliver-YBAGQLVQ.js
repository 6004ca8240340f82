import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-DCGSGZQV.js";
import "./chunk-NDWROJMO.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-W32VUGB4.js";
import "./chunk-EHTT2HI4.js";
import "./chunk-K4T4K6HA.js";
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
//# sourceMappingURL=deliver-YBAGQLVQ.js.map
