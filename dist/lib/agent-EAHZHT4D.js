import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-GUNUN4RU.js";
import {
  createBudget,
  limitWords
} from "./chunk-VZBTAECF.js";
import {
  openModel
} from "./chunk-M5GE5NG6.js";
import "./chunk-TF2YOCRR.js";
import "./chunk-HWPTSGQB.js";
import "./chunk-27TVYW5O.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-EUQ57E42.js";
import "./chunk-6SLZJSQE.js";
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
//# sourceMappingURL=agent-EAHZHT4D.js.map
