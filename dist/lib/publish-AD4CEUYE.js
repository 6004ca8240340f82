import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-VPYBBJHC.js";
import "./chunk-ISDCOYAC.js";
import "./chunk-RJMIFWL3.js";
import "./chunk-OK6FHVOC.js";
import "./chunk-FET36MPU.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-CWT6B77H.js";
import "./chunk-LVV22RFE.js";
import "./chunk-S5U3K5JB.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-PJJPFHPX.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4I3S2TKT.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-AD4CEUYE.js.map
