import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-4P5VVF7I.js";
import "./chunk-CNGC5LXE.js";
import "./chunk-A44NIBKV.js";
import "./chunk-QETMUAFA.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-EBYET3WX.js";
import "./chunk-CN3NZRTM.js";
import "./chunk-TVBKL77K.js";
import "./chunk-LRZB6J6Q.js";
import "./chunk-CK7KEFVO.js";
import "./chunk-EJFAPWVI.js";
import "./chunk-EV6TZ344.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-ZFDRZEMQ.js";
import "./chunk-SJUKJVTZ.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-NHE7UCS3.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-MFIHOEGJ.js.map
