import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-AY54ZEOY.js";
import "./chunk-I3SCAMHF.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-WNG22X3Z.js";
import "./chunk-PX5FJZR6.js";
import "./chunk-63QBYJYM.js";
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
//# sourceMappingURL=deliver-UVOFNQCD.js.map
