import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { open, output, user } from './helpers.ts';
import { type Fault, type ScriptedTurn, startScriptedServer } from './scripted-server.ts';

const turns: readonly ScriptedTurn[] = [{ calls: [{ name: 'read', arguments: {}, callId: 'c1' }] }, { reasoning: true, text: 'done' }];
const quick = { firstEventMs: 150, betweenEventsMs: 150 };
const drop = (when: 'before' | 'mid' | 'after', code?: number): Fault => ({ kind: 'drop', when, ...(code === undefined ? {} : { code }) });

describe('a connection that is lost', () => {
  it.each<[string, Fault]>([
    ['cut before the response', drop('before')],
    ['cut in the middle', drop('mid')],
    ['closed with 1001', drop('before', 1001)],
    ['closed with 1011', drop('mid', 1011)],
    ['closed with 1012', drop('mid', 1012)],
    ['closed with 1013', drop('before', 1013)],
    ['closed with 1000 while a response is under way', drop('mid', 1000)],
    ['silent from the start', { kind: 'stall', when: 'before' }],
    ['silent after the first events', { kind: 'stall', when: 'mid' }],
    ['sending nothing but events nobody knows', { kind: 'unknown-events', forever: true }],
    ['sending nonsense', { kind: 'nonsense' }],
    ['sending a binary frame', { kind: 'binary' }],
    ['sending a message beyond the limit', { kind: 'oversized', bytes: 33 * 1024 * 1024 }],
    ['too old', { kind: 'age-limit' }],
    ['answering 503', { kind: 'error', status: 503, code: 'overloaded' }],
  ])('is replaced, and everything is sent again: %s', async (_name, fault) => {
    await using server = await startScriptedServer({ turns, faults: [null, fault] });
    await using opened = open(server, { timeouts: quick });
    await opened.conversation.turn([user('red')]);
    const turn = await opened.conversation.turn([output('c1', 'x')]);
    expect(turn.text).toBe('done');
    expect(turn.timing.mode).toBe('full');
    expect(server.requests.map(({ connection, input }) => [connection, input.length])).toEqual([
      [1, 1],
      [1, 1],
      [2, 3],
    ]);
    expect(server.requests.at(-1)?.body.previous_response_id).toBeUndefined();
    expect(opened.conversation.stats).toMatchObject({ kind: 'websocket', connections: 2, reconnects: 1, fallbacks: [], turnsFull: 2 });
    expect(opened.conversation.items).toEqual(server.transcript());
    expect(opened.notices).toHaveLength(1);
  });

  it('costs no turn when it is lost between turns', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    server.dropConnections(1001);
    await expect.poll(() => server.closes.length).toBe(1);
    expect((await opened.conversation.turn([output('c1', 'x')])).text).toBe('done');
    expect(opened.conversation.stats).toMatchObject({ connections: 2, reconnects: 1 });
  });

  it('is replaced when the age limit is announced between turns', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    server.broadcast('{"type":"error","status":400,"error":{"code":"websocket_connection_limit_reached","message":"limit"}}');
    await expect.poll(() => server.closes.length).toBe(1);
    expect((await opened.conversation.turn([output('c1', 'x')])).text).toBe('done');
  });

  it('does not mind frames between turns that say nothing', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    server.broadcast('{"type":"codex.rate_limits"}');
    expect((await opened.conversation.turn([output('c1', 'x')])).timing.mode).toBe('delta');
  });

  it('is replaced three times in a run; then the run goes on over HTTP and says so', async () => {
    await using server = await startScriptedServer({ turns, faults: [drop('mid'), drop('before'), drop('mid'), drop('before')] });
    await using opened = open(server);
    const turn = await opened.conversation.turn([user('red')]);
    expect(turn.timing.mode).toBe('http');
    await opened.conversation.turn([output('c1', 'x')]);
    expect(server.requests.map(({ transport }) => transport)).toEqual([...Array(4).fill('websocket'), 'http', 'http']);
    expect(opened.conversation.stats).toMatchObject({
      kind: 'http',
      reconnects: 3,
      fallbacks: [expect.stringContaining('HTTP instead of WebSocket')],
    });
    expect(opened.conversation.items).toEqual(server.transcript());
  });

  it('is an error after three times when only the socket may be used', async () => {
    await using server = await startScriptedServer({ turns, faults: Array(9).fill(drop('mid', 1011)) });
    await using opened = open(server, { transport: 'websocket' });
    const turn = opened.conversation.turn([user('red')]);
    await expect(turn).rejects.toMatchObject({ name: 'ResponsesError', kind: 'unavailable', message: expect.stringContaining('1011') });
    expect(server.requests.map(({ transport }) => transport)).toEqual(Array(4).fill('websocket'));
  });
});

