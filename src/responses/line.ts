import { type Connection, openConnection, type WireContext } from './connection.ts';
import { aborted, type Failure, lost } from './failure.ts';
import type { RunRecord } from './recovery.ts';

export type Route = { readonly kind: 'socket'; readonly connection: Connection } | { readonly kind: 'http' };

/** The way to the provider: the one connection, replaced when it is lost, silent or too old; or HTTP. */
export class Line {
  readonly #context: WireContext;
  readonly #run: RunRecord;
  #connection: Connection | null = null;

  constructor(context: WireContext, run: RunRecord) {
    this.#context = context;
    this.#run = run;
  }

  /** A connection that is known to work, or HTTP. A connection that was lost meanwhile is a failure once. */
  async ready(signal: AbortSignal): Promise<Route | Failure> {
    if (this.#run.transport === 'http') return { kind: 'http' };
    const current = this.#connection;
    if (current !== null) {
      const { failure } = current;
      if (failure === null && current.ageMs <= this.#context.timeouts.maxAgeMs) return await this.#check(current, signal);
      void this.hangUp();
      // One that we gave up or that is too old is replaced without a word.
      if (failure !== null && failure !== aborted) return lost(failure.detail, { idle: true });
    }
    const opened = await openConnection(this.#context, signal);
    if ('kind' in opened) return opened;
    if (signal.aborted) {
      void opened.close();
      return aborted;
    }
    this.#run.connectFailures = 0;
    this.#connection = opened;
    return { kind: 'socket', connection: opened };
  }

  /** A half-open connection would swallow the request and be silent for a minute: a ping tells within seconds. */
  async #check(connection: Connection, signal: AbortSignal): Promise<Route | Failure> {
    if (connection.silentMs > this.#context.timeouts.idlePingMs && !(await connection.answersPing())) {
      this.#connection = null;
      connection.drop(lost('no pong'));
      return lost('the connection does not answer a ping any more', { idle: true });
    }
    return signal.aborted ? aborted : { kind: 'socket', connection };
  }

  /** Ends the connection; the next request opens another. */
  async hangUp(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.close();
  }
}
