import type { Transcript } from './transcript.ts';
import type { OutputItem } from './wire.ts';

/** The finished response object, as clients see it. */
export type ResponseObject = Readonly<Record<string, unknown>>;

export interface KeptResponse {
  readonly transcript: Transcript;
  readonly response: ResponseObject;
  readonly output: readonly OutputItem[];
}

/** Responses by id. Bounded: the least recently used ones go first. */
export class ResponseStore {
  readonly #kept = new Map<string, KeptResponse>();
  readonly #maxEntries: number;
  readonly #maxChars: number;
  #chars = 0;

  /** `maxChars` bounds the conversations as JSON, in UTF-16 units. */
  constructor(limits: { readonly maxEntries: number; readonly maxChars: number } = { maxEntries: 256, maxChars: 64 * 1024 * 1024 }) {
    this.#maxEntries = limits.maxEntries;
    this.#maxChars = limits.maxChars;
  }

  get(id: string): KeptResponse | null {
    const found = this.#kept.get(id);
    if (found === undefined) return null;
    this.#kept.delete(id);
    this.#kept.set(id, found);
    return found;
  }

  put(kept: KeptResponse): void {
    const { id, chars } = kept.transcript;
    this.delete(id);
    if (chars > this.#maxChars) return;
    this.#kept.set(id, kept);
    this.#chars += chars;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#maxEntries && this.#chars <= this.#maxChars) break;
      this.delete(oldest);
    }
  }

  /** False when there was none. */
  delete(id: string): boolean {
    const found = this.#kept.get(id);
    if (found === undefined) return false;
    this.#kept.delete(id);
    this.#chars -= found.transcript.chars;
    return true;
  }
}
