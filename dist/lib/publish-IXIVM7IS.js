import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-XL3KNWPE.js";
import "./chunk-GPDUFPAO.js";
import "./chunk-DYIQ7HVI.js";
import "./chunk-ZUNW4QXP.js";
import "./chunk-YVYOSKC2.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-XQQDZVDB.js";
import "./chunk-P75AO763.js";
import "./chunk-QSBOOVBQ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-M3FBRWFV.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-IXIVM7IS.js.map
