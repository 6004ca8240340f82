import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-SSRROR56.js";
import "./chunk-LQRTLUOP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-2N4II2SQ.js";
import "./chunk-OANMVTQ5.js";
import "./chunk-7ONKD2WO.js";
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
//# sourceMappingURL=deliver-FB54YR2X.js.map
