import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, raw, serve } from './raw-socket.ts';

// Whatever a client sends: the server answers with an envelope, or closes with the right code, and goes on.

const field = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>('', null, -1, 1e308, '__proto__', { __proto__: null }, [[]], 'resp_1', 'auto', 'none', true),
);
const names = ['model', 'input', 'tools', 'tool_choice', 'stream_id', 'store', 'generate', 'previous_response_id', 'metadata'];
const request = fc
  .record({ model: fc.constant('m'), input: fc.constant('x') })
  .chain((sound) =>
    fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 4 }).map((odd) => ({ type: 'response.create', ...sound, ...odd })),
  );
const text = request.map((value) => JSON.stringify(value));
const nested = fc
  .integer({ min: 1, max: 200_000 })
  .map((depth) => `{"type":"response.create","model":"m","input":[{"x":${'['.repeat(depth)}${']'.repeat(depth)}}]}`);
const frame = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.tuple(text, fc.nat()).map(([whole, cut]) => whole.slice(0, cut % whole.length)) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.constantFrom('1e999', '[]', '{"type":"response.create","model":"m","input":1e999}', '{"type":9e99}', 'null') },
  { weight: 1, arbitrary: fc.json() },
);

/** One answer for every frame but a lenient cancel: an error, or a whole response in order. */
async function expectAnswers(next: () => Promise<Frame>, count: number): Promise<void> {
  const sequence = new Map<unknown, number>();
  for (let ended = 0; ended < count; ) {
    const event = await next();
    if (event.type === 'error') {
      expect(event).toMatchObject({ status: expect.any(Number), error: { type: expect.any(String), message: expect.any(String) } });
      ended += 1;
      continue;
    }
    const due = sequence.get(event.stream_id) ?? 0;
    expect(event.sequence_number).toBe(due);
    sequence.set(event.stream_id, event.type === 'response.completed' ? 0 : due + 1);
    if (event.type === 'response.completed') ended += 1;
  }
}

describe('any frames at all', () => {
  it('are answered one by one, and the connection is as good as new', { timeout: 3_600_000 }, async () => {
    const engine = await serve();
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 12 }), async (frames) => {
        const socket = await raw(engine);
        for (const one of frames) socket.send(one);
        await expectAnswers(socket.next, frames.length);
        await socket.create({ input: 'still there', stream_id: null });
        socket.socket.terminate();
      }),
    );
  });

  it('over HTTP, get a status and JSON', { timeout: 3_600_000 }, async () => {
    const engine = await serve();
    await fc.assert(
      fc.asyncProperty(frame, async (body) => {
        const response = await fetch(`${engine.url}/responses`, { method: 'POST', body });
        const answer = await response.text();
        if (response.headers.get('content-type')?.startsWith('text/event-stream')) expect(answer).toMatch(/data: \[DONE\]\n\n$/);
        else expect(JSON.parse(answer)).toMatchObject(response.ok ? { object: 'response' } : { error: { message: expect.any(String) } });
        expect([200, 400]).toContain(response.status);
      }),
    );
  });
});

describe('the protocol below', () => {
  it.each([
    ['a frame above the bound', 1009, 'x'.repeat(5_000)],
    ['a compressed frame that unfolds above the bound', 1009, '0'.repeat(100_000)],
  ])('%s is closed with %i', async (_, code, payload) => {
    const { socket } = await raw(await serve({ bounds: { messageBytes: 4_096 } }));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send(payload);
    expect(await closed).toBe(code);
  });

  it('text that is no UTF-8 is closed with 1007', async () => {
    const { socket } = await raw(await serve());
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await closed).toBe(1007);
  });

  it('long lists are refused before they are looked at', async () => {
    const { send, next } = await raw(await serve());
    send(`{"type":"response.create","model":"m","input":[${'{},'.repeat(200_000)}{}]}`);
    expect(await next()).toMatchObject({ status: 400, error: { param: 'input', message: expect.stringContaining('200001') } });
  });
});
