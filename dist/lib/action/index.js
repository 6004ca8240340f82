import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  connectHosted,
  createProgress,
  createRedactor,
  interruptible,
  parseActionInputs
} from "../chunk-CLP2JB2C.js";
import "../chunk-ESKC7XX5.js";
import {
  __callDispose,
  __using
} from "../chunk-G62E4XM6.js";

// src/main.ts
import { setImmediate as turnOfTheLoop } from "node:timers/promises";
async function main() {
  var _stack = [];
  try {
    const parsed = parseActionInputs(process.env);
    if (!parsed.ok) return (await import("../action-3P536YHB.js")).fail(parsed.problems.join("\n"));
    const { inputs } = parsed;
    const redactor = createRedactor(inputs.secrets);
    const progress = createProgress({ stream: process.stdout, isCI: true, redactor });
    const stop = interruptible();
    const hosted = __using(_stack, connectHosted(inputs, stop.signal, (text) => progress.line(text)), true);
    if (hosted !== null) await turnOfTheLoop();
    const { runAction } = await import("../action-3P536YHB.js");
    await runAction({ inputs, redactor, progress, stop, hosted });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
await main().catch(async (error) => {
  const [{ fail }, { mapStack }] = await Promise.all([import("../action-3P536YHB.js"), import("../stack-CUHCUQPT.js")]);
  fail(`A defect of Regreen: ${error instanceof Error ? await mapStack(error.stack ?? error.message) : String(error)}`);
});
//# sourceMappingURL=index.js.map
