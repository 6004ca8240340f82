import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ResponsesError } from '../../src/responses/index.ts';
import { open, user } from './helpers.ts';
import { type Refusal, startScriptedServer } from './scripted-server.ts';

const turns = [{ text: 'done' }];

/** A TCP server on loopback that does `serve` with each connection. */
async function tcpServer(serve: (socket: import('node:net').Socket) => void) {
  const sockets = new Set<import('node:net').Socket>();
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    port,
    get connections() {
      return connections;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('an upgrade that is refused', () => {
  it.each([426, 404, 405, 501, 400])('with %i means HTTP at once', async (status) => {
    await using server = await startScriptedServer({ turns, upgrades: { status } });
    await using opened = open(server);
    await opened.conversation.connect();
    expect(opened.conversation.stats).toMatchObject({ kind: 'http', connections: 0, fallbacks: [expect.stringContaining(String(status))] });
    expect((await opened.conversation.turn([user('red')])).timing.mode).toBe('http');
    expect(server.upgrades).toHaveLength(1);
    expect(server.requests.map(({ transport }) => transport)).toEqual(['http']);
  });

  it('is an error that says what to set when only the socket may be used', async () => {
    await using server = await startScriptedServer({ turns, upgrades: { status: 426 } });
    await using opened = open(server, { transport: 'websocket' });
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/426.*transport/),
    });
    expect(server.requests).toEqual([]);
  });

  it.each<[number, string, string]>([
    [401, '{"error":{"message":"bad key"}}', 'unauthorized'],
    [402, '', 'no-credit'],
    [429, '{"error":{"code":"insufficient_quota","message":"broke"}}', 'no-credit'],
    [302, '', 'rejected'],
  ])('with %i %s is not tried again, and not over HTTP', async (status, body, kind) => {
    const headers: Record<string, string> = status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {};
    await using server = await startScriptedServer({ turns, upgrades: { status, body, headers } });
    await using opened = open(server, { apiKey: 'sk-0123456789' });
    await opened.conversation.connect();
    expect(await opened.conversation.warm([])).toBeNull();
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind });
    await expect(opened.conversation.turn([user('red')])).rejects.toBeInstanceOf(ResponsesError);
    expect(server.upgrades).toHaveLength(1);
    expect(server.requests).toEqual([]);
  });

  it('with 403 once is tried again, twice means HTTP, and a rejected key where only the socket may be used', async () => {
    await using once = await startScriptedServer({ turns, upgrades: [{ status: 403 }] });
    await using moment = open(once);
    expect((await moment.conversation.turn([user('red')])).timing.mode).toBe('full');
    await using twice = await startScriptedServer({ turns, upgrades: { status: 403 } });
    await using fallen = open(twice);
    expect((await fallen.conversation.turn([user('red')])).timing.mode).toBe('http');
    expect(twice.upgrades).toHaveLength(2);
    await using forced = open(twice, { transport: 'websocket' });
    await expect(forced.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(twice.upgrades).toHaveLength(4);
  });

  it('with 429 is tried again after the time the server names', async () => {
    await using server = await startScriptedServer({ turns, upgrades: [{ status: 429, headers: { 'Retry-After': '0.02' } }] });
    await using opened = open(server);
    await opened.conversation.turn([user('red')]);
    expect(opened.conversation.stats).toMatchObject({ kind: 'websocket', connections: 1 });
    expect(opened.notices).toEqual([expect.stringContaining('wait')]);
  });

  it('with 429 for longer than allowed is an error with that time', async () => {
    await using server = await startScriptedServer({ turns, upgrades: { status: 429, headers: { 'retry-after': '90' } } });
    await using opened = open(server);
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 90 });
  });

  it('with 503 once is tried again, twice means HTTP', async () => {
    const busy: Refusal = { status: 503, headers: { 'retry-after': '0.01' } };
    await using server = await startScriptedServer({ turns: [{ text: 'a' }], upgrades: [busy] });
    await using once = open(server);
    await once.conversation.connect();
    expect(once.conversation.stats.kind).toBe('websocket');
    await using down = await startScriptedServer({ turns, upgrades: busy });
    await using twice = open(down);
    await twice.conversation.connect();
    expect(down.upgrades).toHaveLength(2);
    expect(twice.conversation.stats.kind).toBe('http');
  });
});

