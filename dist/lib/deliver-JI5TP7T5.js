import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-HCANBJET.js";
import "./chunk-2M3AHH4L.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-T4IVI3H7.js";
import "./chunk-GEZRQFRD.js";
import "./chunk-TYV7HOZG.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-JI5TP7T5.js.map
