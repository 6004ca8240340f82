import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-PLEO6KZI.js";
import "./chunk-5C4CB553.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-7A3Z65P5.js";
import "./chunk-AXCWVHGZ.js";
import "./chunk-6QQV4B5Z.js";
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
//# sourceMappingURL=deliver-GH37BQVM.js.map