describe('a server that cannot be reached', () => {
  it('is tried over the socket twice and over HTTP, then reported with its address', async () => {
    let port = 0;
    {
      await using gone = await tcpServer(() => {});
      port = gone.port;
    }
    await using opened = open({ baseUrl: `http://127.0.0.1:${port}/v1` });
    await opened.conversation.connect();
    expect(opened.conversation.stats.kind).toBe('http');
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(new RegExp(`127.0.0.1:${port}.*ECONNREFUSED`)),
    });
  });

  it('that accepts and says nothing is given up after the time for connecting', async () => {
    await using silent = await tcpServer(() => {});
    await using opened = open(silent, { timeouts: { connectMs: 30 } });
    await opened.conversation.connect();
    expect(silent.connections).toBe(2);
    expect(opened.conversation.stats).toMatchObject({ kind: 'http', fallbacks: [expect.stringContaining('no connection within')] });
  });

  it('that drips bytes does not stretch that time', async () => {
    await using dripping = await tcpServer((socket) => {
      const timer = setInterval(() => socket.write('H'), 5);
      socket.on('close', () => clearInterval(timer));
    });
    await using opened = open(dripping, { timeouts: { connectMs: 40 } });
    await opened.conversation.connect();
    expect(opened.conversation.stats.kind).toBe('http');
  });

  it('that answers nonsense to the upgrade is left for HTTP', async () => {
    await using nonsense = await tcpServer((socket) => socket.end('what?\r\n\r\n'));
    await using opened = open(nonsense);
    await opened.conversation.connect();
    expect(opened.conversation.stats.kind).toBe('http');
    await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('that agrees to the upgrade with a wrong proof is left for HTTP', async () => {
    await using liar = await tcpServer((socket) => {
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n\r\n'),
      );
    });
    await using opened = open(liar);
    await opened.conversation.connect();
    expect(opened.conversation.stats.kind).toBe('http');
  });

  it('while connecting, a turn can be given up', async () => {
    await using silent = await tcpServer(() => {});
    await using opened = open(silent);
    const controller = new AbortController();
    const turn = opened.conversation.turn([user('red')], { signal: controller.signal });
    await expect.poll(() => silent.connections).toBe(1);
    controller.abort();
    await expect(turn).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('the request', () => {
  it('never upgrades when HTTP is forced', async () => {
    await using server = await startScriptedServer({ turns });
    await using opened = open(server, { transport: 'http' });
    expect(await opened.conversation.warm([user('context')])).toBeNull();
    await opened.conversation.turn([user('red')]);
    expect(server.upgrades).toEqual([]);
    expect(opened.conversation.stats).toMatchObject({ kind: 'http', fallbacks: [], turnsFull: 1 });
  });

  it.each(['websocket', 'http'] as const)('carries the key and keeps the query string over %s', async (transport) => {
    await using server = await startScriptedServer({ turns, apiKey: 'sk-0123456789' });
    await using opened = open({ baseUrl: `${server.baseUrl}/?model=m` }, { transport, apiKey: 'sk-0123456789' });
    expect((await opened.conversation.turn([user('red')])).text).toBe('done');
    expect(opened.conversation.stats.url).toBe(`${server.baseUrl}/responses`);
  });

  it('carries no authorization without a key, and that of the URL when there is one', async () => {
    await using server = await startScriptedServer({ turns });
    await using without = open(server);
    await without.conversation.turn([user('red')]);
    await using withUser = open({ baseUrl: server.baseUrl.replace('//', '//me:s%20cret@') });
    await withUser.conversation.turn([user('red')]);
    expect(server.upgrades.map(({ authorization }) => authorization)).toEqual([
      undefined,
      `Basic ${Buffer.from('me:s cret').toString('base64')}`,
    ]);
  });

  it('is compressed when it is large and the server is not on this machine', async () => {
    await using server = await startScriptedServer({ turns: [{ text: 'a' }, { text: 'b' }] });
    await using near = open(server);
    await near.conversation.turn([user('red')]);
    // The same server by an address that is not loopback to us.
    await using far = open({ baseUrl: server.baseUrl.replace('127.0.0.1', '0.0.0.0') });
    expect((await far.conversation.turn([user('long '.repeat(20_000))])).text).toBe('a');
    expect((await far.conversation.turn([user('short')])).text).toBe('b');
    expect(server.upgrades.map((headers) => headers['sec-websocket-extensions'])).toEqual([
      undefined,
      expect.stringContaining('permessage-deflate'),
    ]);
    expect(server.requests[1]?.raw).toContain('long '.repeat(20_000));
  });

  it('has no warm-up for a provider nothing is known of, unless it is asked for', async () => {
    await using server = await startScriptedServer({ turns });
    const baseUrl = server.baseUrl.replace('127.0.0.1', '0.0.0.0');
    await using automatic = open({ baseUrl });
    expect(await automatic.conversation.warm([])).toBeNull();
    expect(server.requests).toEqual([]);
    await using asked = open({ baseUrl }, { warmUp: true });
    expect((await asked.conversation.warm([]))?.timing.mode).toBe('warm');
  });

  it.each(['', 'two words', 'line\nbreak', 'schlüssel'])('refuses a key no header can carry: %j', (apiKey) => {
    expect(() => open({ baseUrl: 'http://127.0.0.1:1/v1' }, { apiKey })).toThrow(ResponsesError);
  });
});

describe('secrets', () => {
  const key = 'sk-very/secret+key=0123456789';
  const echoes = [key, encodeURIComponent(key), Buffer.from(key).toString('base64')];

  it.each(['auto', 'websocket', 'http'] as const)(
    'never come back in errors, notices or figures, whatever the server says (%s)',
    async (transport) => {
      const echo = `you sent ${echoes.join(' ')} Bearer ${key} ${'pad '.repeat(90)}${key}`;
      const body = JSON.stringify({ error: { message: echo, code: key } });
      const queryKey = 'query-secret-0123';
      const said: string[] = [];
      for (const fault of [
        { upgrades: { status: 401, body } },
        { upgrades: { status: 418, body } },
        { upgrades: { status: 503, body, headers: { 'retry-after': '0' } } },
        { faults: Array(9).fill({ kind: 'error', status: 500, code: key, message: echo }) },
        { faults: Array(9).fill({ kind: 'error', status: 400, message: echo }) },
        { faults: Array(9).fill({ kind: 'error', flat: true, message: echo }) },
        { faults: Array(9).fill({ kind: 'failed', code: key, message: echo }) },
        { faults: [{ kind: 'drop' as const, when: 'mid' as const, code: 4000, reason: key }] },
        { warmUpFault: { kind: 'error' as const, status: 400, message: echo } },
      ]) {
        await using server = await startScriptedServer({ turns, ...fault });
        await using opened = open({ baseUrl: `${server.baseUrl}?api_key=${queryKey}` }, { transport, apiKey: key });
        await opened.conversation.warm([]);
        const error = await opened.conversation.turn([user('red')]).catch((caught: unknown) => caught);
        if (error instanceof Error) said.push(error.message, error.stack ?? '', JSON.stringify(error), String(error.cause));
        said.push(...opened.notices, JSON.stringify(opened.conversation.stats));
      }
      const everything = said.join('\n');
      expect(everything).toContain('[secret]');
      for (const secret of [...echoes, queryKey, 'sk-very']) expect(everything).not.toContain(secret);
    },
  );

  it('are not carried along a redirect', async () => {
    let asked = 0;
    const thief = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    const address = thief.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      await using server = await tcpServer((socket) => {
        socket.on('data', () =>
          socket.end(`HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:${port}/v1/responses\r\nContent-Length: 0\r\n\r\n`),
        );
      });
      for (const transport of ['auto', 'http'] as const) {
        await using opened = open(server, { transport, apiKey: key });
        await expect(opened.conversation.turn([user('red')])).rejects.toMatchObject({ kind: 'rejected', status: 307 });
      }
      expect(asked).toBe(0);
    } finally {
      thief.close();
    }
  });

  it('are warned about when they would travel unencrypted', () => {
    const notices: string[] = [];
    open({ baseUrl: 'http://models.example/v1' }, { apiKey: key, onNotice: (text) => notices.push(text) });
    open({ baseUrl: 'https://models.example/v1' }, { apiKey: key, onNotice: (text) => notices.push(text) });
    expect(notices).toEqual([expect.stringContaining('unencrypted')]);
  });
});

it('leaves no connection open when it is closed', async () => {
  await using server = await startScriptedServer({ turns });
  const opened = open(server);
  await opened.conversation.turn([user('red')]);
  await opened.conversation.close();
  expect(server.closes).toEqual([1000]);
  const probe = connect(Number(new URL(server.baseUrl).port), '127.0.0.1');
  await new Promise((resolve) => probe.once('connect', resolve));
  probe.destroy();
});
