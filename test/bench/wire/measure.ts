// What the tape measures of one run, at its own socket.
import type { Socket } from 'node:net';
import { monotonicMs } from './job.ts';

/** How the far side behaves in one run. */
export interface TapeSettings {
  readonly turns: number;
  /** Tokens a second; 0: infinitely fast. */
  readonly speed: number;
  readonly tokensPerTurn: number;
  /** What the API takes before the model begins, in milliseconds: fixed, and per thousand tokens it has not in memory. */
  readonly overhead: { readonly httpMs: number; readonly websocketMs: number; readonly perKTokMs: number };
}

export interface RequestFigures {
  readonly kind: 'warm-up' | 'turn';
  readonly transport: 'websocket' | 'http';
  /** From just before the last write of the response before to the last byte of this request; null for the first. */
  readonly gapMs: number | null;
  /** On the wire, from the request before to this one. */
  readonly wireBytes: number;
  /** Whether this was the first one of its connection: its bytes hold the handshakes. */
  readonly opensConnection: boolean;
}

export interface RunFigures {
  readonly requests: readonly RequestFigures[];
  /** On the shared clock: the first connection, the first request line, the first request that asks for a response. */
  readonly connectedAt: number | null;
  readonly firstLineAt: number | null;
  readonly firstRequestAt: number | null;
  /** From the first request that generates to the end of the last response. */
  readonly loopMs: number;
  /** Of that, between the last byte of a request and the end of its response. */
  readonly serverMs: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly connections: number;
  readonly finished: boolean;
}

/** One connection as the kernel sees it: under TLS, and before decompression. */
export interface Wire {
  readonly raw: Socket;
  lastByteAt: number;
  lastWriteAt: number;
  countedUp: number;
  used: boolean;
}

export class Measurement {
  readonly settings: TapeSettings;
  readonly #wires: Wire[] = [];
  readonly #requests: RequestFigures[] = [];
  #connectedAt: number | null = null;
  #firstLineAt: number | null = null;
  #firstRequestAt: number | null = null;
  #loopFrom: number | null = null;
  #serverMs = 0;
  #askedAt = 0;
  #endedAt: number | null = null;
  #finished = false;
  /** Turns answered. */
  turn = 0;

  constructor(settings: TapeSettings) {
    this.settings = settings;
  }

  connected(raw: Socket): Wire {
    this.#connectedAt ??= monotonicMs();
    const wire = { raw, lastByteAt: 0, lastWriteAt: 0, countedUp: 0, used: false };
    this.#wires.push(wire);
    return wire;
  }

  requestLine(): void {
    this.#firstLineAt ??= monotonicMs();
  }

  /** The last byte of a request came in at `at`. */
  asked(wire: Wire, kind: RequestFigures['kind'], transport: RequestFigures['transport'], at: number): void {
    if (this.#finished) return;
    this.#firstRequestAt ??= at;
    if (kind === 'turn') this.#loopFrom ??= at;
    const up = wire.raw.bytesRead;
    const gapMs = this.#endedAt === null ? null : at - this.#endedAt;
    this.#requests.push({ kind, transport, gapMs, wireBytes: up - wire.countedUp, opensConnection: !wire.used });
    wire.countedUp = up;
    wire.used = true;
    this.#askedAt = at;
  }

  /** The last write of a response began at `at`. */
  answered(kind: RequestFigures['kind'], at: number, isLast: boolean): void {
    if (this.#finished) return;
    if (kind === 'turn') this.#serverMs += at - this.#askedAt;
    // Between a warm-up and the first turn lies whatever the client does first: no gap of the loop.
    this.#endedAt = kind === 'turn' ? at : null;
    this.#finished ||= isLast;
  }

  figures(): RunFigures {
    return {
      requests: this.#requests,
      connectedAt: this.#connectedAt,
      firstLineAt: this.#firstLineAt,
      firstRequestAt: this.#firstRequestAt,
      loopMs: this.#loopFrom === null || this.#endedAt === null ? 0 : this.#endedAt - this.#loopFrom,
      serverMs: this.#serverMs,
      bytesUp: sum(this.#wires.map(({ raw }) => raw.bytesRead)),
      bytesDown: sum(this.#wires.map(({ raw }) => raw.bytesWritten)),
      connections: this.#wires.length,
      finished: this.#finished,
    };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
