import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-YYOXCXCT.js";
import "./chunk-DKRNUVJL.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-GDWKH2YU.js";
import "./chunk-CVL5T3SH.js";
import "./chunk-OFB33BOP.js";
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
//# sourceMappingURL=deliver-247HAAJH.js.map
