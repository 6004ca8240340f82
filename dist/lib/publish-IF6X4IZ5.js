import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-FUPERLJB.js";
import "./chunk-PMS5RRAR.js";
import "./chunk-SKL555AC.js";
import "./chunk-ZAYOMPNP.js";
import "./chunk-PVSEZTUD.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-4YJQLN7G.js";
import "./chunk-NDSKYC4U.js";
import "./chunk-TO27V6DV.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-IJ22MV3Y.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-IF6X4IZ5.js.map
