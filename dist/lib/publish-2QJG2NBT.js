import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-T7EM5EOG.js";
import "./chunk-GPDUFPAO.js";
import "./chunk-DZJEZ32P.js";
import "./chunk-YSHKCBBV.js";
import "./chunk-QWSZ5IRM.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-HILB5ETS.js";
import "./chunk-BNX2GAVI.js";
import "./chunk-XL3X3FLZ.js";
import "./chunk-QSBOOVBQ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-QNP5H7V6.js";
import "./chunk-UBIMFNM3.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-2QJG2NBT.js.map
