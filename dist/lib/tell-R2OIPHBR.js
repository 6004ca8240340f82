import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-EWCJQWOP.js";
import "./chunk-FIEZ7KWG.js";
import "./chunk-UE4U3DQN.js";
import "./chunk-7NC4M33A.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-R2OIPHBR.js.map
