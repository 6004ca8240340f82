import { setTimeout as sleep } from 'node:timers/promises';
import type { Chain, Connection, Meter, WireContext } from './connection.ts';
import { type Endpoint, parseEndpoint } from './endpoint.ts';
import { ResponsesError } from './error.ts';
import { aborted, type Failure } from './failure.ts';
import { exchangeOverHttp } from './http.ts';
import { Ledger } from './ledger.ts';
import { Line } from './line.ts';
import { explain } from './message.ts';
import { type Timeouts, timeoutsFor } from './policy.ts';
import { type Answer, type Reply, ResponseReader } from './reader.ts';
import { Recovery, type RunRecord, usesDeltas } from './recovery.ts';
import { cleaner } from './redact.ts';
import { createFrame, httpBody, requestMembers } from './request.ts';
import { addUsage, newTally, type Tally, turnOf } from './turn.ts';
import type { Conversation, ConversationFields, InputItem, OutputItem, TransportStats, Turn, TurnHandlers } from './types.ts';

export interface ConversationOptions {
  readonly baseUrl: string;
  /** Null: none is sent (credentials in the URL are). */
  readonly apiKey: string | null;
  readonly fields: ConversationFields;
  /** `auto` falls back to HTTP once and stays there; `websocket` never does; `http` never upgrades. */
  readonly transport: 'auto' | 'websocket' | 'http';
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** Default `auto`: only where it is known to work. */
  readonly warmUp?: boolean | 'auto' | undefined;
  /** Ends everything that is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Monotonic milliseconds. */
  readonly now?: (() => number) | undefined;
  /** Told in plain words what went wrong and how it went on. */
  readonly onNotice?: ((text: string) => void) | undefined;
}

/**
 * A conversation with the model at `baseUrl`. Nothing is sent before `connect`, `warm` or `turn`. Throws `ResponsesError`
 * (`rejected`) for a base URL or a key that cannot be used.
 */
export function openConversation(options: ConversationOptions): Conversation {
  return new ResponsesConversation(options, parseEndpoint(options.baseUrl));
}

interface Ask {
  readonly generate: boolean;
  readonly onItem: (item: OutputItem) => void;
  readonly signal: AbortSignal;
}

/** A reply, and the connection it came over with the number of items it had been sent. */
interface Attempt {
  readonly reply: Reply;
  readonly sent: { readonly connection: Connection; readonly length: number } | null;
}

/** Errors that another try cannot change. */
const finalKinds: ReadonlySet<string> = new Set(['unauthorized', 'no-credit', 'rejected']);

class ResponsesConversation implements Conversation {
  readonly #options: ConversationOptions;
  readonly #endpoint: Endpoint;
  readonly #context: WireContext;
  readonly #meter: Meter = { connections: 0, bytesSent: 0, bytesReceived: 0 };
  readonly #run: RunRecord;
  readonly #line: Line;
  readonly #ledger = new Ledger();
  readonly #now: () => number;
  readonly #clean: (text: string) => string;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #members: string;
  #busy = false;
  #connecting: Promise<void> | null = null;
  #connectError: ResponsesError | null = null;
  #warming: { readonly done: Promise<Turn | null>; readonly giveUp: AbortController } | null = null;
  /** Items up to here were part of a turn that ended. */
  #settledLength = 0;
  #turnsDelta = 0;
  #turnsFull = 0;

