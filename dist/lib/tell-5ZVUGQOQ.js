import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-FBMXRHEI.js";
import "./chunk-R3WFP5N7.js";
import "./chunk-CTWMGYTJ.js";
import "./chunk-T7LMUEXR.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-5ZVUGQOQ.js.map
