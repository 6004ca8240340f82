import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-RNXYLL6R.js";
import "./chunk-WS242LPS.js";
import "./chunk-CI5RMZ2D.js";
import "./chunk-VUHJ6VD2.js";
import "./chunk-SACFGWAG.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-4XE3FAR6.js.map
