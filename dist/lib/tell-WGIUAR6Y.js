import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-G2VUG3ZN.js";
import "./chunk-ZIJFJMRB.js";
import "./chunk-OBYYVTYE.js";
import "./chunk-LMSUQVXE.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-WGIUAR6Y.js.map
