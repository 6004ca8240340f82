import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-DZLB6WQK.js";
import "./chunk-WSZPSXFP.js";
import "./chunk-6CPPJYTG.js";
import "./chunk-GNJMR6NR.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-UNTK6EYX.js.map
