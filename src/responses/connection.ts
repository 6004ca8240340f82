import type { IncomingMessage } from 'node:http';
import { type RawData, WebSocket } from 'ws';
import type { Endpoint } from './endpoint.ts';
import { aborted, type Failure, failureOfClose, failureOfRefusal, lost } from './failure.ts';
import { COMPRESS_ABOVE_BYTES, MAX_MESSAGE_BYTES, type Timeouts } from './policy.ts';
import type { Reply, ResponseReader } from './reader.ts';
import { describeError } from './redact.ts';
import { Watchdog } from './watchdog.ts';
import { readEvents, readHttpError } from './wire.ts';

/** What goes over the wire, counted before compression. */
export interface Meter {
  connections: number;
  bytesSent: number;
  bytesReceived: number;
}

export interface WireContext {
  readonly endpoint: Endpoint;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeouts: Timeouts;
  readonly meter: Meter;
}

/** The response this connection's server has in memory, and how much of the ledger it stands for. */
export interface Chain {
  readonly responseId: string;
  readonly length: number;
  readonly revision: number;
}

interface Exchange {
  readonly reader: ResponseReader;
  readonly watchdog: Watchdog;
  readonly settle: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** One WebSocket connection: at most one response under way, listened to for as long as it lives. */
export class Connection {
  /** Belongs to this connection: a new one has none. */
  chain: Chain | null = null;
  readonly #socket: WebSocket;
  readonly #context: WireContext;
  readonly #openedAt = performance.now();
  readonly #keepalive: NodeJS.Timeout;
  #lastHeard = performance.now();
  #exchange: Exchange | null = null;
  #endedId: string | null = null;
  #error: string | null = null;
  #lost: Failure | null = null;
  #onPong: (() => void) | null = null;

  constructor(socket: WebSocket, context: WireContext) {
    this.#socket = socket;
    this.#context = context;
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary));
    socket.on('ping', () => this.#heard());
    socket.on('pong', () => this.#heard());
    socket.on('error', (error) => {
      this.#error = describeError(error);
    });
    socket.on('close', (code, reason) => this.#lose(this.#failureOfClose(code, reason.toString())));
    this.#keepalive = setInterval(() => {
      if (this.#exchange === null && this.#lost === null) socket.ping();
    }, context.timeouts.keepaliveMs).unref();
  }

  get ageMs(): number {
    return performance.now() - this.#openedAt;
  }

  get silentMs(): number {
    return performance.now() - this.#lastHeard;
  }

  /** Why it cannot be used any more; null while it can. */
  get failure(): Failure | null {
    return this.#lost;
  }

  /** Sends a frame and reads until its response ends. Drops the connection when that goes wrong; rejects with what a handler throws. */
  exchange(frame: string, reader: ResponseReader, signal: AbortSignal): Promise<Reply> {
    if (this.#lost !== null) return Promise.resolve(this.#lost);
    const bytes = Buffer.byteLength(frame);
    this.#context.meter.bytesSent += bytes;
    const abort = () => this.drop(aborted);
    return new Promise<Reply>((resolve, reject) => {
      const watchdog = new Watchdog(this.#context.timeouts, (detail) => this.drop(lost(detail)));
      this.#exchange = { reader, watchdog, settle: resolve, reject };
      signal.addEventListener('abort', abort, { once: true });
      if (signal.aborted) abort();
      else this.#socket.send(frame, { compress: bytes > COMPRESS_ABOVE_BYTES });
    }).finally(() => {
      signal.removeEventListener('abort', abort);
      this.#exchange?.watchdog.stop();
      this.#exchange = null;
    });
  }

  /** Whether anything at all comes back for a ping. */
  answersPing(): Promise<boolean> {
    if (this.#lost !== null) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(false), this.#context.timeouts.pongMs);
      const settle = (answered: boolean) => {
        clearTimeout(timer);
        this.#onPong = null;
        resolve(answered && this.#lost === null);
      };
      this.#onPong = () => settle(true);
      this.#socket.ping();
    });
  }

  /** Ends it at once, without a farewell: what is still on its way must not be read as part of something else. */
  drop(why: Failure): void {
    this.#lose(why);
    this.#socket.terminate();
  }

  /** Ends it politely; resolves when it is closed, after half a second at the latest. */
  async close(): Promise<void> {
    this.#lose(aborted);
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#socket.terminate(), 500);
      this.#socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      this.#socket.close(1000);
    });
  }

  #heard(): void {
    this.#lastHeard = performance.now();
    this.#onPong?.();
  }

