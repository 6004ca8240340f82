import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-FGJCZA3E.js";
import "./chunk-ZZ52KQOX.js";
import "./chunk-GAI6X6FF.js";
import "./chunk-MDDTPBJJ.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-EGBYOVMS.js.map
