import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  engineModel,
  startEngine,
  startServer
} from "./chunk-EOBZSKD4.js";
import "./chunk-QLN2DLJW.js";
import "./chunk-UINDQRWH.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  engineModel,
  startEngine,
  startServer
};
//# sourceMappingURL=engine-IY3IFC2O.js.map
