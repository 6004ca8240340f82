import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-3U33E72M.js";
import "./chunk-2J3XV2NY.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-ARFQCGAQ.js";
import "./chunk-QN37KNQP.js";
import "./chunk-FTUQF4IW.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-QZX6G2UO.js.map
