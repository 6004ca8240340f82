import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-MYIGNEI5.js";
import "./chunk-IONEY5IP.js";
import "./chunk-HOV56VOT.js";
import "./chunk-FGJCZA3E.js";
import "./chunk-ZZ52KQOX.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-TXGC4AOX.js";
import "./chunk-GAI6X6FF.js";
import "./chunk-Q3BJX4JN.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-SK2AWS2H.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-MDDTPBJJ.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-ONQUYTDJ.js.map
