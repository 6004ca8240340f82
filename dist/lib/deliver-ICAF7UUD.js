import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-YUW54UJA.js";
import "./chunk-PIHZMAMO.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-L64UB7CX.js";
import "./chunk-E5WSJ26R.js";
import "./chunk-LE6U7WJI.js";
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
//# sourceMappingURL=deliver-ICAF7UUD.js.map
