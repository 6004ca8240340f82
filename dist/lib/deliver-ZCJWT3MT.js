import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-F4W56TCJ.js";
import "./chunk-PYP3JJ7E.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VA5AFLNX.js";
import "./chunk-EQ6YOKHF.js";
import "./chunk-C63CNMCK.js";
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
//# sourceMappingURL=deliver-ZCJWT3MT.js.map
