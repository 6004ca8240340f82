import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-YXEA2SCA.js";
import "./chunk-R6ERY7FV.js";
import "./chunk-55WY2TXU.js";
import "./chunk-DXVLKZCE.js";
import "./chunk-NDAQ2PQZ.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-WRPCDIPC.js";
import "./chunk-ENQOCNGB.js";
import "./chunk-OHH5XYIK.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-LSNC4IHJ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-AOW5DIVM.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-LL4EITIT.js.map
