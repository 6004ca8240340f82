import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-LMXLWTW6.js";
import "./chunk-UH7OOPZB.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-PNDILMLD.js";
import "./chunk-FZCGZHDP.js";
import "./chunk-GSHIQ5B5.js";
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
//# sourceMappingURL=deliver-EZLJXW25.js.map
