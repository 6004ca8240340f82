import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/workspace/time-bound.ts
function timeBound(ms, ...others) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  let expired = false;
  const timer = setTimeout(
    () => {
      expired = true;
      abort();
    },
    Math.max(1, Math.floor(ms))
  );
  timer.unref();
  const signals = others.flatMap((other) => other ?? []);
  for (const other of signals) {
    if (other.aborted) abort();
    else other.addEventListener("abort", abort, { once: true });
  }
  return {
    signal: stop.signal,
    expired: () => expired,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const other of signals) other.removeEventListener("abort", abort);
    }
  };
}

export {
  timeBound
};
//# sourceMappingURL=chunk-X66TWAZK.js.map
