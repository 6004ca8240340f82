import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-A3W2SQ2A.js";
import "./chunk-MYHMPT2Y.js";
import "./chunk-7HSS3SKP.js";
import "./chunk-LFIYM4WM.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-66W3P7C3.js.map
