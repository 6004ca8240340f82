import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-XFJMJH5N.js";
import "./chunk-6PSNO6BJ.js";
import "./chunk-BKQYNAIR.js";
import "./chunk-U7B4564K.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-Z2Z22J6S.js.map
