import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-BBE3G546.js";
import {
  detectSuite,
  readReport
} from "./chunk-UEGV7GB7.js";
import "./chunk-2JPQ7L5T.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-ENBGCBGZ.js";
import {
  rankSuspects,
  secondsOfFailing,
  turnedGreen
} from "./chunk-LIMVSPTH.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-SZB6LJK2.js";
import "./chunk-HR3U3BJ3.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-BZU6TD3X.js";
import "./chunk-RFNL3LME.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  blockingFindings,
  causesOf,
  checkIntegrity,
  compareRuns,
  detectSuite,
  isOutsideOfTests,
  openSuite,
  rankSuspects,
  readChanges,
  readReport,
  reproduce,
  secondsOfFailing,
  turnedGreen,
  verify
};
//# sourceMappingURL=suite-DI6RB3B7.js.map
