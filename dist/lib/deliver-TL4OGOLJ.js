import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-LFGG2IOM.js";
import "./chunk-POO2D5PG.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-OCT4X3FM.js";
import "./chunk-HDBHEQAJ.js";
import "./chunk-ADTSFHDV.js";
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
//# sourceMappingURL=deliver-TL4OGOLJ.js.map
