import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  createProgress,
  interruptible,
  parseActionInputs
} from "../chunk-T6Z2XZPE.js";
import "../chunk-HBAAVUGS.js";
import "../chunk-56OAFF7A.js";
import {
  connectHosted
} from "../chunk-4JUMNSSG.js";
import "../chunk-OTQLMKL7.js";
import "../chunk-M5GE5NG6.js";
import {
  createRedactor
} from "../chunk-GQMEWCTN.js";
import "../chunk-MY62IMJK.js";
import "../chunk-XLTWDA2Q.js";
import "../chunk-EUQ57E42.js";
import "../chunk-6SLZJSQE.js";
import {
  __callDispose,
  __using
} from "../chunk-G62E4XM6.js";

// src/main.ts
async function main() {
  var _stack = [];
  try {
    const parsed = parseActionInputs(process.env);
    if (!parsed.ok) return (await import("../action-O5EH2APH.js")).fail(parsed.problems.join("\n"));
    const { inputs } = parsed;
    const redactor = createRedactor(inputs.secrets);
    const progress = createProgress({ stream: process.stdout, isTTY: false, isCI: true, redactor });
    const stop = interruptible();
    const hosted = __using(_stack, connectHosted(inputs, stop.signal, (text) => progress.line(text)), true);
    const { runAction } = await import("../action-O5EH2APH.js");
    await runAction({ inputs, redactor, progress, stop, hosted });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
await main().catch(async (error) => {
  const [{ fail }, { mapStack }] = await Promise.all([import("../action-O5EH2APH.js"), import("../stack-RJACPCZY.js")]);
  fail(`A defect of Regreen: ${error instanceof Error ? await mapStack(error.stack ?? error.message) : String(error)}`);
});
//# sourceMappingURL=index.js.map
