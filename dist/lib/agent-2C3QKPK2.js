import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-YXA2YLML.js";
import "./chunk-AYFNOKUV.js";
import "./chunk-ZMXWFEJ7.js";
import "./chunk-FSYPUJUI.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-DE7RVVH7.js";
import "./chunk-N7GMIPBB.js";
import "./chunk-PHCH5GEP.js";
import "./chunk-LSNC4IHJ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import {
  createBudget,
  limitWords
} from "./chunk-GDUBB2OY.js";
import {
  openModel
} from "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  createBudget,
  findFix,
  limitWords,
  numberTurns,
  openAttempt,
  openModel,
  openRivals
};
//# sourceMappingURL=agent-2C3QKPK2.js.map
