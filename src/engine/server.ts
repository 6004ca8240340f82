import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { handleHttp, MAX_BYTES, pathOf, RESPONSES_PATH, refuse } from './http.ts';
import { createMind, type Mind } from './mind.ts';
import { closeSocket, serveSocket } from './socket.ts';
import { ResponseStore } from './store.ts';
import { errorBody, type WireError } from './wire.ts';

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
  readonly pingMs?: number;
  readonly store?: ResponseStore;
}

export interface Engine {
  /** Base URL, ends with `/v1`. */
  readonly url: string;
  /** Closes every socket, the port and the worker. */
  close(): Promise<void>;
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
  const { host = '127.0.0.1', port = 0, apiKey = null, mind, pingMs = 25_000, log = () => {} } = options;
  const store = options.store ?? new ResponseStore();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BYTES, perMessageDeflate: false });
  const http = createServer((request, response) => {
    // A client that goes away mid-answer is its own business.
    response.on('error', (error) => log(`engine: http: ${error.message}`));
    if (!authorized(request, apiKey)) return refuse(response, UNAUTHORIZED);
    handleHttp(request, response, { mind, store, model: engineModel }).catch((error: unknown) => {
      log(`engine: http: ${String(error)}`);
      response.destroy();
    });
  });
  http.on('upgrade', (request, stream, head) => {
    stream.on('error', (error) => log(`engine: upgrade: ${error.message}`));
    if (!authorized(request, apiKey)) return refuseUpgrade(stream, UNAUTHORIZED);
    if (pathOf(request) !== RESPONSES_PATH) return refuseUpgrade(stream, NOT_FOUND);
    sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(socket, { mind, store, pingMs, log }));
  });
  http.listen(port, host);
  await once(http, 'listening');
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${portOf(http)}/v1`,
    close: async () => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      for (const socket of sockets.clients) closeSocket(socket, 1001, 'the engine is closing');
      await mind.close();
      http.closeAllConnections();
      await closed;
    },
  };
}

const UNAUTHORIZED: WireError = {
  status: 401,
  type: 'authentication_error',
  code: 'invalid_api_key',
  message: 'the bearer token is missing or wrong',
  param: null,
};

const NOT_FOUND: WireError = {
  status: 404,
  type: 'invalid_request_error',
  code: null,
  message: `upgrade at ${RESPONSES_PATH}`,
  param: null,
};

function authorized(request: IncomingMessage, apiKey: string | null): boolean {
  if (apiKey === null) return true;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${apiKey}`));
}

function refuseUpgrade(stream: Duplex, error: WireError): void {
  const body = JSON.stringify({ error: errorBody(error) });
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
