import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-UQGLIK36.js";
import "./chunk-X6P3PHSE.js";
import "./chunk-AL63KZXJ.js";
import "./chunk-FBMXRHEI.js";
import "./chunk-R3WFP5N7.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-GCAHFTC5.js";
import "./chunk-CTWMGYTJ.js";
import "./chunk-FFGFLURX.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-T7LMUEXR.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-T26RLX5M.js.map
