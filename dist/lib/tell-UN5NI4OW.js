import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-NM2RGB5R.js";
import "./chunk-CHEPU3RT.js";
import "./chunk-7GSOT6I6.js";
import "./chunk-QLN2DLJW.js";
import "./chunk-UINDQRWH.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-UN5NI4OW.js.map
