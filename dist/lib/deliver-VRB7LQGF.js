import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-UJFRIYRP.js";
import "./chunk-WSZPSXFP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-GDPMIZTG.js";
import "./chunk-6CPPJYTG.js";
import "./chunk-GNJMR6NR.js";
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
//# sourceMappingURL=deliver-VRB7LQGF.js.map
