import OpenAI from 'openai';
import type { Response, ResponseInputItem, ResponsesServerEvent } from 'openai/resources/responses/responses';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/index.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';
import { sampleOf } from '../sampled.ts';
import { expectRepaired, key, lookUp, question, scriptedLookUp } from './expectations.ts';
import { type RedRepository, redRepository } from './red-repository.ts';

// The official SDK, over each of its three ways, against both servers.

interface Client {
  create(body: OpenAI.Responses.ResponseCreateParamsNonStreaming): Promise<Response>;
  /** Over the socket a request holds only what is new. */
  readonly continues: boolean;
  close(): void;
}

const clients: Readonly<Record<string, (baseURL: string) => Client>> = {
  'ResponsesWS, one socket': (baseURL) => {
    const ws = new ResponsesWS(new OpenAI({ baseURL, apiKey: key, maxRetries: 0 }));
    return {
      continues: true,
      close: () => ws.close(),
      create: (body) => {
        ws.send({ ...body, type: 'response.create' });
        return new Promise((resolve, reject) => {
          const onEvent = (event: ResponsesServerEvent): void => {
            if (event.type !== 'response.completed') return;
            ws.off('event', onEvent);
            ws.off('error', reject);
            resolve(event.response);
          };
          ws.on('event', onEvent);
          ws.on('error', reject);
        });
      },
    };
  },
  'HTTP, streaming': (baseURL) => {
    const client = new OpenAI({ baseURL, apiKey: key, maxRetries: 0 });
    const create: Client['create'] = (body) => client.responses.stream({ ...body, stream: true }).finalResponse();
    return { create, continues: false, close: () => {} };
  },
  'HTTP, not streaming': (baseURL) => {
    const client = new OpenAI({ baseURL, apiKey: key, maxRetries: 0 });
    return { create: (body) => client.responses.create(body), continues: false, close: () => {} };
  },
};

/** Talks until there are no calls left; returns the last words. */
async function converse(
  client: Client,
  first: string,
  tools: OpenAI.Responses.FunctionTool[],
  call: (name: string, args: string) => Promise<string>,
): Promise<string> {
  const history: ResponseInputItem[] = [];
  let fresh: ResponseInputItem[] = [{ role: 'user', content: first }];
  let previous: string | null = null;
  for (let turn = 0; turn < 30; turn++) {
    history.push(...fresh);
    const input = client.continues ? fresh : [...history];
    const response: Response = await client.create({
      model: 'regreen-engine',
      instructions: 'Do it.',
      store: false,
      tools,
      input,
      ...(client.continues ? { previous_response_id: previous } : {}),
    });
    const { usage } = response;
    expect(usage?.total_tokens).toBe((usage?.input_tokens ?? 0) + (usage?.output_tokens ?? 0));
    previous = response.id;
    const calls = response.output.flatMap((item) => (item.type === 'function_call' ? [item] : []));
    if (calls.length === 0) return textOf(response);
    history.push(...response.output.filter((item) => item.type === 'function_call'));
    fresh = [];
    for (const item of calls) {
      fresh.push({ type: 'function_call_output', call_id: item.call_id, output: await call(item.name, item.arguments) });
    }
  }
  throw new Error('it never ends');
}

function textOf(response: Response): string {
  return response.output
    .flatMap((item) => (item.type === 'message' ? item.content : []))
    .reduce((text, part) => text + (part.type === 'output_text' ? part.text : ''), '');
}

const repairOver = async (client: Client, red: RedRepository): Promise<string> => {
  try {
    return await converse(client, red.brief, red.tools, red.call);
  } finally {
    client.close();
  }
};

describe.each(sampleOf(Object.entries(clients), 0.4, ([way]) => way))('the openai SDK (%s)', (way, open) => {
  it('lets the engine repair a repository through its own tool calls', async () => {
    await using red = await redRepository();
    const engine = await startEngine({ apiKey: key });
    const words = await repairOver(open(engine.url), red).finally(() => engine.close());
    await expectRepaired(red, words);
  });

  it('gets an answer in text from the engine when it has no tools', async () => {
    const engine = await startEngine({ apiKey: key });
    const client = open(engine.url);
    const words = await converse(client, question, [], async () => '').finally(() => client.close());
    await engine.close();
    expect(words).toContain('program-repair engine');
  });

  it.skipIf(way === 'HTTP, not streaming')('completes a tool loop with the scripted server, which streams', async () => {
    await using server = await startScriptedServer({ apiKey: key, turns: scriptedLookUp });
    const client = open(server.baseUrl);
    const asked: string[] = [];
    const words = await converse(client, question, [lookUp], async (name, args) => {
      asked.push(`${name} ${args}`);
      return '42';
    }).finally(() => client.close());
    expect(asked).toEqual(['look_up {"what":"the answer"}', 'look_up {"what":"the question"}']);
    expect(words).toBe('It is 42.');
  });
});
