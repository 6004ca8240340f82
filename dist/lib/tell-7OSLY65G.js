import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-BLYT4SWB.js";
import "./chunk-JN6DQC6Q.js";
import "./chunk-M26WEFR6.js";
import "./chunk-B3ZFLDEL.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-7OSLY65G.js.map
