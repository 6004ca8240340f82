import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-JOHZKYXF.js";
import "./chunk-GIE2TA5Y.js";
import "./chunk-GVT5O7GZ.js";
import "./chunk-GZOOGGTT.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-OWKECSE7.js.map
