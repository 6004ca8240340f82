import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-2H4GANRN.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-IIGUWMBD.js";
import "./chunk-FG5FRAH5.js";
import "./chunk-NH4MN6AL.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-VBLDMBIA.js";
import "./chunk-5SNRF7QE.js";
import "./chunk-X7XVJZIL.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-BZU6TD3X.js";
import "./chunk-RFNL3LME.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-Q7HVYDIK.js.map
