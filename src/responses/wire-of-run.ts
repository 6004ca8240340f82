import type { Meter, WireContext } from './connection.ts';
import { type Endpoint, parseEndpoint } from './endpoint.ts';
import { ResponsesError } from './error.ts';
import { Line } from './line.ts';
import { timeoutsFor } from './policy.ts';
import { newRun, type RunRecord } from './recovery.ts';
import { cleaner } from './redact.ts';
import type { ConversationOptions, TransportStats } from './types.ts';

/** What the conversations of a run share: the endpoint, the connections, what was counted, and what was given up. */
export class WireOfRun {
  readonly endpoint: Endpoint;
  readonly context: WireContext;
  readonly run: RunRecord;
  readonly line: Line;
  /** Makes text of the server fit for people. */
  readonly clean: (text: string) => string;
  readonly #meter: Meter = {
    connections: 0,
    msConnecting: 0,
    bytesSent: 0,
    bytesNotResent: 0,
    bytesReceived: 0,
    turnsDelta: 0,
    turnsFull: 0,
  };
  #open: number;

  /** Throws `ResponsesError` (`rejected`) for a base URL or a key that cannot be used. */
  constructor(options: ConversationOptions, conversations: number) {
    const { apiKey, fields } = options;
    const endpoint = parseEndpoint(options.baseUrl);
    if (apiKey !== null && !/^[\x21-\x7e]+$/.test(apiKey)) {
      throw new ResponsesError(
        'rejected',
        'the API key is empty or holds spaces, line breaks or other characters that no key has: set it again',
      );
    }
    const authorization = apiKey === null ? endpoint.basicAuth : `Bearer ${apiKey}`;
    this.endpoint = endpoint;
    this.context = {
      endpoint,
      headers: { 'user-agent': 'regreen', ...(authorization === null ? {} : { authorization }) },
      timeouts: timeoutsFor(endpoint.provider, fields.reasoningEffort, options.timeouts ?? {}),
      meter: this.#meter,
    };
    const lanes = options.lanes ?? 'auto';
    this.run = newRun(options.transport, conversations > 1 && (lanes === 'auto' ? endpoint.provider.lanes : lanes), conversations);
    this.line = new Line(this.context, this.run);
    this.clean = cleaner([
      ...(apiKey === null ? [] : [apiKey]),
      ...(endpoint.basicAuth === null ? [] : [endpoint.basicAuth]),
      ...endpoint.secrets,
    ]);
    this.#open = conversations;
    if (apiKey !== null && !endpoint.encrypted && !endpoint.loopback) {
      options.onNotice?.(`the API key travels unencrypted to ${endpoint.display}: use https:// if the server has it`);
    }
  }

  get stats(): TransportStats {
    return {
      kind: this.run.transport,
      url: this.endpoint.display,
      reconnects: this.run.reconnects,
      fallbacks: this.run.fallbacks.map(this.clean),
      ...this.#meter,
      msConnecting: Math.round(this.#meter.msConnecting),
    };
  }

  countTurn(delta: boolean, bytesNotResent: number): void {
    this.#meter.bytesNotResent += bytesNotResent;
    if (delta) this.#meter.turnsDelta += 1;
    else this.#meter.turnsFull += 1;
  }

  /** A conversation has ended: a connection that others share is closed by the last one. */
  async leave(lane: string): Promise<void> {
    this.#open -= 1;
    if (!this.run.lanes || this.#open <= 0) await this.line.hangUp(lane);
    if (this.#open <= 0) await this.line.close();
  }
}
