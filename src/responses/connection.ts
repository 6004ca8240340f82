import { type RawData, WebSocket } from 'ws';
import type { Endpoint } from './endpoint.ts';
import { aborted, type Failure, failureOfClose, failureOfError, lost } from './failure.ts';
import { COMPRESS_ABOVE_BYTES, type Timeouts } from './policy.ts';
import type { Ended, Reply, ResponseReader } from './reader.ts';
import { describeError } from './redact.ts';
import { Watchdog } from './watchdog.ts';
import { readEvents, type ServerEvent } from './wire.ts';

/** What goes over the wire, counted before compression, for all conversations of a run. */
export interface Meter {
  connections: number;
  /** Milliseconds, of all handshakes that led to a connection. */
  msConnecting: number;
  bytesSent: number;
  bytesNotResent: number;
  bytesReceived: number;
  turnsDelta: number;
  turnsFull: number;
}

export interface WireContext {
  readonly endpoint: Endpoint;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeouts: Timeouts;
  readonly meter: Meter;
}

/** The response a server has in memory for a lane, and how much of the ledger it stands for. */
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
  /** Called when it has ended, however. */
  readonly release: () => void;
}

/** One line of thought on a connection: `stream_id`, or null for the default one. */
type LaneName = string | null;

interface Lane {
  chain: Chain | null;
  exchange: Exchange | null;
  /** The response that ended last. */
  ended: Ended | null;
}

