import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-VJLDFU6C.js";
import "./chunk-FUEK6XHO.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VPZ5OAQ3.js";
import "./chunk-J2WK3IIR.js";
import "./chunk-OOPG3KNA.js";
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
//# sourceMappingURL=deliver-KYVNJXVK.js.map
