import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-OF5RMRUP.js";
import "./chunk-MGCIMETC.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-E7DHMKUW.js";
import "./chunk-KX2TORZT.js";
import "./chunk-JB725H5T.js";
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
//# sourceMappingURL=deliver-WBAEZQFH.js.map
