import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-CCDS3DCI.js";
import "./chunk-7TG7P2BQ.js";
import "./chunk-37EABHRM.js";
import "./chunk-CQWT42Q3.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-ZPEHUG5C.js.map
