import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-E2UQ6HAO.js";
import "./chunk-2X3466PH.js";
import "./chunk-H3L2A66T.js";
import "./chunk-PLUN3O7J.js";
import "./chunk-UAAHERP5.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-XPMLK55D.js";
import "./chunk-4TQ4GMBK.js";
import "./chunk-B5EJMC4V.js";
import "./chunk-Z7R7F7CQ.js";
import "./chunk-DFTN3TZH.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-BJBTN4DC.js";
import "./chunk-UB67OY2Q.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-APZMUSNG.js.map
