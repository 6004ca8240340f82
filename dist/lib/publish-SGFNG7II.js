import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-GUTMYELC.js";
import "./chunk-TGA6OXOU.js";
import "./chunk-AY54ZEOY.js";
import "./chunk-4EWT3S33.js";
import "./chunk-I3SCAMHF.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-WNG22X3Z.js";
import "./chunk-PX5FJZR6.js";
import "./chunk-YEFQGLKY.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-63QBYJYM.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-SGFNG7II.js.map
