import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-OPR3LGU6.js";
import "./chunk-4RJ6S5S7.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-EMY6KUMY.js";
import "./chunk-KDCTOT6P.js";
import "./chunk-X6YKEZZG.js";
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
//# sourceMappingURL=deliver-XWENKGVT.js.map