describe('events that nobody knows', () => {
  it('are passed over when a response follows', async () => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'unknown-events' }] });
    await using opened = open(server);
    expect((await opened.conversation.turn([user('red')])).calls).toHaveLength(1);
    expect(opened.conversation.stats.connections).toBe(1);
  });

  it('do not end a turn twice: the end of the response before is not the end of this one', async () => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'late-duplicate' }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).text).toBe('done');
  });

  it('take nothing of the response before into this one: a late call is neither executed nor kept', async () => {
    await using server = await startScriptedServer({ turns: [...turns, { text: 'more' }], faults: [{ kind: 'late-call' }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    const heard: string[] = [];
    const turn = await opened.conversation.turn([output('c1', 'x')], { onItem: (item) => heard.push(item.type) });
    expect(turn.calls).toEqual([]);
    expect(heard).toEqual(['reasoning', 'message']);
    // The chain is as good as before: the next turn sends only what is new.
    expect((await opened.conversation.turn([user('and?')])).timing.mode).toBe('delta');
  });
});

describe('the age limit of the provider', () => {
  it('is nobody’s fault: a run that reaches it in every turn stays on its sockets', async () => {
    const ages = Array.from({ length: 12 }, (_, index): Fault | null => (index % 2 === 0 ? { kind: 'age-limit' } : null));
    await using server = await startScriptedServer({ turns: () => ({ text: 'ok' }), faults: ages });
    await using opened = open(server);
    for (let turn = 0; turn < 6; turn++) expect((await opened.conversation.turn([user('red')])).text).toBe('ok');
    expect(opened.conversation.stats).toMatchObject({ kind: 'websocket', reconnects: 6, fallbacks: [] });
  });

  it('may not be claimed by every new connection for ever', async () => {
    await using server = await startScriptedServer({
      turns: () => ({ text: 'ok' }),
      faults: ({ transport }) => (transport === 'http' ? null : { kind: 'age-limit' }),
    });
    await using opened = open(server);
    expect((await opened.conversation.turn([user('red')])).text).toBe('ok');
    expect(opened.conversation.stats).toMatchObject({ kind: 'http', connections: 5 });
  });
});

describe('a response the server no longer has', () => {
  it('is made up for by sending everything once on the same socket', async () => {
    await using server = await startScriptedServer({ turns, faults: [null, { kind: 'lose-chain' }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    const turn = await opened.conversation.turn([output('c1', 'x')]);
    expect(turn.text).toBe('done');
    expect(server.requests.map(({ connection, input }) => [connection, input.length])).toEqual([
      [1, 1],
      [1, 1],
      [1, 3],
    ]);
    expect(opened.conversation.stats).toMatchObject({ connections: 1, reconnects: 0 });
  });

  it('means full sends on the socket from then on when it happens every time', async () => {
    const calls = Array.from({ length: 5 }, (_, n) => ({ calls: [{ name: 'read', arguments: {}, callId: `c${n}` }] }));
    await using server = await startScriptedServer({ turns: calls, faults: [null, { kind: 'lose-chain' }, null, { kind: 'lose-chain' }] });
    await using opened = open(server);
    const modes: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const turn = await opened.conversation.turn(n === 0 ? [user('red')] : [output(`c${n - 1}`, 'x')]);
      modes.push(turn.timing.mode);
    }
    expect(modes).toEqual(Array(5).fill('full'));
    expect(server.requests.map(({ body }) => typeof body.previous_response_id === 'string')).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(opened.conversation.stats).toMatchObject({ kind: 'websocket', fallbacks: [expect.stringContaining('whole conversation')] });
  });
});

describe('a server that makes no sense', () => {
  it('is given up although it claims every time that it lost the conversation', async () => {
    const error: Fault = { kind: 'error', status: 400, code: 'previous_response_not_found' };
    await using server = await startScriptedServer({ turns, faults: Array(50).fill(error) });
    await using opened = open(server);
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'unavailable' });
    // The first, one more on the same socket, three new sockets, and four over HTTP.
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2, 3, 4, 0, 0, 0, 0]);
  });

  it('is cut off by size, not by memory', async () => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'oversized', bytes: 33 * 1024 * 1024 }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect(opened.notices).toEqual([expect.stringContaining('payload size')]);
  });
});

