import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-FM6NKCBS.js";
import "./chunk-IONEY5IP.js";
import "./chunk-Y6LI5RZO.js";
import "./chunk-VDKAQAWV.js";
import "./chunk-NJCO2D5W.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-Y6WMBXPD.js";
import "./chunk-SQV2BB37.js";
import "./chunk-Q3BJX4JN.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SK2AWS2H.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-6ESOZOD3.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-6V5ZD52F.js.map
