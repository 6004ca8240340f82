import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-GST6AZ5H.js";
import "./chunk-PEWU354L.js";
import "./chunk-ZMXWFEJ7.js";
import "./chunk-FSYPUJUI.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-QDFGA3NQ.js";
import "./chunk-N7GMIPBB.js";
import "./chunk-PHCH5GEP.js";
import "./chunk-QPTAJ43X.js";
import "./chunk-PDB6PGBS.js";
import "./chunk-RNX7ORRL.js";
import {
  createBudget,
  limitWords
} from "./chunk-ZNJ5TXQ4.js";
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
//# sourceMappingURL=agent-C64NMCRC.js.map
