import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-G77VTP5G.js";
import "./chunk-KXYZUU7J.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-MUYH2BD5.js";
import "./chunk-OYQIFRXJ.js";
import "./chunk-GDFBJL3R.js";
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
//# sourceMappingURL=deliver-QUNGTIIZ.js.map
