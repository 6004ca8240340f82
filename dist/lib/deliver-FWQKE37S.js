import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-P2T3WBCI.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-36TC4M63.js";
import "./chunk-TT3Y3EQT.js";
import "./chunk-EV6TZ344.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-LSQCBEI2.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-FWQKE37S.js.map
