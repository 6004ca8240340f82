import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-DYIQ7HVI.js";
import "./chunk-YVYOSKC2.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-XQQDZVDB.js";
import "./chunk-P75AO763.js";
import "./chunk-M3FBRWFV.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-PYRYSLJ6.js.map
