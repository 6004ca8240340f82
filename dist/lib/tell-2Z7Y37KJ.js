import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-PJGYAPKN.js";
import "./chunk-4RJ6S5S7.js";
import "./chunk-KDCTOT6P.js";
import "./chunk-X6YKEZZG.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-2Z7Y37KJ.js.map
