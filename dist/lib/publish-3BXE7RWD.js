import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-EVGEJDZK.js";
import "./chunk-4GBQVUEV.js";
import "./chunk-CK77BO6P.js";
import "./chunk-LTH562BM.js";
import "./chunk-56OAFF7A.js";
import "./chunk-OTQLMKL7.js";
import "./chunk-JVA3NLMO.js";
import "./chunk-VZBTAECF.js";
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
//# sourceMappingURL=publish-3BXE7RWD.js.map
