import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { open, output, user } from './helpers.ts';
import { type Fault, type ScriptedTurn, startScriptedServer } from './scripted-server.ts';

const turns: readonly ScriptedTurn[] = [{ reasoning: true, calls: [{ name: 'read', arguments: {}, callId: 'c1' }] }, { text: 'dönë 🎉' }];

/** An HTTP server that answers every POST with `answer`. */
async function httpServer(answer: (response: ServerResponse, n: number) => void) {
  let requests = 0;
  const sockets = new Set<unknown>();
  const server = createServer((request, response) => {
    requests += 1;
    sockets.add(request.socket);
    request.resume();
    request.on('end', () => answer(response, requests));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`,
    get requests() {
      return requests;
    },
    sockets,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a conversation over HTTP', () => {
  it('keeps to one connection, which TCP then sends over at full speed', async () => {
    await using server = await httpServer((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${JSON.stringify({ type: 'response.completed', response: { id: 'r', status: 'completed', output: [] } })}\n\n`);
      response.end('data: [DONE]\n\n');
    });
    await using opened = open(server, { transport: 'http' });
    for (let turn = 0; turn < 6; turn++) await opened.conversation.turn([user(`${turn}`)]);
    expect(server.sockets.size).toBe(1);
  });

  it('sends everything each time and reads the stream of events', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server, { transport: 'http' });
    const first = await opened.conversation.turn([user('red')]);
    expect(first.calls.map((call) => call.callId)).toEqual(['c1']);
    const second = await opened.conversation.turn([output('c1', 'x')]);
    expect(second.text).toBe('dönë 🎉');
    expect(second.timing).toMatchObject({ mode: 'http', bytesSent: Buffer.byteLength(server.requests[1]?.raw ?? '') });
    expect(server.requests[1]?.input).toEqual([user('red'), ...first.items, output('c1', 'x')]);
    expect(server.requests[1]?.body).toMatchObject({ stream: true, store: false });
    expect(server.requests[1]?.body).not.toHaveProperty('type');
    expect(server.requests[1]?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'text/event-stream' });
  });

  it.each<[string, Fault]>([
    ['cut before', { kind: 'drop', when: 'before' }],
    ['cut in the middle', { kind: 'drop', when: 'mid' }],
    ['silent', { kind: 'stall', when: 'before' }],
    ['silent in the middle', { kind: 'stall', when: 'mid' }],
    ['nonsense', { kind: 'nonsense' }],
    ['only events nobody knows', { kind: 'unknown-events', forever: true }],
    ['503', { kind: 'error', status: 503, retryAfter: 0.01 }],
    ['429', { kind: 'error', status: 429, retryAfter: 0.01 }],
    ['an error in the stream', { kind: 'error', flat: true, message: 'hm' }],
    ['a failed response', { kind: 'failed', code: 'server_error' }],
    ['an event beyond the limit', { kind: 'oversized', bytes: 33 * 1024 * 1024 }],
  ])('sends again what was answered with a stream that is: %s', async (_name, fault) => {
    await using server = await startScriptedServer({ turns, faults: [null, fault] });
    await using opened = open(server, { transport: 'http', timeouts: { firstEventMs: 200, betweenEventsMs: 200 } });
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).text).toBe('dönë 🎉');
    expect(server.requests).toHaveLength(3);
    expect(opened.conversation.items).toEqual(server.transcript());
  });

  it('stops sending again after three times', async () => {
    await using server = await startScriptedServer({ turns, faults: Array(9).fill({ kind: 'drop', when: 'mid' }) });
    await using opened = open(server, { transport: 'http' });
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.requests).toHaveLength(4);
  });

  it.each<[number, string]>([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [402, 'no-credit'],
    [400, 'rejected'],
    [404, 'rejected'],
    [422, 'rejected'],
  ])('does not send again what was refused with %i', async (status, kind) => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'error', status, message: 'because' }] });
    await using opened = open(server, { transport: 'http' });
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({
      kind,
      status,
      message: expect.stringContaining('because'),
    });
    expect(server.requests).toHaveLength(1);
  });

  it('can be given up in the middle of a stream', async () => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'stall', when: 'mid' }] });
    await using opened = open(server, { transport: 'http' });
    const controller = new AbortController();
    const turn = opened.conversation.turn([user('red')], { signal: controller.signal });
    await expect.poll(() => opened.conversation.stats.bytesReceived).toBeGreaterThan(0);
    controller.abort();
    await expect(turn).rejects.toMatchObject({ kind: 'aborted' });
    expect((await opened.conversation.turn([])).calls).toHaveLength(1);
  });

  it('rejects with what a handler throws', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server, { transport: 'http' });
    const boom = () => {
      throw new Error('handler');
    };
    await expect(opened.conversation.turn([user('red')], { onItem: boom })).rejects.toThrow('handler');
  });
});

describe('an HTTP server with its own ideas', () => {
  const response = {
    id: 'resp_1',
    status: 'completed',
    output: [
      {
        type: 'message',
        id: 'm',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: 'whole', annotations: [] }],
      },
    ],
  };

  it('may answer with the whole response instead of a stream', async () => {
    await using server = await httpServer((answer) =>
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(response)),
    );
    await using opened = open(server, { transport: 'http' });
    const turn = await opened.conversation.turn([user('red')]);
    expect(turn.text).toBe('whole');
    expect(turn.usage).toEqual({ inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 });
  });

  it('may leave the type to the event name, end lines with CR LF, skip [DONE] and the last blank line', async () => {
    const data = JSON.stringify({ response });
    await using server = await httpServer((answer) => {
      answer.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      answer.end(`\ufeff: hello\r\n\r\nevent: response.completed\r\ndata: ${data}`);
    });
    await using opened = open(server, { transport: 'http' });
    expect((await opened.conversation.turn([user('red')])).text).toBe('whole');
  });

  it('is not believed when it answers with a page', async () => {
    await using server = await httpServer((answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'));
    await using opened = open(server, { transport: 'http' });
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('text/html'),
    });
  });

  it('is named in the error when it answers an error as a page', async () => {
    await using server = await httpServer((answer) => answer.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>'));
    await using opened = open(server, { transport: 'http' });
    const error = await opened.conversation.turn([user('red')]).catch((caught: unknown) => String(caught));
    expect(error).toContain('HTTP 404');
    expect(error).not.toContain('<h1>');
  });

  it('keeps its connection from turn to turn', async () => {
    await using server = await httpServer((answer, n) => {
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.write(`data: ${JSON.stringify({ type: 'response.completed', response: { ...response, id: `resp_${n}` } })}\n\n`);
      answer.end('data: [DONE]\n\n');
    });
    await using opened = open(server, { transport: 'http' });
    for (let n = 0; n < 4; n += 1) {
      await opened.conversation.turn([user('more')]);
      await sleep(30);
    }
    expect(server.sockets.size).toBeLessThan(4);
  });
});
