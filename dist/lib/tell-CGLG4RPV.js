import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-ZAYOMPNP.js";
import "./chunk-PVSEZTUD.js";
import "./chunk-NDSKYC4U.js";
import "./chunk-IJ22MV3Y.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-CGLG4RPV.js.map
