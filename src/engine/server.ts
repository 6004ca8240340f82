import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessError } from './access.ts';
import { bodyError } from './body.ts';
import { Admission, BOUNDS, type Bounds } from './bounds.ts';
import { type HttpContext, refuse } from './exchange.ts';
import { handleHttp, pathOf, RESPONSES_PATH } from './http.ts';
import { createMind, type Mind } from './mind.ts';
import { type ServedSocket, serveSocket } from './socket.ts';
import { ResponseStore } from './store.ts';
import { Upgrades } from './upgrade.ts';
import { badRequest, serverError, type WireError } from './wire.ts';

export const engineModel = 'regreen-engine';

export interface EngineOptions {
  /** Loopback unless given. */
  readonly host?: string;
  /** A free one unless given. */
  readonly port?: number;
  /** The bearer token that clients must send; null or absent: none. */
  readonly apiKey?: string | null;
  readonly log?: (line: string) => void;
}

export interface ServerOptions extends EngineOptions {
  readonly mind: Mind;
  readonly bounds?: Partial<Bounds>;
}

export interface Engine {
  /** Base URL, ends with `/v1`. */
  readonly url: string;
  /** Takes no more requests; answers what is under way for up to `graceMs` (0 unless given), then closes every socket, the port and the worker. */
  close(graceMs?: number): Promise<void>;
}

/** Starts the built-in engine: a Responses endpoint, over WebSocket and HTTP, whose answers come from program repair. Rejects when the port is taken. */
export function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const mind = createMind(options.log === undefined ? {} : { log: options.log });
  // Loading the analysis takes longer than listening: it is ready when the first request comes.
  mind.warm();
  return startServer({ ...options, mind });
}

/** The same over any mind. */
export async function startServer(options: ServerOptions): Promise<Engine> {
  const { host = '127.0.0.1', port = 0 } = options;
  const served = new Endpoint(options);
  served.http.listen(port, host);
  await once(served.http, 'listening');
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${portOf(served.http)}/v1`,
    close: (graceMs = 0) => served.close(graceMs),
  };
}

/** HTTP and WebSocket on one port. */
class Endpoint {
  readonly http: Server;
  readonly #context: HttpContext;
  readonly #apiKey: string | null;
  readonly #upgrades: Upgrades;
  readonly #sockets = new Set<ServedSocket>();
  readonly #answering = new Set<Promise<void>>();
  #closing = false;

  constructor({ mind, apiKey = null, bounds: given, log = () => {} }: ServerOptions) {
    const bounds = { ...BOUNDS, ...given };
    const store = new ResponseStore();
    const memory = new ResponseStore({ maxEntries: 4_096, maxChars: 4 * bounds.conversationChars });
    this.#context = { mind, bounds, store, memory, log, admission: new Admission(bounds), model: engineModel };
    this.#apiKey = apiKey;
    this.#upgrades = new Upgrades(bounds, log);
    this.http = createServer({ headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 30_000 });
    this.http.maxConnections = bounds.connections + bounds.requests;
    this.http.on('request', (request, response) => this.#answer(request, response));
    this.http.on('checkContinue', (request, response) => this.#answerExpectant(request, response));
    this.http.on('upgrade', (request, stream, head) => this.#upgrade(request, stream, head));
  }

  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    if (graceMs > 0) {
      const drained = Promise.allSettled([...this.#answering, ...[...this.#sockets].map((socket) => socket.drain())]);
      await Promise.race([drained, sleep(graceMs, undefined, { ref: false })]);
    }
    for (const socket of this.#sockets) socket.close();
    await this.#context.mind.close();
    this.http.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { log } = this.#context;
    // A client that goes away mid-answer is its own business.
    response.on('error', (error) => log(`engine: http: ${error.message}`));
    const error = this.#refusal(request);
    if (error !== null) {
      refuse(response, error);
      return;
    }
    const answered = handleHttp(request, response, this.#context).catch((defect: unknown) => {
      log(`engine: http: ${String(defect)}`);
      if (response.headersSent) response.destroy();
      else refuse(response, serverError('the engine met a defect of its own'));
    });
    this.#answering.add(answered);
    void answered.finally(() => this.#answering.delete(answered));
  }

  /** `Expect: 100-continue`: a body that would be refused is not sent at all. */
  #answerExpectant(request: IncomingMessage, response: ServerResponse): void {
    const error = this.#refusal(request) ?? bodyError(request, this.#context.bounds.messageBytes);
    if (error !== null) {
      response.setHeader('connection', 'close');
      refuse(response, error);
      return;
    }
    response.writeContinue();
    this.#answer(request, response);
  }

  #upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { log, bounds } = this.#context;
    const full = this.#upgrades.count >= bounds.connections ? serverError(`at most ${bounds.connections} connections`, 503) : null;
    const elsewhere = pathOf(request) === RESPONSES_PATH ? null : NOT_FOUND;
    const error = this.#refusal(request) ?? elsewhere ?? full;
    if (error !== null) {
      this.#upgrades.refuse(stream, error);
      return;
    }
    stream.on('error', (cause) => log(`engine: upgrade: ${cause.message}`));
    this.#upgrades.accept(request, stream, head, (socket) => {
      // On this machine it costs more time than it saves.
      const served = serveSocket(socket, this.#context, !/^(::1$|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? ''));
      this.#sockets.add(served);
      socket.on('close', () => this.#sockets.delete(served));
    });
  }

  #refusal(request: IncomingMessage): WireError | null {
    return accessError(request, this.#apiKey) ?? (this.#closing ? serverError('the engine is closing', 503) : null);
  }
}

const NOT_FOUND: WireError = { ...badRequest(`upgrade at ${RESPONSES_PATH}`, null, 'unknown_url'), status: 404 };

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