/** One WebSocket connection: at most one response under way in each lane, listened to for as long as it lives. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #context: WireContext;
  readonly #openedAt = performance.now();
  readonly #keepalive: NodeJS.Timeout;
  readonly #lanes = new Map<LaneName, Lane>();
  readonly #onPong = new Set<() => void>();
  #lastHeard = performance.now();
  /** The server says to which lane an event belongs. */
  #echoes = false;
  #retired = false;
  #error: string | null = null;
  #lost: Failure | null = null;

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
      if (!this.busy && this.#lost === null) socket.ping();
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

  get busy(): boolean {
    for (const { exchange } of this.#lanes.values()) if (exchange !== null) return true;
    return false;
  }

  /** What the server remembers of a lane. It belongs to this connection: a new one has none. */
  chain(name: LaneName): Chain | null {
    return this.#lanes.get(name)?.chain ?? null;
  }

  setChain(name: LaneName, chain: Chain | null): void {
    if (this.#lost === null) this.#lane(name).chain = chain;
  }

  /** Sends a frame and reads until its response ends. Drops the connection when that goes wrong; rejects with what a handler throws. */
  exchange(frame: string, name: LaneName, reader: ResponseReader, signal: AbortSignal): Promise<Reply> {
    if (this.#lost !== null) return Promise.resolve(this.#lost);
    const bytes = Buffer.byteLength(frame);
    this.#context.meter.bytesSent += bytes;
    const lane = this.#lane(name);
    const abort = () => this.#giveUp(name);
    const release = () => {
      signal.removeEventListener('abort', abort);
      if (this.#retired && !this.busy) void this.close();
    };
    return new Promise<Reply>((resolve, reject) => {
      const watchdog = new Watchdog(this.#context.timeouts, (detail) => this.drop(lost(detail)));
      lane.exchange = { reader, watchdog, settle: resolve, reject, release };
      signal.addEventListener('abort', abort, { once: true });
      if (signal.aborted) abort();
      else this.#socket.send(frame, { compress: bytes > COMPRESS_ABOVE_BYTES });
    });
  }

  /** Whether anything at all comes back for a ping. */
  answersPing(): Promise<boolean> {
    if (this.#lost !== null) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (answered: boolean) => {
        clearTimeout(timer);
        this.#onPong.delete(heard);
        resolve(answered && this.#lost === null);
      };
      const timer = setTimeout(() => settle(false), this.#context.timeouts.pongMs);
      const heard = () => settle(true);
      this.#onPong.add(heard);
      this.#socket.ping();
    });
  }

  /** Ends it at once, without a farewell: what is still on its way must not be read as part of something else. */
  drop(why: Failure): void {
    this.#lose(why);
    this.#socket.terminate();
  }

  /** Nothing new is sent over it; it is closed as soon as no response is under way. */
  retire(): void {
    this.#retired = true;
    if (!this.busy) void this.close();
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

  #lane(name: LaneName): Lane {
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const lane: Lane = { chain: null, exchange: null, ended: null };
    this.#lanes.set(name, lane);
    return lane;
  }

  #underWay(): Lane[] {
    return [...this.#lanes.values()].filter(({ exchange }) => exchange !== null);
  }

  /** Leaves the other lanes alone where what still comes for this one can be told apart. */
  #giveUp(name: LaneName): void {
    const lane = this.#lanes.get(name);
    if (name === null || !this.#echoes || lane === undefined) {
      this.drop(aborted);
    } else {
      this.#lanes.delete(name);
      settle(lane, aborted);
    }
  }

  #heard(): void {
    this.#lastHeard = performance.now();
    if (this.#onPong.size > 0) for (const heard of [...this.#onPong]) heard();
  }

  #hear(data: RawData, isBinary: boolean): void {
    this.#heard();
    const source = data.toString();
    this.#context.meter.bytesReceived += Buffer.isBuffer(data) ? data.length : Buffer.byteLength(source);
    const events = isBinary ? null : readEvents(source);
    if (events === null) {
      this.drop(lost(isBinary ? 'the server sent a binary frame' : `the server sent a frame that is no event: ${source.slice(0, 80)}`));
      return;
    }
    for (const event of events) this.#route(event);
  }

  #route(event: ServerEvent): void {
    if (event.lane !== null) {
      this.#echoes = true;
      const lane = this.#lanes.get(event.lane);
      // What comes for a lane that was given up, or after the end of its response, concerns nobody.
      if (lane !== undefined && lane.exchange !== null) this.#take(event, lane, lane.exchange);
      return;
    }
    let lane: Lane | null = null;
    let exchanges = 0;
    for (const each of this.#lanes.values()) {
      if (each.exchange === null) continue;
      lane = each;
      exchanges += 1;
    }
    if (lane === null || lane.exchange === null) {
      this.#hearIdle(event);
    } else if (exchanges === 1) {
      this.#take(event, lane, lane.exchange);
    } else if (event.type === 'error') {
      this.drop(failureOfError(event.error));
    } else if (event.type !== 'unknown') {
      this.drop({ kind: 'no-lanes', detail: 'the server does not say to which of several responses an event belongs' });
    }
  }

  /** Between turns a server says only that the connection has come to its end. */
  #hearIdle(event: ServerEvent): void {
    if (event.type !== 'error') return;
    const failure = failureOfError(event.error);
    const tells = failure.kind === 'lost' || (failure.kind === 'stop' && failure.as !== 'rejected');
    this.drop(tells ? failure : lost(event.error.message || 'the server reported an error'));
  }

  #take(event: ServerEvent, lane: Lane, exchange: Exchange): void {
    exchange.watchdog.saw(event.type !== 'unknown');
    try {
      const reply = exchange.reader.take(event, lane.ended);
      if (reply === null) return;
      if (event.type === 'end') lane.ended = { responseId: event.response.id, announced: exchange.reader.announced };
      settle(lane, reply);
    } catch (error) {
      lane.exchange = null;
      exchange.watchdog.stop();
      exchange.release();
      exchange.reject(error);
      this.drop(aborted);
    }
  }

  #failureOfClose(code: number, reason: string): Failure {
    if (this.#error !== null) return lost(`the connection broke: ${this.#error}`);
    return failureOfClose(code, reason);
  }

  #lose(why: Failure): void {
    if (this.#lost !== null) return;
    const underWay = this.#underWay();
    this.#lost = why;
    clearInterval(this.#keepalive);
    this.#lanes.clear();
    // One that gives up takes the connection along; for the others it is lost.
    const forOthers = why === aborted && underWay.length > 1 ? lost('the connection was given up for another response') : why;
    for (const lane of underWay) settle(lane, forOthers);
    for (const heard of [...this.#onPong]) heard();
  }
}

function settle(lane: Lane, reply: Reply): void {
  const { exchange } = lane;
  lane.exchange = null;
  if (exchange === null) return;
  exchange.watchdog.stop();
  exchange.release();
  exchange.settle(reply);
}
