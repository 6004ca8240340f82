import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-SWR3YOFK.js";
import "./chunk-TYEIJFUG.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-2OGQZ2MK.js";
import "./chunk-RXFP7CNG.js";
import "./chunk-EEXHEZDH.js";
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
//# sourceMappingURL=deliver-AOTVU64X.js.map
