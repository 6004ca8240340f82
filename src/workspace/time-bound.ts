/** A signal that aborts in time, and whether time was the reason. */
export interface TimeBound extends Disposable {
  readonly signal: AbortSignal;
  readonly expired: () => boolean;
}

/**
 * Aborts after `ms` milliseconds, or with any of `others`. For what `AbortSignal.any` with `AbortSignal.timeout` promises and does not
 * keep: nothing but the composite signal refers to the timer, and once that is collected it never fires (Node 20 to 24).
 */
export function timeBound(ms: number, ...others: readonly (AbortSignal | undefined)[]): TimeBound {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  let expired = false;
  const timer = setTimeout(
    () => {
      expired = true;
      abort();
    },
    Math.max(1, Math.floor(ms)),
  );
  timer.unref();
  const signals = others.flatMap((other) => other ?? []);
  for (const other of signals) {
    if (other.aborted) abort();
    else other.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: stop.signal,
    expired: () => expired,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const other of signals) other.removeEventListener('abort', abort);
    },
  };
}
