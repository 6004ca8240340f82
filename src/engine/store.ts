import type { Item } from './wire.ts';

/** What a response id stands for: everything said up to and including that response. */
export interface Transcript {
  readonly id: string;
  readonly items: readonly Item[];
  /** Size of `items` as JSON, in UTF-16 units. */
  readonly chars: number;
}

/** Responses kept beyond their connection (`store: true`). Bounded: the least recently used ones go first. */
export class ResponseStore {
  readonly #kept = new Map<string, Transcript>();
  readonly #maxEntries: number;
  readonly #maxChars: number;
  #chars = 0;

  constructor(limits: { readonly maxEntries: number; readonly maxChars: number } = { maxEntries: 256, maxChars: 64 * 1024 * 1024 }) {
    this.#maxEntries = limits.maxEntries;
    this.#maxChars = limits.maxChars;
  }

  get(id: string): Transcript | null {
    const found = this.#kept.get(id);
    if (found === undefined) return null;
    this.#kept.delete(id);
    this.#kept.set(id, found);
    return found;
  }

  put(transcript: Transcript): void {
    if (transcript.chars > this.#maxChars) return;
    this.#kept.set(transcript.id, transcript);
    this.#chars += transcript.chars;
    for (const [id, oldest] of this.#kept) {
      if (this.#kept.size <= this.#maxEntries && this.#chars <= this.#maxChars) break;
      this.#kept.delete(id);
      this.#chars -= oldest.chars;
    }
  }
}
