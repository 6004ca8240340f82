import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-42RB6BKX.js";
import "./chunk-UAAHERP5.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-ALOUANN7.js";
import "./chunk-23ZOQZXW.js";
import "./chunk-DFTN3TZH.js";
import "./chunk-OFUDOHAO.js";
import "./chunk-UB67OY2Q.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-JELDGHQC.js.map
