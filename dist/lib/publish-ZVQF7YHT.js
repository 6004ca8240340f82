import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-5BLEXJMJ.js";
import "./chunk-ISDCOYAC.js";
import "./chunk-7QZY47D7.js";
import "./chunk-JY4PTXJE.js";
import "./chunk-U4GR66DF.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-HKOQAMFI.js";
import "./chunk-36AV65E4.js";
import "./chunk-S5U3K5JB.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-PJJPFHPX.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-HZ27T2VF.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-ZVQF7YHT.js.map