describe('errors the provider names', () => {
  it.each<[string, Fault]>([
    ['a frame with its status', { kind: 'error', status: 401, code: 'invalid_api_key' }],
    ['a flat frame', { kind: 'error', flat: true, code: 'invalid_api_key' }],
    ['403', { kind: 'error', status: 403 }],
  ])('a rejected key is never retried nor taken elsewhere: %s', async (_name, fault) => {
    await using server = await startScriptedServer({ turns, faults: [fault] });
    await using opened = open(server);
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['402', { kind: 'error', status: 402 }],
    ['429 with insufficient_quota', { kind: 'error', status: 429, code: 'insufficient_quota' }],
    ['a failed response', { kind: 'failed', code: 'insufficient_quota' }],
    ['close 4402', drop('before', 4402)],
  ])('no credit ends it at once: %s', async (_name, fault) => {
    await using server = await startScriptedServer({ turns, faults: [fault] });
    await using opened = open(server);
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'no-credit' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['nested', { kind: 'error', status: 429, code: 'rate_limit_exceeded', retryAfter: 0.02 }],
    ['nested with a date', { kind: 'error', status: 429, retryAfter: new Date(0).toUTCString() }],
    ['flat, in words', { kind: 'error', flat: true, code: 'rate_limit_exceeded', message: 'Please try again in 20ms.' }],
    ['a failed response', { kind: 'failed', code: 'rate_limit_exceeded', message: 'try again in 0.02s' }],
  ])('a rate limit is waited for on the same connection: %s', async (_name, fault) => {
    await using server = await startScriptedServer({ turns, faults: [null, fault] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).text).toBe('done');
    expect(opened.conversation.stats.connections).toBe(1);
    expect(opened.notices).toEqual([expect.stringContaining('wait')]);
  });

  it('a rate limit longer than the time allowed is an error that says how long', async () => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'error', status: 429, retryAfter: 3600 }] });
    await using opened = open(server);
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({
      kind: 'rate-limited',
      status: 429,
      retryAfterSeconds: 3600,
    });
  });

  it('many short rate limits together are bounded too', async () => {
    await using server = await startScriptedServer({ turns, faults: Array(50).fill({ kind: 'error', status: 429, retryAfter: 0.03 }) });
    await using opened = open(server, { timeouts: { maxWaitMs: 100 } });
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'rate-limited' });
    expect(server.requests).toHaveLength(4);
  });

  it.each<[string, Fault]>([
    ['400', { kind: 'error', status: 400, code: 'context_length_exceeded', message: 'too long' }],
    ['flat', { kind: 'error', flat: true, code: 'context_length_exceeded', message: 'too long' }],
    ['failed', { kind: 'failed', code: 'context_length_exceeded', message: 'too long' }],
  ])('a request that is not accepted is not repeated: %s', async (_name, fault) => {
    await using server = await startScriptedServer({ turns, faults: [fault] });
    await using opened = open(server);
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('too long'),
    });
    expect(server.requests).toHaveLength(1);
  });

  it('a failed response is asked for once more, in full, and then given up', async () => {
    const failed: Fault = { kind: 'failed', code: 'server_error', message: 'sorry' };
    await using server = await startScriptedServer({ turns, faults: [null, failed, null, failed, failed] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).timing.mode).toBe('full');
    const hopeless = opened.conversation.turn([user('more')]);
    await expect(hopeless).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('sorry') });
    // What was said stays said: the conversation can go on where it was.
    expect((await opened.conversation.turn([])).status).toBe('completed');
    expect(opened.conversation.items).toEqual(server.transcript());
  });

  it('a flat error without a code is a failure like any other', async () => {
    await using server = await startScriptedServer({ turns, faults: [{ kind: 'error', flat: true, message: 'hm' }] });
    await using opened = open(server);
    expect((await opened.conversation.turn([user('red')])).calls).toHaveLength(1);
  });

  it('a model without encrypted reasoning is asked without it', async () => {
    const fault: Fault = { kind: 'error', status: 400, message: 'Encrypted content is not supported with this model.', param: 'include' };
    await using server = await startScriptedServer({ turns, faults: [fault] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', 'x')]);
    expect(server.requests.map(({ body }) => 'include' in body)).toEqual([true, false, false]);
    // Reasoning without content cannot be sent back.
    await opened.conversation.turn([user('more')]);
    server.dropConnections();
    await expect.poll(() => server.closes.length).toBe(1);
    await opened.conversation.turn([user('and more')]);
    expect(server.requests.at(-1)?.input.some((item) => item.type === 'reasoning')).toBe(false);
  });
});

