import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  engineModel,
  startEngine,
  startServer
} from "./chunk-36B6BA4V.js";
import "./chunk-VUHJ6VD2.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  engineModel,
  startEngine,
  startServer
};
//# sourceMappingURL=engine-3ITRU37P.js.map
