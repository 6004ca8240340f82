import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  verify,
  whereStuck
} from "./chunk-SXCDSVMJ.js";
import {
  detectSuite,
  lineAsTold,
  readReport
} from "./chunk-4UI3MT55.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-JPAIK3BE.js";
import {
  againLimit,
  comparedTests,
  failsAlike,
  failsWithSameWords,
  isEndless,
  isPythonRunner,
  ofPackage,
  packageOf,
  quickOnes,
  rankSuspects,
  reproduce,
  secondsOfFailing,
  secondsSaved,
  secondsUnreached,
  sharesOf,
  turnedGreen,
  weighted
} from "./chunk-QDFGA3NQ.js";
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
} from "./chunk-QPTAJ43X.js";
import "./chunk-PDB6PGBS.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-ZNJ5TXQ4.js";
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
  isPythonRunner,
  isRustSource,
  jestEntry,
  jsonOrNull,
  lineAsTold,
  ofPackage,
  openSuite,
  packageOf,
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
  sharesOf,
  turnedGreen,
  verify,
  weighted,
  whereStuck
};
//# sourceMappingURL=suite-QGBVVGKB.js.map
