import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-PLCRV2YG.js";
import "./chunk-PFDBTT6D.js";
import "./chunk-M2JOWK4X.js";
import "./chunk-EDXJHGCJ.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-3IKBLX4K.js.map
