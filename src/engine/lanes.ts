import type { Admission, Bounds } from './bounds.ts';
import type { Mind } from './mind.ts';
import { type CreateRequest, type ParsedRequest, parseCreate } from './request.ts';
import { type Emit, respond } from './respond.ts';
import { Slots } from './slots.ts';
import type { KeptResponse, ResponseStore } from './store.ts';
import type { Transcript } from './transcript.ts';
import { badRequest, errorEvent, isWireError, notFound, serverError, type WireError } from './wire.ts';

interface Lane {
  /** The latest response: the only one of this lane that a request can continue. */
  latest: string | null;
  tail: Promise<void>;
}

export interface LanesContext {
  readonly mind: Mind;
  readonly bounds: Bounds;
  readonly admission: Admission;
  /** Responses that outlive their connection (`store: true`). */
  readonly store: ResponseStore;
  /** The latest responses of the lanes of all connections; full, it forgets the oldest. */
  readonly memory: ResponseStore;
  readonly log: (line: string) => void;
}

const TOO_MANY: WireError = {
  status: 429,
  type: 'rate_limit_error',
  code: 'rate_limit_exceeded',
  message: 'too many requests are waiting for their answers',
  param: null,
};

/**
 * The requests of one connection. A lane (`stream_id`, or the default one) answers in order of arrival; lanes run side by side. The cache
 * lives as long as the connection: the latest response of each lane.
 */
export class Lanes {
  readonly #lanes = new Map<string | null, Lane>();
  readonly #context: LanesContext;
  readonly #emit: Emit;
  readonly #slots: Slots;
  readonly #gone = new AbortController();
  #waiting = 0;
  #retired: WireError | null = null;
  #onIdle: () => void = () => {};

  constructor(context: LanesContext, emit: Emit) {
    this.#context = context;
    this.#emit = emit;
    this.#slots = new Slots(context.bounds.inFlight);
  }

  /** Takes one decoded frame of so many bytes. Whatever it holds, the connection goes on. */
  receive(frame: unknown, bytes: number): void {
    const type = fieldOf(frame, 'type');
    // A response under way is finished all the same: it is short, and its last event tells the client that the lane is free.
    if (type === 'response.cancel') return;
    if (type !== 'response.create') {
      const shown = JSON.stringify(type)?.slice(0, 100);
      this.#emit(errorEvent(badRequest(`unknown event type ${shown}; send response.create`, 'type', 'invalid_event_type')));
      return;
    }
    const parsed = parseCreate(frame, this.#context.bounds);
    if (!parsed.ok && parsed.error.code === 'invalid_stream_id') this.#emit(errorEvent(parsed.error));
    else this.#enqueue(parsed, frame, bytes);
  }

  /** Answers what is under way; whatever comes later gets `error`. Resolves when nothing is left. */
  retire(error: WireError): Promise<void> {
    this.#retired = error;
    return new Promise((resolve) => {
      this.#onIdle = resolve;
      if (this.#waiting === 0) resolve();
    });
  }

  /** The connection is closed: nothing is answered any more, and what it remembered is forgotten. */
  close(): void {
    this.#gone.abort();
    for (const lane of this.#lanes.values()) this.#forget(lane);
    this.#lanes.clear();
  }

  #enqueue(parsed: ParsedRequest, frame: unknown, bytes: number): void {
    const streamId = parsed.ok ? parsed.request.streamId : fieldOf(frame, 'stream_id');
    const refuse = (error: WireError): void => void this.#emit(errorEvent(error, streamId));
    if (this.#retired !== null) {
      refuse(this.#retired);
      return;
    }
    // Only a sound request opens a lane.
    const lane = this.#lanes.get(streamId) ?? (parsed.ok ? this.#openLane(streamId) : null);
    if (lane === null) {
      const limit = badRequest(`at most ${this.#context.bounds.lanes} streams`, 'stream_id', 'websocket_stream_limit_reached');
      refuse(parsed.ok ? limit : parsed.error);
      return;
    }
    const { admission, bounds } = this.#context;
    if (this.#waiting >= bounds.waiting || !admission.enter(bytes)) {
      refuse(TOO_MANY);
      return;
    }
    this.#waiting += 1;
    lane.tail = lane.tail.then(async () => {
      if (!this.#gone.signal.aborted) await this.#take(parsed, frame, lane, streamId);
      admission.leave(bytes);
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#onIdle();
    });
  }

  /** One request, when its lane has come to it. Never rejects. */
  async #take(parsed: ParsedRequest, frame: unknown, lane: Lane, streamId: string | null): Promise<void> {
    const error = parsed.ok ? await this.#slots.use(() => this.#answer(parsed.request, lane)).catch(this.#defect) : parsed.error;
    if (error === null) return;
    // A continuation that fails costs its lane the response it named; a fork leaves that of the other lane alone.
    const named = fieldOf(frame, 'previous_response_id');
    if (named !== null && lane.latest === named) this.#forget(lane);
    await this.#emit(errorEvent(error, streamId));
  }

  readonly #defect = (error: unknown): WireError => {
    this.#context.log(`engine: a request could not be answered: ${String(error)}`);
    return serverError('the engine met a defect of its own');
  };

  async #answer(request: CreateRequest, lane: Lane): Promise<WireError | null> {
    const { mind, bounds, store } = this.#context;
    const id = request.previousResponseId;
    const prior = id === null ? null : this.#resolve(id);
    if (id !== null && prior === null) return notFound(id);
    const keep = (kept: KeptResponse): void => {
      this.#remember(lane, kept);
      if (request.store) store.put(kept);
    };
    const answer = await respond(request, prior, { mind, bounds, keep, emit: this.#emit, signal: this.#gone.signal });
    return isWireError(answer) ? answer : null;
  }

  #resolve(id: string): Transcript | null {
    const { memory, store } = this.#context;
    const own = [...this.#lanes.values()].some((lane) => lane.latest === id) ? memory.get(id) : null;
    return (own ?? store.get(id))?.transcript ?? null;
  }

  #remember(lane: Lane, kept: KeptResponse): void {
    this.#forget(lane);
    if (this.#gone.signal.aborted) return;
    this.#context.memory.put(kept);
    lane.latest = kept.transcript.id;
  }

  #forget(lane: Lane): void {
    if (lane.latest !== null) this.#context.memory.delete(lane.latest);
    lane.latest = null;
  }

  #openLane(streamId: string | null): Lane | null {
    const named = this.#lanes.size - (this.#lanes.has(null) ? 1 : 0);
    if (streamId !== null && named >= this.#context.bounds.lanes) return null;
    const lane: Lane = { latest: null, tail: Promise.resolve() };
    this.#lanes.set(streamId, lane);
    return lane;
  }
}

function fieldOf(frame: unknown, name: string): string | null {
  if (typeof frame !== 'object' || frame === null) return null;
  const value: unknown = Object.getOwnPropertyDescriptor(frame, name)?.value;
  return typeof value === 'string' ? value : null;
}
