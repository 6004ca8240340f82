import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-KLGNF2RN.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-WBWUAGFE.js";
import "./chunk-K63IBEG4.js";
import "./chunk-6N4G55BT.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VBLDMBIA.js";
import "./chunk-S5BGMCGP.js";
import "./chunk-O56TNHEG.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-VOOJMIHD.js";
import "./chunk-RFNL3LME.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-KYX6ZTGT.js.map
