import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-DE7OCI3Z.js";
import "./chunk-GAJQF2BD.js";
import "./chunk-T4WWWKFO.js";
import "./chunk-BLWQHBHI.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-BHDTHAPR.js.map
