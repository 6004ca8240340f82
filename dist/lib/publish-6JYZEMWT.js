import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-NLYDXA6F.js";
import "./chunk-PDN2N7CN.js";
import "./chunk-7NNA5XAV.js";
import "./chunk-WR5LN3GV.js";
import "./chunk-C5LO2ZBJ.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-EE4BKDFE.js";
import "./chunk-JSL6BBXB.js";
import "./chunk-BG2PMLDL.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-5IRVIQJV.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-6JYZEMWT.js.map
