import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-O2AIZ5KG.js";
import "./chunk-2CY5VK72.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-JUZTYEM4.js";
import "./chunk-JIXWVBVH.js";
import "./chunk-H64CEAMJ.js";
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
//# sourceMappingURL=deliver-VYJ5ISEB.js.map
