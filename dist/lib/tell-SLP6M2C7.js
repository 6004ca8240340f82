import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-YSHKCBBV.js";
import "./chunk-QWSZ5IRM.js";
import "./chunk-XL3X3FLZ.js";
import "./chunk-QNP5H7V6.js";
import "./chunk-UBIMFNM3.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-SLP6M2C7.js.map
