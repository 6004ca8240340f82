// Decides whose request goes next, so that an order of events can be tried, and tried again: everything a run asks of GitHub or git waits here.
import { setTimeout as sleep } from 'node:timers/promises';

/** A run that asks for two things at once is let on after this long without any other sign of life, in milliseconds. */
const patienceMs = 20_000;

interface Waiting {
  readonly who: string;
  readonly go: () => void;
}

/** Runs that are under way, one request at a time; `choose` picks one of those who wait. */
export class Turnstile {
  readonly #choose: (waiting: readonly string[]) => string;
  readonly #busy = new Set<string>();
  readonly #inside = new Set<string>();
  readonly #waiting: Waiting[] = [];
  #signs = 0;

  constructor(choose: (waiting: readonly string[]) => string) {
    this.#choose = choose;
  }

  /** `work` is done by `who`, whose requests wait from now on. */
  async run<T>(who: string, work: () => Promise<T>): Promise<T> {
    this.#inside.add(who);
    this.#busy.add(who);
    try {
      return await work();
    } finally {
      this.#inside.delete(who);
      this.#busy.delete(who);
      this.#next();
    }
  }

  /** A request of `who`; somebody who does not run is let through. */
  async pass(who: string): Promise<void> {
    if (!this.#inside.has(who)) return;
    const turn = new Promise<void>((go) => this.#waiting.push({ who, go }));
    this.#busy.delete(who);
    this.#next();
    const signs = ++this.#signs;
    void sleep(patienceMs).then(() => {
      if (this.#signs === signs && this.#waiting.length > 0) this.#release();
    });
    return turn;
  }

  /** While somebody is between two requests nobody else moves: else the order would depend on how fast the machine is. */
  #next(): void {
    if (this.#busy.size === 0 && this.#waiting.length > 0) this.#release();
  }

  #release(): void {
    this.#signs++;
    const who = this.#choose([...new Set(this.#waiting.map((each) => each.who))]);
    const [chosen] = this.#waiting.splice(
      Math.max(
        0,
        this.#waiting.findIndex((each) => each.who === who),
      ),
      1,
    );
    if (chosen === undefined) return;
    this.#busy.add(chosen.who);
    chosen.go();
  }
}
