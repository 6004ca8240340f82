import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-XVLXXF7C.js";
import "./chunk-TGA6OXOU.js";
import "./chunk-K52HKIOZ.js";
import "./chunk-S3FZFNUM.js";
import "./chunk-MAAQXLLN.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-I2QNXTRK.js";
import "./chunk-QNQYO2FQ.js";
import "./chunk-YEFQGLKY.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-5T6QXP66.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-TDE53L4N.js.map
