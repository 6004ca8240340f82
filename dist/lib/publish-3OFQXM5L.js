import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-UP4643LP.js";
import "./chunk-USREQWOW.js";
import "./chunk-PY5AIUGY.js";
import "./chunk-HZSE75O2.js";
import "./chunk-U4ZJWNVW.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-U2OFKRDS.js";
import "./chunk-LZC5QM32.js";
import "./chunk-7QUNTBRG.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-CTQQCSVU.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-CH3FXPN6.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-3OFQXM5L.js.map
