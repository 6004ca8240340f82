import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-TCSKDXTW.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-EO4D4SOF.js";
import "./chunk-RNXYLL6R.js";
import "./chunk-WS242LPS.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-6OJ5LTHS.js";
import "./chunk-UEHP4LWI.js";
import "./chunk-CI5RMZ2D.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-VUHJ6VD2.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-HXLYM4WB.js.map
