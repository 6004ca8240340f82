import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-VWXCN25M.js";
import "./chunk-WIJ5LZZI.js";
import "./chunk-ZOAGS32F.js";
import "./chunk-Y3O5QQX7.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-UGBHZ4YU.js.map
