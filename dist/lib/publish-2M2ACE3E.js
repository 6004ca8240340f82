import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-KT7KOGZ6.js";
import "./chunk-TGA6OXOU.js";
import "./chunk-P4JEY3NO.js";
import "./chunk-XFJMJH5N.js";
import "./chunk-6PSNO6BJ.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-GWRSV7QU.js";
import "./chunk-BKQYNAIR.js";
import "./chunk-YEFQGLKY.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-U7B4564K.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-2M2ACE3E.js.map
