// The tape: a Responses endpoint in a process of its own, WebSocket and HTTP/SSE on one path, that says the same to every client and
// measures at its socket. Started and asked over the IPC channel by `tape-process.ts`.
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { monotonicMs } from './job.ts';
import { Measurement, type TapeSettings, type Wire } from './measure.ts';
import { type Json, type Script, scriptOf } from './tape-events.ts';

interface Order {
  readonly kind: 'begin' | 'end';
  readonly settings: TapeSettings;
}

const [host = '127.0.0.1', certificate = '', key = ''] = process.argv.slice(2);
const idle: TapeSettings = { turns: 0, speed: 0, tokensPerTurn: 1, overhead: { httpMs: 0, websocketMs: 0, perKTokMs: 0 } };
const wires = new Map<number, Wire>();
/** Responses of clients that let the server keep them: what the ids stand for, in tokens. */
const stored = new Map<string, number>();
let measurement = new Measurement(idle);

const requestListener = (request: IncomingMessage, response: ServerResponse): void => {
  measurement.requestLine();
  void answerOverHttp(request, response);
};
const server =
  certificate === ''
    ? createHttpServer(requestListener)
    : createHttpsServer({ cert: readFileSync(certificate), key: readFileSync(key) }, requestListener);
server.keepAliveTimeout = 60_000;
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: { threshold: 1024 }, maxPayload: 64 << 20 });
server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  measurement.requestLine();
  sockets.handleUpgrade(request, socket, head, (client) => serveSocket(client, socket, wireOf(request.socket)));
});

// The bytes of the wire are those of the plain TCP socket, also where TLS runs over it.
const listener = createTcpServer((raw: Socket) => {
  raw.setNoDelay(true);
  const port = raw.remotePort ?? 0;
  wires.set(port, measurement.connected(raw));
  raw.once('close', () => wires.delete(port));
  server.emit('connection', raw);
});

function wireOf(socket: Socket): Wire {
  const wire = wires.get(socket.remotePort ?? 0);
  if (wire === undefined) throw new Error('a request came over a connection that was never opened');
  return wire;
}

function tokensOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length / 4;
}

/** Waits as the API does, then streams as the model does. Returns when the last write began, on the shared clock. */
async function play(script: Script, newTokens: number, transport: 'http' | 'websocket', warmUp: boolean, send: (event: Json) => void) {
  const { overhead, speed, tokensPerTurn } = measurement.settings;
  const from = monotonicMs();
  const fixed = transport === 'http' ? overhead.httpMs : overhead.websocketMs;
  await until(from + fixed + (overhead.perKTokMs * newTokens) / 1000);
  for (const event of script.opening) send(event);
  const begun = monotonicMs();
  const modelMs = speed === 0 || warmUp ? 0 : (1000 * tokensPerTurn) / speed;
  for (const [index, event] of script.written.entries()) {
    await until(begun + (modelMs * (index + 1)) / script.written.length);
    send(event);
  }
}

async function until(at: number): Promise<void> {
  const ms = at - monotonicMs();
  if (ms > 0) await sleep(ms);
}

function serveSocket(client: WebSocket, stream: Duplex, wire: Wire): void {
  const cached = new Map<string, number>();
  const write = stream.write;
  // Just before a write, after compression: when the response leaves.
  stream.write = function timed(this: Duplex, ...args: Parameters<Duplex['write']>) {
    wire.lastWriteAt = monotonicMs();
    return Reflect.apply(write, this, args);
  } as Duplex['write'];
  stream.prependListener('data', () => {
    wire.lastByteAt = monotonicMs();
  });
  let closing: (() => void) | null = null;
  const closed = (): void => {
    closing?.();
    closing = null;
  };
  client.on('error', () => {});
  client.on('message', (data) => {
    const at = wire.lastByteAt;
    // A fast client's answer may be here before the write is reported as done.
    closed();
    const request: Json = JSON.parse(data.toString());
    const kind = request.generate === false ? 'warm-up' : 'turn';
    measurement.asked(wire, kind, 'websocket', at);
    const previous = request.previous_response_id;
    const known = typeof previous === 'string' ? cached.get(previous) : 0;
    if (known === undefined) {
      const error = {
        type: 'invalid_request_error',
        code: 'previous_response_not_found',
        message: 'not found',
        param: 'previous_response_id',
      };
      client.send(JSON.stringify({ type: 'error', status: 400, error }));
      return;
    }
    const fresh = tokensOf(request.input) + (known === 0 ? tokensOf(request.instructions) + tokensOf(request.tools) : 0);
    const script = nextScript(request, kind, known + fresh);
    cached.clear();
    cached.set(script.id, known + fresh);
    void play(script, fresh, 'websocket', kind === 'warm-up', (event) => client.send(JSON.stringify(event))).then(() => {
      const isLast = kind === 'turn' && measurement.turn > measurement.settings.turns;
      const lane = measurement;
      const before = wire.lastWriteAt;
      closing = () => lane.answered(kind, Math.max(before, wire.lastWriteAt), isLast);
      client.send(JSON.stringify(script.closing), closed);
    });
  });
}

function nextScript(request: Json, kind: 'warm-up' | 'turn', inputTokens: number): Script {
  const { turns, tokensPerTurn } = measurement.settings;
  if (kind === 'turn') measurement.turn += 1;
  const said = kind === 'warm-up' ? kind : measurement.turn <= turns ? 'call' : 'message';
  return scriptOf({ request, kind: said, inputTokens: Math.round(inputTokens), outputTokens: tokensPerTurn });
}

async function answerOverHttp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || !/^\/v1\/responses(\?|$)/.test(request.url ?? '')) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"no such path"}}');
    return;
  }
  const wire = wireOf(request.socket);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body: Json = JSON.parse(Buffer.concat(chunks).toString());
  measurement.asked(wire, 'turn', 'http', monotonicMs());
  const previous = typeof body.previous_response_id === 'string' ? (stored.get(body.previous_response_id) ?? 0) : 0;
  // Over HTTP the whole input is read again, kept by the server or sent anew.
  const tokens = previous + tokensOf(body.input) + tokensOf(body.instructions) + tokensOf(body.tools);
  const script = nextScript(body, 'turn', tokens);
  if (body.store !== false) stored.set(script.id, previous + tokensOf(body.input));
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const send = (event: Json): void => {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  await play(script, tokens, 'http', false, send);
  measurement.answered('turn', monotonicMs(), measurement.turn > measurement.settings.turns);
  response.end(`event: ${script.closing.type}\ndata: ${JSON.stringify(script.closing)}\n\n`);
}

process.on('message', (order: Order) => {
  if (order.kind === 'begin') {
    measurement = new Measurement(order.settings);
    stored.clear();
    process.send?.({ kind: 'begun' });
  } else {
    process.send?.({ kind: 'measured', figures: measurement.figures() });
  }
});
process.on('disconnect', () => process.exit(0));
listener.listen(0, host, () => {
  const address = listener.address();
  process.send?.({ kind: 'listening', port: typeof address === 'object' && address !== null ? address.port : 0 });
});
