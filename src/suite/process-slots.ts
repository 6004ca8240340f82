// How many test processes work at a time, whoever asks for them: more than there are cores would slow each other down, and end at
// their time limits.

export interface SlotRequest {
  /** A trial: it lets all others go before it. */
  readonly later?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export class ProcessSlots {
  readonly size: number;
  #used = 0;
  #usedByTrials = 0;
  #kept = 0;
  readonly #runs: (() => void)[] = [];
  readonly #trials: (() => void)[] = [];

  constructor(size: number) {
    this.size = size;
  }

  /** Waits for a slot and holds it until it is disposed. Aborted while it waits, it resolves and holds nothing. */
  async take({ later = false, signal }: SlotRequest = {}): Promise<Disposable> {
    if (signal?.aborted || !(await this.#admitted(later, signal))) return { [Symbol.dispose]: () => {} };
    let held = true;
    return {
      [Symbol.dispose]: () => {
        if (held) this.#release(later);
        held = false;
      },
    };
  }

  /** Until it is disposed, trials leave one slot to others, where there is more than one: who edits a file waits for its tests. */
  keepOne(): Disposable {
    this.#kept += 1;
    return {
      [Symbol.dispose]: () => {
        this.#kept -= 1;
        this.#admitNext();
      },
    };
  }

  #admitted(later: boolean, signal: AbortSignal | undefined): Promise<boolean> {
    const queue = later ? this.#trials : this.#runs;
    return new Promise((resolve) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        queue.splice(queue.indexOf(enter), 1);
        resolve(false);
      };
      signal?.addEventListener('abort', leave, { once: true });
      queue.push(enter);
      this.#admitNext();
    });
  }

  #admitNext(): void {
    while (this.#used < this.size) {
      const mayTry = this.#usedByTrials < Math.max(1, this.size - (this.#kept > 0 ? 1 : 0));
      const run = this.#runs.shift();
      const next = run ?? (mayTry ? this.#trials.shift() : undefined);
      if (next === undefined) return;
      this.#used += 1;
      if (run === undefined) this.#usedByTrials += 1;
      next();
    }
  }

  #release(later: boolean): void {
    this.#used -= 1;
    if (later) this.#usedByTrials -= 1;
    this.#admitNext();
  }
}
