import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-SDPYV3HJ.js";
import "./chunk-ISDCOYAC.js";
import "./chunk-HBWIWACG.js";
import "./chunk-A3W2SQ2A.js";
import "./chunk-MYHMPT2Y.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-U6TWFI4T.js";
import "./chunk-7HSS3SKP.js";
import "./chunk-S5U3K5JB.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-PJJPFHPX.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-LFIYM4WM.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-JID2BSN5.js.map
