import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  verify,
  whereStuck
} from "./chunk-4IDDWV2C.js";
import {
  detectSuite,
  lineAsTold,
  readReport
} from "./chunk-4RINEVDB.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-ZSNA57GT.js";
import {
  againLimit,
  comparedTests,
  failsAlike,
  failsWithSameWords,
  isEndless,
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
} from "./chunk-LGJH2IM7.js";
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
} from "./chunk-COPZBCMV.js";
import "./chunk-PDB6PGBS.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-IJQ6PGBV.js";
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
//# sourceMappingURL=suite-UFVRVCOU.js.map
