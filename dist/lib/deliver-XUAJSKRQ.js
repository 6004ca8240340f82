import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-BPB4ZELA.js";
import "./chunk-WIJ5LZZI.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-JUNJ7QML.js";
import "./chunk-ZOAGS32F.js";
import "./chunk-Y3O5QQX7.js";
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
//# sourceMappingURL=deliver-XUAJSKRQ.js.map
