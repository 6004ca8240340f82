import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-WMKGISBB.js";
import {
  detectSuite,
  readReport
} from "./chunk-PF3QFCEV.js";
import "./chunk-LOIZMRQQ.js";
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
import "./chunk-JEUCY7KS.js";
import "./chunk-LRKOPVSS.js";
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
//# sourceMappingURL=suite-4BWYR44R.js.map