describe('a full send', () => {
  it('keeps sealed reasoning and the phase of messages as they came', async () => {
    await using server = await startScriptedServer({
      turns: [
        { reasoning: true, text: 'first', phase: 'commentary', calls: [{ name: 'read', arguments: {}, callId: 'c1' }] },
        { text: 'done' },
      ],
      faults: [null, drop('mid')],
    });
    await using opened = open(server);
    const { items } = await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', 'x')]);
    expect(server.requests.at(-1)?.input).toEqual([user('red'), ...items, output('c1', 'x')]);
    expect(items[0]).toMatchObject({ type: 'reasoning', encrypted_content: expect.any(String) });
    expect(items[1]).toMatchObject({ type: 'message', phase: 'commentary' });
  });
});

describe('a request too large for the socket', () => {
  const long = 'x'.repeat(20_000);
  const calls = ['c1', 'c2', 'c3'].map((callId) => ({ calls: [{ name: 'read', arguments: {}, callId }] }));

  it('is sent again with older tool outputs cut', async () => {
    await using server = await startScriptedServer({ turns: calls, maxFrameBytes: 30_000, faults: [null, null, drop('before')] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', long)]);
    // The connection is lost here, and two long outputs do not fit into one frame.
    const turn = await opened.conversation.turn([output('c2', long)]);
    expect(turn.calls[0]?.callId).toBe('c3');
    const outputs = server.transcript().flatMap((item) => (item.type === 'function_call_output' ? [String(item.output).length] : []));
    expect(outputs[0]).toBeLessThan(4_000);
    expect(outputs[1]).toBe(20_000);
    expect(opened.conversation.stats.kind).toBe('websocket');
    expect(opened.conversation.items).toEqual(server.transcript());
  });

  it('goes over HTTP when cutting older outputs is not enough', async () => {
    await using server = await startScriptedServer({ turns: calls, maxFrameBytes: 10_000 });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', long)])).timing.mode).toBe('http');
  });

  it('has all outputs cut when only the socket may be used, and is rejected when even that is too much', async () => {
    await using server = await startScriptedServer({ turns: calls, maxFrameBytes: 10_000 });
    await using opened = open(server, { transport: 'websocket' });
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', long)])).calls[0]?.callId).toBe('c2');
    await expect(opened.conversation.turn([output('c2', 'x'), user(long)])).rejects.toMatchObject({ kind: 'rejected' });
  });
});

describe('a socket that was not used for a while', () => {
  it('is pinged first, and used when it answers', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server, { timeouts: { idlePingMs: -1 } });
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).timing.mode).toBe('delta');
    expect(server.pings).toBeGreaterThan(0);
  });

  it('is replaced when it does not answer', async () => {
    await using server = await startScriptedServer({ turns, noPong: true });
    await using opened = open(server, { timeouts: { idlePingMs: 300, pongMs: 20 } });
    await opened.conversation.turn([user('red')]);
    await sleep(400);
    expect((await opened.conversation.turn([output('c1', 'x')])).timing.mode).toBe('full');
    expect(opened.conversation.stats).toMatchObject({ connections: 2, reconnects: 1 });
  });

  it('is kept alive by pings', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server, { timeouts: { keepaliveMs: 10 } });
    await opened.conversation.turn([user('red')]);
    await expect.poll(() => server.pings).toBeGreaterThan(2);
  });

  it('is replaced before the age at which the provider closes it, which is not a loss', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server, { timeouts: { maxAgeMs: -1 } });
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).timing.mode).toBe('full');
    expect(opened.conversation.stats).toMatchObject({ reconnects: 0, fallbacks: [] });
    expect(opened.notices).toEqual([]);
  });
});