  constructor(options: ConversationOptions, endpoint: Endpoint) {
    const { apiKey, fields } = options;
    if (apiKey !== null && !/^[\x21-\x7e]+$/.test(apiKey)) {
      throw new ResponsesError(
        'rejected',
        'the API key is empty or holds spaces, line breaks or other characters that no key has: set it again',
      );
    }
    const authorization = apiKey === null ? endpoint.basicAuth : `Bearer ${apiKey}`;
    this.#options = options;
    this.#endpoint = endpoint;
    this.#context = {
      endpoint,
      headers: { 'user-agent': 'regreen', ...(authorization === null ? {} : { authorization }) },
      timeouts: timeoutsFor(endpoint.provider, fields.reasoningEffort, options.timeouts ?? {}),
      meter: this.#meter,
    };
    this.#run = {
      forced: options.transport,
      transport: options.transport === 'http' ? 'http' : 'websocket',
      reconnects: 0,
      connectFailures: 0,
      chainMisses: 0,
      fallbacks: [],
    };
    this.#line = new Line(this.#context, this.#run);
    this.#now = options.now ?? (() => performance.now());
    this.#clean = cleaner([
      ...(apiKey === null ? [] : [apiKey]),
      ...(endpoint.basicAuth === null ? [] : [endpoint.basicAuth]),
      ...endpoint.secrets,
    ]);
    this.#signal = options.signal === undefined ? this.#stop.signal : AbortSignal.any([options.signal, this.#stop.signal]);
    this.#members = requestMembers(fields, true);
    if (apiKey !== null && !endpoint.encrypted && !endpoint.loopback) {
      this.#notice(`the API key travels unencrypted to ${endpoint.display}: use https:// if the server has it`);
    }
  }

  get items(): readonly InputItem[] {
    return this.#ledger.items;
  }

  get stats(): TransportStats {
    return {
      kind: this.#run.transport,
      url: this.#endpoint.display,
      connections: this.#meter.connections,
      reconnects: this.#run.reconnects,
      fallbacks: this.#run.fallbacks.map(this.#clean),
      bytesSent: this.#meter.bytesSent,
      bytesReceived: this.#meter.bytesReceived,
      turnsDelta: this.#turnsDelta,
      turnsFull: this.#turnsFull,
    };
  }

  connect(): Promise<void> {
    this.#connecting ??= this.#connect();
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const recovery = this.#recovery();
    try {
      for (;;) {
        const route = await this.#line.ready(this.#signal);
        if (route.kind === 'socket' || route.kind === 'http') return;
        await this.#recover(recovery, route, this.#signal);
      }
    } catch (error) {
      if (error instanceof ResponsesError && finalKinds.has(error.kind)) this.#connectError = error;
    }
  }

  async warm(input: readonly InputItem[]): Promise<Turn | null> {
    this.#ledger.addInput(input);
    const wanted = this.#options.warmUp ?? 'auto';
    const enabled = wanted === 'auto' ? this.#endpoint.provider.warmUp : wanted;
    if (!enabled || this.#busy || this.#warming !== null || this.#run.transport === 'http') return null;
    const giveUp = new AbortController();
    const done = this.#warm(AbortSignal.any([this.#signal, giveUp.signal]));
    this.#warming = { done, giveUp };
    try {
      return await done;
    } finally {
      this.#warming = null;
    }
  }

  async #warm(signal: AbortSignal): Promise<Turn | null> {
    await this.connect();
    // A turn that is waiting already gains nothing from a warm-up before it.
    if (this.#connectError !== null || this.#busy || signal.aborted || this.#run.transport === 'http') return null;
    const tally = newTally(this.#now());
    const { reply, sent } = await this.#attempt({ generate: false, onItem: () => {}, signal }, tally);
    if (reply.kind !== 'answer') {
      if (!signal.aborted) this.#notice(`the warm-up did not work (${reply.detail}); going on without it`);
      return null;
    }
    // A server that does not know warm-ups has answered: that answer is not part of the conversation.
    if (sent !== null && reply.items.length === 0) this.#chain(reply, sent.connection, sent.length);
    return turnOf(reply, { ...tally, mode: 'warm' });
  }

  async turn(input: readonly InputItem[], handlers: TurnHandlers = {}): Promise<Turn> {
    if (this.#busy) throw new Error('a turn is under way: one at a time');
    this.#busy = true;
    try {
      this.#ledger.addInput(input);
      const signal = handlers.signal === undefined ? this.#signal : AbortSignal.any([handlers.signal, this.#signal]);
      return await this.#turn({ generate: true, onItem: handlers.onItem ?? (() => {}), signal });
    } finally {
      this.#busy = false;
    }
  }

  async #turn(ask: Ask): Promise<Turn> {
    const tally = newTally(this.#now());
    await this.#settleWarmUp(ask.signal);
    const before = this.#now();
    await orAborted(this.connect(), ask.signal);
    tally.connectMs += this.#now() - before;
    if (this.#connectError !== null) throw this.#connectError;
    const recovery = this.#recovery();
    for (;;) {
      const { reply, sent } = await this.#attempt(ask, tally);
      if (reply.kind === 'answer') {
        this.#accept(reply, sent?.connection ?? null);
        this.#count(tally);
        return turnOf(reply, tally);
      }
      if (reply.kind === 'server-failed') addUsage(tally, reply.usage);
      await this.#recover(recovery, reply, ask.signal);
    }
  }

  /** Sends the conversation once, the shortest way the connection allows. */
  async #attempt(ask: Ask, tally: Tally): Promise<Attempt> {
    const before = this.#now();
    const route = await this.#line.ready(ask.signal);
    tally.connectMs += this.#now() - before;
    if (route.kind !== 'socket' && route.kind !== 'http') return { reply: route, sent: null };
    const reader = new ResponseReader(ask.onItem, this.#now);
    if (route.kind === 'socket') return await this.#attemptOnSocket(route.connection, reader, ask, tally);
    const body = httpBody(this.#members, this.#ledger.json());
    tally.mode = 'http';
    tally.bytesSent += Buffer.byteLength(body);
    return { reply: await exchangeOverHttp(this.#context, body, reader, ask.signal), sent: null };
  }

  async #attemptOnSocket(connection: Connection, reader: ResponseReader, ask: Ask, tally: Tally): Promise<Attempt> {
    const { length } = this.#ledger;
    const chain = this.#usable(connection.chain);
    const input = this.#ledger.json(chain?.length ?? 0);
    const frame = createFrame(this.#members, input, { previousResponseId: chain?.responseId ?? null, generate: ask.generate });
    const bytes = Buffer.byteLength(frame);
    const limit = this.#endpoint.provider.maxFrameBytes;
    if (limit !== null && bytes > limit) {
      return { reply: { kind: 'too-large', detail: `a frame of ${bytes} bytes, the provider takes ${limit}` }, sent: null };
    }
    tally.mode = chain === null ? 'full' : 'delta';
    tally.bytesSent += bytes;
    // Whatever goes wrong from here on, the server may have forgotten the response before.
    connection.chain = null;
    return { reply: await connection.exchange(frame, reader, ask.signal), sent: { connection, length } };
  }

  #usable(chain: Chain | null): Chain | null {
    return chain !== null && chain.revision === this.#ledger.revision && usesDeltas(this.#run) ? chain : null;
  }

  /** Takes the response into the ledger, and notes that its connection now has everything up to here. */
  #accept(answer: Answer, connection: Connection | null): void {
    if (answer.status === 'completed') {
      this.#ledger.addOutput(answer.items);
      if (connection !== null) this.#chain(answer, connection, this.#ledger.length);
    } else {
      this.#ledger.addPartialOutput(answer.items);
    }
    this.#settledLength = this.#ledger.length;
  }

  #chain(answer: Answer, connection: Connection, length: number): void {
    if (answer.responseId === null || connection.failure !== null) return;
    connection.chain = { responseId: answer.responseId, length, revision: this.#ledger.revision };
  }

  #count(tally: Tally): void {
    if (tally.mode === 'delta') this.#turnsDelta += 1;
    else this.#turnsFull += 1;
  }

  /** Prepares the next try, or throws. */
  async #recover(recovery: Recovery, failure: Failure, signal: AbortSignal): Promise<void> {
    const step = signal.aborted ? recovery.next(aborted) : recovery.next(failure);
    if (step.do === 'stop') {
      const facts = { failure, waitMs: step.waitMs, url: this.#endpoint.display, hasKey: this.#options.apiKey !== null, run: this.#run };
      throw explain(step.as, facts, this.#clean);
    }
    this.#notice(step.note);
    if (step.change === 'unsealed') this.#members = requestMembers(this.#options.fields, false);
    if (step.change === 'shrink-old') this.#ledger.shrink(this.#settledLength);
    if (step.change === 'shrink-all') this.#ledger.shrink(this.#ledger.length);
    if (step.freshConnection || this.#run.transport === 'http') await this.#line.hangUp();
    if (step.waitMs > 0) await sleep(step.waitMs, undefined, { signal }).catch(() => {});
  }

  /** A turn goes out after the warm-up, not beside it; one that hangs is given up. */
  async #settleWarmUp(signal: AbortSignal): Promise<void> {
    const warming = this.#warming;
    if (warming === null) return;
    const timer = setTimeout(() => warming.giveUp.abort(), this.#context.timeouts.warmUpGraceMs);
    try {
      await orAborted(warming.done, signal);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#line.hangUp();
  }

  #recovery(): Recovery {
    return new Recovery(this.#run, this.#context.timeouts);
  }

  #notice(text: string): void {
    this.#options.onNotice?.(this.#clean(text));
  }
}

/** Waits for `work`, but not beyond an abort; whoever asks next sees the signal. */
function orAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve();
    const abort = () => resolve();
    signal.addEventListener('abort', abort, { once: true });
    work.then(abort, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
