import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  causesOf,
  openSuite,
  reproduce,
  verify
} from "./chunk-UOZ4MUJY.js";
import {
  detectSuite,
  readReport
} from "./chunk-5NGMNAT3.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-EJFAPWVI.js";
import "./chunk-EV6TZ344.js";
import {
  rankSuspects,
  turnedGreen
} from "./chunk-RWTGANCB.js";
import {
  compareRuns,
  isOutsideOfTests
} from "./chunk-ZFDRZEMQ.js";
import "./chunk-SJUKJVTZ.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-NHE7UCS3.js";
import "./chunk-EF7XOKQJ.js";
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
  turnedGreen,
  verify
};
//# sourceMappingURL=suite-FNDO2CIJ.js.map
