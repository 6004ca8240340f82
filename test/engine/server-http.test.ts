import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import type { Mind, Step } from '../../src/engine/mind.ts';
import { type Engine, startServer } from '../../src/engine/server.ts';
import { atEnd, raw, serve } from './raw-socket.ts';
import { echo, scriptedMind } from './scripted.ts';

// HTTP as clients may send it, byte by byte.

function tcp(engine: Engine): Socket {
  const socket = connect(Number(new URL(engine.url).port), '127.0.0.1');
  atEnd(() => socket.destroy());
  return socket;
}

/** Sends `text`, half-closes unless told to stay, and reads to the end. */
async function exchange(engine: Engine, text: string, end = true): Promise<string> {
  const socket = tcp(engine);
  socket.write(text);
  if (end) socket.end();
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

const body = JSON.stringify({ model: 'm', input: 'hello' });
const head = (more: string, method = 'POST', path = '/v1/responses') => `${method} ${path} HTTP/1.1\r\nhost: x\r\n${more}\r\n`;
const post = (text: string, more = '') => head(`content-length: ${Buffer.byteLength(text)}\r\n${more}`) + text;

describe('HTTP', () => {
  it('a client that has closed its side still gets its answer', async () => {
    expect(await exchange(await serve(), post(body))).toContain('You said: hello');
  });

  it('requests sent one behind the other are answered in order', async () => {
    const bodies = ['one', 'two', 'three'].map((input) => post(JSON.stringify({ model: 'm', input })));
    const answers = await exchange(await serve(), bodies.join(''));
    expect(answers.match(/You said: (one|two|three)/g)).toEqual(['You said: one', 'You said: two', 'You said: three']);
  });

  it('takes a body in chunks', async () => {
    const chunks = [body.slice(0, 5), body.slice(5)].map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('');
    expect(await exchange(await serve(), `${head('transfer-encoding: chunked\r\n')}${chunks}0\r\n\r\n`)).toContain('You said: hello');
  });

  it.each([
    ['by its length', `content-length: 200000\r\n`, 'x'.repeat(200_000)],
    ['by what comes', 'transfer-encoding: chunked\r\n', `30d40\r\n${'x'.repeat(200_000)}\r\n0\r\n\r\n`],
  ])('a body above the bound, told %s, is read to its end and answered with 413', async (_, more, text) => {
    const engine = await serve({ bounds: { messageBytes: 4_096 } });
    const answers = await exchange(engine, head(more) + text + post(body));
    expect(answers).toMatch(/^HTTP\/1\.1 413 .*request_too_large.*You said: hello/s);
  });

  it('a client that expects 100-continue is told to go on, or not to send at all', async () => {
    const engine = await serve({ bounds: { messageBytes: 4_096 } });
    const expectant = 'expect: 100-continue\r\n';
    expect(await exchange(engine, post(body, expectant))).toMatch(/^HTTP\/1\.1 100 .*HTTP\/1\.1 200 /s);
    expect(await exchange(engine, head(`content-length: 5000\r\n${expectant}`), false)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['compressed', 'content-encoding: zstd\r\n', '{}', 415],
    ['no UTF-8', '', '"\xff"', 400],
    ['empty', '', '', 400],
  ])('a body that is %s is refused with a reason', async (_, more, text, status) => {
    const socket = tcp(await serve());
    socket.end(Buffer.from(head(`content-length: ${text.length}\r\nconnection: close\r\n${more}`) + text, 'latin1'));
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*invalid_request_error`, 's'));
  });

  it('what is not HTTP is answered with 400 and cut', async () => {
    expect(await exchange(await serve(), 'hello there\r\n\r\n', false)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each([
    ['PUT', '/responses', 405, 'POST'],
    ['OPTIONS', '/responses', 405, 'POST'],
    ['POST', '/models', 405, 'GET'],
    ['PATCH', '/responses/resp_1', 405, 'GET, DELETE'],
    ['GET', '/responses/input_tokens', 405, 'POST'],
  ])('%s %s is answered with %i and what is possible', async (method, path, status, allow) => {
    const response = await fetch((await serve()).url + path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });

  it('says that it is well, and gives every answer an id', async () => {
    const response = await fetch(`${(await serve()).url}/health`);
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(response.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
  });

  it('a stored response can be fetched and deleted, from any connection; another cannot', async () => {
    const engine = await serve();
    const socket = await raw(engine);
    const kept = await socket.create({ input: 'one', store: true });
    const url = `${engine.url}/responses/${kept}`;
    expect(await (await fetch(url)).json()).toMatchObject({ id: kept, status: 'completed', output: [{ type: 'message' }] });
    expect((await fetch(`${engine.url}/responses/${await socket.create({ input: 'two' })}`)).status).toBe(404);
    expect((await fetch(`${url}/cancel`, { method: 'POST' })).status).toBe(400);
    expect(await (await fetch(url, { method: 'DELETE' })).json()).toEqual({ id: kept, object: 'response', deleted: true });
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('what clients ask besides', () => {
  const client = async () => new OpenAI({ apiKey: 'k', baseURL: (await serve()).url, maxRetries: 0 });

  it('which model there is', async () => {
    const openai = await client();
    const [model] = (await openai.models.list()).data;
    if (model === undefined) throw new Error('no model');
    expect(await openai.models.retrieve(model.id)).toEqual(model);
    await expect(openai.models.retrieve('another')).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  });

  it('what was said before a response, page by page', async () => {
    const openai = await client();
    const first = await openai.responses.create({ model: 'm', input: 'one' });
    const second = await openai.responses.create({ model: 'm', input: 'two', previous_response_id: first.id });
    const said = [];
    for await (const item of openai.responses.inputItems.list(second.id, { order: 'asc', limit: 1 })) said.push(item);
    expect(said).toMatchObject([
      { role: 'user', content: 'one' },
      { role: 'assistant', id: first.output[0]?.id },
      { role: 'user', content: 'two' },
    ]);
    expect((await openai.responses.inputItems.list(second.id)).data).toEqual(said.toReversed());
    for (const bad of [{ limit: 0 }, { limit: 101 }, { after: 'nobody' }])
      await expect(openai.responses.inputItems.list(second.id, bad)).rejects.toMatchObject({ status: 400 });
    await expect(openai.responses.inputItems.list('resp_0')).rejects.toMatchObject({ status: 404 });
  });

  it('the events of a stored response once more', async () => {
    const openai = await client();
    const events = [];
    for await (const event of await openai.responses.create({ model: 'm', input: 'one', stream: true })) events.push(event);
    const last = events.at(-1);
    if (last?.type !== 'response.completed') throw new Error('not completed');
    const again = [];
    for await (const event of await openai.responses.retrieve(last.response.id, { stream: true })) again.push(event);
    expect(again).toEqual(events);
    const rest = [];
    for await (const event of await openai.responses.retrieve(last.response.id, { stream: true, starting_after: 2 })) rest.push(event);
    expect(rest).toEqual(events.slice(3));
  });

  it('how many tokens a request would have: as many as its usage says', async () => {
    const openai = await client();
    const request = { model: 'm', input: 'How long is this?', instructions: 'Be brief.' };
    const { usage } = await openai.responses.create(request);
    expect(await openai.responses.inputTokens.count(request)).toMatchObject({ input_tokens: usage?.input_tokens });
    await expect(openai.responses.compact({ model: 'gpt-5.1', input: 'one' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('who may come in', () => {
  it('no web page while there is no key: sockets know no CORS', async () => {
    const engine = await serve();
    const origin = { origin: 'https://example.org' };
    expect((await fetch(`${engine.url}/models`, { headers: origin })).status).toBe(403);
    await expect(raw(engine, origin)).rejects.toThrow('403');
    await raw(await serve({ apiKey: 'k' }), { ...origin, authorization: 'Bearer k' });
  });

  it.each(['', 'Bearer', 'Bearer ', 'Bearer kk', 'Basic k', 'k2'])('not with the authorization %j', async (authorization) => {
    const response = await fetch(`${(await serve({ apiKey: 'k' })).url}/models`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_api_key' } });
  });

  it('not more sockets than there is room for; one that closes makes room', async () => {
    const engine = await serve({ bounds: { connections: 2 } });
    const first = await raw(engine);
    await raw(engine);
    await expect(raw(engine)).rejects.toThrow('503');
    const closed = once(first.socket, 'close');
    first.socket.close();
    await closed;
    await (await raw(engine)).create({ input: 'x' });
  });

  it('a handshake that is wrong is answered in JSON', async () => {
    const answer = await exchange(await serve(), head('connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n', 'GET'));
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*invalid_upgrade/s);
  });
});

describe('the end', () => {
  const slow = (): { mind: Mind; finish: (step: Step) => void; asked: Promise<void> } => {
    let finish: (step: Step) => void = () => {};
    const answer = new Promise<Step>((resolve) => {
      finish = resolve;
    });
    let ask: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      ask = resolve;
    });
    const think = (): Promise<Step> => {
      ask();
      return answer;
    };
    return { mind: { ...scriptedMind(echo), think }, finish, asked };
  };

  it('answers what is under way and nothing that comes after', async () => {
    const { mind, finish, asked } = slow();
    const engine = await startServer({ mind });
    const busy = await raw(engine);
    const idle = await raw(engine);
    const idleClosed = once(idle.socket, 'close');
    const busyClosed = once(busy.socket, 'close');
    busy.send({ type: 'response.create', model: 'm', input: 'x' });
    await asked;
    const closing = engine.close(10_000);
    expect((await idleClosed)[0]).toBe(1001);
    busy.send({ type: 'response.create', model: 'm', input: 'too late' });
    await busy.until('response.in_progress');
    expect(await busy.next()).toMatchObject({ type: 'error', status: 503 });
    finish({ kind: 'text', text: 'just in time' });
    expect((await busy.until('response.completed')).at(-1)).toMatchObject({ response: { status: 'completed' } });
    expect((await busyClosed)[0]).toBe(1001);
    await closing;
    await expect(fetch(`${engine.url}/health`)).rejects.toThrow();
  });

  it('does not wait longer than it was told', async () => {
    const { mind, asked } = slow();
    const engine = await startServer({ mind });
    const { socket, send } = await raw(engine);
    const closed = once(socket, 'close');
    send({ type: 'response.create', model: 'm', input: 'x' });
    await asked;
    await engine.close(50);
    expect((await closed)[0]).toBe(1001);
  });
});
