import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-A45ETTCJ.js";
import "./chunk-JN6DQC6Q.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-2373TMDC.js";
import "./chunk-M26WEFR6.js";
import "./chunk-B3ZFLDEL.js";
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
//# sourceMappingURL=deliver-WT4GDTGI.js.map
