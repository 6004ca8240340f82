import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-5F5YNJCQ.js";
import "./chunk-X6P3PHSE.js";
import "./chunk-T47H26XR.js";
import "./chunk-DE7OCI3Z.js";
import "./chunk-GAJQF2BD.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-YLH7YD5R.js";
import "./chunk-T4WWWKFO.js";
import "./chunk-FFGFLURX.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-BLWQHBHI.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-IJ6X777Z.js.map
