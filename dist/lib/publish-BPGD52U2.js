import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-IQOM3J6C.js";
import "./chunk-R6ERY7FV.js";
import "./chunk-O2AIZ5KG.js";
import "./chunk-6ABKAUSE.js";
import "./chunk-2CY5VK72.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-JUZTYEM4.js";
import "./chunk-JIXWVBVH.js";
import "./chunk-OHH5XYIK.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-LSNC4IHJ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-H64CEAMJ.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-BPGD52U2.js.map
