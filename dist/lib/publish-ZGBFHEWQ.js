import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-P6TMVVBQ.js";
import "./chunk-2VNLUCZI.js";
import "./chunk-OFMTWCDL.js";
import "./chunk-VRBRW6GW.js";
import "./chunk-LWJ3H4TR.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-EKERTL7I.js";
import "./chunk-MGSI3PGZ.js";
import "./chunk-UKL4ZFY6.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-GJBE6TTE.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-P2RUUVQA.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-ZGBFHEWQ.js.map
