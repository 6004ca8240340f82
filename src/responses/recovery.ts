// What to do about each failure, and how often. No I/O here: the ladder can be read, and tested, from top to bottom.
import type { Failure } from './failure.ts';
import { MAX_CONNECT_ATTEMPTS, MAX_HTTP_RETRIES, MAX_RECONNECTS } from './policy.ts';
import type { ResponsesErrorKind, TransportKind } from './types.ts';

/** What is counted over the whole run. */
export interface RunRecord {
  readonly forced: 'auto' | TransportKind;
  transport: TransportKind;
  reconnects: number;
  /** In a row. */
  connectFailures: number;
  /** Turns whose delta the server could not place. */
  chainMisses: number;
  /** Each way of sending given up, with the reason. */
  readonly fallbacks: string[];
}

export type Step =
  | {
      readonly do: 'resend';
      /** `false` keeps a connection that still works. */
      readonly freshConnection: boolean;
      readonly waitMs: number;
      readonly change: 'none' | 'shrink-old' | 'shrink-all' | 'unsealed';
      readonly note: string;
    }
  | { readonly do: 'stop'; readonly as: ResponsesErrorKind; readonly waitMs: number | null };

/** Server failures answered by one more try, per turn. */
const MAX_SERVER_FAILURES = 1;
/** After as many turns with a lost chain everything is sent every time. */
const MAX_CHAIN_MISSES = 2;

/** The ladder of one turn (or of connecting). */
export class Recovery {
  readonly #run: RunRecord;
  readonly #maxWaitMs: number;
  readonly #backoffMs: number;
  #waitedMs = 0;
  #busy = 0;
  #chainMisses = 0;
  #httpLosses = 0;
  #serverFailures = 0;
  #shrinks = 0;
  #unsealed = false;

  constructor(run: RunRecord, limits: { readonly maxWaitMs: number; readonly backoffMs: number }) {
    this.#run = run;
    this.#maxWaitMs = limits.maxWaitMs;
    this.#backoffMs = limits.backoffMs;
  }

  next(failure: Failure): Step {
    switch (failure.kind) {
      case 'stop':
        return stop(failure.as);
      case 'busy':
        return this.#wait(failure.waitMs ?? 1000 * 2 ** this.#busy++, failure.detail);
      case 'chain-lost':
        return this.#chainLost(failure.detail);
      case 'lost':
        return this.#lost(failure.detail, failure.waitMs, failure.idle);
      case 'unreachable':
        return this.#unreachable(failure.detail, failure.waitMs);
      case 'no-websocket':
        return this.#toHttp(failure.detail);
      case 'too-large':
        return this.#tooLarge(failure.detail);
      case 'server-failed':
        if (this.#serverFailures++ >= MAX_SERVER_FAILURES) return stop('unavailable');
        return resend(`the provider failed (${failure.detail}); asking once more`, { freshConnection: true, waitMs: this.#backoffMs });
      case 'no-encryption':
        if (this.#unsealed) return stop('rejected');
        this.#unsealed = true;
        return resend('the model has no encrypted reasoning; asking without it', { change: 'unsealed' });
    }
  }

  #wait(ms: number, detail: string): Step {
    if (this.#waitedMs + ms > this.#maxWaitMs) return stop('rate-limited', ms);
    this.#waitedMs += ms;
    return resend(`the provider asks to wait ${seconds(ms)} (${detail})`, { waitMs: ms });
  }

  #chainLost(detail: string): Step {
    if (this.#chainMisses++ > 0) return this.#lost(detail, null, false);
    this.#run.chainMisses += 1;
    if (this.#run.chainMisses === MAX_CHAIN_MISSES) this.#run.fallbacks.push(`WebSocket with the whole conversation every turn: ${detail}`);
    return resend(`the server no longer has the conversation (${detail}); sending it again`, {});
  }

  #lost(detail: string, askedMs: number | null, idle: boolean): Step {
    if (this.#run.transport === 'http') return this.#httpLost(detail, askedMs);
    if (this.#run.reconnects >= MAX_RECONNECTS)
      return this.#toHttp(`${this.#run.reconnects + 1} connections were lost, the last: ${detail}`);
    const waitMs = idle ? 0 : this.#pause(askedMs, this.#run.reconnects);
    if (waitMs === null) return stop('unavailable', askedMs);
    this.#run.reconnects += 1;
    return resend(`connecting again (${this.#run.reconnects} of ${MAX_RECONNECTS}): ${detail}`, { freshConnection: true, waitMs });
  }

  #httpLost(detail: string, askedMs: number | null): Step {
    const waitMs = this.#pause(askedMs, this.#httpLosses);
    if (waitMs === null || this.#httpLosses >= MAX_HTTP_RETRIES) return stop('unavailable', askedMs);
    this.#httpLosses += 1;
    return resend(`sending again over HTTP (${this.#httpLosses} of ${MAX_HTTP_RETRIES}): ${detail}`, { waitMs });
  }

  #unreachable(detail: string, askedMs: number | null): Step {
    this.#run.connectFailures += 1;
    const allowed = MAX_CONNECT_ATTEMPTS[this.#run.forced === 'auto' ? 'auto' : 'websocket'];
    const waitMs = this.#pause(askedMs, this.#run.connectFailures - 1);
    if (this.#run.connectFailures >= allowed || waitMs === null) return this.#toHttp(detail);
    return resend(`trying to connect again: ${detail}`, { freshConnection: true, waitMs });
  }

  #toHttp(detail: string): Step {
    if (this.#run.transport === 'http' || this.#run.forced !== 'auto') return stop('unavailable');
    this.#run.transport = 'http';
    this.#run.fallbacks.push(`HTTP instead of WebSocket: ${detail}`);
    return resend(`going on over HTTP: ${detail}`, {});
  }

  #tooLarge(detail: string): Step {
    this.#shrinks += 1;
    const again = { freshConnection: true } as const;
    if (this.#shrinks === 1) return resend('the request is too large; cutting older tool outputs', { ...again, change: 'shrink-old' });
    if (this.#run.transport === 'websocket' && this.#run.forced === 'auto') {
      this.#shrinks = 1;
      return this.#toHttp(detail);
    }
    if (this.#shrinks === 2) return resend('the request is too large; cutting all tool outputs', { ...again, change: 'shrink-all' });
    return stop('rejected');
  }

  /** A pause that doubles, or the one the server asks for; null when that is longer than a turn may wait. */
  #pause(askedMs: number | null, times: number): number | null {
    // A little chance keeps many runs from coming back in the same moment.
    const ms = askedMs ?? this.#backoffMs * 2 ** times * (0.9 + 0.2 * Math.random());
    if (this.#waitedMs + ms > this.#maxWaitMs) return null;
    this.#waitedMs += ms;
    return ms;
  }
}

/** Whether deltas are still worth a try. */
export function usesDeltas(run: RunRecord): boolean {
  return run.chainMisses < MAX_CHAIN_MISSES;
}

function stop(as: ResponsesErrorKind, waitMs: number | null = null): Step {
  return { do: 'stop', as, waitMs };
}

function resend(note: string, how: Partial<Extract<Step, { do: 'resend' }>>): Step {
  return { do: 'resend', freshConnection: false, waitMs: 0, change: 'none', note, ...how };
}

export function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
