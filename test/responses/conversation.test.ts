import { describe, expect, it } from 'vitest';
import { fields, open, output, user } from './helpers.ts';
import { startScriptedServer } from './scripted-server.ts';

const read = (callId: string) => ({ name: 'read', arguments: { path: 'a.js' }, callId });

describe('a conversation over one socket', () => {
  it('sends only the new items, with the id of the response before', async () => {
    await using server = await startScriptedServer({
      turns: [{ calls: [read('c1'), read('c2')] }, { text: 'done', phase: 'final_answer' }],
    });
    await using opened = open(server);
    const { conversation } = opened;
    const first = await conversation.turn([user('red')]);
    expect(first.calls).toEqual([
      { callId: 'c1', name: 'read', arguments: '{"path":"a.js"}' },
      { callId: 'c2', name: 'read', arguments: '{"path":"a.js"}' },
    ]);
    const second = await conversation.turn([output('c1', 'one'), output('c2', 'two')]);
    expect(second.text).toBe('done');
    expect([first.timing.mode, second.timing.mode]).toEqual(['full', 'delta']);
    const [, delta] = server.requests;
    expect(delta?.input).toEqual([output('c1', 'one'), output('c2', 'two')]);
    expect(delta?.body.previous_response_id).toMatch(/^resp_/);
    expect(conversation.stats).toMatchObject({
      kind: 'websocket',
      connections: 1,
      reconnects: 0,
      fallbacks: [],
      turnsDelta: 1,
      turnsFull: 1,
    });
    expect(conversation.items).toEqual(server.transcript());
  });

  it('stores nothing at the provider, asks for sealed reasoning, and repeats instructions and tools byte for byte', async () => {
    await using server = await startScriptedServer({ turns: [{ calls: [read('c1')] }, { text: 'done' }] });
    await using opened = open(server, {
      fields: { ...fields, reasoningEffort: 'low', serviceTier: 'flex', maxOutputTokens: 500, promptCacheKey: 'k'.repeat(80) },
    });
    await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', 'x')]);
    const members = server.requests.map(({ raw }) => raw.slice(0, raw.search(/,"(previous_response_id|input)":/)));
    expect(members[0]).toBe(members[1]);
    expect(server.requests[1]?.body).toMatchObject({
      model: 'scripted',
      instructions: 'Repair it.',
      tools: fields.tools,
      store: false,
      include: ['reasoning.encrypted_content'],
      reasoning: { effort: 'low' },
      service_tier: 'flex',
      max_output_tokens: 500,
      prompt_cache_key: 'k'.repeat(64),
    });
  });

  it('connects once when connect, warm-up and turn are started together', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'hello' }] });
    await using opened = open(server);
    const { conversation } = opened;
    void conversation.connect();
    const warm = conversation.warm([]);
    await warm;
    await conversation.turn([user('red')]);
    expect(server.upgrades.length).toBe(1);
  });

  it('tells each item when it is complete, before the response is', async () => {
    await using server = await startScriptedServer({ turns: [{ reasoning: true, calls: [read('c1'), read('c2')], paceMs: 5 }] });
    await using opened = open(server);
    const told: string[] = [];
    await opened.conversation.turn([user('red')], {
      onItem: (item) => told.push(`${item.type} ${server.transcript().length === 0 ? 'before' : 'after'} the end`),
    });
    expect(told).toEqual(['reasoning before the end', 'function_call before the end', 'function_call before the end']);
  });

  it.each([{ emptyOutput: true }, { onlyAtEnd: true }, {}])('collects every item once when the server sends it %o', async (quirk) => {
    await using server = await startScriptedServer({ turns: [{ reasoning: true, text: 'thinking aloud', calls: [read('c1')], ...quirk }] });
    await using opened = open(server);
    let told = 0;
    const turn = await opened.conversation.turn([user('red')], { onItem: () => told++ });
    expect(turn.items.map((item) => item.type)).toEqual(['reasoning', 'message', 'function_call']);
    expect(told).toBe(3);
    expect(turn.text).toBe('thinking aloud');
  });

  it('counts tokens, bytes and times on the clock it is given', async () => {
    let time = 0;
    await using server = await startScriptedServer({ turns: [{ text: 'a', usage: { input: 70, cached: 60, output: 9, reasoning: 4 } }] });
    await using opened = open(server, { now: () => ++time });
    const turn = await opened.conversation.turn([user('red')]);
    expect(turn.usage).toEqual({ inputTokens: 70, cachedTokens: 60, outputTokens: 9, reasoningTokens: 4 });
    const { sentAt, firstEventAt, completedAt, bytesSent } = turn.timing;
    expect(sentAt).toBeLessThan(firstEventAt);
    expect(firstEventAt).toBeLessThan(completedAt);
    expect(bytesSent).toBe(Buffer.byteLength(server.requests[0]?.raw ?? ''));
    expect(opened.conversation.stats.bytesSent).toBe(bytesSent);
    expect(opened.conversation.stats.bytesReceived).toBeGreaterThan(500);
  });

  it.each([
    ['with instructions and tools in every request', false],
    ['with instructions and tools sent once', true],
  ])('measures what a delta spares: exactly what the whole request would have had more, %s', async (_name, staticItems) => {
    const turns = [{ text: 'grün', calls: [read('c1')] }, { calls: [read('c2')] }, { text: 'done' }];
    const talk = async (deltas: boolean) => {
      await using server = await startScriptedServer({ turns });
      await using opened = open(server, { deltas, staticItems });
      const first = await opened.conversation.turn([user('red')]);
      const second = await opened.conversation.turn([output('c1', 'é'.repeat(500))]);
      const third = await opened.conversation.turn([output('c2', 'x')]);
      return { timings: [first, second, third].map(({ timing }) => timing), stats: opened.conversation.stats };
    };
    const [whole, delta] = [await talk(false), await talk(true)];
    const less = whole.timings.map(({ bytesSent }, turn) => bytesSent - (delta.timings[turn]?.bytesSent ?? 0));
    expect(less[2]).toBeGreaterThan(1_000);
    expect(delta.timings.map(({ bytesNotResent }) => bytesNotResent)).toEqual(less);
    expect(delta.stats.bytesNotResent).toBe(less.reduce((sum, bytes) => sum + bytes, 0));
    expect(whole.stats).toMatchObject({ bytesNotResent: 0, connections: 1, msConnecting: expect.any(Number) });
  });

  it('does not send a second output for a call that has one', async () => {
    await using server = await startScriptedServer({ turns: [{ calls: [read('c1')] }, { calls: [read('c1')] }, { text: 'done' }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', 'one'), output('c1', 'again')]);
    // The same id used for a new call is a new call.
    await opened.conversation.turn([output('c1', 'two'), output('c1', 'again')]);
    const outputs = server.transcript().flatMap((item) => (item.type === 'function_call_output' ? [item.output] : []));
    expect(outputs).toEqual(['one', 'two']);
  });

  it('refuses a second turn while one is under way', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'slow', delayMs: 50 }] });
    await using opened = open(server);
    const first = opened.conversation.turn([user('red')]);
    await expect(opened.conversation.turn([])).rejects.toThrow('one at a time');
    expect((await first).text).toBe('slow');
  });

  it('rejects the turn with what a handler throws, and goes on after it', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'a' }] });
    await using opened = open(server);
    const boom = () => {
      throw new Error('handler');
    };
    await expect(opened.conversation.turn([user('red')], { onItem: boom })).rejects.toThrow('handler');
    expect((await opened.conversation.turn([])).text).toBe('a');
  });
});

