import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-MXG7LCPX.js";
import "./chunk-H7RR2HNX.js";
import "./chunk-AIIWGZMO.js";
import "./chunk-F6ZXXPFF.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-G7VQCGCV.js.map
