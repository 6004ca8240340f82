import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-EO4D4SOF.js";
import "./chunk-WS242LPS.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-UEHP4LWI.js";
import "./chunk-CI5RMZ2D.js";
import "./chunk-VUHJ6VD2.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-JAOZT326.js.map
