import { parseArgs } from 'node:util';
import { startEngine } from '../engine/index.ts';
import { variableOf } from '../inputs/index.ts';
import { interruptible } from '../phases/interrupt.ts';
import { UsageError } from './usage.ts';

/** What is under way when a signal comes may be answered for so long; `interruptible` ends the process after 6 s. */
const GRACE_MS = 3_000;

/** `regreen serve`: the built-in engine as a Responses endpoint, until a signal ends it. */
export async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '0' },
      'api-key-env': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${values.port}: give a number from 0 to 65535.`);
  const variable = values['api-key-env'];
  const apiKey = variable === undefined ? null : (variableOf(process.env, variable) ?? '');
  if (apiKey === '') throw new UsageError(`--api-key-env: the variable ${variable} is empty or not set.`);

  const stop = interruptible();
  const engine = await startEngine({ host: values.host, port, apiKey }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot listen on ${values.host}:${port}: ${error.code ?? error.message}.`);
  });
  console.log(JSON.stringify({ url: engine.url }));
  if (!values.json) console.error('The built-in engine answers on /v1/responses, over WebSocket and HTTP. End it with Ctrl-C.');
  await new Promise<void>((done) => stop.signal.addEventListener('abort', () => done(), { once: true }));
  await engine.close(GRACE_MS);
  stop.done();
  return stop.exitCode() ?? 0;
}
