import OpenAI from 'openai';
import type { FunctionTool, ResponsesServerEvent } from 'openai/resources/responses/responses';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Engine, startServer } from '../../src/engine/server.ts';
import { ResponseStore } from '../../src/engine/store.ts';
import { atEnd, raw, serve } from './raw-socket.ts';
import { echo, scriptedMind, silentMind, twoReads } from './scripted.ts';

const read: FunctionTool = { type: 'function', name: 'read', parameters: {}, strict: true };

function sdk(engine: Engine, apiKey = 'none'): OpenAI {
  return new OpenAI({ baseURL: engine.url, apiKey, maxRetries: 0 });
}

describe('through the openai SDK', () => {
  it('a text turn over the socket carries the events in the order of the protocol', async () => {
    const ws = new ResponsesWS(sdk(await serve()));
    atEnd(() => ws.close());
    ws.send({ type: 'response.create', model: 'regreen-engine', input: 'hello', store: false });
    const events = await collect(ws);
    expect(events.map((event) => event.type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(events.map((event) => 'sequence_number' in event && event.sequence_number)).toEqual(events.map((_, index) => index));
    const last = events.at(-1);
    const completed = last?.type === 'response.completed' ? last.response : undefined;
    expect(completed).toMatchObject({
      object: 'response',
      status: 'completed',
      output: [{ role: 'assistant', content: [{ text: 'You said: hello' }] }],
    });
    expect(completed?.usage?.total_tokens).toBe((completed?.usage?.input_tokens ?? 0) + (completed?.usage?.output_tokens ?? 0));
  });

  it('a tool loop over the socket: two calls in one response, both outputs in the next request', async () => {
    const ws = new ResponsesWS(sdk(await serve({ mind: scriptedMind(twoReads) })));
    atEnd(() => ws.close());
    ws.send({ type: 'response.create', model: 'm', input: 'go', tools: [read], store: false });
    const first = completedOf(await collect(ws));
    const calls = first.output.flatMap((item) => (item.type === 'function_call' ? [item] : []));
    expect(calls.map((call) => [call.name, call.arguments])).toEqual([
      ['read', '{"path":"a"}'],
      ['read', '{"path":"b"}'],
    ]);
    ws.send({
      type: 'response.create',
      model: 'm',
      previous_response_id: first.id,
      tools: [read],
      store: false,
      input: calls.map((call, index) => ({ type: 'function_call_output', call_id: call.call_id, output: 'x'.repeat(index + 1) })),
    });
    const second = completedOf(await collect(ws));
    expect(second.previous_response_id).toBe(first.id);
    expect(second.output).toMatchObject([{ type: 'message', content: [{ text: '3 characters' }] }]);
    expect(second.usage?.input_tokens_details.cached_tokens).toBeGreaterThan(0);
  });

  it('the same tool loop over HTTP, streamed, with the whole input each time', async () => {
    const client = sdk(await serve({ mind: scriptedMind(twoReads) }));
    const first = await client.responses.stream({ model: 'm', input: 'go', tools: [read], store: false }).finalResponse();
    const calls = first.output.flatMap((item) => (item.type === 'function_call' ? [item] : []));
    const outputs = calls.map((call) => ({ type: 'function_call_output' as const, call_id: call.call_id, output: 'xx' }));
    const second = await client.responses
      .stream({ model: 'm', input: [{ role: 'user', content: 'go' }, ...calls, ...outputs], tools: [read], store: false })
      .finalResponse();
    expect(second.output_text).toBe('4 characters');
  });

  it('a stored response can be continued over HTTP, without streaming', async () => {
    const client = sdk(await serve({ mind: scriptedMind(twoReads) }));
    const first = await client.responses.create({ model: 'm', input: 'go', tools: [read] });
    const input = first.output.flatMap((item) => {
      return item.type === 'function_call' ? [{ type: 'function_call_output' as const, call_id: item.call_id, output: 'abc' }] : [];
    });
    const second = await client.responses.create({ model: 'm', input, previous_response_id: first.id, tools: [read] });
    expect(second.output_text).toBe('6 characters');
  });

  it('the list of models names the engine', async () => {
    const models = await sdk(await serve()).models.list();
    expect(models.data.map((model) => model.id)).toEqual(['regreen-engine']);
  });
});

describe('the socket', () => {
  it('continues the latest response of the connection only', async () => {
    const { send, next, create } = await raw(await serve());
    const first = await create({ input: 'one' });
    const second = await create({ input: 'two', previous_response_id: first });
    send({ type: 'response.create', model: 'm', store: false, input: 'three', previous_response_id: first });
    expect(await next()).toMatchObject({
      type: 'error',
      status: 400,
      error: { code: 'previous_response_not_found', param: 'previous_response_id' },
    });
    await create({ input: 'three', previous_response_id: second });
  });

  it('forgets its responses with the connection, but not those that were stored', async () => {
    const engine = await serve();
    const before = await raw(engine);
    const kept = await before.create({ input: 'one', store: true });
    const lost = await before.create({ input: 'one' });
    before.socket.terminate();
    const { send, next, create } = await raw(engine);
    send({ type: 'response.create', model: 'm', previous_response_id: lost });
    expect(await next()).toMatchObject({ error: { code: 'previous_response_not_found' } });
    await create({ previous_response_id: kept });
  });

  it('a warm-up has no output and can be continued', async () => {
    const mind = scriptedMind(echo);
    const { create } = await raw(await serve({ mind }));
    const warm = await create({ input: 'brief', generate: false });
    expect(mind.prompts).toEqual([]);
    await create({ input: [], previous_response_id: warm });
    expect(mind.prompts[0]?.items).toEqual([{ type: 'message', role: 'user', content: 'brief' }]);
  });

  it('answers one lane in order and names the lane in every event', async () => {
    const { send, until } = await raw(await serve());
    send({ type: 'response.create', model: 'm', stream_id: 'a', input: '1' });
    send({ type: 'response.create', model: 'm', stream_id: 'a', input: '2' });
    const frames = [...(await until('response.completed')), ...(await until('response.completed'))];
    expect(frames.every((frame) => frame.stream_id === 'a')).toBe(true);
    expect(frames.filter((frame) => frame.type === 'response.output_text.done').map((frame) => frame.text)).toEqual([
      'You said: 1',
      'You said: 2',
    ]);
  });

  it('a lane that thinks holds up no other lane', async () => {
    const quick = scriptedMind(echo);
    const mind = {
      ...quick,
      think: (prompt: Parameters<typeof quick.think>[0]) => (prompt.items.length > 1 ? silentMind().think(prompt) : quick.think(prompt)),
    };
    const { send, until } = await raw(await serve({ mind }));
    send({
      type: 'response.create',
      model: 'm',
      stream_id: 'slow',
      input: [
        { role: 'user', content: 'a' },
        { role: 'user', content: 'b' },
      ],
    });
    await until('response.in_progress');
    send({ type: 'response.create', model: 'm', stream_id: 'quick', input: 'x' });
    expect((await until('response.completed')).at(-1)?.stream_id).toBe('quick');
  });

  it('a fork may continue what another lane said last', async () => {
    const { create } = await raw(await serve());
    const main = await create({ input: 'one' });
    await create({ input: 'two', stream_id: 'fork', previous_response_id: main });
    await create({ input: 'three', previous_response_id: main });
  });

  it.each([
    ['not JSON', '{"type":', null],
    ['an array', '[]', 'type'],
    ['null', 'null', 'type'],
    ['no type', '{}', 'type'],
    ['an unknown type', '{"type":"response.append"}', 'type'],
    ['no model', '{"type":"response.create","input":"x"}', 'model'],
    ['a model that is no text', '{"type":"response.create","model":7}', 'model'],
    ['input that is no list', '{"type":"response.create","model":"m","input":7}', 'input'],
    ['an item that is no object', '{"type":"response.create","model":"m","input":["x"]}', 'input'],
    ['a bad stream_id', '{"type":"response.create","model":"m","stream_id":"a b"}', 'stream_id'],
    ['a background response', '{"type":"response.create","model":"m","background":true}', 'background'],
  ])('refuses %s and stays open', async (_, frame, param) => {
    const { send, next, create } = await raw(await serve());
    send(frame);
    const refused = await next();
    expect(refused).toMatchObject({ type: 'error', status: 400, error: { type: 'invalid_request_error' } });
    expect((refused.error as { param: string | null }).param ?? null).toEqual(param === 'input' ? expect.stringMatching(/^input/) : param);
    await create({ input: 'still there' });
  });

  it('accepts fields it does not know, and items it does not know', async () => {
    const { create } = await raw(await serve());
    await create({
      stream: true,
      client_metadata: { a: 'b' },
      store: false,
      input: [{ type: 'reasoning', id: 'rs_1', summary: [] }],
      tools: [{ type: 'web_search' }, 7],
    });
  });

  it('closes a peer that answers no ping with 1011', async () => {
    const { socket } = await raw(await serve({ bounds: { pingMs: 50 } }), {}, false);
    const [code] = await new Promise<[number]>((resolve) => socket.once('close', (...closed) => resolve([closed[0]])));
    expect(code).toBe(1011);
  });

  it('cuts a large answer into deltas that add up, never inside a character', async () => {
    const text = '😀'.repeat(30_000);
    const { send, until } = await raw(await serve({ mind: scriptedMind(async () => `-${text}`) }));
    send({ type: 'response.create', model: 'm', input: 'x' });
    const deltas = (await until('response.completed'))
      .filter((frame) => frame.type === 'response.output_text.delta')
      .map((frame) => String(frame.delta));
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.every((delta) => Buffer.from(delta).toString() === delta)).toBe(true);
    expect(deltas.join('')).toBe(`-${text}`);
  });

  it('closes its sockets and its port when the engine closes, also in the middle of an answer', async () => {
    const engine = await startServer({ mind: silentMind() });
    const { socket, send, until } = await raw(engine);
    send({ type: 'response.create', model: 'm', input: 'x' });
    await until('response.in_progress');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await engine.close();
    expect(await closed).toBe(1001);
    await expect(fetch(`${engine.url}/models`)).rejects.toThrow();
  });
});

describe('the key', () => {
  it('is asked for on HTTP and on the upgrade', async () => {
    const engine = await serve({ apiKey: 'secret' });
    expect((await fetch(`${engine.url}/models`)).status).toBe(401);
    await expect(raw(engine, { authorization: 'Bearer wrong' })).rejects.toThrow('401');
    await raw(engine, { authorization: 'Bearer secret' });
    expect((await sdk(engine, 'secret').models.list()).data).toHaveLength(1);
  });
});

describe('HTTP', () => {
  it.each([
    ['POST', '/responses', '{', 400],
    ['POST', '/responses', '{"input":"x"}', 400],
    ['POST', '/responses', '{"model":"m","previous_response_id":"resp_none"}', 400],
    ['GET', '/responses', null, 405],
    ['GET', '/nothing', null, 404],
    ['DELETE', '/models', null, 405],
  ])('%s %s with %s is answered with %i and a JSON error', async (method, path, body, status) => {
    const engine = await serve();
    const response = await fetch(engine.url + path, { method, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', message: expect.any(String) } });
  });

  it('an upgrade on another path is refused with 404', async () => {
    const engine = await serve();
    const socket = new WebSocket(`${engine.url.replace('http', 'ws')}/realtime`);
    await expect(new Promise((_, reject) => socket.once('error', reject))).rejects.toThrow('404');
  });
});

describe('the store', () => {
  const kept = (id: string, chars: number) => ({ transcript: { id, items: [], chars }, response: {}, output: [] });

  it('drops the least recently used response when it is full', () => {
    const store = new ResponseStore({ maxEntries: 10, maxChars: 10 });
    for (const id of ['a', 'b']) store.put(kept(id, 4));
    store.get('a');
    store.put(kept('c', 4));
    expect(['a', 'b', 'c'].map((id) => store.get(id)?.transcript.id ?? null)).toEqual(['a', null, 'c']);
    store.put(kept('too large', 11));
    expect(store.get('too large')).toBeNull();
  });
});

async function collect(ws: ResponsesWS): Promise<ResponsesServerEvent[]> {
  const events: ResponsesServerEvent[] = [];
  return new Promise((resolve, reject) => {
    const onEvent = (event: ResponsesServerEvent): void => {
      events.push(event);
      if (event.type !== 'response.completed') return;
      ws.off('event', onEvent);
      resolve(events);
    };
    ws.on('event', onEvent);
    ws.once('error', reject);
  });
}

function completedOf(events: readonly ResponsesServerEvent[]) {
  const last = events.at(-1);
  if (last?.type !== 'response.completed') throw new Error(`ended with ${last?.type}`);
  return last.response;
}
