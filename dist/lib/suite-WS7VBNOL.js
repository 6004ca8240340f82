import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-EHZJVFQJ.js";
import {
  detectSuite,
  readReport
} from "./chunk-SIZ2MKPW.js";
import "./chunk-4X4TSCM6.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-YEFQGLKY.js";
import {
  rankSuspects,
  secondsOfFailing,
  secondsUnreached,
  turnedGreen
} from "./chunk-IHUF25IO.js";
import {
  jestEntry
} from "./chunk-VDLRK3SS.js";
import "./chunk-2JPQ7L5T.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-GKKCMB44.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-J3VEM5M3.js";
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
  secondsUnreached,
  turnedGreen,
  verify
};
//# sourceMappingURL=suite-WS7VBNOL.js.map
