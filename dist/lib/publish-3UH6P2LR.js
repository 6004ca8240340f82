import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-BQLBHOWD.js";
import "./chunk-GPDUFPAO.js";
import "./chunk-J7EDT7L7.js";
import "./chunk-SLDYZO6Q.js";
import "./chunk-XQZGJFSG.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-S3UCZYXR.js";
import "./chunk-IIVULZXR.js";
import "./chunk-QSBOOVBQ.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-XJR7HQD4.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-3UH6P2LR.js.map
