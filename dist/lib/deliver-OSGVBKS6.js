import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-IIGUWMBD.js";
import "./chunk-NH4MN6AL.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-5SNRF7QE.js";
import "./chunk-X7XVJZIL.js";
import "./chunk-BZU6TD3X.js";
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
//# sourceMappingURL=deliver-OSGVBKS6.js.map
