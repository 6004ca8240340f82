import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  detectSuite,
  openSuite,
  reproduce,
  verify
} from "./chunk-LWX7YTUQ.js";
import {
  readReport
} from "./chunk-T3GWLUJD.js";
import {
  blockingFindings,
  checkIntegrity,
  readChanges
} from "./chunk-JVA3NLMO.js";
import {
  rankSuspects,
  turnedGreen
} from "./chunk-TF2YOCRR.js";
import {
  compareRuns
} from "./chunk-HWPTSGQB.js";
import "./chunk-27TVYW5O.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4NQIAZWU.js";
import "./chunk-XLTWDA2Q.js";
import "./chunk-6SLZJSQE.js";
import "./chunk-G62E4XM6.js";
export {
  blockingFindings,
  checkIntegrity,
  compareRuns,
  detectSuite,
  openSuite,
  rankSuspects,
  readChanges,
  readReport,
  reproduce,
  turnedGreen,
  verify
};
//# sourceMappingURL=suite-CYHMRCAU.js.map
