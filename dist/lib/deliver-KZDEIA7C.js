import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-HBWIWACG.js";
import "./chunk-MYHMPT2Y.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U6TWFI4T.js";
import "./chunk-7HSS3SKP.js";
import "./chunk-LFIYM4WM.js";
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
//# sourceMappingURL=deliver-KZDEIA7C.js.map
