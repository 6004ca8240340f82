/**
 * Notices when a response does not begin or does not go on. Only data counts: an answered ping proves the path, not that the model
 * is working.
 */
export class Watchdog {
  readonly #firstMs: number;
  readonly #betweenMs: number;
  readonly #onSilence: (detail: string) => void;
  #begun = false;
  #last = performance.now();
  #lookedAgain = false;
  #timer: NodeJS.Timeout;

  constructor(times: { readonly firstEventMs: number; readonly betweenEventsMs: number }, onSilence: (detail: string) => void) {
    this.#firstMs = times.firstEventMs;
    this.#betweenMs = times.betweenEventsMs;
    this.#onSilence = onSilence;
    // Whichever limit comes first: then nothing has to be set anew when the response begins.
    this.#timer = setTimeout(this.#check, Math.min(this.#firstMs, this.#betweenMs));
  }

  /** An event came in. One of an unknown type does not count: a proxy's own heartbeats would hide a model that stalls for ever. */
  saw(known: boolean): void {
    if (!known) return;
    this.#lookedAgain = false;
    this.#last = performance.now();
    this.#begun = true;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  readonly #check = (): void => {
    const limit = this.#begun ? this.#betweenMs : this.#firstMs;
    const left = limit - (performance.now() - this.#last);
    if (left > 1) {
      this.#timer = setTimeout(this.#check, left);
    } else if (!this.#lookedAgain) {
      // When the event loop was blocked, frames are waiting to be read: let them in before judging.
      this.#lookedAgain = true;
      this.#timer = setTimeout(this.#check, 2);
    } else {
      const what = this.#begun ? 'the response went silent' : 'no response began';
      this.#onSilence(`${what} within ${Math.round(limit / 100) / 10} s`);
    }
  };
}
