import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-WMTINTM6.js";
import "./chunk-R6ERY7FV.js";
import "./chunk-ZRWGJSI2.js";
import "./chunk-XHYFJTYN.js";
import "./chunk-JV3LASNK.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-YNANCPNJ.js";
import "./chunk-PMF4WW4I.js";
import "./chunk-OHH5XYIK.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-LSNC4IHJ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-GDUBB2OY.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-QU2NL7O2.js.map
