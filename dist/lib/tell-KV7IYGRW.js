import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-MYS4EGGK.js";
import "./chunk-Z6ORSKGM.js";
import "./chunk-AKLQ57IV.js";
import "./chunk-J3VEM5M3.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-KV7IYGRW.js.map
