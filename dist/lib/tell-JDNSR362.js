import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-QETMUAFA.js";
import "./chunk-ZOOZM42V.js";
import "./chunk-CK7KEFVO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-NHE7UCS3.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-JDNSR362.js.map
