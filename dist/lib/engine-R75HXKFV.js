import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  engineModel,
  startEngine,
  startServer
} from "./chunk-P3YIDZXS.js";
import "./chunk-JEUCY7KS.js";
import "./chunk-LRKOPVSS.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  engineModel,
  startEngine,
  startServer
};
//# sourceMappingURL=engine-R75HXKFV.js.map
