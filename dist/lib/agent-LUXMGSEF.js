import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findFix,
  numberTurns,
  openAttempt,
  openRivals
} from "./chunk-ONT4DRWW.js";
import "./chunk-FSYPUJUI.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-LIMVSPTH.js";
import "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import {
  createBudget,
  limitWords
} from "./chunk-FTUQF4IW.js";
import {
  openModel
} from "./chunk-LWFLQZCO.js";
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
//# sourceMappingURL=agent-LUXMGSEF.js.map
