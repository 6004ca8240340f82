import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-K52HKIOZ.js";
import "./chunk-MAAQXLLN.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-I2QNXTRK.js";
import "./chunk-QNQYO2FQ.js";
import "./chunk-5T6QXP66.js";
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
//# sourceMappingURL=deliver-VEVYRFAP.js.map
