import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify,
  whereStuck
} from "./chunk-G4HTZKG6.js";
import {
  detectSuite,
  readReport
} from "./chunk-VDJXC4SV.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-GDGWIKYZ.js";
import {
  againLimit,
  isEndless,
  rankSuspects,
  secondsOfFailing,
  secondsUnreached,
  turnedGreen
} from "./chunk-6IHMDPYO.js";
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
} from "./chunk-JZGKTXBR.js";
import "./chunk-2JPQ7L5T.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-KUIGBIJS.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-F6ZXXPFF.js";
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
  detectSuite,
  didNotEndInTime,
  goLexis,
  hasRustSource,
  isEndless,
  isMacroCrate,
  isOutsideOfTests,
  isRustSource,
  jestEntry,
  jsonOrNull,
  openSuite,
  rankSuspects,
  readChanges,
  readReport,
  reproduce,
  rustFunctions,
  rustLexis,
  rustRunner,
  secondsOfFailing,
  secondsUnreached,
  turnedGreen,
  verify,
  whereStuck
};
//# sourceMappingURL=suite-KMLG75PQ.js.map
