import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-2DCIYSGV.js";
import "./chunk-PYP3JJ7E.js";
import "./chunk-EQ6YOKHF.js";
import "./chunk-C63CNMCK.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-CKLRZ4GH.js.map
