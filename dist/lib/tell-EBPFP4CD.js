import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-ZDR32IKC.js";
import "./chunk-FP5XHCT6.js";
import "./chunk-ZABUSBVB.js";
import "./chunk-TPAQI3SW.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-EBPFP4CD.js.map
