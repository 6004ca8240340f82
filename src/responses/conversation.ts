import { setTimeout as sleep } from 'node:timers/promises';
import type { Chain, Connection } from './connection.ts';
import { ResponsesError } from './error.ts';
import { aborted, type Failure } from './failure.ts';
import { exchangeOverHttp } from './http.ts';
import { Ledger } from './ledger.ts';
import { explain } from './message.ts';
import { orAborted } from './or-aborted.ts';
import { CHARS_PER_TOKEN, COMPACT_ABOVE_TOKENS } from './policy.ts';
import { type Answer, type Reply, ResponseReader } from './reader.ts';
import { Recovery, usesDeltas } from './recovery.ts';
import { RequestForm } from './request.ts';
import { addUsage, newTally, type Tally, turnOf } from './turn.ts';
import type { Conversation, ConversationOptions, InputItem, OutputItem, TransportStats, Turn, TurnHandlers } from './types.ts';
import { WireOfRun } from './wire-of-run.ts';

/**
 * A conversation with the model at `baseUrl`. Nothing is sent before `connect`, `warm` or `turn`. Throws `ResponsesError`
 * (`rejected`) for a base URL or a key that cannot be used.
 */
export function openConversation(options: ConversationOptions): Conversation {
  return new ResponsesConversation(options, new WireOfRun(options, 1), '');
}

/** Several conversations that go on side by side: over one connection where the provider has lanes, else over one each. */
export function openConversations(options: ConversationOptions, count: number): readonly Conversation[] {
  const wire = new WireOfRun(options, count);
  return Array.from({ length: count }, (_, index) => new ResponsesConversation(options, wire, `attempt-${index + 1}`));
}

interface Ask {
  readonly generate: boolean;
  readonly onItem: (item: OutputItem) => void;
  readonly signal: AbortSignal;
}

/** Over which connection, in which lane, and the number of items the server has now. */
interface Sent {
  readonly connection: Connection;
  readonly lane: string | null;
  readonly length: number;
}

/** A reply, and what was sent for it over a socket. */
interface Attempt {
  readonly reply: Reply;
  readonly sent: Sent | null;
}

/** Errors that another try cannot change. */
const finalKinds: ReadonlySet<string> = new Set(['unauthorized', 'no-credit', 'rejected']);

class ResponsesConversation implements Conversation {
  readonly #options: ConversationOptions;
  readonly #wire: WireOfRun;
  readonly #name: string;
  readonly #ledger = new Ledger();
  readonly #now: () => number;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #joined: { readonly of: AbortSignal; readonly signal: AbortSignal } | null = null;
  #form: RequestForm;
  /** Lanes given up are not used again: what still comes for them would be taken for an answer. */
  #lanesLeft = 0;
  #busy = false;
  #closed = false;
  #connecting: Promise<void> | null = null;
  /** There was a way to the provider; from then on the line sees to it. */
  #ready = false;
  #connectError: ResponsesError | null = null;
  #warming: { readonly done: Promise<Turn | null>; readonly giveUp: AbortController } | null = null;
  /** Whether the provider has answered a request of this form. */
  #formTaken = false;
  /** Lengths of the ledger after the last two turns. */
  #ends = { last: 0, before: 0 };

