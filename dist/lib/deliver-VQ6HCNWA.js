import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-EY5CXCAH.js";
import "./chunk-MJ2CINNP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-Q5LZ3S7Y.js";
import "./chunk-UGH5LH54.js";
import "./chunk-LN5KLGOH.js";
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
//# sourceMappingURL=deliver-VQ6HCNWA.js.map
