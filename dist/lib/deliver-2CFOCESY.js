import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-A44NIBKV.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-LRZB6J6Q.js";
import "./chunk-CK7KEFVO.js";
import "./chunk-EV6TZ344.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-NHE7UCS3.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-2CFOCESY.js.map
