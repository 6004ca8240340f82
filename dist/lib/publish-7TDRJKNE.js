import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-X4PWGAKT.js";
import "./chunk-X6P3PHSE.js";
import "./chunk-WRMM4676.js";
import "./chunk-3YLUIIE2.js";
import "./chunk-PSCYRDHF.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-JUK74G44.js";
import "./chunk-24AK7TSO.js";
import "./chunk-FFGFLURX.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-57NMB4P5.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-7TDRJKNE.js.map