describe('an incomplete turn', () => {
  it('is returned with its reason, without the call that was cut short, and is not built upon', async () => {
    await using server = await startScriptedServer({
      turns: [{ reasoning: true, text: 'so', calls: [read('c1'), read('cut')], incomplete: 'max_output_tokens' }, { text: 'done' }],
    });
    await using opened = open(server);
    const turn = await opened.conversation.turn([user('red')]);
    expect(turn.status).toEqual({ incomplete: 'max_output_tokens' });
    expect(turn.calls.map((call) => call.callId)).toEqual(['c1']);
    await opened.conversation.turn([output('c1', 'x')]);
    const [, next] = server.requests;
    expect(next?.body.previous_response_id).toBeUndefined();
    expect(next?.input.map((item) => item.type)).toEqual(['message', 'reasoning', 'message', 'function_call', 'function_call_output']);
  });

  it('leaves no reasoning without what it led to', async () => {
    await using server = await startScriptedServer({ turns: [{ reasoning: true, calls: [read('cut')], incomplete: 'content_filter' }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect(opened.conversation.items).toEqual([user('red')]);
  });
});

describe('the warm-up', () => {
  it('prepares the items it is given, which the first turn does not repeat', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'hello' }] });
    await using opened = open(server);
    const warm = await opened.conversation.warm([user('context')]);
    expect(warm?.timing.mode).toBe('warm');
    expect(warm?.usage.inputTokens).toBe(100);
    const turn = await opened.conversation.turn([user('red')]);
    expect(turn.timing.mode).toBe('delta');
    expect(server.requests.map(({ warmUp, input }) => [warmUp, input.length])).toEqual([
      [true, 1],
      [false, 1],
    ]);
    expect(server.requests[0]?.body.generate).toBe(false);
  });

  it('costs nothing but itself when it fails', async () => {
    await using server = await startScriptedServer({
      turns: [{ text: 'hello' }],
      warmUpFault: { kind: 'error', status: 400, message: 'no warm-ups' },
    });
    await using opened = open(server);
    expect(await opened.conversation.warm([user('context')])).toBeNull();
    const turn = await opened.conversation.turn([user('red')]);
    expect(turn.text).toBe('hello');
    expect(server.requests.at(-1)?.input).toHaveLength(2);
    expect(opened.conversation.stats.connections).toBe(1);
  });

  it('is given up when it hangs and a turn waits for it', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'hello' }], warmUpFault: { kind: 'stall', when: 'before' } });
    await using opened = open(server, { timeouts: { warmUpGraceMs: 20 } });
    const warm = opened.conversation.warm([user('context')]);
    await expect.poll(() => server.requests.length).toBe(1);
    expect((await opened.conversation.turn([user('red')])).text).toBe('hello');
    expect(await warm).toBeNull();
    expect(opened.conversation.stats.reconnects).toBe(0);
  });

  it('is not sent when it is switched off, and its items go with the first turn', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'hello' }] });
    await using off = open(server, { warmUp: false });
    expect(await off.conversation.warm([user('context')])).toBeNull();
    await off.conversation.turn([user('red')]);
    expect(server.requests.map(({ warmUp, input }) => [warmUp, input.length])).toEqual([[false, 2]]);
  });
});

