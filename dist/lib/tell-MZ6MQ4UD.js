import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-ZV5NGQGB.js";
import "./chunk-PNSIVI5O.js";
import "./chunk-RHYFXS2S.js";
import "./chunk-JYB4RNH7.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-MZ6MQ4UD.js.map
