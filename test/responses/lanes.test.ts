import { describe, expect, it } from 'vitest';
import { type ConversationOptions, openConversations } from '../../src/responses/index.ts';
import { fields, output, user } from './helpers.ts';
import { type RecordedRequest, type ScriptedServer, type ScriptedTurn, startScriptedServer } from './scripted-server.ts';

function openTwo(server: ScriptedServer, options: Partial<ConversationOptions> = {}) {
  const conversations = openConversations(
    { baseUrl: server.baseUrl, apiKey: null, fields, transport: 'auto', ...options, timeouts: { backoffMs: 1, ...options.timeouts } },
    2,
  );
  const [a, b] = conversations;
  if (a === undefined || b === undefined) throw new Error('two were asked for');
  return { a, b, [Symbol.asyncDispose]: async () => void (await Promise.all(conversations.map((one) => one.close()))) };
}

/** A call each first, then a text that names the first message of the conversation. */
const turns = ({ transcript }: RecordedRequest): ScriptedTurn => {
  const who = JSON.stringify(transcript[0]?.content);
  if (transcript.some((item) => item.type === 'function_call_output')) return { text: `done ${who}`, paceMs: 2 };
  return { calls: [{ name: 'read', arguments: {}, callId: 'call_0' }], paceMs: 2 };
};

const lanesOf = (server: ScriptedServer) => server.requests.map(({ connection, body }) => [connection, body.stream_id]);

describe('two conversations over one socket', () => {
  it('go on at the same time, each with deltas in its own lane', async () => {
    await using server = await startScriptedServer({ turns });
    await using two = openTwo(server);
    await Promise.all([two.a.turn([user('A')]), two.b.turn([user('B')])]);
    const [a, b] = await Promise.all([two.a.turn([output('call_0', 'x')]), two.b.turn([output('call_0', 'y')])]);
    expect([a.text, b.text]).toEqual([expect.stringContaining('A'), expect.stringContaining('B')]);
    expect([a.timing.mode, b.timing.mode]).toEqual(['delta', 'delta']);
    expect(server.upgrades).toHaveLength(1);
    expect(new Set(lanesOf(server).map(String))).toEqual(new Set(['1,attempt-1', '1,attempt-2']));
    expect(two.a.stats).toMatchObject({ connections: 1, turnsDelta: 2, turnsFull: 2 });
  });

  it('one is given up without harm to the other, and goes on in a new lane', async () => {
    await using server = await startScriptedServer({
      turns: (request) =>
        JSON.stringify(request.transcript).includes('slow') ? { text: 'late', paceMs: 100 } : { text: 'quick', paceMs: 10 },
    });
    await using two = openTwo(server);
    await two.a.turn([user('first')]);
    const stop = new AbortController();
    const slow = two.a.turn([user('slow')], { signal: stop.signal });
    const other = two.b.turn([user('B')]);
    await expect.poll(() => server.requests.length).toBe(3);
    stop.abort();
    await expect(slow).rejects.toMatchObject({ kind: 'aborted' });
    expect((await other).text).toBe('quick');
    expect((await two.a.turn([user('again')])).text).toBe('late');
    expect(server.requests.at(-1)?.body.stream_id).toBe('attempt-1.1');
    expect(server.upgrades).toHaveLength(1);
  });

  it('lose it together, which counts once, and go on over one new socket', async () => {
    let lost = false;
    await using server = await startScriptedServer({
      turns,
      faults: ({ connection, body }) => {
        if (connection !== 1 || body.stream_id !== 'attempt-2' || lost) return null;
        lost = true;
        return { kind: 'drop', when: 'mid' };
      },
    });
    await using two = openTwo(server);
    const [a, b] = await Promise.all([two.a.turn([user('A')]), two.b.turn([user('B')])]);
    expect([a.calls.length, b.calls.length]).toEqual([1, 1]);
    expect(two.a.stats).toMatchObject({ connections: 2, reconnects: 1, fallbacks: [] });
  });

  it.each<[string, Partial<ConversationOptions>, { noLanes?: boolean }]>([
    ['the server does not tell them apart', {}, { noLanes: true }],
    ['the provider is known to have no lanes', { lanes: false }, {}],
  ])('become two sockets where %s', async (_name, options, server_) => {
    await using server = await startScriptedServer({ turns, ...server_ });
    await using two = openTwo(server, options);
    await Promise.all([two.a.turn([user('A')]), two.b.turn([user('B')])]);
    const [a, b] = await Promise.all([two.a.turn([output('call_0', 'x')]), two.b.turn([output('call_0', 'y')])]);
    expect([a.text, b.text]).toEqual([expect.stringContaining('A'), expect.stringContaining('B')]);
    const last = server.requests.slice(-2);
    expect(last.map(({ body }) => body.stream_id)).toEqual([undefined, undefined]);
    expect(new Set(last.map(({ connection }) => connection)).size).toBe(2);
    expect(two.a.stats.kind).toBe('websocket');
  });

  it('the socket is closed by the last of them', async () => {
    await using server = await startScriptedServer({ turns });
    const two = openTwo(server);
    await Promise.all([two.a.turn([user('A')]), two.b.turn([user('B')])]);
    await two.a.close();
    expect((await two.b.turn([output('call_0', 'y')])).text).toContain('B');
    expect(server.closes).toEqual([]);
    await two.b.close();
    expect(server.closes).toEqual([1000]);
  });
});
