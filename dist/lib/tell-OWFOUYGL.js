import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-NYFVBKT7.js";
import "./chunk-5O5HCEPT.js";
import "./chunk-ZB2WLQQV.js";
import "./chunk-T46YRMIU.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-OWFOUYGL.js.map
