/** Paths out of a stream in which a NUL ends each of them. One that comes twice in a row is handed on once. */
export class PathStream {
  readonly #see: (path: string) => void;
  /** The path that has not ended yet. */
  #rest: Buffer[] = [];
  #last = '';

  constructor(see: (path: string) => void) {
    this.#see = see;
  }

  add(chunk: Buffer): void {
    const end = chunk.lastIndexOf(0);
    if (end >= 0) {
      this.#handOn(Buffer.concat([...this.#rest, chunk.subarray(0, end)]).toString('utf8'));
      this.#rest = [];
    }
    if (end + 1 < chunk.length) this.#rest.push(chunk.subarray(end + 1));
  }

  #handOn(text: string): void {
    for (const path of text.split('\0')) {
      if (path !== '' && path !== this.#last) this.#see(path);
      this.#last = path;
    }
  }
}
