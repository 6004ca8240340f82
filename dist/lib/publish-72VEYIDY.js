import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-7JQ7F4LS.js";
import "./chunk-IONEY5IP.js";
import "./chunk-VE52MAHH.js";
import "./chunk-NO66EQJB.js";
import "./chunk-I6P7XQBJ.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-7O2W4465.js";
import "./chunk-72WCKU5G.js";
import "./chunk-Q3BJX4JN.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SK2AWS2H.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-OAHXPNIU.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-72VEYIDY.js.map
