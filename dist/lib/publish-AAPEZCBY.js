import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-KNYN2C34.js";
import "./chunk-GPDUFPAO.js";
import "./chunk-ITRC42PN.js";
import "./chunk-ZCF7W376.js";
import "./chunk-QDVJL5GN.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-VBUQTG5O.js";
import "./chunk-BCGPPBNM.js";
import "./chunk-QSBOOVBQ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-T23VLOJE.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-AAPEZCBY.js.map
