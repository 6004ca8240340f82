import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-G2HQXBIT.js";
import "./chunk-ZABFHHQ5.js";
import "./chunk-CGNPSNOH.js";
import "./chunk-G6JZOFYS.js";
import "./chunk-AKQOZKP5.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-XH2YVPOK.js.map
