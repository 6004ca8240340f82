import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-FWOM5BMH.js";
import "./chunk-PIHZMAMO.js";
import "./chunk-E5WSJ26R.js";
import "./chunk-LE6U7WJI.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-CY6GHYXM.js.map
