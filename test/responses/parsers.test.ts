import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEndpoint, ResponsesError } from '../../src/responses/index.ts';
import { timeoutsFor } from '../../src/responses/policy.ts';
import { cleaner } from '../../src/responses/redact.ts';
import { SseParser } from '../../src/responses/sse.ts';
import { readEvents, readHttpError } from '../../src/responses/wire.ts';

describe('parseEndpoint', () => {
  it.each(['http://h:8080/v1', 'ws://h:8080/v1', 'http://h:8080/v1/', ' http://h:8080/v1 ', 'ws://h:8080/v1/responses'])(
    'names the same server: %j',
    (baseUrl) => {
      expect(parseEndpoint(baseUrl)).toMatchObject({
        httpUrl: 'http://h:8080/v1/responses',
        wsUrl: 'ws://h:8080/v1/responses',
        display: 'http://h:8080/v1/responses',
        encrypted: false,
      });
    },
  );

  it('keeps the query string, and shows neither it nor credentials', () => {
    const endpoint = parseEndpoint('wss://user:hunter22@h/openai/v1?api-version=preview&key=0123456789#top');
    expect(endpoint.httpUrl).toBe('https://h/openai/v1/responses?api-version=preview&key=0123456789');
    expect(endpoint.wsUrl).toBe('wss://h/openai/v1/responses?api-version=preview&key=0123456789');
    expect(endpoint.display).toBe('https://h/openai/v1/responses');
    expect(endpoint.secrets).toEqual(['hunter22', '0123456789']);
  });

  it.each(['', 'api.openai.com/v1', 'localhost:8080', 'ftp://h/v1', 'http://', 'file:///etc/passwd'])(
    'refuses %j and says what is allowed',
    (baseUrl) => {
      expect(() => parseEndpoint(baseUrl)).toThrow(ResponsesError);
      expect(() => parseEndpoint(baseUrl)).toThrow(/https:\/\/|wss:\/\//);
    },
  );

  it('shows no credentials of an address it refuses', () => {
    expect(() => parseEndpoint('ftp://me:secret@h/v1?key=secret')).toThrow(/^(?!.*secret)/s);
  });

  it.each([
    ['https://api.openai.com/v1', 55, true],
    ['https://eu.api.openai.com/v1', 55, true],
    ['https://res.openai.azure.com/openai/v1', 55, false],
    ['https://api.x.ai/v1', 24, false],
    ['https://ai-gateway.vercel.sh/v1', 12, false],
    ['https://api.openai.com.evil.example/v1', 24, false],
    ['http://127.0.0.1:1/v1', 55, true],
    ['http://localhost/v1', 55, true],
    ['http://[::1]:1/v1', 55, true],
  ])('knows the provider of %s: replaced after %i minutes, warm-up %s', (baseUrl, minutes, warmUp) => {
    expect(parseEndpoint(baseUrl).provider).toMatchObject({ maxAgeMs: minutes * 60_000, warmUp });
  });

  it('waits longer between events for a high effort', () => {
    const { provider } = parseEndpoint('https://api.openai.com/v1');
    expect(timeoutsFor(provider, 'high', {}).betweenEventsMs).toBeGreaterThan(timeoutsFor(provider, 'low', {}).betweenEventsMs);
    expect(timeoutsFor(provider, 'high', { betweenEventsMs: 1 }).betweenEventsMs).toBe(1);
  });
});

describe('the event stream parser', () => {
  const encoder = new TextEncoder();
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const line = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, ''));
  const event = fc.record({ name: fc.option(line), data: fc.array(line, { minLength: 1, maxLength: 3 }), comment: fc.option(line) });

  function write({ name, data, comment }: { name: string | null; data: string[]; comment: string | null }, end: string): string {
    const lines = [
      ...(comment === null ? [] : [`:${comment}`]),
      ...(name === null ? [] : [`event: ${name}`]),
      ...data.map((text) => `data: ${text}`),
      '',
    ];
    return lines.map((text) => text + end).join('');
  }

  it('gives the same events however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, lineEnd)), fc.boolean(), fc.array(fc.nat(400)), (events, bom, cuts) => {
        const bytes = encoder.encode((bom ? '\ufeff' : '') + events.map(([one, end]) => write(one, end)).join(''));
        const parser = new SseParser(1_000_000);
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const read = places.slice(1).flatMap((place, n) => parser.push(bytes.subarray(places[n], place)));
        const expected = events.map(([{ name, data }]) => ({ name, data: data.join('\n') }));
        expect([...read, ...parser.end()]).toEqual(expected);
      }),
    );
  });

  it('knows fields without a colon or a space, and passes over others', () => {
    const parser = new SseParser(1_000);
    expect(parser.push(encoder.encode('id: 1\nretry: 5\ndata\ndata:x\nother: y\n\n\n\nevent: lonely\n\n'))).toEqual([
      { name: null, data: '\nx' },
    ]);
  });

  it('gives up an event that never ends', () => {
    const parser = new SseParser(1_000);
    expect(() => {
      for (let n = 0; n < 100; n += 1) parser.push(encoder.encode(`data: ${'x'.repeat(50)}\n`));
    }).toThrow('larger');
  });
});

