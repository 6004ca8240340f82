import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-AN33YJTQ.js";
import "./chunk-USREQWOW.js";
import "./chunk-OPR3LGU6.js";
import "./chunk-PJGYAPKN.js";
import "./chunk-4RJ6S5S7.js";
import "./chunk-XIFX2E2N.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-EMY6KUMY.js";
import "./chunk-KDCTOT6P.js";
import "./chunk-7QUNTBRG.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-CTQQCSVU.js";
import "./chunk-AQDRA3IE.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-X6YKEZZG.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-2FB7SLWZ.js.map
