import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-MJZTHJUP.js";
import "./chunk-7WRDPCTP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-ED4OYYBW.js";
import "./chunk-YL75BODL.js";
import "./chunk-SVZD5XAV.js";
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
//# sourceMappingURL=deliver-37E6C3YY.js.map
