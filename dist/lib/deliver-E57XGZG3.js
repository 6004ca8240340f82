import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-EJW2J4M6.js";
import "./chunk-7TG7P2BQ.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-PA2JR5MM.js";
import "./chunk-37EABHRM.js";
import "./chunk-CQWT42Q3.js";
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
//# sourceMappingURL=deliver-E57XGZG3.js.map
