import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-TCJ4LXUT.js";
import "./chunk-CHEPU3RT.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-SQPCTSDG.js";
import "./chunk-7GSOT6I6.js";
import "./chunk-QLN2DLJW.js";
import "./chunk-UINDQRWH.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-KTXY3YGS.js.map
