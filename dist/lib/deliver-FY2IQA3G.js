import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-VL2JGTJH.js";
import "./chunk-PNSIVI5O.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VGR2Y2FX.js";
import "./chunk-RHYFXS2S.js";
import "./chunk-JYB4RNH7.js";
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
//# sourceMappingURL=deliver-FY2IQA3G.js.map
