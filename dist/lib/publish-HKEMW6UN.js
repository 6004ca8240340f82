import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-D7BAEJJP.js";
import "./chunk-PDN2N7CN.js";
import "./chunk-3OIFC6WD.js";
import "./chunk-JOHZKYXF.js";
import "./chunk-GIE2TA5Y.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-T64IQYVM.js";
import "./chunk-GVT5O7GZ.js";
import "./chunk-BG2PMLDL.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-GZOOGGTT.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-HKEMW6UN.js.map