  constructor(options: ConversationOptions, wire: WireOfRun, name: string) {
    this.#options = options;
    this.#wire = wire;
    this.#name = name;
    this.#now = options.now ?? (() => performance.now());
    this.#signal = options.signal === undefined ? this.#stop.signal : AbortSignal.any([options.signal, this.#stop.signal]);
    const { provider } = wire.endpoint;
    const by = options.compaction?.by ?? 'auto';
    const byProvider = by === 'provider' || (by === 'auto' && provider.compaction);
    this.#form = new RequestForm(options.fields, {
      sealed: true,
      compactAbove: byProvider ? this.#compactAbove : null,
      staticItems: chosen(options.staticItems, provider.staticItems),
    });
  }

  get items(): readonly InputItem[] {
    return this.#ledger.items;
  }

  get contextBytes(): number {
    return this.#ledger.bytes;
  }

  get stats(): TransportStats {
    return this.#wire.stats;
  }

  get #compactAbove(): number {
    return this.#options.compaction?.aboveTokens ?? COMPACT_ABOVE_TOKENS;
  }

  /** `stream_id` of the next request; none while the connection is ours alone. */
  get #lane(): string | null {
    if (!this.#wire.run.lanes) return null;
    return this.#lanesLeft === 0 ? this.#name : `${this.#name}.${this.#lanesLeft}`;
  }

  connect(): Promise<void> {
    this.#connecting ??= this.#connect();
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const recovery = this.#recovery();
    try {
      for (;;) {
        const route = await this.#wire.line.ready(this.#name, this.#signal);
        if (route.kind === 'socket' || route.kind === 'http') {
          this.#ready = true;
          return;
        }
        await this.#recover(recovery, route, null, this.#signal);
      }
    } catch (error) {
      if (error instanceof ResponsesError && finalKinds.has(error.kind)) this.#connectError = error;
    }
  }

  async warm(input: readonly InputItem[]): Promise<Turn | null> {
    this.#ledger.addInput(input);
    const enabled = chosen(this.#options.warmUp, this.#wire.endpoint.provider.warmUp);
    if (!enabled || this.#busy || this.#warming !== null || this.#wire.run.transport === 'http') return null;
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
    if (this.#connectError !== null || this.#busy || signal.aborted || this.#wire.run.transport === 'http') return null;
    const tally = newTally(this.#now());
    const ask = { generate: false, onItem: () => {}, signal };
    let { reply, sent } = await this.#attempt(ask, tally);
    if (reply.kind === 'stop' && this.#plainer(reply)) ({ reply, sent } = await this.#attempt(ask, tally));
    if (reply.kind !== 'answer') {
      if (!signal.aborted) this.#notice(`the warm-up did not work (${reply.detail}); going on without it`);
      return null;
    }
    // A server that does not know warm-ups has answered: that answer is not part of the conversation.
    if (sent !== null && reply.items.length === 0) this.#chain(reply, sent);
    return turnOf(reply, { ...tally, mode: 'warm' });
  }

  async turn(input: readonly InputItem[], handlers: TurnHandlers = {}): Promise<Turn> {
    if (this.#busy) throw new Error('a turn is under way: one at a time');
    this.#busy = true;
    try {
      this.#ledger.addInput([...this.#answersFor(input), ...input]);
      return await this.#turn({ generate: true, onItem: handlers.onItem ?? (() => {}), signal: this.#with(handlers.signal) });
    } finally {
      this.#busy = false;
    }
  }

  /** Aborts with `signal`, or with the conversation. Whoever brings the same signal turn after turn gets the same. */
  #with(signal: AbortSignal | undefined): AbortSignal {
    if (signal === undefined) return this.#signal;
    if (this.#joined?.of !== signal) this.#joined = { of: signal, signal: AbortSignal.any([signal, this.#signal]) };
    return this.#joined.signal;
  }

  /** Whoever gave a turn up did not answer its calls. */
  #answersFor(input: readonly InputItem[]): readonly InputItem[] {
    const answered = new Set(input.map((item) => ('call_id' in item ? item.call_id : null)));
    const left = [...this.#ledger.openCalls].filter((id) => !answered.has(id));
    return left.map((call_id) => ({ type: 'function_call_output', call_id, output: '{"error":"Not done: the attempt was given up."}' }));
  }

  async #turn(ask: Ask): Promise<Turn> {
    const tally = newTally(this.#now());
    await this.#settleWarmUp(ask.signal);
    if (!this.#ready) {
      const before = this.#now();
      await orAborted(this.connect(), ask.signal);
      tally.connectMs += this.#now() - before;
    }
    if (this.#connectError !== null) throw this.#connectError;
    const recovery = this.#recovery();
    for (;;) {
      const { reply, sent } = await this.#attempt(ask, tally);
      if (reply.kind === 'answer') {
        this.#accept(reply, sent);
        this.#wire.countTurn(tally.mode === 'delta', tally.bytesNotResent);
        return turnOf(reply, tally);
      }
      if (reply.kind === 'server-failed') addUsage(tally, reply.usage);
      await this.#recover(recovery, reply, sent, ask.signal);
    }
  }

  /** Sends the conversation once, the shortest way the connection allows. */
  async #attempt(ask: Ask, tally: Tally): Promise<Attempt> {
    const before = this.#now();
    const route = await this.#wire.line.ready(this.#name, ask.signal);
    tally.connectMs += this.#now() - before;
    if (route.kind !== 'socket' && route.kind !== 'http') return { reply: route, sent: null };
    const reader = new ResponseReader(ask.onItem, (item) => this.#ledger.knows(item), this.#now);
    if (route.kind === 'socket') return await this.#attemptOnSocket(route.connection, reader, ask, tally);
    const body = this.#form.httpBody(this.#ledger.wholeJson());
    tally.mode = 'http';
    tally.bytesNotResent = 0;
    tally.bytesSent += Buffer.byteLength(body);
    return { reply: await exchangeOverHttp(this.#wire.context, body, reader, ask.signal), sent: null };
  }

  async #attemptOnSocket(connection: Connection, reader: ResponseReader, ask: Ask, tally: Tally): Promise<Attempt> {
    const lane = this.#lane;
    const { length } = this.#ledger;
    const chain = this.#usable(connection.chain(lane));
    const input = chain === null ? this.#ledger.wholeJson() : this.#ledger.json(chain.length);
    const parts = { input, previousResponseId: chain?.responseId ?? null, generate: ask.generate, lane };
    const frame = this.#form.frame(parts);
    const bytes = Buffer.byteLength(frame);
    const limit = this.#wire.endpoint.provider.maxFrameBytes;
    if (limit !== null && bytes > limit) {
      return { reply: { kind: 'too-large', detail: `a frame of ${bytes} bytes, the provider takes ${limit}` }, sent: null };
    }
    tally.mode = chain === null ? 'full' : 'delta';
    tally.bytesSent += bytes;
    tally.bytesNotResent = this.#form.bytesSpared(parts, this.#ledger.bytes);
    // Whatever goes wrong from here on, the server may have forgotten the response before.
    connection.setChain(lane, null);
    const reply = await connection.exchange(frame, lane, reader, ask.signal);
    if (reply === aborted) this.#lanesLeft += 1;
    return { reply, sent: { connection, lane, length } };
  }

  #usable(chain: Chain | null): Chain | null {
    if (this.#options.deltas === false || !usesDeltas(this.#wire.run)) return null;
    return chain !== null && chain.revision === this.#ledger.revision ? chain : null;
  }

  /** Takes the response into the ledger, and notes that its connection now has everything up to here. */
  #accept(answer: Answer, sent: Sent | null): void {
    this.#formTaken = true;
    const { items } = answer;
    if (answer.status === 'completed') {
      this.#ledger.addOutput(items);
      // The tools among the first items may not have outlived a compaction.
      const compacted = items.some((item) => item.type === 'compaction') && this.#form.shape.staticItems;
      if (sent !== null && !compacted) this.#chain(answer, { ...sent, length: this.#ledger.length });
    } else {
      this.#ledger.addPartialOutput(items);
    }
    this.#compact(answer);
    this.#ends = { last: this.#ledger.length, before: this.#ends.last };
  }

  /**
   * Where the provider does not, we make the context smaller: tool outputs that were read two turns ago are cut, as soon as that saves
   * an eighth of the bound. Less would be a resend of everything turn after turn.
   */
  #compact({ usage }: Answer): void {
    if (this.#form.shape.compactAbove !== null || usage === null || usage.inputTokens <= this.#compactAbove) return;
    const worth = (this.#compactAbove / 8) * CHARS_PER_TOKEN;
    const saved = this.#ledger.shrink(this.#ends.before, 'to make room', worth);
    if (saved > 0) this.#notice(`old tool outputs were cut by ${saved} characters to make room`);
  }

  #chain(answer: Answer, { connection, lane, length }: Sent): void {
    if (answer.responseId === null) return;
    connection.setChain(lane, { responseId: answer.responseId, length, revision: this.#ledger.revision });
  }

  /** Prepares the next try, or throws. */
  async #recover(recovery: Recovery, failure: Failure, sent: Sent | null, signal: AbortSignal): Promise<void> {
    if (!signal.aborted && failure.kind === 'stop' && this.#plainer(failure)) return;
    let step = recovery.next(signal.aborted ? aborted : failure);
    // The same bytes again would be too large again.
    while (step.do === 'resend' && step.change.startsWith('shrink') && !this.#shrink(step.change)) step = recovery.next(failure);
    if (step.do === 'stop') {
      const { endpoint, run, clean } = this.#wire;
      const facts = { failure, waitMs: step.waitMs, url: endpoint.display, hasKey: this.#options.apiKey !== null, run };
      throw explain(step.as, facts, clean);
    }
    this.#notice(step.note);
    if (step.change === 'unsealed') this.#form = this.#form.changed({ sealed: false });
    if (step.change === 'uncompacted') this.#form = this.#form.changed({ compactAbove: null });
    if (sent !== null && (step.freshConnection || this.#wire.run.transport === 'http')) this.#wire.line.release(sent.connection);
    if (step.waitMs > 0) await sleep(step.waitMs, undefined, { signal }).catch(() => {});
  }

  #shrink(change: string): boolean {
    return this.#ledger.shrink(change === 'shrink-old' ? this.#ends.last : this.#ledger.length, 'the request was too large') > 0;
  }

  /** A server that does not take static items says so at the first request: from then on they go with every request as usual. */
  #plainer(failure: Extract<Failure, { kind: 'stop' }>): boolean {
    if (failure.as !== 'rejected' || !this.#form.shape.staticItems || this.#formTaken) return false;
    this.#notice(`instructions and tools go with every request from now on (${failure.detail})`);
    this.#form = this.#form.changed({ staticItems: false });
    return true;
  }

  /** A turn goes out after the warm-up, not beside it; one that hangs is given up. */
  async #settleWarmUp(signal: AbortSignal): Promise<void> {
    const warming = this.#warming;
    if (warming === null) return;
    const timer = setTimeout(() => warming.giveUp.abort(), this.#wire.context.timeouts.warmUpGraceMs);
    try {
      await orAborted(warming.done, signal);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#stop.abort();
    await this.#wire.leave(this.#name);
  }

  #recovery(): Recovery {
    return new Recovery(this.#wire.run, this.#wire.context.timeouts);
  }

  #notice(text: string): void {
    this.#options.onNotice?.(this.#wire.clean(text));
  }
}

function chosen(option: boolean | 'auto' | undefined, known: boolean): boolean {
  return option === undefined || option === 'auto' ? known : option;
}
