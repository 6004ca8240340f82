// What to do about each failure, and how often. No I/O here: the ladder can be read, and tested, from top to bottom.
import { type Failure, type Lost, lost } from './failure.ts';
import { MAX_CONNECT_ATTEMPTS, MAX_HTTP_RETRIES, MAX_RECONNECTS } from './policy.ts';
import type { ResponsesErrorKind, TransportKind } from './types.ts';

/** What is counted over the whole run. */
export interface RunRecord {
  readonly forced: 'auto' | TransportKind;
  transport: TransportKind;
  /** Conversations of the run, each of which may lose its connections. */
  readonly conversations: number;
  /** All conversations over one connection. */
  lanes: boolean;
  reconnects: number;
  /** Of those, connections that had reached the provider's age limit: nobody's fault, and any number of them is fine. */
  aged: number;
  /** In a row. */
  connectFailures: number;
  /** Turns whose delta the server could not place. */
  chainMisses: number;
  /** Each way of sending given up, with the reason. */
  readonly fallbacks: string[];
  /** Failures already acted upon: one connection lost is told by every lane it had. */
  readonly seen: WeakSet<Failure>;
}

export function newRun(forced: RunRecord['forced'], lanes: boolean, conversations: number): RunRecord {
  const counts = { reconnects: 0, aged: 0, connectFailures: 0, chainMisses: 0 };
  const transport = forced === 'http' ? 'http' : 'websocket';
  return { forced, transport, conversations, lanes, ...counts, fallbacks: [], seen: new WeakSet() };
}

export type Step =
  | {
      readonly do: 'resend';
      /** `false` keeps a connection that still works. */
      readonly freshConnection: boolean;
      readonly waitMs: number;
      readonly change: 'none' | 'shrink-old' | 'shrink-all' | 'unsealed' | 'uncompacted';
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
  #forbidden = 0;
  #aged = false;
  #unsealed = false;
  #uncompacted = false;

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
        return this.#wait(failure.waitMs ?? 5 * this.#backoffMs * 2 ** this.#busy++, failure.detail);
      case 'chain-lost':
        return this.#chainLost(failure.detail);
      case 'lost':
        return this.#lost(failure);
      case 'unreachable':
        return this.#unreachable(failure);
      case 'forbidden':
        // A gate may have a bad moment, a key does not get better: once more, then by the other way, which will tell.
        if (this.#forbidden++ === 0) return resend(`trying to connect again: ${failure.detail}`, { waitMs: this.#backoffMs });
        return this.#run.forced === 'auto' ? this.#toHttp(failure.detail) : stop('unauthorized');
      case 'no-lanes':
        return this.#noLanes(failure.detail);
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
      case 'no-compaction':
        if (this.#uncompacted) return stop('rejected');
        this.#uncompacted = true;
        return resend('the provider does not make the context smaller; old tool outputs will be cut here', { change: 'uncompacted' });
    }
  }

  #wait(ms: number, detail: string): Step {
    if (this.#waitedMs + ms > this.#maxWaitMs) return stop('rate-limited', ms);
    this.#waitedMs += ms;
    return resend(`the provider asks to wait ${seconds(ms)} (${detail})`, { waitMs: ms });
  }

  #chainLost(detail: string): Step {
    if (this.#chainMisses++ > 0) return this.#lost(lost(detail));
    this.#run.chainMisses += 1;
    if (this.#run.chainMisses === MAX_CHAIN_MISSES) this.#run.fallbacks.push(`WebSocket with the whole conversation every turn: ${detail}`);
    return resend(`the server no longer has the conversation (${detail}); sending it again`, {});
  }

  #lost(failure: Lost): Step {
    const { detail, waitMs: askedMs } = failure;
    if (this.#run.transport === 'http') return this.#httpLost(detail, askedMs);
    const most = MAX_RECONNECTS * this.#run.conversations;
    const told = this.#run.seen.has(failure);
    this.#run.seen.add(failure);
    // Once a turn: a server that says so of every new connection has another fault.
    if (failure.aged && !this.#aged) return this.#replaceAged(detail, told);
    const losses = this.#run.reconnects - this.#run.aged;
    if (!told && losses >= most) return this.#toHttp(`${losses + 1} connections were lost, the last: ${detail}`);
    const waitMs = failure.idle ? 0 : this.#pause(askedMs, losses);
    if (waitMs === null) return stop('unavailable', askedMs);
    if (!told) this.#run.reconnects += 1;
    return resend(`connecting again (${told ? losses : losses + 1} of ${most}): ${detail}`, { freshConnection: true, waitMs });
  }

  #replaceAged(detail: string, told: boolean): Step {
    this.#aged = true;
    if (!told) {
      this.#run.reconnects += 1;
      this.#run.aged += 1;
    }
    return resend(`connecting again: ${detail}`, { freshConnection: true });
  }

  #noLanes(detail: string): Step {
    if (this.#run.lanes) {
      this.#run.lanes = false;
      this.#run.fallbacks.push(`a connection for each attempt instead of one for all: ${detail}`);
    }
    return resend(`going on over connections of their own: ${detail}`, { freshConnection: true });
  }

  #httpLost(detail: string, askedMs: number | null): Step {
    const waitMs = this.#pause(askedMs, this.#httpLosses);
    if (waitMs === null || this.#httpLosses >= MAX_HTTP_RETRIES) return stop('unavailable', askedMs);
    this.#httpLosses += 1;
    return resend(`sending again over HTTP (${this.#httpLosses} of ${MAX_HTTP_RETRIES}): ${detail}`, { waitMs });
  }

  #unreachable(failure: Extract<Failure, { kind: 'unreachable' }>): Step {
    const { detail, waitMs: askedMs } = failure;
    if (!this.#run.seen.has(failure)) this.#run.connectFailures += 1;
    this.#run.seen.add(failure);
    const allowed = MAX_CONNECT_ATTEMPTS[this.#run.forced === 'auto' ? 'auto' : 'websocket'];
    const waitMs = this.#pause(askedMs, this.#run.connectFailures - 1);
    if (this.#run.connectFailures >= allowed || waitMs === null) return this.#toHttp(detail);
    return resend(`trying to connect again: ${detail}`, { freshConnection: true, waitMs });
  }

  #toHttp(detail: string): Step {
    if (this.#run.forced !== 'auto') return stop('unavailable');
    // Another lane may have gone there before.
    if (this.#run.transport === 'http') return resend(`going on over HTTP: ${detail}`, {});
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
