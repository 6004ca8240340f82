import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-BDVFEXLC.js";
import "./chunk-NUI6GLTB.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-5KFBHEZH.js";
import "./chunk-QUV2VG22.js";
import "./chunk-XTZZV5MD.js";
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
//# sourceMappingURL=deliver-JI2ZO6IN.js.map
