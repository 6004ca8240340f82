import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-4HZDVMQC.js";
import "./chunk-KOB3UAEC.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-SSMMJMPT.js";
import "./chunk-UN6CXQBW.js";
import "./chunk-3CZ6K7FU.js";
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
//# sourceMappingURL=deliver-I2W6BTQR.js.map
