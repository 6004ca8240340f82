import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify,
  whereStuck
} from "./chunk-TGE5PWCD.js";
import {
  detectSuite,
  readReport
} from "./chunk-C4XKLYU2.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-QSBOOVBQ.js";
import {
  rankSuspects,
  secondsOfFailing,
  secondsUnreached,
  turnedGreen
} from "./chunk-VEDW4W2C.js";
import {
  avaEntry,
  blanked,
  closing,
  goLexis,
  hasRustSource,
  isMacroCrate,
  isRustSource,
  jestEntry,
  jsonOrNull,
  rustFunctions,
  rustLexis,
  rustRunner
} from "./chunk-2XUHXDEA.js";
import "./chunk-2JPQ7L5T.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-L3BJQDZ6.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-T23VLOJE.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  avaEntry,
  blanked,
  blockingFindings,
  causesOf,
  checkIntegrity,
  closing,
  compareRuns,
  detectSuite,
  goLexis,
  hasRustSource,
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
//# sourceMappingURL=suite-552C7NTI.js.map
