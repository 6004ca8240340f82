import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-73ANDQTU.js";
import "./chunk-BJ6WNQ3U.js";
import "./chunk-YYOXCXCT.js";
import "./chunk-NATKXUPU.js";
import "./chunk-DKRNUVJL.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-GDWKH2YU.js";
import "./chunk-CVL5T3SH.js";
import "./chunk-GDGWIKYZ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-KUIGBIJS.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-OFB33BOP.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-GCUBCDEN.js.map
