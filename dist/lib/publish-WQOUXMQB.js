import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-7ZX3CQTF.js";
import "./chunk-TGA6OXOU.js";
import "./chunk-B3XTQQUX.js";
import "./chunk-JNN6BKJ6.js";
import "./chunk-P5PTESV3.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-5VU4B7OR.js";
import "./chunk-GXMHOOYM.js";
import "./chunk-YEFQGLKY.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-7A5M5RP4.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-WQOUXMQB.js.map
