import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-Y6LI5RZO.js";
import "./chunk-NJCO2D5W.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-Y6WMBXPD.js";
import "./chunk-SQV2BB37.js";
import "./chunk-6ESOZOD3.js";
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
//# sourceMappingURL=deliver-GLGS2RWS.js.map
