import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-4ZH2OH74.js";
import "./chunk-BRF4LKZP.js";
import "./chunk-NQP4EGZU.js";
import "./chunk-5XKMRTK5.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-GYZEDFRL.js.map
