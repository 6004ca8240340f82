import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-G76OZK3S.js";
import "./chunk-M4PPM6CK.js";
import "./chunk-JLETPB72.js";
import "./chunk-S7ZHH6MX.js";
import "./chunk-DMLJYXXX.js";
import "./chunk-I7OMNTF2.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-DACOD5TB.js";
import "./chunk-727WLZOV.js";
import "./chunk-JPAIK3BE.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-QPTAJ43X.js";
import "./chunk-PDB6PGBS.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-ZNJ5TXQ4.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-GDWOEBAD.js.map
