import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-GSJDBQXJ.js";
import "./chunk-X6P3PHSE.js";
import "./chunk-SWR3YOFK.js";
import "./chunk-LBCYDHDP.js";
import "./chunk-TYEIJFUG.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-2OGQZ2MK.js";
import "./chunk-RXFP7CNG.js";
import "./chunk-FFGFLURX.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-EEXHEZDH.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-OEE77BO3.js.map
