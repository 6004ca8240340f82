// The vendor's SDK over its socket.
import OpenAI from 'openai';
import type { ResponseInputItem } from 'openai/resources/responses/responses';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { instructions, prompt, resultOf, tools } from '../job.ts';
import { apiKey, baseUrl, resultBytes } from './settings.ts';

const socket = new ResponsesWS(new OpenAI({ apiKey, baseURL: baseUrl }));
let turn = 0;

function ask(previous: string | null, input: ResponseInputItem[]): void {
  socket.send({
    type: 'response.create',
    model: 'tape',
    instructions,
    tools,
    store: false,
    input,
    ...(previous === null ? {} : { previous_response_id: previous }),
  });
}

socket.on('error', (error) => {
  throw error;
});
socket.on('event', (event) => {
  if (event.type !== 'response.completed') return;
  const outputs = event.response.output.flatMap((item): ResponseInputItem[] =>
    item.type === 'function_call' ? [{ type: 'function_call_output', call_id: item.call_id, output: resultOf(++turn, resultBytes) }] : [],
  );
  if (outputs.length === 0) socket.close();
  else ask(event.response.id, outputs);
});
ask(null, [{ type: 'message', role: 'user', content: prompt }]);
