import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-5WYK7QO4.js";
import "./chunk-GPDUFPAO.js";
import "./chunk-TCJ4LXUT.js";
import "./chunk-NM2RGB5R.js";
import "./chunk-CHEPU3RT.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-WCGSPTSM.js";
import "./chunk-SQPCTSDG.js";
import "./chunk-7GSOT6I6.js";
import "./chunk-QSBOOVBQ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-QLN2DLJW.js";
import "./chunk-UINDQRWH.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-OOJY5XLX.js.map
