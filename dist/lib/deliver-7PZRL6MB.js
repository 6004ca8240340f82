import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-EFUSCKT4.js";
import "./chunk-PFDBTT6D.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-JISGIWSQ.js";
import "./chunk-M2JOWK4X.js";
import "./chunk-EDXJHGCJ.js";
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
//# sourceMappingURL=deliver-7PZRL6MB.js.map
