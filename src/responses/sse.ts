export interface SseEvent {
  /** The `event:` field; null when there was none. */
  readonly name: string | null;
  readonly data: string;
}

/**
 * Incremental reader of `text/event-stream` (WHATWG HTML, section 9.2.6). Chunks may end anywhere, also inside a character or
 * between CR and LF.
 */
export class SseParser {
  readonly #decoder = new TextDecoder();
  readonly #maxChars: number;
  #rest = '';
  /** Where in `#rest` the search for a line end goes on, so that a long line is looked at once. */
  #searched = 0;
  #skipLineFeed = false;
  #name: string | null = null;
  #data: string[] = [];
  #dataChars = 0;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  /** The events that are complete with this chunk. Throws when one event is larger than allowed. */
  push(chunk: Uint8Array): SseEvent[] {
    return this.#read(this.#decoder.decode(chunk, { stream: true }));
  }

  /** What is left when the stream ends: servers forget the last blank line. */
  end(): SseEvent[] {
    return this.#read(`${this.#decoder.decode()}\n\n`);
  }

  #read(text: string): SseEvent[] {
    const events: SseEvent[] = [];
    this.#rest += this.#skipLineFeed && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#skipLineFeed = false;
    let start = 0;
    const lineEnd = /\r\n|\r|\n/g;
    lineEnd.lastIndex = this.#searched;
    for (let found = lineEnd.exec(this.#rest); found !== null; found = lineEnd.exec(this.#rest)) {
      const event = this.#line(this.#rest.slice(start, found.index));
      if (event !== null) events.push(event);
      start = lineEnd.lastIndex;
      this.#skipLineFeed = found[0] === '\r' && start === this.#rest.length;
    }
    this.#rest = this.#rest.slice(start);
    this.#searched = this.#rest.length;
    if (this.#rest.length + this.#dataChars > this.#maxChars) throw new Error(`one event is larger than ${this.#maxChars} characters`);
    return events;
  }

  #line(line: string): SseEvent | null {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const raw = colon === -1 ? '' : line.slice(colon + 1);
    const value = raw.startsWith(' ') ? raw.slice(1) : raw;
    if (field === 'event') this.#name = value;
    if (field === 'data') {
      this.#data.push(value);
      this.#dataChars += value.length;
    }
    return null;
  }

  #dispatch(): SseEvent | null {
    const event = this.#data.length === 0 ? null : { name: this.#name, data: this.#data.join('\n') };
    this.#name = null;
    this.#data = [];
    this.#dataChars = 0;
    return event;
  }
}
