import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { parseActionInputs } from './inputs/index.ts';
import { connectHosted } from './phases/hosted.ts';
import { interruptible } from './phases/interrupt.ts';
import { createProgress, createRedactor } from './report/index.ts';

/** The Action: reads the inputs, starts to connect, and loads the rest while the handshake is under way. */
async function main(): Promise<void> {
  const parsed = parseActionInputs(process.env);
  if (!parsed.ok) return (await import('./action.ts')).fail(parsed.problems.join('\n'));
  const { inputs } = parsed;
  const redactor = createRedactor(inputs.secrets);
  const progress = createProgress({ stream: process.stdout, isCI: true, redactor });
  const stop = interruptible();
  await using hosted = connectHosted(inputs, stop.signal, (text) => progress.line(text));
  // The request for a connection leaves in the next turn of the event loop; loading would hold it up.
  if (hosted !== null) await turnOfTheLoop();
  const { runAction } = await import('./action.ts');
  await runAction({ inputs, redactor, progress, stop, hosted });
}

await main().catch(async (error: unknown) => {
  const [{ fail }, { mapStack }] = await Promise.all([import('./action.ts'), import('./stack.ts')]);
  fail(`A defect of Regreen: ${error instanceof Error ? await mapStack(error.stack ?? error.message) : String(error)}`);
});
