import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-VE52MAHH.js";
import "./chunk-I6P7XQBJ.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-7O2W4465.js";
import "./chunk-72WCKU5G.js";
import "./chunk-OAHXPNIU.js";
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
//# sourceMappingURL=deliver-PKOHNL32.js.map
