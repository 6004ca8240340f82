// The vendor's SDK over HTTP, streaming: `full` sends the whole history every turn, `chained` names the response before.
import OpenAI from 'openai';
import type { Response, ResponseInputItem, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { instructions, prompt, resultOf, tools } from '../job.ts';
import { apiKey, baseUrl, resultBytes } from './settings.ts';

const chained = process.argv[2] === 'chained';
const client = new OpenAI({ apiKey, baseURL: baseUrl });
const history: ResponseInputItem[] = [];
let fresh: ResponseInputItem[] = [{ type: 'message', role: 'user', content: prompt }];
let previous: string | null = null;

for (let turn = 1; fresh.length > 0; turn++) {
  history.push(...fresh);
  const stream: AsyncIterable<ResponseStreamEvent> = await client.responses.create({
    model: 'tape',
    instructions,
    tools,
    stream: true,
    store: chained,
    input: chained ? fresh : history,
    ...(previous === null || !chained ? {} : { previous_response_id: previous }),
  });
  let ended: Response | null = null;
  for await (const event of stream) if (event.type === 'response.completed') ended = event.response;
  if (ended === null) throw new Error('the stream ended before the response');
  previous = ended.id;
  fresh = ended.output.flatMap((item): ResponseInputItem[] => {
    if (item.type === 'function_call') {
      history.push(item);
      return [{ type: 'function_call_output', call_id: item.call_id, output: resultOf(turn, resultBytes) }];
    }
    return [];
  });
}
