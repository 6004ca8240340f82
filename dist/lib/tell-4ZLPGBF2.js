import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-77IKYK7J.js";
import "./chunk-NQU6EW5I.js";
import "./chunk-5ENCKR5I.js";
import "./chunk-JEUCY7KS.js";
import "./chunk-LRKOPVSS.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-4ZLPGBF2.js.map
