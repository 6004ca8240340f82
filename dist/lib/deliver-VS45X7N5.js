import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-T47H26XR.js";
import "./chunk-GAJQF2BD.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-YLH7YD5R.js";
import "./chunk-T4WWWKFO.js";
import "./chunk-BLWQHBHI.js";
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
//# sourceMappingURL=deliver-VS45X7N5.js.map
