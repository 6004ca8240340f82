import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-FG5FRAH5.js";
import "./chunk-NH4MN6AL.js";
import "./chunk-X7XVJZIL.js";
import "./chunk-BZU6TD3X.js";
import "./chunk-RFNL3LME.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-NRPTJE5A.js.map
