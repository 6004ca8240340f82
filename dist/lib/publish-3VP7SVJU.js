import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-OADE6GHP.js";
import "./chunk-4GBQVUEV.js";
import "./chunk-53SR3ZTS.js";
import "./chunk-6WHPIT65.js";
import "./chunk-56OAFF7A.js";
import "./chunk-OTQLMKL7.js";
import "./chunk-JVA3NLMO.js";
import "./chunk-RK3RL4FE.js";
import "./chunk-HWPTSGQB.js";
import "./chunk-27TVYW5O.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-CU7KEY7D.js";
import "./chunk-BLXXKGBO.js";
import "./chunk-GQMEWCTN.js";
import "./chunk-MY62IMJK.js";
import "./chunk-4NQIAZWU.js";
import "./chunk-XLTWDA2Q.js";
import "./chunk-6SLZJSQE.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-3VP7SVJU.js.map
