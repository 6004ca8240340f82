import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Mind, Prompt, Step } from '../../src/engine/mind.ts';
import { type Frame, raw, serve } from './raw-socket.ts';
import { echo, scriptedMind } from './scripted.ts';

/** Thinks until it is let go, and counts how many thoughts it has at once. */
function gatedMind(): Mind & { readonly thinking: () => number; letGo(): void } {
  const waiting: (() => void)[] = [];
  let thinking = 0;
  return {
    thinking: () => thinking,
    letGo: () => {
      for (const go of waiting.splice(0)) go();
    },
    think: async () => {
      thinking += 1;
      await new Promise<void>((resolve) => waiting.push(resolve));
      thinking -= 1;
      return { kind: 'text', text: 'done' };
    },
    warm: () => {},
    close: async () => {},
  };
}

async function eventually(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries++) await sleep(5);
  expect(condition()).toBe(true);
}

const create = { type: 'response.create', model: 'm', store: false };
const codeOf = (frame: Frame): unknown => (frame.error as { code?: unknown } | undefined)?.code;
const call = { type: 'function_call', call_id: 'c1', name: 'read', arguments: '{}' };
const output = { type: 'function_call_output', call_id: 'c1', output: 'x' };

describe('lanes', () => {
  it('32 can be named beside the default one; the next is refused, and those that are open go on', async () => {
    const socket = await raw(await serve());
    for (let lane = 0; lane < 32; lane++) await socket.create({ stream_id: `lane-${lane}`, input: 'x' });
    await socket.create({ input: 'the default lane' });
    socket.send({ ...create, stream_id: 'one-more', input: 'x' });
    const refused = await socket.next();
    expect(refused).toMatchObject({ status: 400, stream_id: 'one-more', error: { code: 'websocket_stream_limit_reached' } });
    await socket.create({ stream_id: 'lane-31', input: 'x' });
  });

  it('16 responses are under way at once; what comes on top waits for its turn', async () => {
    const mind = gatedMind();
    const socket = await raw(await serve({ mind }));
    for (let lane = 0; lane < 20; lane++) socket.send({ ...create, stream_id: `lane-${lane}`, input: 'x' });
    await eventually(() => mind.thinking() === 16);
    await sleep(50);
    expect(mind.thinking()).toBe(16);
    mind.letGo();
    await eventually(() => mind.thinking() === 4);
    mind.letGo();
    const done = new Set<unknown>();
    while (done.size < 20) {
      const frame = await socket.next();
      if (frame.type === 'response.completed') done.add(frame.stream_id);
    }
  });

  it('a refused name is answered without a lane', async () => {
    const socket = await raw(await serve());
    for (const name of ['', 'a b', 'x'.repeat(257), 'ö']) {
      socket.send({ ...create, stream_id: name, input: 'x' });
      const refused = await socket.next();
      expect(codeOf(refused)).toBe('invalid_stream_id');
      expect(refused).not.toHaveProperty('stream_id');
    }
  });

  it('refuses more waiting requests than it keeps, and answers the others', async () => {
    const mind = gatedMind();
    const socket = await raw(await serve({ mind, bounds: { waiting: 3 } }));
    for (let count = 0; count < 5; count++) socket.send({ ...create, input: 'x' });
    const refused: Frame[] = [];
    while (refused.length < 2) {
      const frame = await socket.next();
      if (frame.type === 'error') refused.push(frame);
    }
    expect(refused.map((frame) => frame.status)).toEqual([429, 429]);
    for (let count = 0; count < 3; count++) {
      await eventually(() => mind.thinking() === 1);
      mind.letGo();
      await socket.until('response.completed');
    }
  });
});

describe('what a lane remembers', () => {
  it('a continuation that fails costs its lane the response it named', async () => {
    const socket = await raw(await serve());
    const id = await socket.create({ input: 'one' });
    socket.send({ ...create, previous_response_id: id, input: 7 });
    expect(await socket.next()).toMatchObject({ type: 'error', status: 400 });
    socket.send({ ...create, previous_response_id: id, input: 'two' });
    expect(codeOf(await socket.next())).toBe('previous_response_not_found');
  });

  it('a fork that fails leaves the other lane what it had', async () => {
    const socket = await raw(await serve());
    const id = await socket.create({ input: 'one' });
    await socket.create({ stream_id: 'fork', input: 'opens the lane' });
    socket.send({ ...create, stream_id: 'fork', previous_response_id: id, input: 7 });
    expect(await socket.next()).toMatchObject({ type: 'error', stream_id: 'fork' });
    await socket.create({ previous_response_id: id, input: 'two' });
  });

  it('a bad request waits for its turn, so that it cannot take away what an earlier one continues', async () => {
    const mind = gatedMind();
    const socket = await raw(await serve({ mind }));
    socket.send({ ...create, input: 'one' });
    await eventually(() => mind.thinking() === 1);
    mind.letGo();
    const id = String((((await socket.until('response.completed')).at(-1)?.response ?? {}) as { id?: string }).id);
    socket.send({ ...create, previous_response_id: id, input: 'two' });
    socket.send({ ...create, previous_response_id: id, input: 7 });
    await eventually(() => mind.thinking() === 1);
    mind.letGo();
    await socket.until('response.completed');
    expect((await socket.next()).type).toBe('error');
  });

  it('no other connection can continue it, and all connections together remember a bounded amount', async () => {
    const engine = await serve({ bounds: { conversationChars: 1_000 } });
    const [one, two] = [await raw(engine), await raw(engine)];
    const id = await one.create({ input: 'one' });
    two.send({ ...create, previous_response_id: id, input: 'mine?' });
    expect(codeOf(await two.next())).toBe('previous_response_not_found');
    // Four conversations of the greatest length may be kept: the oldest is the first to be forgotten.
    for (let lane = 0; lane < 8; lane++) await two.create({ stream_id: `lane-${lane}`, input: 'x'.repeat(300) });
    one.send({ ...create, previous_response_id: id, input: 'still there?' });
    expect(codeOf(await one.next())).toBe('previous_response_not_found');
    await one.create({ input: 'again, in full' });
  });

  it.each([
    ['a call without its output', [call], 'No tool output found for function call c1.'],
    ['an output without its call', [output], 'No tool call found for function call output with call_id c1.'],
  ])('refuses %s', async (_, input, message) => {
    const socket = await raw(await serve());
    socket.send({ ...create, input });
    expect(await socket.next()).toMatchObject({ status: 400, error: { message, param: 'input' } });
    await socket.create({ input: [call, output] });
  });
});

