import { Connection, type WireContext } from './connection.ts';
import { aborted, type Failure, lost } from './failure.ts';
import { openConnection } from './open-connection.ts';
import type { RunRecord } from './recovery.ts';

export type Route = { readonly kind: 'socket'; readonly connection: Connection } | { readonly kind: 'http' };

interface Opening {
  readonly done: Promise<Connection | Failure>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * The ways of a run to the provider: one connection, shared by all lanes, or one for each lane where the provider has none; replaced
 * when it is lost, silent or too old; or HTTP.
 */
export class Line {
  readonly #context: WireContext;
  readonly #run: RunRecord;
  readonly #connections = new Map<string, Connection>();
  readonly #openings = new Map<string, Opening>();

  constructor(context: WireContext, run: RunRecord) {
    this.#context = context;
    this.#run = run;
  }

  /** A connection that is known to work, or HTTP. A connection that was lost meanwhile is a failure once. */
  async ready(lane: string, signal: AbortSignal): Promise<Route | Failure> {
    if (signal.aborted) return aborted;
    if (this.#run.transport === 'http') return { kind: 'http' };
    const key = this.#run.lanes ? '' : lane;
    const current = this.#connections.get(key);
    if (current !== undefined) {
      const { failure } = current;
      if (failure === null && current.ageMs <= this.#context.timeouts.maxAgeMs) return await this.#check(key, current, signal);
      this.#connections.delete(key);
      current.retire();
      // One that we gave up or that is too old is replaced without a word, and one that others have told of as well.
      if (failure !== null && failure !== aborted && !this.#run.seen.has(failure)) return this.#lostIdle(failure);
    }
    return await this.#open(key, signal);
  }

  #lostIdle(failure: Failure): Failure {
    this.#run.seen.add(failure);
    // What says how to go on, other than by connecting again, is as true as with a request under way.
    return failure.kind === 'stop' || failure.kind === 'no-websocket'
      ? failure
      : lost(failure.detail, { idle: true, aged: failure.kind === 'lost' && failure.aged });
  }

  /** Whoever comes while a connection is being opened waits for that one; it is given up when nobody waits any more. */
  async #open(key: string, signal: AbortSignal): Promise<Route | Failure> {
    const opening = this.#openings.get(key) ?? this.#startOpening(key);
    opening.waiting += 1;
    const leave = () => {
      opening.waiting -= 1;
      if (opening.waiting > 0) return;
      this.#openings.delete(key);
      opening.stop.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    const opened = await opening.done;
    signal.removeEventListener('abort', leave);
    if (signal.aborted) return aborted;
    return opened instanceof Connection ? { kind: 'socket', connection: opened } : opened;
  }

  #startOpening(key: string): Opening {
    const stop = new AbortController();
    const done = openConnection(this.#context, stop.signal).then((opened) => {
      if (this.#openings.get(key)?.stop === stop) this.#openings.delete(key);
      if (!(opened instanceof Connection)) return opened;
      if (stop.signal.aborted) {
        void opened.close();
        return aborted;
      }
      this.#run.connectFailures = 0;
      this.#connections.set(key, opened);
      return opened;
    });
    const opening = { done, stop, waiting: 0 };
    this.#openings.set(key, opening);
    return opening;
  }

  /** A half-open connection would swallow the request and be silent for a minute: a ping tells within seconds. */
  async #check(key: string, connection: Connection, signal: AbortSignal): Promise<Route | Failure> {
    if (connection.silentMs > this.#context.timeouts.idlePingMs && !(await connection.answersPing())) {
      if (this.#connections.get(key) === connection) this.#connections.delete(key);
      connection.drop(lost('the connection does not answer a ping any more'));
      const { failure } = connection;
      // Another lane has told of it: a new connection, and not a word.
      if (failure === null || failure === aborted || this.#run.seen.has(failure)) return await this.#open(key, signal);
      return this.#lostIdle(failure);
    }
    return signal.aborted ? aborted : { kind: 'socket', connection };
  }

  /** Replaces a connection: the next request opens another. */
  release(connection: Connection): void {
    for (const [key, value] of this.#connections) if (value === connection) this.#connections.delete(key);
    connection.retire();
  }

  /** Ends the connection of one lane. */
  async hangUp(lane: string): Promise<void> {
    const key = this.#run.lanes ? '' : lane;
    const connection = this.#connections.get(key);
    this.#connections.delete(key);
    await connection?.close();
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    const connections = [...this.#connections.values()];
    this.#connections.clear();
    await Promise.all(connections.map((connection) => connection.close()));
  }
}
