import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-7QZY47D7.js";
import "./chunk-U4GR66DF.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-HKOQAMFI.js";
import "./chunk-36AV65E4.js";
import "./chunk-HZ27T2VF.js";
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
//# sourceMappingURL=deliver-6NIVOEUK.js.map
