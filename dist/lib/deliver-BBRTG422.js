import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-NXCWUINM.js";
import "./chunk-4ZM6D5OY.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-6UU76STW.js";
import "./chunk-XJZMITA7.js";
import "./chunk-P2ME3QT6.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-BBRTG422.js.map
