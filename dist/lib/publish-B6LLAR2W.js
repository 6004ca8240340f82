import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-PTEQLEJ6.js";
import "./chunk-IONEY5IP.js";
import "./chunk-D3GTKRTJ.js";
import "./chunk-4ZH2OH74.js";
import "./chunk-BRF4LKZP.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-3ARDZLXH.js";
import "./chunk-NQP4EGZU.js";
import "./chunk-Q3BJX4JN.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SK2AWS2H.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-5XKMRTK5.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-B6LLAR2W.js.map
