// A real Responses server on loopback (WebSocket and HTTP/SSE on the same path) whose model says what a script says.
//
//   await using server = await startScriptedServer({ turns: [{ calls: [{ name: 'read', arguments: { path: 'a.js' } }] }, { text: 'done' }] });
//   const conversation = openConversation({ baseUrl: server.baseUrl, ... });
//   ... server.requests, server.transcript()
//
// Which turn is next follows from the conversation the request carries, not from a count of requests: a request that is sent again
// after a fault gets the same turn again. With a function for `turns` the test decides. Faults are used up in order, one a request
// (warm-ups have their own); `upgrades` likewise, one a connection. Ids of responses live in the memory of their connection only, as
// with `store: false`; a delta that names another one is `previous_response_not_found`.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { eventsOf, itemsOf, type Json, newId, type ScriptedTurn } from './scripted-events.ts';
import { type Fault, httpSink, jsonSink, misbehave, type Sink, socketSink } from './scripted-faults.ts';

export type { ScriptedCall, ScriptedTurn } from './scripted-events.ts';
export type { Fault } from './scripted-faults.ts';

/** A plain HTTP answer to an upgrade, or to a POST. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ((request: IncomingMessage) => string);
}

export interface ScriptedServerOptions {
  /** After the last one the model says `(end of script)`. */
  readonly turns: readonly ScriptedTurn[] | ((request: RecordedRequest) => ScriptedTurn);
  readonly faults?: readonly (Fault | null)[] | ((request: RecordedRequest) => Fault | null);
  readonly warmUpFault?: Fault;
  /** One for all connections, or one each in order. */
  readonly upgrades?: Refusal | readonly (Refusal | null)[];
  /** The key to ask for; absent: none. */
  readonly apiKey?: string;
  readonly noPong?: boolean;
  /** Knows no lanes: one response at a time, and no `stream_id` in its events. */
  readonly noLanes?: boolean;
  /** Answers requests whose tools are items with 400. */
  readonly noStaticItems?: boolean;
  /** Larger frames from the client are answered with close 1009. */
  readonly maxFrameBytes?: number;
}

export interface RecordedRequest {
  readonly transport: 'websocket' | 'http';
  /** 1 for the first WebSocket connection; 0 over HTTP. */
  readonly connection: number;
  readonly headers: IncomingMessage['headers'];
  /** As sent. */
  readonly raw: string;
  /** Bytes that came in over the socket for it, compressed or not; 0 over HTTP. */
  readonly wireBytes: number;
  readonly body: Json;
  readonly warmUp: boolean;
  /** The items of the request alone. */
  readonly input: readonly Json[];
  /** Everything the server knows of the conversation, with what the response id stands for. Empty when it was not found. */
  readonly transcript: readonly Json[];
  /** Number of the model's turn this asks for, from 0. */
  readonly turn: number;
}