describe('giving up a turn', () => {
  it('closes the socket, so that nothing of it is read as part of the next one', async () => {
    await using server = await startScriptedServer({
      turns: (request) => ({ text: `answer ${server.requests.indexOf(request)}`, paceMs: 10 }),
    });
    await using opened = open(server);
    const controller = new AbortController();
    const turn = opened.conversation.turn([user('red')], { signal: controller.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort();
    await expect(turn).rejects.toMatchObject({ kind: 'aborted' });
    expect((await opened.conversation.turn([user('again')])).text).toBe('answer 1');
    expect(opened.conversation.items.slice(0, 2)).toEqual([user('red'), user('again')]);
    expect(opened.conversation.stats).toMatchObject({ connections: 2, reconnects: 0, kind: 'websocket' });
  });

  it('works before anything is sent and after the end', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'x' }] });
    await using opened = open(server);
    await expect(opened.conversation.turn([], { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' });
    await opened.conversation.close();
    await opened.conversation.close();
    await expect(opened.conversation.turn([])).rejects.toMatchObject({ kind: 'aborted' });
    expect(server.requests).toEqual([]);
  });

  it('ends a run that is waiting for a rate limit', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'x' }], faults: [{ kind: 'error', status: 429, retryAfter: 30 }] });
    const controller = new AbortController();
    await using opened = open(server, { signal: controller.signal });
    const turn = opened.conversation.turn([user('red')]);
    await expect.poll(() => opened.notices.length).toBe(1);
    controller.abort();
    await expect(turn).rejects.toMatchObject({ kind: 'aborted' });
  });
});
