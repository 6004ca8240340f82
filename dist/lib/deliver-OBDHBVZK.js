import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-SKL555AC.js";
import "./chunk-PVSEZTUD.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-4YJQLN7G.js";
import "./chunk-NDSKYC4U.js";
import "./chunk-IJ22MV3Y.js";
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
//# sourceMappingURL=deliver-OBDHBVZK.js.map
