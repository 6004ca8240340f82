import { createInterface } from 'node:readline/promises';
import { isLive } from './terminal.ts';

/**
 * Asks a person at the terminal; false where there is none, on anything but yes, on end of input, and once `signal` is aborted. Ctrl-C is
 * the interruption of the process that it is everywhere else.
 */
export async function personSaysYes(question: string, signal: AbortSignal): Promise<boolean> {
  const { stdin: input, stdout: output } = process;
  // A build machine's pseudo-terminal has nobody who could answer.
  if (!input.isTTY || !output.isTTY || process.env.CI || signal.aborted) return false;
  const prompt = createInterface({ input, output, terminal: isLive(output, process.env) });
  prompt.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // At the end of input a question is never answered.
  const closed = new Promise<string>((resolve) => prompt.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([prompt.question(`${question} [y/N] `, { signal }), closed]);
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    return false;
  } finally {
    prompt.close();
  }
}
