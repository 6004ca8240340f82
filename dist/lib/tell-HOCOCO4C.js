import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-E2T6DCUH.js";
import "./chunk-SVBVKDSN.js";
import "./chunk-67Z5RCK4.js";
import "./chunk-5NAKWDDP.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-HOCOCO4C.js.map
