import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-NFH64N2J.js";
import {
  detectSuite,
  readReport
} from "./chunk-BCKYEQ43.js";
import "./chunk-LOIZMRQQ.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-YEFQGLKY.js";
import {
  rankSuspects,
  secondsOfFailing,
  turnedGreen
} from "./chunk-EOF76I46.js";
import {
  jestEntry
} from "./chunk-VDLRK3SS.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-PCVMEBKU.js";
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
  jestEntry,
  openSuite,
  rankSuspects,
  readChanges,
  readReport,
  reproduce,
  secondsOfFailing,
  turnedGreen,
  verify
};
//# sourceMappingURL=suite-BY6OD36F.js.map
