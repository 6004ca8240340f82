import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-OSOANXPR.js";
import "./chunk-KXYZUU7J.js";
import "./chunk-OYQIFRXJ.js";
import "./chunk-GDFBJL3R.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-LLLXDUFQ.js.map
