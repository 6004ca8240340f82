import { type Failure, failureOfError } from './failure.ts';
import type { OutputItem, Turn, Usage } from './types.ts';
import type { ServerEvent, WireResponse } from './wire.ts';

/** A response that came to its end. */
export interface Answer {
  readonly kind: 'answer';
  /** Null when the server named none or two, or has items we left out: then nothing can be chained to it. */
  readonly responseId: string | null;
  readonly items: readonly OutputItem[];
  readonly status: Turn['status'];
  readonly usage: Usage | null;
  readonly firstEventAt: number;
  readonly completedAt: number;
}

export type Reply = Answer | Failure;

/** A response that ended on the same connection before. */
export interface Ended {
  readonly responseId: string | null;
  /** The server said when it began; so it will of the next one. */
  readonly announced: boolean;
}

/** Collects one response from its events, the same for socket and SSE. */
export class ResponseReader {
  readonly #onItem: (item: OutputItem) => void;
  readonly #isKnown: (item: OutputItem) => boolean;
  readonly #now: () => number;
  readonly #items: { readonly index: number; readonly item: OutputItem }[] = [];
  #responseId: string | null = null;
  #announced = false;
  /** The response has items that are left out: ones of before, or a second call under one id, which cannot be answered as well. */
  #leftOut = false;
  #firstEventAt: number | null = null;

  /** `isKnown`: the conversation has the item already. Servers repeat items of earlier responses, after a resend for instance. */
  constructor(onItem: (item: OutputItem) => void, isKnown: (item: OutputItem) => boolean, now: () => number) {
    this.#onItem = onItem;
    this.#isKnown = isKnown;
    this.#now = now;
  }

  /** Whether the server said that the response began. */
  get announced(): boolean {
    return this.#announced;
  }

  /** Takes the next event; the reply when it was the last one. What still comes of the response before is left alone. Throws what `onItem` throws. */
  take(event: ServerEvent, before: Ended | null = null): Reply | null {
    if (event.type === 'unknown' || (before !== null && this.#isLate(event, before))) return null;
    this.#firstEventAt ??= this.#now();
    switch (event.type) {
      case 'started':
        this.#announced = true;
        this.#responseId ??= event.responseId;
        return null;
      case 'item':
        this.#add(event.index ?? this.#items.length, event.item);
        return null;
      case 'error':
        return failureOfError(event.error);
      case 'end':
        return this.#end(event.response, this.#firstEventAt);
      case 'progress':
        return null;
    }
  }

  #isLate(event: ServerEvent, before: Ended): boolean {
    const isOf = (id: string | null): boolean => id !== null && id === before.responseId;
    switch (event.type) {
      case 'started':
        return isOf(event.responseId);
      case 'item':
        // Items seldom name their response: one that comes before ours has begun is of the one before.
        return isOf(event.responseId) || (before.announced && !this.#announced);
      case 'end':
        return isOf(event.response.id);
      default:
        return false;
    }
  }

  #add(index: number, item: OutputItem): void {
    if (this.#isKnown(item)) {
      this.#leftOut = true;
      return;
    }
    const known = this.#items.find((other) => sameItem(other, { index, item }));
    if (known !== undefined) {
      this.#leftOut ||= differs(known.item, item);
      return;
    }
    this.#items.push({ index, item });
    this.#onItem(item);
  }

  #end(response: WireResponse, firstEventAt: number): Reply {
    if (response.status === 'failed') {
      const error = response.error ?? { status: null, code: null, message: '', param: null, retryAfterMs: null };
      return failureOfError(error, response.usage);
    }
    // The list at the end may be empty, whole, or hold items that were never streamed.
    for (const [index, item] of response.output.entries()) this.#add(index, item);
    const consistent = !this.#leftOut && (this.#responseId === null || this.#responseId === response.id);
    return {
      kind: 'answer',
      responseId: consistent ? response.id : null,
      items: [...this.#items].sort((a, b) => a.index - b.index).map(({ item }) => item),
      status: response.status === 'completed' ? 'completed' : { incomplete: response.incompleteReason ?? 'unknown' },
      usage: response.usage,
      firstEventAt,
      completedAt: this.#now(),
    };
  }
}

type Placed = { readonly index: number; readonly item: OutputItem };

/** The same item told twice: by call, by id, or by place where a server makes up new ids for the final list. */
function sameItem(a: Placed, b: Placed): boolean {
  if (a.item.type !== b.item.type) return false;
  if (a.item.type === 'function_call' && b.item.type === 'function_call') return a.item.call_id === b.item.call_id;
  return a.index === b.index || ('id' in a.item && 'id' in b.item && a.item.id !== undefined && a.item.id === b.item.id);
}

function differs(a: OutputItem, b: OutputItem): boolean {
  if (a.type !== 'function_call' || b.type !== 'function_call') return false;
  return a.name !== b.name || a.arguments !== b.arguments;
}
