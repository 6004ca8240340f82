import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-ILSYTZEO.js";
import "./chunk-PMS5RRAR.js";
import "./chunk-3U33E72M.js";
import "./chunk-7EHTJSPJ.js";
import "./chunk-2J3XV2NY.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-ARFQCGAQ.js";
import "./chunk-QN37KNQP.js";
import "./chunk-TO27V6DV.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-FTUQF4IW.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-LZAJ2QUI.js.map
