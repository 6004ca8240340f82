import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-BZHOQHJ6.js";
import "./chunk-KVUGNGKQ.js";
import "./chunk-GXS56VHG.js";
import "./chunk-IJQ6PGBV.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-63UPEHNO.js.map
