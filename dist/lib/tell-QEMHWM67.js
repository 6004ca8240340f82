import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-VRBRW6GW.js";
import "./chunk-LWJ3H4TR.js";
import "./chunk-MGSI3PGZ.js";
import "./chunk-P2RUUVQA.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-QEMHWM67.js.map
