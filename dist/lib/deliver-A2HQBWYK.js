import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-PY5AIUGY.js";
import "./chunk-U4ZJWNVW.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U2OFKRDS.js";
import "./chunk-LZC5QM32.js";
import "./chunk-CH3FXPN6.js";
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
//# sourceMappingURL=deliver-A2HQBWYK.js.map
