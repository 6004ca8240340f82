import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-X6ILRQZD.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-6NP7R2KE.js";
import "./chunk-TVCBRHMT.js";
import "./chunk-L26A7FQ3.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-6OJ5LTHS.js";
import "./chunk-YL2I3DAE.js";
import "./chunk-FT72V3TX.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-AHXZGRHU.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-HAY5QFTL.js.map
