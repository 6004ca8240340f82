import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Bounds } from './bounds.ts';
import { badRequest, errorBody, type WireError } from './wire.ts';

/** Completes WebSocket handshakes; one that is wrong is answered in JSON like everything else. */
export class Upgrades {
  readonly #sockets: WebSocketServer;
  readonly #log: (line: string) => void;

  constructor(bounds: Bounds, log: (line: string) => void) {
    this.#log = log;
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: bounds.messageBytes,
      // Used when the client offers it. Only our window is dropped between messages: it would cost memory for every connection.
      perMessageDeflate: { threshold: 8 * 1024, serverNoContextTakeover: true },
    });
    this.#sockets.on('wsClientError', (error, stream) => this.refuse(stream, badRequest(error.message, null, 'invalid_upgrade')));
  }

  get count(): number {
    return this.#sockets.clients.size;
  }

  accept(request: IncomingMessage, stream: Duplex, head: Buffer, serve: (socket: WebSocket) => void): void {
    this.#sockets.handleUpgrade(request, stream, head, serve);
  }

  refuse(stream: Duplex, error: WireError): void {
    stream.on('error', (cause) => this.#log(`engine: upgrade: ${cause.message}`));
    const body = JSON.stringify({ error: errorBody(error) });
    const head = [
      `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      ...(error.status === 503 ? ['retry-after: 1'] : []),
      'connection: close',
    ];
    // The client may not close its side: this one does not wait for it.
    stream.once('finish', () => stream.destroy());
    stream.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
}
