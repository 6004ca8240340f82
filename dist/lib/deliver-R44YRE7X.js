import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-C5JGOEOT.js";
import "./chunk-6ZVFGQXP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-XXMVADHB.js";
import "./chunk-Q2YZW4VF.js";
import "./chunk-DZY2JQPW.js";
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
//# sourceMappingURL=deliver-R44YRE7X.js.map
