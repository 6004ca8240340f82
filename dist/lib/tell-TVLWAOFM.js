import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-BAIQGSGQ.js";
import "./chunk-6ZVFGQXP.js";
import "./chunk-Q2YZW4VF.js";
import "./chunk-DZY2JQPW.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-TVLWAOFM.js.map