describe('reading what the server says', () => {
  it('never throws, whatever it is', () => {
    const known = [
      'response.created',
      'response.output_item.done',
      'response.completed',
      'response.failed',
      'response.incomplete',
      'error',
    ];
    const event = fc.record({
      type: fc.constantFrom(...known),
      response: fc.jsonValue(),
      item: fc.jsonValue(),
      error: fc.jsonValue(),
      code: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.oneof(event, fc.jsonValue()), (value) => {
        const events = readEvents(JSON.stringify(value));
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        expect(events === null).toBe(!isObject);
      }),
    );
  });

  it('accepts a call only when it can be answered and executed', () => {
    const done = (item: object) => readEvents(JSON.stringify({ type: 'response.output_item.done', output_index: 0, item }))?.[0]?.type;
    expect(done({ type: 'function_call', call_id: 'c', name: 'read', arguments: '{}' })).toBe('item');
    expect(done({ type: 'function_call', call_id: '', name: 'read', arguments: '{}' })).toBe('progress');
    expect(done({ type: 'function_call', call_id: 'c', name: 'read', arguments: {} })).toBe('progress');
  });

  it('reads events that a proxy put into one frame', () => {
    const frame = {
      chunks: [
        { type: 'response.created', response: { id: 'r' } },
        { type: 'response.completed', response: { id: 'r' } },
      ],
    };
    expect(readEvents(JSON.stringify(frame))?.map(({ type }) => type)).toEqual(['started', 'end']);
  });

  it.each<[object, object]>([
    [
      { status: 400, error: { code: 'a', message: 'm', param: 'p' } },
      { status: 400, code: 'a', message: 'm', param: 'p' },
    ],
    [
      { code: 'a', message: 'm' },
      { status: null, code: 'a', message: 'm' },
    ],
    [
      { error: { type: 'insufficient_quota', message: 'm' }, status_code: 429 },
      { status: 429, code: 'insufficient_quota' },
    ],
    [{ error: 'just words' }, { message: 'just words', code: null }],
    [{ error: { code: 429, message: 'm' } }, { status: 429, code: null }],
    [{ error: {}, headers: { 'Retry-After': '2' } }, { retryAfterMs: 2000 }],
    [{ error: { headers: { 'retry-after-ms': 15 } } }, { retryAfterMs: 15 }],
    [{ error: { message: 'Please try again in 1m2.5s.' } }, { retryAfterMs: 62_500 }],
    [{ error: { message: 'Try again in 250ms' } }, { retryAfterMs: 250 }],
    [{ error: { message: 'try again in a while' } }, { retryAfterMs: null }],
  ])('reads the error in %j', (frame, expected) => {
    expect(readEvents(JSON.stringify({ type: 'error', ...frame }))?.[0]).toMatchObject({ type: 'error', error: expected });
  });

  it('reads errors of HTTP from JSON, from short text, and not from pages', () => {
    expect(readHttpError(429, { 'retry-after': ['3'] }, '{"error":{"message":"slow"}}')).toMatchObject({
      status: 429,
      message: 'slow',
      retryAfterMs: 3000,
    });
    expect(readHttpError(500, {}, 'upstream down').message).toBe('upstream down');
    expect(readHttpError(500, {}, '<html>down</html>').message).toBe('');
  });
});

describe('cleaning text for people', () => {
  it('leaves no secret, no control character and no endless text', () => {
    const secret = fc.string({ unit: fc.constantFrom(...'abcXYZ019+/=-_."\\'), minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(secret, fc.string(), fc.string({ maxLength: 600 }), (key, before, after) => {
        const text = cleaner([key])(`${before}${key}\n::error::${after}\x1b[31m`);
        if (!'[secret]'.includes(key)) expect(text).not.toContain(key);
        expect(text).not.toMatch(/[\x00-\x1f]/);
        expect(text.length).toBeLessThanOrEqual(401);
      }),
    );
  });
});
