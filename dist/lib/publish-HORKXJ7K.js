import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-D5CJIOFL.js";
import "./chunk-TGA6OXOU.js";
import "./chunk-4HZDVMQC.js";
import "./chunk-ZKH7HE7W.js";
import "./chunk-KOB3UAEC.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-DJJC4RQK.js";
import "./chunk-SSMMJMPT.js";
import "./chunk-UN6CXQBW.js";
import "./chunk-YEFQGLKY.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-3CZ6K7FU.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-HORKXJ7K.js.map
