import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-OAIBNMWP.js";
import "./chunk-CNGC5LXE.js";
import "./chunk-P2T3WBCI.js";
import "./chunk-S33Z7LWR.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-EBYET3WX.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-TVBKL77K.js";
import "./chunk-36TC4M63.js";
import "./chunk-TT3Y3EQT.js";
import "./chunk-EJFAPWVI.js";
import "./chunk-EV6TZ344.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-ZFDRZEMQ.js";
import "./chunk-SJUKJVTZ.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-LSQCBEI2.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-P7O6E2FN.js.map
