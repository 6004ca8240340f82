import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
} from "./chunk-CU7KEY7D.js";
import "./chunk-BLXXKGBO.js";
import "./chunk-GQMEWCTN.js";
import "./chunk-MY62IMJK.js";
import "./chunk-4NQIAZWU.js";
import "./chunk-XLTWDA2Q.js";
import "./chunk-G62E4XM6.js";
export {
  deliverFix,
  deliveredAs,
  send,
  writeBundle
};
//# sourceMappingURL=deliver-RRP5ZBNP.js.map
