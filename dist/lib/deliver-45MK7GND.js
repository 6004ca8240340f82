import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-MS5PRF3C.js";
import "./chunk-ZABFHHQ5.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-THX66D4K.js";
import "./chunk-CGNPSNOH.js";
import "./chunk-G6JZOFYS.js";
import "./chunk-AKQOZKP5.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-45MK7GND.js.map
