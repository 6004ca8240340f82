import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-J7EDT7L7.js";
import "./chunk-XQZGJFSG.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-S3UCZYXR.js";
import "./chunk-IIVULZXR.js";
import "./chunk-XJR7HQD4.js";
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
//# sourceMappingURL=deliver-E7E6PAZS.js.map
