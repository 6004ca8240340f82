import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-VJH47LNZ.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-IDNXEWHB.js";
import "./chunk-77IKYK7J.js";
import "./chunk-NQU6EW5I.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-4MMDP7IY.js";
import "./chunk-XR6COCPZ.js";
import "./chunk-5ENCKR5I.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-JEUCY7KS.js";
import "./chunk-LRKOPVSS.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-P2TMX2VS.js.map
