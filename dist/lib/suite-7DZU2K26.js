import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-L7GPI46G.js";
import {
  detectSuite,
  readReport
} from "./chunk-YNSHVO7A.js";
import "./chunk-LOIZMRQQ.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-Q3BJX4JN.js";
import {
  rankSuspects,
  secondsOfFailing,
  turnedGreen
} from "./chunk-CBZYUVTC.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-SK2AWS2H.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-5XKMRTK5.js";
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
//# sourceMappingURL=suite-7DZU2K26.js.map
