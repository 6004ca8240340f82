import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-U75QDQ7G.js";
import {
  detectSuite,
  readReport
} from "./chunk-D7JHMCKL.js";
import "./chunk-LOIZMRQQ.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-TO27V6DV.js";
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
import "./chunk-FTUQF4IW.js";
import "./chunk-LWFLQZCO.js";
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
//# sourceMappingURL=suite-K5KZVUU3.js.map
