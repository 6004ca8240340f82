import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-ACOAU4G4.js";
import "./chunk-SVBVKDSN.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-LSV7ZGUW.js";
import "./chunk-67Z5RCK4.js";
import "./chunk-5NAKWDDP.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-OW7NAY7Y.js.map
