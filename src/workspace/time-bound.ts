/** A signal that aborts in time, and whether time was the reason. */
export interface TimeBound extends Disposable {
  readonly signal: AbortSignal;
  readonly expired: () => boolean;
  /** So many milliseconds from now, instead of what was said before: one signal serves many waits, and a signal is dearer than a timer. */
  readonly renew: (ms: number) => void;
  /** Until it is renewed, time does not count. */
  readonly rest: () => void;
}

/**
 * Aborts after `ms` milliseconds, or with any of `others`. For what `AbortSignal.any` with `AbortSignal.timeout` promises and does not
 * keep: nothing but the composite signal refers to the timer, and once that is collected it never fires (Node 20 to 24).
 */
export function timeBound(ms: number, ...others: readonly (AbortSignal | undefined)[]): TimeBound {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  let expired = false;
  const expire = (): void => {
    expired = true;
    abort();
  };
  const start = (within: number): NodeJS.Timeout => setTimeout(expire, Math.max(1, Math.floor(within))).unref();
  let timer = start(ms);
  const signals = others.flatMap((other) => other ?? []);
  for (const other of signals) {
    if (other.aborted) abort();
    else other.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: stop.signal,
    expired: () => expired,
    renew: (within) => {
      clearTimeout(timer);
      timer = start(within);
    },
    rest: () => clearTimeout(timer),
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const other of signals) other.removeEventListener('abort', abort);
    },
  };
}
