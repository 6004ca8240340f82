// A long run over connections that are replaced again and again: what it leaves in memory is its conversation, and nothing else.
import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { WebSocketServer } from 'ws';
import { type InputItem, openConversation } from '../../../src/responses/index.ts';
import { fields, output, user } from '../helpers.ts';

interface Soaked {
  readonly flat: boolean;
  readonly text: string;
  readonly connections: number;
  readonly fullTurns: number;
}

/** Heap that a byte of the conversation may take: its object and its JSON. */
const heapPerByte = 6;
/** Noise of the measure, in bytes. */
const noise = 4 * 1024 * 1024;
const compactEvery = 40;

/**
 * `turns` turns with a call each, over connections of `maxAgeMs`; the provider compacts now and then. The heap is compared between the
 * end of the first fifth and the end of the run.
 */
export async function soak(turns: number, maxAgeMs: number): Promise<Soaked> {
  await using server = await forgetfulServer();
  const conversation = openConversation({
    baseUrl: server.baseUrl,
    apiKey: null,
    fields,
    transport: 'websocket',
    timeouts: { maxAgeMs },
    compaction: { by: 'provider', aboveTokens: 10_000 },
  });
  const signal = new AbortController().signal;
  const measure = () => ({ heap: heapUsed(), items: Buffer.byteLength(JSON.stringify(conversation.items)) });
  let early = measure();
  let input: readonly InputItem[] = [user('red')];
  for (let n = 0; n < turns; n++) {
    const { calls } = await conversation.turn(input, { signal, onItem: () => {} });
    input = calls.map(({ callId }) => output(callId, 'content '.repeat(20)));
    if (n === Math.floor(turns / 5)) early = measure();
  }
  const late = measure();
  const { connections, turnsDelta, turnsFull, reconnects } = conversation.stats;
  await conversation.close();
  const grown = late.heap - early.heap;
  const said = late.items - early.items;
  return {
    flat: reconnects === 0 && grown < said * heapPerByte + noise,
    connections,
    fullTurns: turnsFull,
    text: `${turns} turns over ${connections} connections (${turnsDelta} deltas, ${turnsFull} in full, ${reconnects} lost): the heap grew by ${kilobytes(grown)} KB, the conversation by ${kilobytes(said)} KB`,
  };
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heapUsed(): number {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

/** Asks for one call each time, remembers the last id alone, and compacts: itself it does not grow. */
async function forgetfulServer() {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  let count = 0;
  sockets.on('connection', (socket) => {
    let last: unknown;
    socket.on('message', (data) => {
      const request: unknown = JSON.parse(data.toString());
      const previous =
        typeof request === 'object' && request !== null && 'previous_response_id' in request ? request.previous_response_id : undefined;
      const send = (event: object) => socket.send(JSON.stringify(event));
      if (previous !== undefined && previous !== last) {
        send({ type: 'error', status: 400, error: { code: 'previous_response_not_found', message: 'not found' } });
        return;
      }
      count += 1;
      last = `resp_${count}`;
      const call = {
        type: 'function_call',
        id: `fc_${count}`,
        call_id: `call_${count}`,
        name: 'read',
        arguments: '{}',
        status: 'completed',
      };
      const compaction = { type: 'compaction', id: `cmp_${count}`, encrypted_content: 'x'.repeat(500) };
      const items = count % compactEvery === 0 ? [compaction, call] : [call];
      send({ type: 'response.created', response: { id: last, status: 'in_progress' } });
      for (const [index, item] of items.entries()) send({ type: 'response.output_item.done', output_index: index, item });
      const usage = { input_tokens: 100, output_tokens: 10 };
      send({ type: 'response.completed', response: { id: last, status: 'completed', output: items, usage } });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
