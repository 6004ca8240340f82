import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-WR5LN3GV.js";
import "./chunk-C5LO2ZBJ.js";
import "./chunk-JSL6BBXB.js";
import "./chunk-5IRVIQJV.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-VC2MNJEQ.js.map
