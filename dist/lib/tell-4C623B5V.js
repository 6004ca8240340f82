import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-J2WKGY26.js";
import "./chunk-LQRTLUOP.js";
import "./chunk-OANMVTQ5.js";
import "./chunk-7ONKD2WO.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-4C623B5V.js.map