export interface ScriptedServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/v1` */
  readonly baseUrl: string;
  /** Every `response.create` and POST, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Headers of every attempted upgrade. */
  readonly upgrades: readonly IncomingMessage['headers'][];
  /** Pings received. */
  readonly pings: number;
  /** Close codes of the connections that ended, as the server saw them. */
  readonly closes: readonly number[];
  /** The conversation after the last response that was completed: what was sent and what was answered. */
  transcript(): readonly Json[];
  /** Sends a text frame on every open connection. */
  broadcast(text: string): void;
  /** Closes every open connection with `code`, or cuts it. */
  dropConnections(code?: number): void;
  /** Between turns: something happens to every open connection, of which it returns the number, and to the next attempts to connect. */
  strike(strike: Strike): number;
  close(): Promise<void>;
}

export type Strike =
  | { readonly kind: 'drop'; readonly code?: number }
  | { readonly kind: 'frame'; readonly text: string; readonly binary?: boolean }
  /** Pings are not answered any more. */
  | { readonly kind: 'deaf' }
  /** Cut, and the next attempts to connect are refused, or answered late. */
  | { readonly kind: 'refuse'; readonly refusal: Refusal; readonly times: number }
  | { readonly kind: 'slow'; readonly delayMs: number; readonly times: number };

/** What one connection remembers, a lane at a time. */
interface Memory {
  responses: Map<string, readonly Json[]>;
  late: (() => void) | null;
}

export async function startScriptedServer(options: ScriptedServerOptions): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  const upgrades: IncomingMessage['headers'][] = [];
  const closes: number[] = [];
  const sockets = new Set<WebSocket>();
  const upgraded = new Set<{ destroy(): void }>();
  const deaf = new WeakSet<WebSocket>();
  const turnOfItem = new Map<unknown, number>();
  const listed = typeof options.faults === 'function' ? [] : [...(options.faults ?? [])];
  const nextFault = typeof options.faults === 'function' ? options.faults : () => listed.shift() ?? null;
  /** Before what `upgrades` says. */
  const struck: (Refusal | { readonly delayMs: number })[] = [];
  let pings = 0;
  /** Turns that left no item behind were taken all the same. */
  let turnsWithoutTrace = 0;
  let transcript: readonly Json[] = [];

  function record(
    raw: string,
    body: Json,
    from: Pick<RecordedRequest, 'transport' | 'connection' | 'headers' | 'wireBytes'>,
    known: readonly Json[],
  ): RecordedRequest {
    const input = Array.isArray(body.input) ? body.input : [{ type: 'message', role: 'user', content: body.input }];
    const whole = [...known, ...input];
    const turn = Math.max(
      turnsWithoutTrace,
      // By its call only where an item comes back without its id: calls of later turns may have the same.
      ...whole.map((item) => (item.type === 'function_call_output' ? 0 : (turnOfItem.get(item.id ?? item.call_id) ?? -1) + 1)),
    );
    const request = { ...from, raw, body, warmUp: body.generate === false, input, transcript: whole, turn };
    requests.push(request);
    return request;
  }

  async function answer(request: RecordedRequest, sink: Sink, memory: Memory): Promise<void> {
    const fault = request.warmUp ? (options.warmUpFault ?? null) : nextFault(request);
    const previous = request.body.previous_response_id;
    if (typeof previous === 'string' && (fault?.kind === 'lose-chain' || !memory.responses.has(previous))) {
      memory.responses.delete(previous);
      const error = {
        type: 'invalid_request_error',
        code: 'previous_response_not_found',
        message: `Previous response with id '${previous}' not found.`,
      };
      sink.error(400, { ...error, param: 'previous_response_id' }, {});
      return;
    }
    if (options.noStaticItems === true && request.input.some((item) => item.type === 'additional_tools')) {
      sink.error(400, { type: 'invalid_request_error', message: "Invalid value: 'additional_tools'.", param: 'input[1]' }, {});
      return;
    }
    memory.late?.();
    memory.late = null;
    const script = request.warmUp ? {} : scripted(options.turns, request);
    const items = itemsOf(script, Array.isArray(request.body.include));
    const id = newId('resp');
    const events = eventsOf(id, request.body, script, withExtras(items, fault, request));
    if (script.delayMs !== undefined) await sleep(script.delayMs);
    if (fault !== null && (await misbehave(fault, request.body, sink, events))) {
      if (typeof previous === 'string') memory.responses.delete(previous);
      return;
    }
    for (const item of items) for (const id of [item.id, item.call_id]) if (id !== undefined) turnOfItem.set(id, request.turn);
    if (items.length === 0 && !request.warmUp) turnsWithoutTrace = request.turn + 1;
    for (const event of events) {
      if (event === events.at(-1)) {
        // The client may answer the last event at once.
        transcript = [...request.transcript, ...items];
        if (typeof previous === 'string') memory.responses.delete(previous);
        memory.responses.set(id, transcript);
        if (script.incomplete !== undefined) turnsWithoutTrace = request.turn + 1;
        if (fault?.kind === 'late-duplicate') memory.late = () => sink.event(event);
        if (fault?.kind === 'late-call')
          memory.late = () => sink.event({ type: 'response.output_item.done', output_index: 1, item: lateCall });
      }
      sink.event(event);
      if (script.paceMs !== undefined) await sleep(script.paceMs);
    }
    sink.end();
    if (fault?.kind === 'drop') sink.cut(fault.code, fault.reason);
  }

  const http = createServer((request, response) => {
    void readBody(request).then(async (raw) => {
      const refusal = check(request, options) ?? (request.method === 'POST' ? null : { status: 405 });
      if (refusal !== null) return refuse(request, response, refusal);
      const body = parse(raw);
      if (body === null || typeof body.model !== 'string')
        return refuse(request, response, { status: 400, body: '{"error":{"message":"bad request"}}' });
      const memory: Memory = { responses: new Map(), late: null };
      const recorded = record(raw, body, { transport: 'http', connection: 0, headers: request.headers, wireBytes: 0 }, []);
      await answer(recorded, body.stream === true ? httpSink(response) : jsonSink(response), memory);
    });
  });

  const server = new WebSocketServer({
    noServer: true,
    autoPong: false,
    perMessageDeflate: true,
    ...(options.maxFrameBytes === undefined ? {} : { maxPayload: options.maxFrameBytes }),
  });
  http.on('upgrade', (request, socket, head) => {
    // A client that is refused may be gone before it has read why.
    socket.on('error', () => {});
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    upgrades.push(request.headers);
    const planned = Array.isArray(options.upgrades) ? options.upgrades[upgrades.length - 1] : options.upgrades;
    const strike = struck.shift();
    const refusal = strike !== undefined && 'status' in strike ? strike : (planned ?? check(request, options));
    if (refusal !== null) {
      const response = writableRefusal(request, refusal);
      socket.end(response);
      return;
    }
    const connection = upgrades.length;
    const accept = () => server.handleUpgrade(request, socket, head, (client) => serve(client, request, connection));
    if (strike !== undefined && 'delayMs' in strike) setTimeout(() => socket.destroyed || accept(), strike.delayMs).unref();
    else accept();
  });

  function serve(client: WebSocket, upgrade: IncomingMessage, connection: number): void {
    const memory: Memory = { responses: new Map(), late: null };
    sockets.add(client);
    client.on('ping', (data) => {
      pings += 1;
      if (options.noPong !== true && !deaf.has(client)) client.pong(data);
    });
    client.on('error', () => {});
    client.on('close', (code) => {
      sockets.delete(client);
      closes.push(code);
    });
    // One at a time in each lane, in order.
    const queues = new Map<unknown, Promise<void>>();
    let counted = upgrade.socket.bytesRead;
    client.on('message', (data) => {
      const wireBytes = upgrade.socket.bytesRead - counted;
      counted += wireBytes;
      const raw = data.toString();
      const body = parse(raw);
      const lane = options.noLanes === true ? undefined : body?.stream_id;
      const sink = socketSink(client, lane);
      const queued = (queues.get(lane) ?? Promise.resolve()).then(async () => {
        const bad =
          body === null
            ? 'invalid JSON'
            : body.type !== 'response.create'
              ? `unknown type ${body.type}`
              : body.model === undefined
                ? 'no model'
                : null;
        if (body === null || bad !== null) return sink.error(400, { type: 'invalid_request_error', message: bad ?? '' }, {});
        const known = typeof body.previous_response_id === 'string' ? (memory.responses.get(body.previous_response_id) ?? []) : [];
        const from = { transport: 'websocket', connection, headers: upgrade.headers, wireBytes } as const;
        await answer(record(raw, body, from, known), sink, memory);
      });
      queues.set(lane, queued);
    });
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = async () => {
    for (const socket of sockets) socket.terminate();
    for (const socket of upgraded) socket.destroy();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    upgrades,
    closes,
    get pings() {
      return pings;
    },
    transcript: () => transcript,
    broadcast: (text) => {
      for (const socket of sockets) socket.send(text);
    },
    dropConnections: (code) => {
      for (const socket of sockets) code === undefined ? socket.terminate() : socket.close(code);
    },
    strike: (strike) => {
      if (strike.kind === 'refuse') struck.push(...Array(strike.times).fill(strike.refusal));
      if (strike.kind === 'slow') struck.push(...Array(strike.times).fill({ delayMs: strike.delayMs }));
      for (const socket of sockets) {
        if (strike.kind === 'frame') socket.send(strike.text, { binary: strike.binary === true });
        else if (strike.kind === 'deaf') deaf.add(socket);
        else if (strike.kind === 'drop' && strike.code !== undefined) socket.close(strike.code);
        else socket.terminate();
      }
      return sockets.size;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function scripted(turns: ScriptedServerOptions['turns'], request: RecordedRequest): ScriptedTurn {
  return typeof turns === 'function' ? turns(request) : (turns[request.turn] ?? { text: '(end of script)' });
}

/** What a fault adds to the items of a response. */
function withExtras(items: readonly Json[], fault: Fault | null, request: RecordedRequest): readonly Json[] {
  if (fault?.kind === 'repeat-calls') return [...request.transcript.filter((item) => item.type === 'function_call'), ...items];
  if (fault?.kind !== 'twin-call') return items;
  return items.flatMap((item) =>
    item.type === 'function_call' ? [item, { ...item, id: newId('fc'), arguments: '{"twin":true}' }] : [item],
  );
}

function check(request: IncomingMessage, options: ScriptedServerOptions): Refusal | null {
  if (!/^\/v1\/responses(\?|$)/.test(request.url ?? '')) return { status: 404, body: '{"error":{"message":"no such path"}}' };
  if (options.apiKey === undefined || request.headers.authorization === `Bearer ${options.apiKey}`) return null;
  return { status: 401, body: '{"error":{"code":"invalid_api_key","message":"Incorrect API key provided"}}' };
}

function refusalBody(request: IncomingMessage, { body }: Refusal): string {
  return typeof body === 'function' ? body(request) : (body ?? '');
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
  response.end(refusalBody(request, refusal));
}

function writableRefusal(request: IncomingMessage, refusal: Refusal): string {
  const body = refusalBody(request, refusal);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...refusal.headers,
  };
  const lines = Object.entries(headers).map(([key, value]) => `${key}: ${value}\r\n`);
  return `HTTP/1.1 ${refusal.status} Refused\r\n${lines.join('')}\r\n${body}`;
}

function parse(raw: string): Json | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

const lateCall = { type: 'function_call', id: 'fc_late', call_id: 'late', name: 'read', arguments: '{}', status: 'completed' };
