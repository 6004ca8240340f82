import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-6NP7R2KE.js";
import "./chunk-L26A7FQ3.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-YL2I3DAE.js";
import "./chunk-FT72V3TX.js";
import "./chunk-AHXZGRHU.js";
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
//# sourceMappingURL=deliver-4FX6U7J5.js.map
