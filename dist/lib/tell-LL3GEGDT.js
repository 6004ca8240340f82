import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-TVCBRHMT.js";
import "./chunk-L26A7FQ3.js";
import "./chunk-FT72V3TX.js";
import "./chunk-AHXZGRHU.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-LL3GEGDT.js.map
