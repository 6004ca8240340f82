import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-OFMTWCDL.js";
import "./chunk-LWJ3H4TR.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-EKERTL7I.js";
import "./chunk-MGSI3PGZ.js";
import "./chunk-P2RUUVQA.js";
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
//# sourceMappingURL=deliver-KYYVLOIS.js.map
