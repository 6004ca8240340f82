import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-LVMNKMGG.js";
import "./chunk-IONEY5IP.js";
import "./chunk-22RFVQT5.js";
import "./chunk-ALBRU76A.js";
import "./chunk-3NGAFN3L.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-FJFXX3PV.js";
import "./chunk-EADMGOPB.js";
import "./chunk-Q3BJX4JN.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SK2AWS2H.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-JYC5LG6B.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-I3IXZ372.js.map
