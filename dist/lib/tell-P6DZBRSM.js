import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-PLUN3O7J.js";
import "./chunk-UAAHERP5.js";
import "./chunk-B5EJMC4V.js";
import "./chunk-DFTN3TZH.js";
import "./chunk-BJBTN4DC.js";
import "./chunk-UB67OY2Q.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-P6DZBRSM.js.map
