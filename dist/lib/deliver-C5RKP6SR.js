import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-UFTM2A6T.js";
import "./chunk-FIEZ7KWG.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-4LQFDBH7.js";
import "./chunk-UE4U3DQN.js";
import "./chunk-7NC4M33A.js";
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
//# sourceMappingURL=deliver-C5RKP6SR.js.map
