import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-A352MNI4.js";
import "./chunk-UBKKZTDT.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VM4QQ4CI.js";
import "./chunk-GJU5XON5.js";
import "./chunk-32WNYC37.js";
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
//# sourceMappingURL=deliver-7W56GNSU.js.map
