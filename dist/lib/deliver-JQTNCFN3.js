import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-TVMQU7M4.js";
import "./chunk-H7RR2HNX.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-LB2SPFEK.js";
import "./chunk-AIIWGZMO.js";
import "./chunk-F6ZXXPFF.js";
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
//# sourceMappingURL=deliver-JQTNCFN3.js.map
