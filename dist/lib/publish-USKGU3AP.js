import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-WK7F3DHB.js";
import "./chunk-X6P3PHSE.js";
import "./chunk-UFTM2A6T.js";
import "./chunk-EWCJQWOP.js";
import "./chunk-FIEZ7KWG.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-4LQFDBH7.js";
import "./chunk-UE4U3DQN.js";
import "./chunk-FFGFLURX.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-M3RR6OXQ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-7NC4M33A.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-USKGU3AP.js.map
