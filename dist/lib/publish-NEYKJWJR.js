import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  publish
} from "./chunk-TLX7SKME.js";
import "./chunk-N7RUE2AP.js";
import "./chunk-JA3Q2DZ3.js";
import "./chunk-BZHOQHJ6.js";
import "./chunk-KVUGNGKQ.js";
import "./chunk-I7OMNTF2.js";
import "./chunk-JCYY6E4L.js";
import "./chunk-U5GOCM2J.js";
import "./chunk-CB3IHZQG.js";
import "./chunk-GXS56VHG.js";
import "./chunk-ZSNA57GT.js";
import "./chunk-FK3TQUF7.js";
import "./chunk-COPZBCMV.js";
import "./chunk-PDB6PGBS.js";
import "./chunk-RNX7ORRL.js";
import "./chunk-IJQ6PGBV.js";
import "./chunk-CLP2JB2C.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  publish
};
//# sourceMappingURL=publish-NEYKJWJR.js.map
