import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-WOTLRMNW.js";
import "./chunk-LJ3HJAIM.js";
import "./chunk-MS5PRF3C.js";
import "./chunk-G2HQXBIT.js";
import "./chunk-ZABFHHQ5.js";
import "./chunk-FC7YBAN7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-TXEGBZIT.js";
import "./chunk-THX66D4K.js";
import "./chunk-CGNPSNOH.js";
import "./chunk-ENBGCBGZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-G6JZOFYS.js";
import "./chunk-AKQOZKP5.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-NCX2OOJT.js.map
