import type { Mind } from './mind.ts';
import { type CreateRequest, parseCreate } from './request.ts';
import { respond } from './respond.ts';
import type { ResponseStore, Transcript } from './store.ts';
import { badRequest, errorBody, type WireError, type WireEvent } from './wire.ts';

/** Named lanes a connection may open, and requests it may have unanswered. */
const MAX_LANES = 32;
const MAX_WAITING = 64;

const TOO_MANY: WireError = {
  status: 429,
  type: 'rate_limit_error',
  code: 'too_many_requests',
  message: `at most ${MAX_WAITING} requests may wait`,
  param: null,
};

interface Lane {
  /** The latest response: the only one of this lane that a request can continue. */
  latest: Transcript | null;
  tail: Promise<void>;
}

/**
 * The requests of one connection. A lane (`stream_id`, or the default one) answers in order of arrival; lanes run side by side. The cache
 * lives as long as the connection: the latest response of each lane.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #mind: Mind;
  readonly #store: ResponseStore;
  readonly #emit: (event: WireEvent) => void;
  #waiting = 0;

  constructor(mind: Mind, store: ResponseStore, emit: (event: WireEvent) => void) {
    this.#mind = mind;
    this.#store = store;
    this.#emit = emit;
  }

  /** Takes one decoded frame. Whatever it holds, the connection goes on. */
  receive(frame: unknown): void {
    const type = fieldOf(frame, 'type');
    // A cancelled response cannot be told from a finished one here: it is short.
    if (type === 'response.cancel') return;
    const streamId = fieldOf(frame, 'stream_id');
    if (type !== 'response.create') {
      this.#refuse(badRequest(`unknown event type ${JSON.stringify(type)}; send response.create`, 'type'), null);
      return;
    }
    const parsed = parseCreate(frame);
    if (parsed.ok) {
      this.#enqueue(parsed.request);
      return;
    }
    this.#evict(streamId, fieldOf(frame, 'previous_response_id'));
    this.#refuse(parsed.error, parsed.error.code === 'invalid_stream_id' ? null : streamId);
  }

  #enqueue(request: CreateRequest): void {
    const lane = this.#laneOf(request.streamId);
    if (lane === null) {
      this.#refuse(badRequest(`at most ${MAX_LANES} streams`, 'stream_id', 'websocket_stream_limit_reached'), request.streamId);
    } else if (this.#waiting >= MAX_WAITING) {
      this.#refuse(TOO_MANY, request.streamId);
    } else {
      this.#waiting += 1;
      lane.tail = lane.tail.then(async () => {
        await this.#answer(request, lane);
        this.#waiting -= 1;
      });
    }
  }

  async #answer(request: CreateRequest, lane: Lane): Promise<void> {
    const id = request.previousResponseId;
    const prior = id === null ? null : this.#resolve(id);
    if (id !== null && prior === null) {
      const message = `Previous response with id '${id}' not found.`;
      this.#refuse(badRequest(message, 'previous_response_id', 'previous_response_not_found'), request.streamId);
      return;
    }
    const { transcript } = await respond(request, prior, this.#mind, this.#emit);
    lane.latest = transcript;
    if (request.store) this.#store.put(transcript);
  }

  #resolve(id: string): Transcript | null {
    for (const { latest } of this.#lanes.values()) if (latest?.id === id) return latest;
    return this.#store.get(id);
  }

  #laneOf(streamId: string | null): Lane | null {
    // A name cannot start with a space, so the default lane has a key of its own.
    const key = streamId ?? ' default';
    const known = this.#lanes.get(key);
    if (known !== undefined) return known;
    const named = this.#lanes.size - (this.#lanes.has(' default') ? 1 : 0);
    if (streamId !== null && named >= MAX_LANES) return null;
    const lane: Lane = { latest: null, tail: Promise.resolve() };
    this.#lanes.set(key, lane);
    return lane;
  }

  /** A continuation that is refused costs its lane the response it named. */
  #evict(streamId: string | null, id: string | null): void {
    const lane = this.#lanes.get(streamId ?? ' default');
    if (lane !== undefined && id !== null && lane.latest?.id === id) lane.latest = null;
  }

  #refuse(error: WireError, streamId: string | null): void {
    this.#emit({ type: 'error', status: error.status, error: errorBody(error), ...(streamId === null ? {} : { stream_id: streamId }) });
  }
}

function fieldOf(frame: unknown, name: string): string | null {
  if (typeof frame !== 'object' || frame === null) return null;
  const value = Object.entries(frame).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : null;
}
