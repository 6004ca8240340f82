import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-SJ2PZN7P.js";
import "./chunk-CNGC5LXE.js";
import "./chunk-O25F4OJU.js";
import "./chunk-ZEYHRNFR.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-EBYET3WX.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-TVBKL77K.js";
import "./chunk-QLWJS7CG.js";
import "./chunk-LXAJKEJI.js";
import "./chunk-EJFAPWVI.js";
import "./chunk-EV6TZ344.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-ZFDRZEMQ.js";
import "./chunk-SJUKJVTZ.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-YLZKA53V.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-VDUELMOA.js.map
