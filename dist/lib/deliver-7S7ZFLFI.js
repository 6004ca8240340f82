import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-IZ2VKNO4.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-T3EM6ELB.js";
import "./chunk-MCAATRNM.js";
import "./chunk-EV6TZ344.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-JJDUNYE4.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-7S7ZFLFI.js.map
