import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-S7ZHH6MX.js";
import "./chunk-DMLJYXXX.js";
import "./chunk-727WLZOV.js";
import "./chunk-ZNJ5TXQ4.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-X2ZKZE23.js.map
