import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-JLETPB72.js";
import "./chunk-DMLJYXXX.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DACOD5TB.js";
import "./chunk-727WLZOV.js";
import "./chunk-ZNJ5TXQ4.js";
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
//# sourceMappingURL=deliver-AA6VBODI.js.map
