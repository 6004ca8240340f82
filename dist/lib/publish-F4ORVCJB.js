import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-NEH7D7DI.js";
import "./chunk-BJ6WNQ3U.js";
import "./chunk-TVMQU7M4.js";
import "./chunk-MXG7LCPX.js";
import "./chunk-H7RR2HNX.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-LB2SPFEK.js";
import "./chunk-AIIWGZMO.js";
import "./chunk-GDGWIKYZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-KUIGBIJS.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-F6ZXXPFF.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-F4ORVCJB.js.map
