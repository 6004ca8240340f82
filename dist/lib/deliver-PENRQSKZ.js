import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-2TVUMXK7.js";
import "./chunk-Y5B65DKP.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-JTZRMOUD.js";
import "./chunk-ZKS3STJN.js";
import "./chunk-OILQI63V.js";
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
//# sourceMappingURL=deliver-PENRQSKZ.js.map
