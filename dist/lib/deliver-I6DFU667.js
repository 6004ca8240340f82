import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-22RFVQT5.js";
import "./chunk-3NGAFN3L.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-FJFXX3PV.js";
import "./chunk-EADMGOPB.js";
import "./chunk-JYC5LG6B.js";
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
//# sourceMappingURL=deliver-I6DFU667.js.map
