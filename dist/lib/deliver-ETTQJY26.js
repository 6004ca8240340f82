import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-7NNA5XAV.js";
import "./chunk-C5LO2ZBJ.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-EE4BKDFE.js";
import "./chunk-JSL6BBXB.js";
import "./chunk-5IRVIQJV.js";
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
//# sourceMappingURL=deliver-ETTQJY26.js.map
