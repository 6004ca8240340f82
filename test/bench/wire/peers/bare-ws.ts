// The least a client can do: `ws`, one listener, one frame a turn that carries what is new. `full` sends instructions and tools with
// every turn; the lean loop sends them once.
import { WebSocket } from 'ws';
import { instructions, prompt, resultOf, tools } from '../job.ts';
import { apiKey, baseUrl, compressAbove, resultBytes } from './settings.ts';

const full = process.argv[2] === 'full';
const statics = { model: 'tape', instructions, tools, store: false };
const repeated = full ? statics : { model: 'tape', store: false };
let turn = 0;
let previous: string | null = null;
let input: unknown[] = [];

const socket = new WebSocket(`${baseUrl.replace(/^http/, 'ws')}/responses`, {
  headers: { authorization: `Bearer ${apiKey}` },
  perMessageDeflate: compressAbove === null ? false : { threshold: compressAbove },
});

function ask(more: object): void {
  const frame = JSON.stringify({
    type: 'response.create',
    ...more,
    ...(previous === null ? {} : { previous_response_id: previous }),
    input,
  });
  socket.send(frame, { compress: compressAbove !== null && frame.length > compressAbove });
  input = [];
}

socket.on('open', () => ask({ ...statics, generate: false }));
socket.on('message', (data) => {
  const event = JSON.parse(data.toString());
  if (event.type === 'response.output_item.done' && event.item.type === 'function_call') {
    input.push({ type: 'function_call_output', call_id: event.item.call_id, output: resultOf(++turn, resultBytes) });
  }
  if (event.type !== 'response.completed') return;
  const warmedUp = previous === null;
  previous = event.response.id;
  if (warmedUp) input.push({ type: 'message', role: 'user', content: prompt });
  if (input.length === 0) socket.close();
  else ask(repeated);
});
