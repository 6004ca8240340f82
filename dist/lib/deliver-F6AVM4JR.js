import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-P4JEY3NO.js";
import "./chunk-6PSNO6BJ.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-GWRSV7QU.js";
import "./chunk-BKQYNAIR.js";
import "./chunk-U7B4564K.js";
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
//# sourceMappingURL=deliver-F6AVM4JR.js.map
