import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-3WM6LSBL.js";
import "./chunk-FSYPUJUI.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-DVQ3D66Q.js";
import "./chunk-N7GMIPBB.js";
import "./chunk-2JPQ7L5T.js";
import "./chunk-LSNC4IHJ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import {
  createBudget,
  limitWords
} from "./chunk-AOW5DIVM.js";
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
//# sourceMappingURL=agent-W6ZVJO6G.js.map
