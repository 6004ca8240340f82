import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-Y6KWMQQB.js";
import "./chunk-2M3AHH4L.js";
import "./chunk-GEZRQFRD.js";
import "./chunk-TYV7HOZG.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-ZVZOEEDH.js.map
