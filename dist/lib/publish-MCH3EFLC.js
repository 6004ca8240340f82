import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-26CAT4AA.js";
import "./chunk-GPDUFPAO.js";
import "./chunk-RYFUSBUW.js";
import "./chunk-6KW45VK6.js";
import "./chunk-5EXMZFD7.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-7KJUMQ7T.js";
import "./chunk-FGIFSMPS.js";
import "./chunk-QSBOOVBQ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-LWHA4KRA.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-MCH3EFLC.js.map