  #hear(data: RawData, isBinary: boolean): void {
    this.#heard();
    const source = data.toString();
    this.#context.meter.bytesReceived += Buffer.byteLength(source);
    const events = isBinary ? null : readEvents(source);
    if (events === null) {
      this.drop(lost(isBinary ? 'the server sent a binary frame' : `the server sent a frame that is no event: ${source.slice(0, 80)}`));
      return;
    }
    for (const event of events) {
      const exchange = this.#exchange;
      if (exchange === null) {
        // Between turns a server says only that the connection has come to its end.
        if (event.type === 'error') this.drop(lost(event.error.message || 'the server reported an error', { idle: true }));
        continue;
      }
      exchange.watchdog.saw(event.type !== 'unknown');
      try {
        const reply = exchange.reader.take(event, this.#endedId);
        if (reply === null) continue;
        if (event.type === 'end') this.#endedId = event.response.id;
        this.#exchange = null;
        exchange.watchdog.stop();
        exchange.settle(reply);
      } catch (error) {
        exchange.reject(error);
        this.drop(aborted);
      }
    }
  }

  #failureOfClose(code: number, reason: string): Failure {
    if (this.#error !== null) return lost(`the connection broke: ${this.#error}`);
    return failureOfClose(code, reason);
  }

  #lose(why: Failure): void {
    if (this.#lost !== null) return;
    const exchange = this.#exchange;
    this.#lost = why;
    clearInterval(this.#keepalive);
    this.chain = null;
    exchange?.watchdog.stop();
    exchange?.settle(why);
    this.#onPong?.();
  }
}

/** Opens a connection. Never throws: a failure says whether to try again, to go to HTTP or to stop. */
export function openConnection(context: WireContext, signal: AbortSignal): Promise<Connection | Failure> {
  if (signal.aborted) return Promise.resolve(aborted);
  const { endpoint, timeouts } = context;
  const socket = new WebSocket(endpoint.wsUrl, {
    headers: context.headers,
    handshakeTimeout: timeouts.connectMs,
    followRedirects: false,
    maxPayload: MAX_MESSAGE_BYTES,
    // Nothing is gained by compression within one machine.
    perMessageDeflate: endpoint.loopback ? false : { threshold: COMPRESS_ABOVE_BYTES },
  });
  return new Promise<Connection | Failure>((resolve) => {
    const unreachable = (detail: string) => resolve({ kind: 'unreachable', detail, waitMs: null });
    // The library's own limit starts anew with every byte that drips in.
    const timer = setTimeout(() => {
      unreachable(`no connection within ${timeouts.connectMs / 1000} s`);
      socket.terminate();
    }, timeouts.connectMs);
    const abort = () => {
      resolve(aborted);
      socket.terminate();
    };
    const settled = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once('open', () => {
      settled();
      context.meter.connections += 1;
      resolve(new Connection(socket, context));
    });
    socket.on('error', (error) => {
      settled();
      unreachable(describeError(error));
    });
    socket.once('unexpected-response', (_request, response) => {
      void readBody(response).then((body) => {
        settled();
        resolve(failureOfRefusal(readHttpError(response.statusCode ?? 0, response.headers, body)));
        socket.terminate();
      });
    });
  });
}

const MAX_REFUSAL_BYTES = 16 * 1024;

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > MAX_REFUSAL_BYTES) break;
    }
  } catch {
    // A refusal cut short is a refusal all the same.
  }
  return Buffer.concat(chunks).toString();
}
