import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  afterEnd,
  tellPeople
} from "./chunk-S3FZFNUM.js";
import "./chunk-MAAQXLLN.js";
import "./chunk-QNQYO2FQ.js";
import "./chunk-5T6QXP66.js";
import "./chunk-LWFLQZCO.js";
import "./chunk-4K2SKPFD.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  afterEnd,
  tellPeople
};
//# sourceMappingURL=tell-JNK7OWVS.js.map
