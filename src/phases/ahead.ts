import type { Patch } from '../workspace/index.ts';

/**
 * Work done ahead on a guess: it is kept when the guess was right, and cancelled when something else turned out. What it costs while it
 * runs stands on the ledger like any other work.
 */
export class Ahead<T> implements AsyncDisposable {
  readonly #work: (patch: Patch, signal: AbortSignal) => Promise<T>;
  readonly #signal: AbortSignal;
  #guess: { readonly patch: Promise<Patch>; readonly result: Promise<T>; readonly stop: AbortController } | null = null;

  constructor(work: (patch: Patch, signal: AbortSignal) => Promise<T>, signal: AbortSignal) {
    this.#work = work;
    this.#signal = signal;
  }

  /** Starts on what `patch` gives; a guess before it is dropped. Never throws: what goes wrong shows when the result is taken. */
  start(patch: Promise<Patch>): void {
    void this.drop();
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#signal, stop.signal]);
    const result = patch.then((guessed) => {
      signal.throwIfAborted();
      return this.#work(guessed, signal);
    });
    result.catch(() => {});
    this.#guess = { patch, result, stop };
  }

  /** The result for `patch`, from the work under way if that is on the same patch. */
  async take(patch: Patch): Promise<T> {
    const guess = this.#guess;
    // Meanwhile somebody else may have guessed otherwise, which cancelled this one.
    if (guess !== null && (await guess.patch.catch(() => null))?.text === patch.text && this.#guess === guess) {
      this.#guess = null;
      return guess.result;
    }
    await this.drop();
    return this.#work(patch, this.#signal);
  }

  /** Cancels what is under way, and waits for its end. */
  async drop(): Promise<void> {
    const guess = this.#guess;
    this.#guess = null;
    guess?.stop.abort();
    await guess?.result.catch(() => {});
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.drop();
  }
}
