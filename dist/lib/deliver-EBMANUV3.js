import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-HOV56VOT.js";
import "./chunk-ZZ52KQOX.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-TXGC4AOX.js";
import "./chunk-GAI6X6FF.js";
import "./chunk-MDDTPBJJ.js";
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
//# sourceMappingURL=deliver-EBMANUV3.js.map
