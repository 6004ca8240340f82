import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  engineModel,
  startEngine
} from "./chunk-2TV23PIA.js";
import "./chunk-EUQ57E42.js";
import "./chunk-6SLZJSQE.js";
import "./chunk-G62E4XM6.js";
export {
  engineModel,
  startEngine
};
//# sourceMappingURL=engine-BS4QCTE5.js.map
