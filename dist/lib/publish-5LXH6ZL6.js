import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-VGVF5QXS.js";
import "./chunk-CNGC5LXE.js";
import "./chunk-IZ2VKNO4.js";
import "./chunk-EPEFPSWA.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-EBYET3WX.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-TVBKL77K.js";
import "./chunk-T3EM6ELB.js";
import "./chunk-MCAATRNM.js";
import "./chunk-EJFAPWVI.js";
import "./chunk-EV6TZ344.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-ZFDRZEMQ.js";
import "./chunk-SJUKJVTZ.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-JJDUNYE4.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-5LXH6ZL6.js.map
