import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-WBWUAGFE.js";
import "./chunk-6N4G55BT.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-S5BGMCGP.js";
import "./chunk-O56TNHEG.js";
import "./chunk-VOOJMIHD.js";
import "./chunk-RFNL3LME.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-TGICHCY7.js.map
