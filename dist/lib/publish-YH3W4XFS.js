import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-CBY46EOJ.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-HCANBJET.js";
import "./chunk-Y6KWMQQB.js";
import "./chunk-2M3AHH4L.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-6OJ5LTHS.js";
import "./chunk-T4IVI3H7.js";
import "./chunk-GEZRQFRD.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-TYV7HOZG.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-YH3W4XFS.js.map
