import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  mapStack
} from "./chunk-HERDOM5Y.js";
import "./chunk-G62E4XM6.js";
export {
  mapStack
};
//# sourceMappingURL=stack-RJACPCZY.js.map
