import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-IDNXEWHB.js";
import "./chunk-NQU6EW5I.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-XR6COCPZ.js";
import "./chunk-5ENCKR5I.js";
import "./chunk-JEUCY7KS.js";
import "./chunk-LRKOPVSS.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-H5NTVWCZ.js.map
