import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-H3L2A66T.js";
import "./chunk-UAAHERP5.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-4TQ4GMBK.js";
import "./chunk-B5EJMC4V.js";
import "./chunk-DFTN3TZH.js";
import "./chunk-BJBTN4DC.js";
import "./chunk-UB67OY2Q.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-ZBO7LVN7.js.map
