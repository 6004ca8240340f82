import type { Provider } from './providers.ts';

/** Waiting times of a conversation, in milliseconds. */
export interface Timeouts {
  /** For the whole handshake of a connection. */
  readonly connectMs: number;
  /** From sending a request to the first event the protocol knows. */
  readonly firstEventMs: number;
  /** Between two events of one response. */
  readonly betweenEventsMs: number;
  /** A socket silent for longer is pinged before it is used again. */
  readonly idlePingMs: number;
  /** For the answer to that ping. */
  readonly pongMs: number;
  /** Between keepalive pings while no response is under way: proxies and gateways drop idle connections after minutes. */
  readonly keepaliveMs: number;
  /** A connection older than this is replaced before the next turn; default by provider. */
  readonly maxAgeMs: number;
  /** All waiting for a rate limit within one turn. */
  readonly maxWaitMs: number;
  /** First pause before connecting again; doubles each time. */
  readonly backoffMs: number;
  /** How long a turn waits for a warm-up that is still under way. */
  readonly warmUpGraceMs: number;
}

/** High efforts think for minutes without an event. */
const patientEfforts: ReadonlySet<string> = new Set(['high', 'xhigh', 'max']);

export function timeoutsFor(provider: Provider, effort: string | undefined, given: Partial<Timeouts>): Timeouts {
  return {
    connectMs: 15_000,
    firstEventMs: 60_000,
    betweenEventsMs: effort !== undefined && patientEfforts.has(effort) ? 300_000 : 180_000,
    idlePingMs: 20_000,
    pongMs: 5_000,
    keepaliveMs: Math.min(30_000, (provider.idleMs ?? Number.POSITIVE_INFINITY) / 4),
    maxAgeMs: provider.maxAgeMs,
    maxWaitMs: 60_000,
    backoffMs: 200,
    warmUpGraceMs: 5_000,
    ...given,
  };
}

/** Largest message accepted from the server, decompressed. The longest responses, repeated whole in their last event, take a few MiB. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

/** Largest streamed HTTP body of one response. */
export const MAX_STREAM_BYTES = 128 * 1024 * 1024;

/**
 * Frames above this are compressed: ten TCP segments, the initial congestion window. A larger frame after a pause needs one more
 * round trip, compressed it does not; compressing a smaller one takes some tenths of a millisecond and processor time, and saves none
 * (`npm run bench -- wire --part frames`).
 */
export const COMPRESS_ABOVE_BYTES = 14_000;

/** Connections made again after a loss, per run and line of thought; after that `auto` goes to HTTP. */
export const MAX_RECONNECTS = 3;

/** Attempts to connect in a row: with a fallback at hand, and without. */
export const MAX_CONNECT_ATTEMPTS = { auto: 2, websocket: 4 } as const;

/** Attempts to send one turn over HTTP again after a loss. */
export const MAX_HTTP_RETRIES = 3;

/**
 * Input tokens of a turn after which the context is made smaller. The smallest context of the models in use is 128,000: the reserved
 * output and one large tool result still fit.
 */
export const COMPACT_ABOVE_TOKENS = 100_000;

/** Of text and code, roughly. */
export const CHARS_PER_TOKEN = 4;
