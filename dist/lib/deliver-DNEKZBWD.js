import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-B3XTQQUX.js";
import "./chunk-P5PTESV3.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-5VU4B7OR.js";
import "./chunk-GXMHOOYM.js";
import "./chunk-7A5M5RP4.js";
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
//# sourceMappingURL=deliver-DNEKZBWD.js.map
