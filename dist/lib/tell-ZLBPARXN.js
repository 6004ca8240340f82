import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-SLDYZO6Q.js";
import "./chunk-XQZGJFSG.js";
import "./chunk-IIVULZXR.js";
import "./chunk-XJR7HQD4.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-ZLBPARXN.js.map