describe('the age of a connection', () => {
  it('idle, it says so and closes in a way that clients come back from', async () => {
    const { socket, next } = await raw(await serve({ bounds: { connectionMs: 60 } }));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    expect(await next()).toMatchObject({ type: 'error', status: 400, error: { code: 'websocket_connection_limit_reached' } });
    expect(await closed).toBe(1001);
  });

  it('busy, it finishes what is under way and takes nothing more', async () => {
    const mind = gatedMind();
    const { socket, send, until, next } = await raw(await serve({ mind, bounds: { connectionMs: 1_000 } }));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    send({ ...create, input: 'x' });
    await until('response.in_progress');
    await sleep(1_200);
    send({ ...create, input: 'too late' });
    expect(codeOf(await next())).toBe('websocket_connection_limit_reached');
    mind.letGo();
    await until('response.completed');
    expect(codeOf(await next())).toBe('websocket_connection_limit_reached');
    expect(await closed).toBe(1001);
  });
});

describe('what may be asked', () => {
  const seen = async (fields: Record<string, unknown>): Promise<Prompt | undefined> => {
    const mind = scriptedMind(echo);
    await (await raw(await serve({ mind }))).create({ input: 'x', ...fields });
    return mind.prompts[0];
  };
  const tool = (name: string, ...properties: string[]) => ({
    type: 'function',
    name,
    parameters: { type: 'object', properties: Object.fromEntries(properties.map((one) => [one, { type: 'string' }])) },
  });
  const read = tool('read', 'path', 'start_line', 'end_line');

  it('tools may come in an item instead of a field, with developer messages instead of instructions', async () => {
    const input = [
      { type: 'additional_tools', role: 'developer', tools: [read] },
      { type: 'message', role: 'developer', content: 'Be brief.' },
      { type: 'message', role: 'user', content: 'x' },
    ];
    expect((await seen({ input }))?.callable).toEqual(['read']);
  });

  it('only tools of the contract are called: a tool of the same name with other arguments is somebody else’s', async () => {
    expect((await seen({ tools: [read, tool('shell', 'command')] }))?.callable).toEqual(['read']);
    expect((await seen({ tools: [tool('read', 'file_path', 'limit'), { type: 'custom', name: 'edit' }] }))?.callable).toEqual([]);
  });

  it.each([
    ['none', []],
    ['required', ['read', 'scan']],
    [{ type: 'function', name: 'read' }, ['read']],
    [{ type: 'allowed_tools', mode: 'auto', tools: [{ type: 'function', name: 'scan' }] }, ['scan']],
    [{ type: 'shell' }, ['read', 'scan']],
  ])('tool_choice %j', async (tool_choice, callable) => {
    expect((await seen({ tools: [read, tool('scan', 'query', 'glob', 'max_results')], tool_choice }))?.callable).toEqual(callable);
  });

  it.each([
    ['conversation', { conversation: 'conv_1' }, 'unsupported_parameter'],
    ['conversation and previous_response_id', { conversation: 'conv_1', previous_response_id: 'resp_1' }, 'mutually_exclusive_parameters'],
    ['background', { background: true }, 'unsupported_parameter'],
  ])('refuses %s', async (_, fields, code) => {
    const { send, next } = await raw(await serve());
    send({ ...create, input: 'x', ...fields });
    expect(codeOf(await next())).toBe(code);
  });

  it('response.cancel is taken without an answer, response.append and response.processed are not taken', async () => {
    const { send, next, create: ask } = await raw(await serve());
    send({ type: 'response.cancel' });
    await ask({ input: 'x' });
    for (const type of ['response.append', 'response.processed', 'response.steer']) {
      send({ type });
      expect(await next()).toMatchObject({ type: 'error', status: 400, error: { param: 'type' } });
    }
  });

  it('a warm-up may also be asked for as prewarm', async () => {
    const mind = scriptedMind(echo);
    await (await raw(await serve({ mind }))).create({ input: 'x', prompt_cache_options: { prewarm: true } });
    expect(mind.prompts).toEqual([]);
  });
});

describe('a client that does not read', () => {
  it('is not filled up: the next event waits, and the connection goes on when it reads again', async () => {
    const large: Mind = {
      ...scriptedMind(echo),
      think: async (): Promise<Step> => ({ kind: 'text', text: 'x'.repeat(8 * 1024 * 1024) }),
    };
    const { socket, send, until, create: ask } = await raw(await serve({ mind: large, bounds: { unreadBytes: 64 * 1024 } }));
    socket.pause();
    send({ ...create, input: 'x' });
    await sleep(200);
    socket.resume();
    const deltas = (await until('response.completed')).filter((frame) => frame.type === 'response.output_text.delta');
    expect(deltas.map((frame) => String(frame.delta).length).reduce((sum, length) => sum + length, 0)).toBe(8 * 1024 * 1024);
    await ask({ input: 'and again' });
  });
});
