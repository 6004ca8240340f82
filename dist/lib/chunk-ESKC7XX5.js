import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  __commonJS
} from "./chunk-G62E4XM6.js";

// builtin:crypto
var require_crypto = __commonJS({
  "builtin:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("crypto");
  }
});

export {
  require_crypto
};
//# sourceMappingURL=chunk-ESKC7XX5.js.map
