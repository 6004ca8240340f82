import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-UQAOMI3G.js";
import "./chunk-X66TWAZK.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-RWTGANCB.js";
import "./chunk-ZFDRZEMQ.js";
import "./chunk-SJUKJVTZ.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4K2SKPFD.js";
import {
  createBudget,
  limitWords
} from "./chunk-NHE7UCS3.js";
import {
  openModel
} from "./chunk-EF7XOKQJ.js";
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
//# sourceMappingURL=agent-WAJUG4XR.js.map
