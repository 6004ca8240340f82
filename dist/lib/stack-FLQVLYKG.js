import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  mapStack
} from "./chunk-ITHDZCER.js";
import "./chunk-NHE7UCS3.js";
import "./chunk-EF7XOKQJ.js";
import "./chunk-ESKC7XX5.js";
import "./chunk-G62E4XM6.js";
export {
  mapStack
};
//# sourceMappingURL=stack-FLQVLYKG.js.map
