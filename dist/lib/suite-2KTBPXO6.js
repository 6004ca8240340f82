import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  verify,
  whereStuck
} from "./chunk-3NSHGZBU.js";
import {
  detectSuite,
  readReport
} from "./chunk-J6GYRPUT.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-OHH5XYIK.js";
import {
  againLimit,
  comparedTests,
  failsAlike,
  failsWithSameWords,
  isEndless,
  quickOnes,
  rankSuspects,
  reproduce,
  secondsOfFailing,
  secondsSaved,
  secondsUnreached,
  turnedGreen,
  weighted
} from "./chunk-DE7RVVH7.js";
import {
  avaEntry,
  blanked,
  closing,
  didNotEndInTime,
  goLexis,
  hasRustSource,
  isMacroCrate,
  isRustSource,
  jestEntry,
  jsonOrNull,
  rustFunctions,
  rustLexis,
  rustRunner
} from "./chunk-N7GMIPBB.js";
import "./chunk-PHCH5GEP.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-LSNC4IHJ.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-GDUBB2OY.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  againLimit,
  avaEntry,
  blanked,
  blockingFindings,
  causesOf,
  checkIntegrity,
  closing,
  compareRuns,
  comparedTests,
  detectSuite,
  didNotEndInTime,
  failsAlike,
  failsWithSameWords,
  goLexis,
  hasRustSource,
  isEndless,
  isMacroCrate,
  isOutsideOfTests,
  isRustSource,
  jestEntry,
  jsonOrNull,
  openSuite,
  quickOnes,
  rankSuspects,
  readChanges,
  readReport,
  reproduce,
  rustFunctions,
  rustLexis,
  rustRunner,
  secondsOfFailing,
  secondsSaved,
  secondsUnreached,
  turnedGreen,
  verify,
  weighted,
  whereStuck
};
//# sourceMappingURL=suite-2KTBPXO6.js.map
