import { describe, expect, it } from 'vitest';
import { open, output, user } from './helpers.ts';
import { type ScriptedTurn, startScriptedServer } from './scripted-server.ts';

const call = (callId: string, more: Partial<ScriptedTurn> = {}): ScriptedTurn => ({
  calls: [{ name: 'read', arguments: {}, callId }],
  ...more,
});

it('half a character, where a text was cut, is never sent: servers refuse a request with one', async () => {
  await using server = await startScriptedServer({ turns: [call('c1'), { text: 'done' }] });
  await using opened = open(server);
  await opened.conversation.turn([user('cut: \ud83d')]);
  await opened.conversation.turn([output('c1', '\ude00 is half of \u{1f600}; \\ud83d stands in the source')]);
  const sent = JSON.stringify(server.requests.map(({ input }) => input));
  expect(sent).toContain('cut: \ufffd');
  expect(sent).toContain('\ufffd is half of \u{1f600}; \\\\ud83d stands in the source');
  expect(sent).not.toMatch(/(?<!\\)\\ud[89a-f]/);
});

describe('instructions and tools', () => {
  it('are sent once a connection where the server takes them as items', async () => {
    await using server = await startScriptedServer({ turns: [call('c1'), { text: 'done' }, { text: 'more' }] });
    await using opened = open(server, { staticItems: true });
    await opened.conversation.warm([]);
    await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', 'x')]);
    server.dropConnections();
    await expect.poll(() => server.closes.length).toBe(1);
    await opened.conversation.turn([user('again')]);
    expect(server.requests.map(({ body }) => [body.instructions, body.tools])).toEqual(Array(4).fill([undefined, undefined]));
    const types = server.requests.map(({ input }) => input.map((item) => item.role ?? item.type));
    expect(types[0]).toEqual(['developer', 'developer']);
    expect(types.slice(1, 3)).toEqual([['user'], ['function_call_output']]);
    expect(types[3]?.slice(0, 3)).toEqual(['developer', 'developer', 'user']);
    expect(server.requests[0]?.input[1]).toMatchObject({ type: 'additional_tools', tools: [{ name: 'read' }] });
    // They are not part of what the conversation is.
    expect(opened.conversation.items[0]).toEqual(user('red'));
  });

  it.each([true, false])('go with every request where the server refuses that (warm-up: %s)', async (warmUp) => {
    await using server = await startScriptedServer({ turns: [call('c1'), { text: 'done' }], noStaticItems: true });
    await using opened = open(server, { staticItems: true, warmUp });
    const warm = await opened.conversation.warm([]);
    expect(warm === null).toBe(!warmUp);
    await opened.conversation.turn([user('red')]);
    expect((await opened.conversation.turn([output('c1', 'x')])).text).toBe('done');
    expect(server.requests.slice(1).every(({ body }) => Array.isArray(body.tools) && body.instructions === 'Repair it.')).toBe(true);
    expect(server.requests).toHaveLength(warmUp ? 4 : 3);
    expect(opened.notices).toEqual([expect.stringContaining('every request')]);
  });
});

describe('a context that grows', () => {
  const long = 'line of output\n'.repeat(1_000);

  it('is left to the provider where it compacts: what it compacted is not sent again', async () => {
    const compaction = { type: 'compaction', id: 'cmp_1', encrypted_content: 'sealed' };
    await using server = await startScriptedServer({
      turns: [call('c1'), call('c2', { extraItems: [compaction] }), { text: 'done' }],
    });
    await using opened = open(server, { compaction: { by: 'provider', aboveTokens: 5_000 } });
    await opened.conversation.turn([user('red')]);
    await opened.conversation.turn([output('c1', long)]);
    const before = opened.conversation.contextBytes;
    expect(before).toBeLessThan(1_000);
    server.dropConnections();
    await expect.poll(() => server.closes.length).toBe(1);
    expect((await opened.conversation.turn([output('c2', 'x')])).text).toBe('done');
    expect(server.requests[0]?.body.context_management).toEqual([{ type: 'compaction', compact_threshold: 5_000 }]);
    expect(server.requests.at(-1)?.input.map((item) => item.type)).toEqual(['compaction', 'function_call', 'function_call_output']);
    expect(opened.conversation.items.map((item) => item.type)).toContain('compaction');
    expect(opened.conversation.items[0]).toEqual(user('red'));
  });

  it.each<[string, 'us' | 'provider']>([
    ['does not compact', 'us'],
    ['refuses to', 'provider'],
  ])('has old tool outputs cut where the provider %s', async (_name, by) => {
    const usage = { input: 9_000 };
    await using server = await startScriptedServer({
      turns: [call('c1', { usage }), call('c2', { usage }), call('c3', { usage }), call('c4', { usage }), { text: 'done' }],
      faults:
        by === 'provider'
          ? [{ kind: 'error', status: 400, param: 'context_management', message: 'Unknown parameter: context_management' }]
          : [],
    });
    await using opened = open(server, { compaction: { by, aboveTokens: 5_000 } });
    await opened.conversation.turn([user('red')]);
    for (const id of ['c1', 'c2', 'c3', 'c4']) await opened.conversation.turn([output(id, long)]);
    const last = server.requests.at(-1)?.transcript.filter((item) => item.type === 'function_call_output') ?? [];
    expect(last.map((item) => String(item.output).length > 4_000)).toEqual([false, true, true, true]);
    expect(last[0]?.output).toContain('cut:');
    expect(server.requests.at(-1)?.body.context_management).toBeUndefined();
  });

  it('is cut only when that is worth the resend of everything it takes', async () => {
    const ids = Array.from({ length: 14 }, (_, index) => `c${index}`);
    await using server = await startScriptedServer({
      turns: [...ids.map((id) => call(id, { usage: { input: 40_000 } })), { text: 'done' }],
    });
    await using opened = open(server, { compaction: { by: 'us', aboveTokens: 20_000 } });
    await opened.conversation.turn([user('red')]);
    // Each output could be made 2,000 characters shorter; an eighth of the bound are 10,000.
    for (const id of ids) await opened.conversation.turn([output(id, 'x'.repeat(5_000))]);
    const whole = server.requests.slice(1).filter(({ body }) => body.previous_response_id === undefined);
    expect(whole).toHaveLength(2);
    const outputs = server.requests.at(-1)?.transcript.filter((item) => item.type === 'function_call_output') ?? [];
    expect(outputs.map((item) => String(item.output).length < 4_000)).toEqual([...Array(10).fill(true), ...Array(4).fill(false)]);
  });
});
