import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-TGBTTO4F.js";
import "./chunk-UAAHERP5.js";
import "./chunk-23ZOQZXW.js";
import "./chunk-DFTN3TZH.js";
import "./chunk-OFUDOHAO.js";
import "./chunk-UB67OY2Q.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-OZPUFBSD.js.map
