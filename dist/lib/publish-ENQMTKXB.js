import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-X2OFIP7R.js";
import "./chunk-BJ6WNQ3U.js";
import "./chunk-DCGSGZQV.js";
import "./chunk-5WSJEXTA.js";
import "./chunk-NDWROJMO.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-W32VUGB4.js";
import "./chunk-EHTT2HI4.js";
import "./chunk-GDGWIKYZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-KUIGBIJS.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-K4T4K6HA.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-ENQMTKXB.js.map
